"""Acts on all papers that a query finds, with a bar and a line that says what they came to."""

from __future__ import annotations

import argparse
import os
from array import array
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from radar.cli.commands.list_papers import EMPTY, nothing_found
from radar.cli.exit_codes import ExitCode
from radar.cli.named_papers import tell_lacking
from radar.cli.opening import keys_of, reader_of
from radar.cli.output import Output
from radar.cli.progress import ProgressBar, progress_bar
from radar.cli.query_options import add_query_options, options_of, query_of
from radar.cli.typed_again import typed_again
from radar.cli.wrong_use import UsageError
from radar.library.marks.acts import Act
from radar.papers.bases import Value
from radar.papers.reader.removal import Losses
from radar.papers.search.choosing import chooses
from radar.pipeline.course import Course
from radar.pipeline.many_papers import ManyPapers
from radar.settings import Settings

_NEVER_APART = 1 << 62
"""No act has a process of its own: this one has nothing else to do."""
Answer = TypeVar("Answer")
ActOnAll = Callable[[ManyPapers, Sequence[int], Course], Act]


def add_chosen_options(parser: argparse.ArgumentParser) -> None:
    """Add what chooses papers, none of which is not yet all of them."""
    add_query_options(parser)
    parser.add_argument("--all", action="store_true", help="all papers, where nothing else chooses any")


class Choice(Value):
    """Papers that the options choose; at least one."""

    keys: array[int]
    losses: Losses
    """What would be lost with them; nothing where that is not asked."""
    code: ExitCode
    """INCOMPLETE where the options name one that the library lacks."""
    words: str
    """How they were chosen, as it is written."""


def choose(
    settings: Settings, arguments: argparse.Namespace, output: Output, done: str, *, losses: bool = False
) -> Choice | None:
    """Return the papers that the options choose, or say why they choose none.

    Args:
        done: what would be said of the papers.
        losses: whether to tell what would be lost with them.

    Raises:
        UsageError: nothing chooses papers, and all are not asked for.
    """
    writes = not getattr(arguments, "dry_run", False)
    with reader_of(settings, output, writes=writes) as reader:
        query = query_of(arguments, reader)
        if not (chooses(query, date.today()) or arguments.limit or arguments.all):
            papers = 0 if reader is None else reader.counts().papers
            all_of_them = f"all {papers:,} papers" if papers else "all papers"
            raise UsageError(f"that would be {all_of_them}", "Choose some, or add --all to mean all")
        keys = array("q", keys_of(reader, query, arguments.limit) if reader else ())
        code = tell_lacking(reader, query, output) if reader else ExitCode.OK
        if not len(keys):
            output.aside(f"nothing {done}: {nothing_found(reader, query) if reader else EMPTY}")
            return None
        lost = reader.losses(keys) if reader and losses else Losses()
    return Choice(keys, lost, code, options_of(query))


def act_on_all(
    settings: Settings, arguments: argparse.Namespace, output: Output, doing: str, act: ActOnAll, done: str
) -> ExitCode:
    """Do something with all papers that the options choose, and say what it came to.

    Args:
        doing: what the bar says.
        done: what is said of the papers that it changed.

    Returns:
        INCOMPLETE where the options choose no paper, or name one that the library lacks.

    Raises:
        UsageError: nothing chooses papers, and all are not asked for.
    """
    chosen = choose(settings, arguments, output, done)
    if chosen is None:
        return ExitCode.INCOMPLETE
    keys, code = chosen.keys, chosen.code
    made = with_bar(settings, output, doing, len(keys), lambda many, course: act(many, keys, course))
    number = f"{made.papers:,}" if made.papers == len(keys) else f"{made.papers:,} of {len(keys):,}"
    so_already = ", the others were already" if 0 < made.papers < len(keys) else ""
    told = f"{number} {'paper' if len(keys) == 1 else 'papers'} {done}{so_already}"
    were = "it was" if len(keys) == 1 else f"all {len(keys):,} were"
    output.line(output.styled(told if made.papers else f"nothing changed: {were} so already"))
    if made.papers:
        output.aside(f"{typed_again(arguments, 'mark', 'undo')} takes it back")
    return code


def with_bar(
    settings: Settings,
    output: Output,
    doing: str,
    papers: int,
    work: Callable[[ManyPapers, Course], Answer],
) -> Answer:
    """Do something with many papers and show a bar meanwhile; what interrupts it leaves nothing behind."""
    with progress_bar(output) as bar:
        return work(
            ManyPapers(settings.library, str(os.getpid()), _NEVER_APART), _BarCourse(doing, papers, bar)
        )


class _BarCourse(Course):
    def __init__(self, label: str, total: int, bar: ProgressBar) -> None:
        super().__init__(label, total)
        self._bar = bar

    def report(self, done: int, total: int) -> None:
        super().report(done, total)
        self._bar.step(self.label, done, total)
