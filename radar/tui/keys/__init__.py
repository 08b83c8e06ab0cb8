"""Every key: what it does and where it counts, the reader's own ones, and actions by name."""
