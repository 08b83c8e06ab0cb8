"""`radar remove`: papers taken out of the library, and put back."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from radar.cli.acting import Choice, add_chosen_options, choose, with_bar
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import reader_of, refuse_missing, settings_of
from radar.cli.output import Output
from radar.cli.person import Person
from radar.cli.query_options import asked_by
from radar.cli.typed_again import typed_again
from radar.cli.wrong_use import UsageError
from radar.library.marks.acts import Act
from radar.papers.reader.removal import KEPT_FOR, Removal
from radar.papers.text.plurals import plural
from radar.settings import Settings

DETAILS = (
    "The options choose papers as those of radar list do; all papers need --all. Either all that are\n"
    "chosen go or none. It asks first, and says how many of them you starred, noted or tagged or had\n"
    "summarised; where nobody is there to answer, it takes --yes.\n\n"
    "No source and no file brings a removed paper back: it is left out, and that is said. radar add ID\n"
    "brings it anew, and radar import --anew all of a file. To undo a wrong import, remove what it alone\n"
    "brought: radar remove only:file:NAME. What a file changed of other papers stays.\n\n"
    f"What was removed is kept aside for {KEPT_FOR.days} days, with marks, tags, notes and summaries.\n"
    "--undo puts back what the last removal took, once more the one before it; radar mark undo does so too,\n"
    "where it was your last act. --forget lets go of it at once. Then only names are left, by which papers\n"
    "stay away. The file does not get smaller, but what comes next takes the room."
)
"""More about it, for its --help."""

_ELSE = ("undo", "list", "forget")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_chosen_options(parser)
    parser.add_argument("--dry-run", action="store_true", help="only say what would be removed")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    group = parser.add_argument_group("what was removed").add_mutually_exclusive_group()
    group.add_argument("--undo", action="store_true", help="put back what the last removal took")
    group.add_argument("--list", action="store_true", help="list what was removed, and when")
    group.add_argument(
        "--forget", action="store_true", help="let go of what could be put back; only names are left"
    )


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Remove what the options choose, or do something about what was removed."""
    settings = settings_of(arguments)
    wanted = next((name for name in _ELSE if getattr(arguments, name)), "")
    if not wanted:
        return _remove(settings, arguments, output)
    given = asked_by(arguments) + tuple(
        f"--{name}" for name in ("limit", "all", "dry-run") if getattr(arguments, name.replace("-", "_"))
    )
    if given:
        raise UsageError(
            f"--{wanted} is about what was removed, and {given[0]} chooses papers", "Leave it out"
        )
    refuse_missing(settings)
    does: dict[str, Callable[[], ExitCode]] = {
        "undo": lambda: _undo(settings, output, agreed=arguments.yes),
        "list": lambda: _list(settings, output),
        "forget": lambda: _forget(settings, output, agreed=arguments.yes),
    }
    return does[wanted]()


def _remove(settings: Settings, arguments: argparse.Namespace, output: Output) -> ExitCode:
    chosen = choose(settings, arguments, output, "removed", losses=True)
    if chosen is None:
        return ExitCode.INCOMPLETE
    if arguments.dry_run:
        output.line(f"would remove {chosen.losses.line}")
        return chosen.code
    if not arguments.yes and not _agrees(output, f"remove {chosen.losses.line}?"):
        output.aside("nothing removed")
        return ExitCode.INCOMPLETE
    made = _removed(settings, output, chosen)
    output.line(f"{plural(made.papers, 'paper')} removed")
    puts_back = typed_again(arguments, "remove", "--undo")
    output.aside(f"{puts_back} puts {'it' if made.papers == 1 else 'them'} back")
    return chosen.code


def _removed(settings: Settings, output: Output, chosen: Choice) -> Act:
    papers = len(chosen.keys)
    return with_bar(
        settings,
        output,
        "remove papers",
        papers,
        lambda many, course: many.remove(chosen.keys, chosen.words or "--all", course),
    )


def _removals(settings: Settings, output: Output) -> tuple[Removal, ...]:
    with reader_of(settings, output) as reader:
        return reader.removals() if reader else ()


def _undo(settings: Settings, output: Output, *, agreed: bool) -> ExitCode:
    removal = next((one for one in _removals(settings, output) if one.kept), None)
    if removal is None:
        output.aside("nothing to put back")
        return ExitCode.INCOMPLETE
    person = Person(output)
    question = f"put back what was removed {output.styled(removal.line)}?"
    if person.present and not agreed and not person.agrees(question, usual=True):
        output.aside("nothing put back")
        return ExitCode.INCOMPLETE
    papers = removal.losses.papers
    act = Act(f"remove {plural(papers, 'paper')}", papers, removal.number, removal.when, "")
    back = with_bar(settings, output, "put back", papers, lambda many, course: many.undo(act, course))
    output.line(f"{plural(back, 'paper')} put back" if back else act.told_back(back))
    return ExitCode.OK if back else ExitCode.INCOMPLETE


def _list(settings: Settings, output: Output) -> ExitCode:
    removals = _removals(settings, output)
    for removal in removals:
        output.line(output.styled(removal.line))
    if not removals:
        output.aside("nothing was removed")
    return ExitCode.OK


def _forget(settings: Settings, output: Output, *, agreed: bool) -> ExitCode:
    from radar.wiring.libraries import build_library

    kept = [removal for removal in _removals(settings, output) if removal.kept]
    if not kept:
        output.aside("nothing to forget")
        return ExitCode.OK
    papers = sum(removal.losses.papers for removal in kept)
    if not agreed and not _agrees(output, f"let go of {plural(papers, 'paper')} that can be put back?"):
        output.aside("nothing forgotten")
        return ExitCode.INCOMPLETE
    library = build_library(settings)
    try:
        papers = library.forget_removed()
    finally:
        library.close()
    output.line(f"{plural(papers, 'paper')} forgotten; only the names are left")
    return ExitCode.OK


def _agrees(output: Output, question: str) -> bool:
    """Ask, and return whether the answer is yes.

    Raises:
        UsageError: nobody can be asked.
    """
    person = Person(output)
    if not person.present:
        raise UsageError(f"nobody can be asked here: {question}", "Add --yes to go on without asking")
    return person.agrees(question, usual=False)
