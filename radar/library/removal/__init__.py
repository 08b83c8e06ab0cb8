"""Papers out of the library, and back: all that hangs on them goes along, and their names are remembered."""
