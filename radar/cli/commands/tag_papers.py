"""`radar tag`: tags for all papers that a query finds."""

from __future__ import annotations

import argparse

from radar.cli.acting import act_on_all, add_chosen_options
from radar.cli.opening import settings_of
from radar.cli.output import Output, printable
from radar.cli.parser import UsageError
from radar.papers.text import clean

DETAILS = (
    "The options choose papers as those of radar list do; all papers need --all. Other tags that they\n"
    "have stay. Either all that are chosen get them or none; radar mark undo takes it back."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("tags", metavar="TAGS", help="a tag, or several with commas between")
    add_chosen_options(parser)
    parser.add_argument("--remove", action="store_true", help="take the tags away instead")
    parser.set_defaults(dash_hint="To take a tag away, name it without a dash and add --remove. ")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Tag what the options choose."""
    tags = tuple(filter(None, map(clean, arguments.tags.split(","))))
    if not tags:
        raise UsageError(f"{printable(arguments.tags)!r} is no tag", "radar tag later QUERY")
    names = ", ".join(tags)
    return act_on_all(
        settings_of(arguments),
        arguments,
        output,
        "take tags away" if arguments.remove else "tag papers",
        lambda many, keys, course: many.tag(
            keys, () if arguments.remove else tags, tags if arguments.remove else (), course
        ),
        f"no longer tagged {names}" if arguments.remove else f"tagged {names}",
    )
