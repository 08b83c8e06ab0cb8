"""What the screen says in words: of filters, its state, jobs, sources, errors, keys; knows no widget."""
