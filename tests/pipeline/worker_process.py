"""A worker in a process of its own, with a real library and a summariser that keeps a ledger.

Run as `python -m tests.pipeline.worker_process LIBRARY LEDGER ANSWERS`: the summariser answers so many
papers, writing each into the ledger as one that was paid for, and then never answers again.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from radar.abstracts.reading import RULES_VERSION, read
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.jobs.site_wait import ToldOfWait
from radar.papers.listed.paper import Paper
from radar.papers.summaries.summary import Reading
from radar.pipeline.bringing import Bringer
from radar.pipeline.importing import Importer
from radar.pipeline.refreshing import Refresher
from radar.pipeline.rereading import tidy
from radar.pipeline.summarising import Summarising
from radar.pipeline.worker import Worker
from radar.pipeline.worker_lock import WorkerLock
from radar.sources.records.json_lines import JsonLines
from radar.summaries.summariser import Outcome
from tests.pipeline.fakes import FakeSource, FakeSummariser, paper

SECRET = "sk-secret-of-the-test"
_AT_ONCE = 2


class LedgerSummariser(FakeSummariser):
    """Answers a number of papers and then hangs."""

    def __init__(self, ledger: Path, answers: int) -> None:
        super().__init__()
        self._ledger = ledger
        self._answers = answers

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        """Answer and write it down, or wait without end."""
        if self._answers == 0:
            await asyncio.Event().wait()
        if self._answers < 0:
            raise ZeroDivisionError(f"a mistake in the program, with {SECRET} in its message")
        self._answers -= 1
        with self._ledger.open("a", encoding="utf-8") as ledger:
            ledger.write(f"{paper.id}\n")
        return Outcome(self.summary_of(paper))


class Rooms:
    """The rooms of a worker, with a source and a summariser of the test."""

    def __init__(self, library: Path, summariser: LedgerSummariser) -> None:
        self._library = Library.open(library)
        self._reader = LibraryReader.open(library)
        self._summariser = summariser
        self.jobs = JobQueue(self._library)

    def importer(self, finishing: Callable[[int, int], None]) -> Importer:
        """Return the real flow."""
        return Importer(self._library, (JsonLines(),), read, None, finishing)

    def refresher(self, told: ToldOfWait) -> Refresher:
        """Return the real flow over a source of the test."""

        async def close() -> None:
            return

        return Refresher(self._library, lambda name: FakeSource(name, [[paper(1)]]), read, close)

    def bringer(self, told: ToldOfWait) -> Bringer:
        """Return the real flow over a source of the test."""

        async def close() -> None:
            return

        def source(name: str) -> FakeSource:
            return FakeSource(name, [[paper(1)]] if "2603.00001" in name else [])

        return Bringer(self._library, source, lambda text: (f"arxiv:id/{text}",), read, close)

    def summarising(self, name: str) -> Summarising:
        """Return the real flow over the summariser of the test."""
        return Summarising(self._library, self._reader, self._summariser, read, _AT_ONCE)

    def at_once(self, name: str) -> int:
        """Return what `summarising` is given too."""
        return _AT_ONCE

    def tidy(self, report: Callable[[int, int], None]) -> bool:
        """Do the real thing."""
        return tidy(self._library, read, RULES_VERSION, report)

    def close(self) -> None:
        """Close the library."""
        self._reader.close()
        self._library.close()


def make_worker(library: Path, ledger: Path, answers: int) -> Worker:
    """Return a worker as this module runs it."""
    return Worker(
        WorkerLock(library),
        lambda: Rooms(library, LedgerSummariser(ledger, answers)),
        secrets=lambda: (SECRET,),
    )


if __name__ == "__main__":
    sys.exit(make_worker(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])).run())
