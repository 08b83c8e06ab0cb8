"""Papers as texts that other programs read: one format a file, chosen by name in formats.py."""
