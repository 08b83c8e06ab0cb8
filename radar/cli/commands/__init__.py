"""The commands, one a file: each says its arguments and runs on settings, wiring and an output."""
