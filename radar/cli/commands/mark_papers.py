"""`radar mark`: what the reader has read or starred, for all papers that a query finds."""

from __future__ import annotations

import argparse

from radar.cli.acting import act_on_all, add_chosen_options, with_bar
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import refuse_missing, settings_of
from radar.cli.output import Output, printable
from radar.cli.parser import add_actions
from radar.cli.person import Person
from radar.papers.reader.query import Mark
from radar.papers.text.local_time import local_minute
from radar.settings import Settings

DETAILS = (
    "The options choose papers as those of radar list do; all papers need --all. Either all that are\n"
    "chosen are marked or none. radar mark undo takes back the last act, once more the one before it, 200\n"
    "at most; what a radar on screen has done, that one takes back. It asks first where somebody is there\n"
    "to answer. Acts on watches are none of these: radar watch remove prints what saves the watch again."
)
"""More about it, for its --help."""

_MARKS = {
    "read": (Mark.READ, True, "marked read"),
    "unread": (Mark.READ, False, "marked unread"),
    "star": (Mark.STARRED, True, "starred"),
    "unstar": (Mark.STARRED, False, "unstarred"),
}
_ACTIONS = {
    "read": "mark papers read",
    "unread": "mark papers unread",
    "star": "star papers",
    "unstar": "take the stars from papers",
    "undo": "take back the last marks, tags or note; asks first",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the actions."""
    added = add_actions(parser, _ACTIONS, required=True)
    for name in _MARKS:
        add_chosen_options(added[name])
    added["undo"].add_argument("--yes", action="store_true", help="do not ask before it is taken back")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Mark what the options choose, or take the last act back."""
    settings = settings_of(arguments)
    if arguments.action == "undo":
        return _undo(settings, output, agreed=arguments.yes)
    mark, on, done = _MARKS[arguments.action]
    return act_on_all(
        settings,
        arguments,
        output,
        _ACTIONS[arguments.action],
        lambda many, keys, course: many.mark(keys, mark, on, course),
        done,
    )


def _undo(settings: Settings, output: Output, *, agreed: bool) -> int:
    from radar.pipeline.worker_lock import process_lives
    from radar.wiring.libraries import build_library

    refuse_missing(settings)
    library = build_library(settings)
    try:
        act = library.last_act(process_lives)
    finally:
        library.close()
    if act is None:
        output.aside("nothing to take back")
        return ExitCode.INCOMPLETE
    last, person = act, Person(output)
    when = f", of {local_minute(last.when)}"
    told = f"{last.label}{when}"
    # What was done last need not be a mark: a watch that was removed since is no act of these.
    if person.present and not agreed and not person.agrees(f"take back: {printable(told)}?", usual=True):
        output.aside("nothing taken back")
        return ExitCode.INCOMPLETE
    papers = with_bar(
        settings, output, "taking back", last.papers, lambda many, course: many.undo(last, course)
    )
    output.line(output.styled(last.told_back(papers, when)))
    return ExitCode.OK if papers else ExitCode.INCOMPLETE
