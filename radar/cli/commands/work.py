"""`radar work`: the worker process that the screen starts; it ends when its queue is empty."""

from __future__ import annotations

import argparse

from radar.cli.opening import settings_of
from radar.cli.output import Output

DETAILS = "Does the jobs that wait, then ends; the screen starts it."
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """It takes no arguments."""


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Do the jobs of the queue, one after the other."""
    from radar.wiring.radars import build_worker

    return build_worker(settings_of(arguments)).run()
