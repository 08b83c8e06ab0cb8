"""Settings in, ready parts out; the only folder that names concrete classes of every other folder."""
