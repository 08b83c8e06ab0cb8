"""`radar summarise`: papers given to a summariser, here and now."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from radar.cli.agreeing import YES_HELP, asked, what_it_takes
from radar.cli.commands.list_papers import nothing_found
from radar.cli.commands.show_papers import not_found
from radar.cli.exit_codes import ExitCode, exit_code_of
from radar.cli.named_papers import tell_lacking
from radar.cli.opening import keys_of, migration_shown, refuse_missing, settings_of
from radar.cli.output import Output
from radar.cli.parser import UsageError
from radar.cli.progress import ProgressBar, progress_bar
from radar.cli.query_options import add_query_options, asked_by, query_of
from radar.errors import BudgetReached, SummariserError
from radar.papers.bases import Mutable, field
from radar.papers.jobs.standstill import Standstill
from radar.papers.summaries.failed_checks import not_sent
from radar.papers.text.money import cost_told
from radar.pipeline.events import (
    Skipped,
    Summarised,
    SummariseEnded,
    SummariseEvent,
    SummariseStarted,
    Waiting,
)
from radar.settings import Settings

if TYPE_CHECKING:
    from radar.pipeline.radar import Radar
    from radar.pipeline.summarising import Summarising

_SHOWN = 10


DETAILS = (
    "Says how many papers and tokens it takes, and the price where one is known, before anything\n"
    "is sent. What was summarised before is passed over, so an interrupted run goes on where it was;\n"
    "with --again those that have such a summary are asked about anew."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    add_query_options(parser)
    parser.add_argument(
        "--ids", nargs="+", default=[], metavar="ID", help="these papers, instead of a query and filters"
    )
    parser.add_argument(
        "--summariser", default="", metavar="NAME", help="who summarises; the one of the settings"
    )
    parser.add_argument(
        "--again", action="store_true", help="ask anew about papers too that have such a summary already"
    )
    parser.add_argument("--yes", action="store_true", help=YES_HELP)


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Say what will be sent, ask, summarise, and say what came of it."""
    from radar.wiring.radars import build_radar
    from radar.wiring.summarisers import build_summarising

    settings = settings_of(arguments)
    name = _name(arguments, settings)
    refuse_missing(settings)
    with migration_shown(output) as report:
        radar = build_radar(settings, report)
    try:
        keys, complete = _keys(radar, arguments, output)
        code = ExitCode.OK if complete else ExitCode.INCOMPLETE
        if not keys:
            return ExitCode.INCOMPLETE
        # Made before anybody is asked: a key or a prompt that is missing is refused first.
        summarising = build_summarising(settings, radar.library, radar.reader, name)
        if not _agreed(radar, keys, name, arguments, output):
            output.aside("nothing was sent")
            return code
        return max(code, _summarise(summarising, keys, arguments.again, output))
    finally:
        radar.close()


def _name(arguments: argparse.Namespace, settings: Settings) -> str:
    """Return who summarises; raises SummariserError before anybody is asked anything."""
    from radar.wiring.summarisers import build_summariser, summariser_names

    name = settings.summariser_meant(arguments.summariser) or settings.chosen_summariser
    nobody = name == "offline" and not (arguments.summariser or settings.summariser)
    lack = settings.endpoint_lack
    if lack and (nobody or name == "endpoint"):
        raise SummariserError(
            f"{lack}, and every paper has its offline summary already",
            "radar endpoint add asks what to set; or name one with --summariser",
        )
    if name not in summariser_names(settings):
        build_summariser(settings, name)
    return name


def _keys(radar: Radar, arguments: argparse.Namespace, output: Output) -> tuple[list[int], bool]:
    """Return the keys asked for, and whether every id was found."""
    if not arguments.ids:
        query = query_of(arguments, radar.reader)
        keys = keys_of(radar.reader, query, arguments.limit)
        complete = tell_lacking(radar.reader, query, output) is ExitCode.OK
        if not keys:
            output.aside(nothing_found(radar.reader, query))
        return keys, complete
    if others := asked_by(arguments):
        raise UsageError(f"{', '.join(others)} and --ids exclude each other", "Leave one of them out")
    found = [(paper_id, radar.reader.key_of(paper_id)) for paper_id in dict.fromkeys(arguments.ids)]
    for paper_id, key in found:
        if key is None:
            output.error(not_found(paper_id))
    keys = list(dict.fromkeys(key for _, key in found if key is not None))
    return keys[: arguments.limit], all(key is not None for _, key in found)


def _agreed(
    radar: Radar, keys: Sequence[int], name: str, arguments: argparse.Namespace, output: Output
) -> bool:
    """Say what it will take, and ask where something leaves the machine."""
    takes = what_it_takes(radar, keys, name, arguments.again)
    if takes.notice:
        output.aside(takes.notice)
    output.aside(takes.told)
    return takes.free or arguments.yes or asked(output)


def _summarise(summarising: Summarising, keys: Sequence[int], again: bool, output: Output) -> int:
    with progress_bar(output, patience=0) as bar:
        report = _Report(output, bar, len(keys), again=again)
        try:
            asyncio.run(_tell_all(summarising, keys, again, report))
        except KeyboardInterrupt:
            bar.clear()
            next_time = "asks anew for those that have a summary" if again else "goes on from there"
            output.aside(f"interrupted: {report.done:,} summarised and kept; the same command {next_time}")
            return ExitCode.INTERRUPTED
    return report.code


async def _tell_all(summarising: Summarising, keys: Sequence[int], again: bool, report: _Report) -> None:
    async with aclosing(summarising), aclosing(summarising.run(keys, again)) as events:
        async for event in events:
            report.tell(event)


class _Report(Mutable):
    """Says what happens during a run."""

    output: Output
    bar: ProgressBar
    total: int
    done: int = 0
    failed: int = 0
    skipped: int = 0
    waiting: str = ""
    logged: dict[str, int] = field(default_factory=dict)
    """How many pauses of each kind there were."""
    code: ExitCode = ExitCode.OK
    again: bool = False
    """Whether papers are asked about that have a summary."""

    def tell(self, event: SummariseEvent) -> None:
        match event:
            case SummariseStarted(total=total):
                self.total = total
            case Skipped():
                self.skipped += 1
            case Summarised(error=None, summary=summary):
                held = summary is not None and not_sent(summary).papers
                self.skipped += bool(held)
                self.done += not held
            case Summarised(error=error, paper_id=paper_id):
                self.failed += 1
                if self.failed <= _SHOWN:
                    self.bar.aside(f"{paper_id}: {error}")
            case Waiting(standstill=standstill):
                self.waiting = standstill.line
                self._log_pause(standstill)
            case SummariseEnded():
                self._tell_ended(event)
                return
        failed = f", {self.failed:,} failed" if self.failed else ""
        waiting = f"; {self.waiting}" if self.waiting else ""
        self.bar.step(
            f"{self.done:,} summarised{failed}{waiting}", self.done + self.failed + self.skipped, self.total
        )

    def _log_pause(self, pause: Standstill) -> None:
        """Write a pause down where no bar shows it: of one kind the first few, then ever fewer."""
        # A silence ends with an answer or with an error, which is written down.
        if not pause.why or pause.silent_since is not None or self.output.person_aside:
            return
        self.logged[pause.why] = count = self.logged.get(pause.why, 0) + 1
        if count <= _SHOWN or not count & (count - 1):
            self.output.aside(pause.line)

    def _tell_ended(self, event: SummariseEnded) -> None:
        self.bar.clear()
        cost = "" if event.cost is None else f", {cost_told(event.cost)}"
        tokens = (
            f"; {event.tokens_in:,} tokens sent, {event.tokens_out:,} received{cost}"
            if event.tokens_in
            else ""
        )
        cached = f" ({event.cached:,} from the cache)" if event.cached else ""
        parts = (event.answers(cached), *event.counts)
        held = f"; {event.not_sent.line}" if event.not_sent.papers else ""
        self.output.line(self.output.styled(f"{', '.join(parts)}{held}{tokens}"))
        if event.warning:
            self.output.aside(event.warning)
        if event.failed:
            self.code = ExitCode.INCOMPLETE
        if event.stopped is not None:
            self.output.error(event.stopped)
            if self.again and event.done and isinstance(event.stopped, BudgetReached):
                self.output.aside("--again asks anew about those that have a summary, those of this run too")
            self.code = exit_code_of(event.stopped)
