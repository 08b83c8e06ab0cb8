"""`radar batch`: questions written to files that others answer, and their answers read back."""

from __future__ import annotations

import argparse

from radar.cli.commands import batch_export, batch_import
from radar.cli.output import Output
from radar.cli.parser import CommandModule, add_actions

DETAILS = (
    "A batch costs half at most services, and a cluster of one's own does millions. Files of questions are\n"
    "written by radar batch export, handed to whoever answers them, and what comes back is read by\n"
    "radar batch import, through the same checks as an answer that comes at once."
)
"""More about it, for its --help."""

_PARTS: dict[str, CommandModule] = {"export": batch_export, "import": batch_import}
_SUMMARIES = {
    "export": "write papers as files of questions for a batch service or a cluster",
    "import": "read the results of a batch, in any order and in parts",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the two actions."""
    added = add_actions(parser, _SUMMARIES, required=True)
    for name, part in _PARTS.items():
        added[name].description = f"{added[name].description}\n\n{part.DETAILS}"
        part.configure(added[name])


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Do what the second word says."""
    part = _PARTS[arguments.action]
    return part.run(arguments, output)
