"""The order by closeness to what the reader starred."""
