"""A refresh in a process of its own, which waits without end at a stage, to be killed there.

Run as `python -m tests.pipeline.refreshing_process LIBRARY STAGE BACK`: it begins once a line is written to
it, says "here" when it waits, and at its end which pages it asked for and what came of them. BACK is "back"
for a back-fill.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import aclosing, closing
from datetime import date
from pathlib import Path

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.papers.jobs.source_state import BackFill, SourceState
from radar.papers.listed.listing import Listing, ListingPage, NotUnderstood
from radar.papers.listed.paper import Paper
from radar.pipeline.events import Refreshed
from radar.pipeline.refreshing import Refresher
from tests.pipeline.fakes import NOON, FakeSource, paper

PAGES = 4
A_PAGE = 5
NAME = "arxiv:cs.CL"
SINCE = date(2026, 1, 1)
STAGES = ("asked", "fetching", "fetched", "added", "noted", "state", "ending")
"""Where a refresh can be: before any page, amid the second page in turn, or after the last one."""


def here() -> None:
    """Say that the stage is reached, and stay there."""
    print("here", flush=True)
    time.sleep(600)


class Stopping(FakeSource):
    """A source of some pages that stops where it is told to."""

    def __init__(self, stage: str) -> None:
        listed: list[list[Paper | NotUnderstood]] = [
            [paper(page * A_PAGE + number) for number in range(A_PAGE)] for page in range(PAGES)
        ]
        super().__init__(NAME, listed, goes_back=True, total=PAGES * A_PAGE)
        self.stage = stage
        self.given: list[int] = []

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Yield the pages, each with where to go on from."""
        if self.stage == "asked":
            here()
        for number in range(int(resume or 0), PAGES):
            if self.stage == "fetching" and number == 1:
                here()
            self.given.append(number)
            if self.stage == "fetched" and number == 1:
                here()
            on = str(number + 1) if number + 1 < PAGES else ""
            yield ListingPage(Listing(self.name), str(number), NOON, on, self.total)
        if self.stage == "ending":
            here()


class StoppingLibrary(Library):
    """The real library, which stops around what it is asked to note."""

    stage = ""
    notes = 0
    states = 0

    def note_back_fill(self, fill: BackFill) -> None:
        """Note it; the third time is that of the second page."""
        self.notes += 1
        if self.stage == "added" and self.notes == 3:
            here()
        super().note_back_fill(fill)
        if self.stage == "noted" and self.notes == 3:
            here()

    def note_source(self, state: SourceState) -> None:
        """Note it; the third time is that of the second page."""
        self.states += 1
        if self.stage == "state" and self.states == 3:
            here()
        super().note_source(state)


async def _run(library: Library, source: Stopping, back: bool) -> str:
    async def close() -> None:
        return

    refresher = Refresher(library, lambda name: source, read, close)
    async with aclosing(refresher.run([NAME], since=SINCE if back else None)) as events:
        done = [event async for event in events if isinstance(event, Refreshed)]
    return " ".join([",".join(map(str, source.given)), *(f"{event.new}/{event.known}" for event in done)])


def main(path: str, stage: str, back: str) -> None:
    """Refresh once."""
    sys.stdin.readline()
    with closing(StoppingLibrary(Path(path))) as library:
        library.stage = stage
        print(asyncio.run(_run(library, Stopping(stage), back == "back")), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
