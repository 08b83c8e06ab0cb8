"""Everything on screen; the only folder that imports textual."""
