"""What the radar remembers; the only sqlite3."""
