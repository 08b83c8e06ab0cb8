"""arXiv: what its names ask for, its query interface, feeds and mail, and the papers they announce."""
