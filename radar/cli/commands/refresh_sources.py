"""`radar refresh`: what the sources have listed since."""

from __future__ import annotations

import argparse
import asyncio
import shlex
from collections.abc import Sequence
from contextlib import aclosing
from datetime import date

from radar.cli.exit_codes import ExitCode, exit_code_of
from radar.cli.opening import migration_shown, settings_of
from radar.cli.output import Output
from radar.cli.progress import ProgressBar, progress_bar
from radar.cli.rereading import read_again
from radar.cli.wrong_use import UsageError
from radar.errors import ListingError, RadarError, SettingsError
from radar.papers.bases import Value
from radar.papers.jobs.site_wait import SiteWait, span_line
from radar.papers.reader.removal import STAYS_AWAY
from radar.papers.search.days import FORMS, span_of
from radar.pipeline.events import PageKept, Refreshed
from radar.pipeline.items_left_out import lines_of
from radar.pipeline.refreshing import Refresher

DETAILS = (
    "Without a SOURCE it asks those of the settings, and once a day whether the code of starred papers is\n"
    "out. Sites are asked at the same time and at the pace that each asks for; one that fails does not\n"
    "stop the others, and what came before its failure is kept. radar sources tells how each stands.\n\n"
    "With --since it goes back to a day, page by page: the same command goes on where the last one\n"
    "ended, and what is at its end is not asked again, unless --anew says so.\n\n"
    "For cron: radar refresh --quiet says nothing unless something is new or fails. An item of a feed that\n"
    "is no paper is told once, with its place and why."
)
"""More about it, for its --help."""


class Wish(Value):
    """What is asked for, and how it is told."""

    since: date | None = None
    anew: bool = False
    starred: bool = False
    quiet: bool = False
    as_json: bool = False


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "sources", nargs="*", metavar="SOURCE", help="hf:daily, arxiv:cs.CL, ...; those of the settings"
    )
    parser.add_argument("--since", type=_day, metavar="DAY", help=f"go back to a day: {FORMS}")
    parser.add_argument("--anew", action="store_true", help="with --since: begin at the newest paper again")
    parser.add_argument("--quiet", action="store_true", help="say only what is new and what fails")
    parser.add_argument("--json", action="store_true", help="a JSON object for each source")
    parser.set_defaults(rest="sources")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Ask the sources and say what came of each."""
    from radar.wiring.libraries import build_library
    from radar.wiring.listings import build_refresher

    if arguments.anew and arguments.since is None:
        raise UsageError("--anew needs a --since", "radar refresh arxiv:cs.CL --since 30d --anew")
    settings = settings_of(arguments)
    names: Sequence[str] = arguments.sources or settings.source_names
    if not names:
        if settings.followed:
            name = shlex.quote(settings.followed[0].name)
            hint = f"radar refresh {name} asks one all the same; off = true in the settings keeps it out"
            raise SettingsError("all sources are off", hint)
        raise SettingsError("no sources are set", "Name one: radar refresh hf:daily")
    all_of_them = not arguments.sources and arguments.since is None
    starred = all_of_them and settings.follow_starred
    wish = Wish(arguments.since, arguments.anew, starred, arguments.quiet, arguments.json)
    with migration_shown(output) as report:
        library = build_library(settings, report)
    try:
        with progress_bar(output) as bar:
            told = Told(output, bar, wish)
            refresher = build_refresher(settings, library, told.wait)
            code = asyncio.run(refresh(refresher, names, told))
        read_again(library, output)
        return code
    finally:
        library.close()


async def refresh(refresher: Refresher, names: Sequence[str], told: Told) -> int:
    """Ask the sources with this refresher, say what came of each, and return the exit code."""
    wish = told.wish
    events = refresher.run(names, since=wish.since, anew=wish.anew, starred=wish.starred)
    async with aclosing(refresher), aclosing(events):
        async for event in events:
            match event:
                case Refreshed():
                    told.end(event)
                case PageKept():
                    told.page(event)
    told.tell_removed()
    return told.code


class Told:
    """Says what happens while sources are asked."""

    def __init__(self, output: Output, bar: ProgressBar, wish: Wish) -> None:
        self.wish = wish
        self.code = ExitCode.OK
        self._removed = 0
        self._output = output
        self._bar = bar
        self._label = "asking the sources"
        self._done: tuple[float, float | None] = (0, None)

    def wait(self, wait: SiteWait) -> None:
        """Say that a site is given time."""
        self._bar.step(f"{self._label}, {wait.line}", *self._done)

    def page(self, page: PageKept) -> None:
        """Say how far a source is."""
        papers = f"{page.papers:,}" + (f" of about {page.total:,}" if page.total else "")
        left = f", about {span_line(page.left)} left" if page.left else ""
        self._label = f"{page.source}: {papers} papers{left}"
        self._done = (page.share, 1.0) if page.share is not None else (page.papers, page.total)
        self._bar.step(self._label, *self._done)

    def end(self, event: Refreshed) -> None:
        """Say what came of a source, and which items are new to it that were not understood."""
        self._bar.clear()
        for line in lines_of(event.left_out):
            self._output.aside(f"{event.source}: {line}")
        if event.error is not None:
            self.code = max(self.code, _code_of(event.error))
        if self.wish.as_json:
            if not self.wish.quiet or event.error or event.new or event.updated:
                self._output.json(_record(event))
        elif event.error is not None:
            shown = RadarError(event.failure, event.error.hint)
            shown.title = event.error.title
            self._output.error(shown, about=event.called)
        elif not self.wish.quiet or event.new or event.updated:
            self._output.line(self._output.styled(event.line))
            self._removed += event.removed

    def tell_removed(self) -> None:
        """Say what to do about papers that were left out, once for all sources."""
        if self._removed:
            self._output.aside(STAYS_AWAY)


def _code_of(error: RadarError) -> ExitCode:
    """Return the status for a source that failed: a site that answers nonsense is as good as out of reach."""
    return ExitCode.UNREACHABLE if isinstance(error, ListingError) else exit_code_of(error)


def _record(event: Refreshed) -> dict[str, object]:
    return {
        "source": event.source,
        "label": event.label,
        "papers": event.papers,
        "new": event.new,
        "known": event.known,
        "updated": event.updated,
        "removed": event.removed,
        "not_understood": event.not_understood,
        "dates_not_believed": event.dated_too_far,
        "left_out": [
            {"item": item.line, "reason": item.reason, "text": item.text} for item in event.left_out
        ],
        "error": event.error.message if event.error else None,
        "hint": event.error.hint if event.error else None,
        "again": event.again.isoformat() if event.again else None,
        "answered": event.answered.isoformat() if event.answered else None,
        "note": event.note or None,
    }


def _day(text: str) -> date:
    """An argument type: the first day of what a text names."""
    today = date.today()
    span = span_of(text.strip(), today)
    if span is None or span.first > today:
        raise argparse.ArgumentTypeError(f"no day that has been; it takes {FORMS}")
    return span.first
