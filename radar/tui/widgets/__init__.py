"""The widgets, one a file; they do not know each other."""
