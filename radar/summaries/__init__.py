"""Paper to Summary: the pluggable summarisers, one stage a file; the only tiktoken."""
