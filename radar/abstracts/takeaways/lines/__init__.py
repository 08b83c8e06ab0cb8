"""A sentence as a line: its opening left out, cut, ended early, and free of what points elsewhere."""
