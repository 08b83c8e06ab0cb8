"""What managers of references export: one format a module, and the reference that all come to."""
