"""`radar read`: the filter form, JSON lines in and JSON lines out, without a library."""

from __future__ import annotations

import argparse
import asyncio
import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING

from radar.cli.exit_codes import ExitCode
from radar.cli.opening import say_who_writes, settings_of
from radar.cli.output import Output, printable
from radar.cli.parser import named_place
from radar.errors import ListingError
from radar.papers.bases import Mutable
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Summary
from radar.papers.text.places import at_home
from radar.pipeline.headless import BadLine, ReadEvent, offline_reading, read_offline, read_with
from radar.pipeline.patience import Patience

if TYPE_CHECKING:
    from radar.summaries.summariser import Summariser

DETAILS = (
    "In: {id, title, abstract, comment?}. Out, in the same order: {id, takeaway, code, code_url, data,\n"
    "data_url, results, sota, evidence, provenance}. Bad lines are told on standard error with their\n"
    "number, ten of them while nothing comes out, and make the exit code 1; the others come out all the\n"
    "same.\n\n"
    "Other formats, such as BibTeX and RIS, are read by radar import, into the library."
)
"""More about it, for its --help."""
_SHOWN = 10
"""Bad lines that are told while nothing comes out: the file may hold something else altogether."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "file",
        nargs="?",
        default="-",
        type=named_place,
        metavar="FILE",
        help="JSON lines, gzipped or not; - is standard input",
    )
    parser.add_argument("--summariser", default="offline", metavar="NAME", help="who summarises (offline)")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print one JSON line a paper; the exit code tells whether a line was bad."""
    report = _Report(output, "" if arguments.file == "-" else printable(Path(arguments.file).name))
    say_who_writes(output, [arguments.file])
    with _opened(arguments.file) as file:
        lines = _lines(file, arguments.file)
        if arguments.summariser == "offline":
            report.prompt = not _is_file(file)
            for event in read_offline(lines, offline_reading()):
                report.tell(event)
        else:
            _ask(arguments, lines, report)
    report.tell_ended()
    return report.code


def _ask(arguments: argparse.Namespace, lines: Iterable[bytes], report: _Report) -> None:
    from radar.wiring.endpoints import concurrency_of
    from radar.wiring.libraries import library_with_ledger
    from radar.wiring.summarisers import build_paid_summariser

    settings = settings_of(arguments)
    with library_with_ledger(settings) as library:
        summariser = build_paid_summariser(settings, library, arguments.summariser)
        at_once = concurrency_of(settings, arguments.summariser)
        asyncio.run(_ask_all(summariser, lines, report, at_once))


async def _ask_all(summariser: Summariser, lines: Iterable[bytes], report: _Report, at_once: int) -> None:
    from radar.abstracts.reading import read

    async def ask(paper: Paper) -> Summary:
        outcome = await summariser.summarise(paper, read(paper))
        return outcome.summary

    patience = Patience.for_requests(at_once)
    reading = read_with(lines, ask, offline_reading(), at_once=at_once, patience=patience)
    try:
        async with aclosing(reading) as events:
            async for event in events:
                report.tell(event)
    finally:
        await summariser.aclose()
        report.warn(getattr(summariser, "warning", ""))


class _Report(Mutable):
    """Prints what comes out, and says what did not."""

    output: Output
    name: str = ""
    """Name of the file; empty for standard input."""
    prompt: bool = True
    """Whether each line goes out at once, because somebody may wait for it."""
    code: ExitCode = ExitCode.OK
    _came_out: bool = False
    _no_json: bool = False
    _bad: int = 0
    """Bad lines while nothing came out."""

    def tell(self, event: ReadEvent) -> None:
        if isinstance(event, BadLine):
            self._no_json = self._no_json or event.no_record
            self._bad += not self._came_out
            self.code = ExitCode.INCOMPLETE
            if self._came_out or self._bad <= _SHOWN:
                self._complain(event.line, event.reason)
            return
        if not self._came_out:
            self._tell_untold()
        self._came_out = True
        self.output.json_text(event.text)
        if self.prompt:
            self.output.flush()
        if event.problem:
            self._complain(event.line, f"read offline instead: {event.problem}")

    def warn(self, warning: str) -> None:
        """Say what the reader should know of the model or the cache, if there is something."""
        if warning:
            self.output.aside(warning)

    def tell_ended(self) -> None:
        """Say what other files are for, where this one is none that can be read here."""
        if self._came_out:
            return
        self._tell_untold()
        if self._no_json:
            what = self.name or "standard input"
            self.output.aside(
                f"{what} holds no paper in JSON lines, which is what radar read takes; "
                "radar import takes BibTeX, RIS and the other formats"
            )

    def _tell_untold(self) -> None:
        if (untold := self._bad - _SHOWN) > 0:
            self.output.aside(f"and {untold:,} more bad {'line' if untold == 1 else 'lines'}")

    def _complain(self, line: int, reason: str) -> None:
        self.code = ExitCode.INCOMPLETE
        self.output.aside(f"{self.name}:{line}: {reason}" if self.name else f"line {line}: {reason}")


def _opened(name: str) -> io.BufferedReader:
    """Open the file or standard input; raises ListingError for what cannot be opened."""
    if name == "-" and sys.stdin is None:
        raise ListingError("standard input is closed", "Name a file, or pipe lines in")
    try:
        # Standard input by a descriptor of its own: at the end of the program nobody waits for a thread
        # that is blocked on a silent pipe.
        return open(os.dup(sys.stdin.fileno()) if name == "-" else at_home(name), "rb")  # noqa: PTH123
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def _lines(file: io.BufferedReader, name: str) -> Iterator[bytes]:
    try:
        zipped = file.peek(2)[:2] == b"\x1f\x8b"
        yield from gzip.GzipFile(fileobj=file) if zipped else file
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: Exception) -> ListingError:
    shown = "standard input" if name == "-" else printable(name)
    return ListingError(f"{shown} cannot be read: {getattr(error, 'strerror', None) or error}")


def _is_file(file: io.BufferedReader) -> bool:
    return stat.S_ISREG(os.fstat(file.fileno()).st_mode)
