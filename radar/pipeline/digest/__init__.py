"""A digest: what came since the last one, chosen from the library, and written in one format a file."""
