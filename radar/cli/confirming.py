"""Asking a person at the terminal whether to go on."""

from __future__ import annotations

import sys

from radar.cli.output import Output
from radar.cli.parser import UsageError


def confirmed(output: Output) -> bool:
    """Ask on standard error and return whether the answer is yes.

    Raises:
        UsageError: nobody is there to be asked.
    """
    if not (sys.stdin and sys.stdin.isatty() and output.person_aside):
        raise UsageError("nobody can be asked here whether to go on", "Add --yes to go on without asking")
    output.aside("Go on? [y/N]")
    return sys.stdin.readline().strip().lower() in ("y", "yes")
