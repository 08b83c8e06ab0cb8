"""The command line: arguments in, one command run, an exit code out; the only place that prints."""

from radar.cli.entry import main

__all__ = ["main"]
