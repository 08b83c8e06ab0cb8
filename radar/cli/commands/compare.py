"""`radar compare`: the same papers by several summarisers, counted and side by side."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from contextlib import ExitStack, aclosing
from typing import TYPE_CHECKING

from radar.cli.agreeing import YES_HELP, asked, what_it_takes
from radar.cli.commands.list_papers import nothing_found
from radar.cli.comparison_record import comparison_record
from radar.cli.comparison_table import print_comparison
from radar.cli.exit_codes import ExitCode, exit_code_of
from radar.cli.named_papers import tell_lacking
from radar.cli.opening import keys_of, migration_shown, refuse_missing, settings_of
from radar.cli.output import Output
from radar.cli.parser import UsageError, at_least_one
from radar.cli.progress import ProgressBar, progress_bar
from radar.cli.query_options import add_query_options, query_of
from radar.errors import SummariserError
from radar.papers.bases import Mutable, field
from radar.pipeline.events import Skipped, Summarised, SummariseEnded, Waiting
from radar.settings import Settings

if TYPE_CHECKING:
    from radar.papers.summaries.not_sent import NotSent
    from radar.pipeline.comparing import Compared, Comparing, Step
    from radar.pipeline.comparison import Comparison
    from radar.pipeline.radar import Radar

_PAPERS = 50
_DIFFERING = 3
_SHOWN = 5

DETAILS = (
    f"The first {_PAPERS} papers, unless --limit says otherwise. "
    "What a summariser made before is taken as it is, and only what is missing is asked for; first it says "
    "what that takes, and asks. What the list shows stays as it was. Together they are one run, as far as "
    "its budget goes.\n\n"
    "Seconds are measured while it runs, so there are none for what was there already. Tokens and money are "
    "those of the summaries themselves, whenever they were made."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "--summarisers",
        default="",
        metavar="A,B,...",
        help="who is compared, such as endpoint,offline; the one of the settings and offline",
    )
    add_query_options(parser)
    parser.set_defaults(limit=_PAPERS)
    parser.add_argument(
        "--differing",
        type=at_least_one,
        default=_DIFFERING,
        metavar="N",
        help=f"show the N papers that they differ most about side by side ({_DIFFERING})",
    )
    parser.add_argument("--json", action="store_true", help="one line of JSON, with every paper")
    parser.add_argument("--yes", action="store_true", help=YES_HELP)


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Say what will be sent, ask, have the papers summarised, and print the comparison."""
    from radar.pipeline.comparing import Comparing
    from radar.pipeline.spending import RunTotals
    from radar.wiring.radars import build_radar
    from radar.wiring.summarisers import build_summarising

    settings = settings_of(arguments, output)
    names = _names(arguments.summarisers, settings)
    refuse_missing(settings)
    with migration_shown(output) as report:
        radar = build_radar(settings, report)
    with ExitStack() as until_done:
        until_done.callback(radar.close)
        query = query_of(arguments, radar.reader)
        keys = keys_of(radar.reader, query, arguments.limit)
        code = tell_lacking(radar.reader, query, output)
        if not keys:
            output.aside(nothing_found(radar.reader, query))
            return ExitCode.INCOMPLETE
        # Made before anybody is asked: a key or a prompt that is missing is refused first.
        spent = RunTotals()
        runs = [build_summarising(settings, radar.library, radar.reader, name, spent=spent) for name in names]
        comparing = Comparing(radar.library, radar.reader, runs)
        if not _agreed(radar, comparing, keys, names, arguments.yes, output):
            output.aside("nothing was sent")
            return code
        return max(code, _compare(comparing, keys, arguments, output))


def _names(given: str, settings: Settings) -> list[str]:
    """Return who is compared.

    Raises:
        UsageError: there are not two of them.
        SummariserError: the endpoint is one, and none is set.
    """
    chosen = given or f"{settings.chosen_summariser},offline"
    named = filter(None, map(str.strip, chosen.split(",")))
    names = list(dict.fromkeys(map(settings.summariser_meant, named)))
    if settings.endpoint_lack and ("endpoint" in names or (not given and names == ["offline"])):
        raise SummariserError(
            settings.endpoint_lack,
            "radar endpoint add asks what to set; or name others with --summarisers",
        )
    if len(names) < 2:
        raise UsageError("a comparison needs two summarisers", "Name them: --summarisers endpoint,offline")
    return names


def _agreed(
    radar: Radar, comparing: Comparing, keys: Sequence[int], names: Sequence[str], yes: bool, output: Output
) -> bool:
    """Say what each will take, and ask once where something leaves the machine."""
    asks = False
    turns = zip(names, comparing.missing(keys), comparing.held_before(keys), strict=True)
    for name, missing, held in turns:
        before = _before(len(keys) - len(missing), held)
        if not missing:
            output.aside(f"{name}: {before if held.papers else 'all done before'}")
            continue
        takes = what_it_takes(radar, missing, name)
        if takes.notice:
            output.aside(f"{name}: {takes.notice}")
        output.aside(f"{name}: {takes.told}" + (f"; of the others {before}" if before else ""))
        asks = asks or not takes.free
    return not asks or yes or asked(output)


def _before(papers: int, held: NotSent) -> str:
    """Return what became of papers that are not asked about again; empty for none."""
    done = papers - held.papers
    return ", ".join(filter(None, (f"{done:,} done before" if done else "", held.line)))


def _compare(
    comparing: Comparing,
    keys: Sequence[int],
    arguments: argparse.Namespace,
    output: Output,
) -> int:
    with progress_bar(output, patience=0) as bar:
        report = _Report(output, bar, len(keys))
        try:
            asyncio.run(_tell_all(comparing, keys, report))
        except KeyboardInterrupt:
            bar.clear()
            output.aside("interrupted: what is done is kept; the same command goes on from there")
            return ExitCode.INTERRUPTED
    assert report.comparison is not None
    if arguments.json:
        output.json(comparison_record(report.comparison))
    else:
        print_comparison(report.comparison, arguments.differing, output)
    return report.code


async def _tell_all(comparing: Comparing, keys: Sequence[int], report: _Report) -> None:
    async with aclosing(comparing), aclosing(comparing.run(keys)) as steps:
        async for step in steps:
            report.tell(step)


class _Report(Mutable):
    """Says what happens during the runs."""

    output: Output
    bar: ProgressBar
    papers: int
    comparison: Comparison | None = None
    code: ExitCode = ExitCode.OK
    turn: int = 0
    """Whose turn it is."""
    done: int = 0
    """Papers of that one."""
    waiting: str = ""
    """Why that one asks nobody now; empty while it does."""
    failed: dict[str, int] = field(default_factory=dict)

    def tell(self, step: Step | Compared) -> None:
        from radar.pipeline.comparing import Compared

        if isinstance(step, Compared):
            self.bar.clear()
            self.comparison = step.comparison
            return
        match step.event:
            case Summarised(error=error, paper_id=paper_id) if error is not None:
                self.failed[step.name] = failed = self.failed.get(step.name, 0) + 1
                self.code = max(self.code, ExitCode.INCOMPLETE)
                if failed <= _SHOWN:
                    self.bar.aside(f"{step.name}: {paper_id}: {error}")
            case SummariseEnded(stopped=stopped) if stopped is not None:
                self.bar.clear()
                self.output.error(stopped, step.name)
                self.code = max(self.code, exit_code_of(stopped))
            case SummariseEnded(warning=warning) if warning:
                self.bar.aside(f"{step.name}: {warning}")
            case Waiting(standstill=standstill):
                self.waiting = standstill.line
                self._step(step, 0)
        if isinstance(step.event, Summarised | Skipped):
            self._step(step, 1)

    def _step(self, step: Step, papers: int) -> None:
        if step.number != self.turn:
            self.turn, self.done = step.number, 0
            self.waiting = self.waiting if isinstance(step.event, Waiting) else ""
        self.done += papers
        waiting = f"; {self.waiting}" if self.waiting else ""
        self.bar.step(f"{step.name}, {self.done:,} of {self.papers:,}{waiting}", self.done, self.papers)
