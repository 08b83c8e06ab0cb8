"""Questions written to files that others answer, and their answers read back; no network."""
