"""The rows of the list: asked for, read in pages, painted, and kept for as long as they are the same."""
