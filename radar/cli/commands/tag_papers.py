"""`radar tag`: tags for all papers that a query finds."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from radar.cli.acting import act_on_all, add_chosen_options
from radar.cli.opening import settings_of
from radar.cli.output import Output, printable
from radar.cli.parser import UsageError
from radar.papers.reader.tags import LONGEST, added_and_removed, is_cut, named_in

DETAILS = (
    "The options choose papers as those of radar list do; all papers need --all. Other tags that they\n"
    "have stay. Either all that are chosen get them or none; radar mark undo takes it back."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    takes_away = "behind another tag, -TAG takes one away (later,-old); else --remove"
    parser.add_argument("tags", metavar="TAGS", help=f"tags, with commas between; {takes_away}")
    add_chosen_options(parser)
    parser.add_argument("--remove", action="store_true", help="take the tags away instead")
    parser.set_defaults(dash_hint="To take a tag away, name it without a dash and add --remove. ")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Tag what the options choose."""
    added, removed = added_and_removed(arguments.tags)
    if not (added or removed):
        raise UsageError(f"{printable(arguments.tags)!r} is no tag", "radar tag later QUERY")
    if arguments.remove and removed:
        raise UsageError(
            f"-{removed[0]} takes a tag away already", "Name the tag without a dash, or leave out --remove"
        )
    if arguments.remove:
        added, removed = (), named_in([arguments.tags])
    return act_on_all(
        settings_of(arguments),
        arguments,
        output,
        "take tags away" if arguments.remove else "tag papers",
        lambda many, keys, course: many.tag(keys, added, removed, course),
        _done(added, removed) + (f" (cut at {LONGEST} letters)" if is_cut(arguments.tags) else ""),
    )


def _done(added: Sequence[str], removed: Sequence[str]) -> str:
    done = (("tagged", added), ("no longer tagged", removed))
    return "; ".join(f"{how} {', '.join(tags)}" for how, tags in done if tags)
