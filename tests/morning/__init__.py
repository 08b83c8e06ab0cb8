"""A day of a reader: every site on loopback, the whole program against them."""
