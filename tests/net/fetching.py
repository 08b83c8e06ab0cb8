"""A fetcher of pages for tests, and a clock that passes only while somebody sleeps."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from radar.net.http import HttpClient
from radar.net.page_store import PageStore
from radar.net.pages import PageFetcher
from radar.net.turns import Turns
from radar.papers.jobs.site_wait import SiteWait
from tests.net.loopback import Loopback


class Clock:
    """Begins at a moment of 2026 and goes on by what is slept."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
        await asyncio.sleep(0)


class Heard:
    """Remembers the waits that were told."""

    def __init__(self) -> None:
        self.waits: list[SiteWait] = []

    def __call__(self, wait: SiteWait) -> None:
        self.waits.append(wait)

    @property
    def lines(self) -> list[str]:
        return [wait.line for wait in self.waits]


async def until_asked(site: Loopback, times: int = 1) -> None:
    """Wait until a site has been asked that often."""
    async with asyncio.timeout(20):
        while len(site.arrived) < times:  # noqa: ASYNC110 - it is another thread that is waited for
            await asyncio.sleep(0.01)


@asynccontextmanager
async def fetching(
    folder: Path | None = None,
    *,
    clock: Clock | None = None,
    gaps: Mapping[str, float] | None = None,
    seconds: float = 5.0,
    attempts: int = 4,
) -> AsyncIterator[PageFetcher]:
    """Give a fetcher that keeps pages in a folder, where one is named, and shares its turns there."""
    clock = clock or Clock()
    client = HttpClient(user_agent="radar/test", timeout=seconds, sleep=clock.sleep, attempts=attempts)
    turns = Turns(folder and folder / "turns", gaps=gaps, sleep=clock.sleep, clock=clock)
    pages = PageFetcher(client, turns, PageStore(folder / "pages") if folder else None)
    try:
        yield pages
    finally:
        await pages.aclose()
