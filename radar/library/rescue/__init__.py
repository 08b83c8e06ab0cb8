"""What can be saved of a damaged file: its rows as far as they can be read, in a new library in its place."""
