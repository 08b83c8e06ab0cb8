"""Sources into a real library."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing

from radar.abstracts.reading import read
from radar.errors import LibraryError, NetworkError, Offline, SettingsError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.listing import NotUnderstood
from radar.pipeline.events import Refreshed
from radar.pipeline.refreshing import Refresher
from radar.sources.source import Source
from tests.net.loopback import Waits
from tests.pipeline.fakes import FakeSource, paper


def _refresher(
    library: Library,
    *sources: FakeSource,
    closed: list[str] | None = None,
    sleep: Callable[[float], Awaitable[None]] | None = None,
) -> Refresher:
    by_name = {source.name: source for source in sources}

    def source_of(name: str) -> Source:
        if name not in by_name:
            raise SettingsError(f"no source is called {name}")
        return by_name[name]

    async def close() -> None:
        if closed is not None:
            closed.append("connections")

    return Refresher(library, source_of, read, close, sleep=sleep or Waits())


async def _run(refresher: Refresher, *names: str) -> dict[str, Refreshed]:
    async with aclosing(refresher.run(names)) as events:
        return {event.source: event async for event in events if isinstance(event, Refreshed)}


async def test_papers_of_every_page_are_committed_under_their_source(
    library: Library, reader: LibraryReader
) -> None:
    source = FakeSource("hf:daily", [[paper(1), paper(2)], [paper(2), paper(3)]])
    done = await _run(_refresher(library, source), "hf:daily")
    assert done["hf:daily"] == Refreshed("hf:daily", 4, 3, 1, 0, 0, None)
    assert done["hf:daily"].line == "hf:daily: 4 papers: 3 new, 1 known"
    entry = reader.entry(reader.key_of("arxiv:2603.00003") or 0)
    assert entry is not None
    assert [origin.name for origin in entry.origins] == ["hf:daily"]


async def test_a_source_that_fails_stops_no_other_and_keeps_its_first_pages(
    library: Library, reader: LibraryReader
) -> None:
    dead = FakeSource("arxiv:cs.CL", failure=Offline("no connection to export.arxiv.org"))
    halfway = FakeSource("arxiv:cs.LG", [[paper(1)]], failure=NetworkError("page 2 did not come"))
    good = FakeSource("hf:daily", [[paper(2)]])
    done = await _run(
        _refresher(library, dead, halfway, good), "arxiv:cs.CL", "arxiv:cs.LG", "hf:daily", "nowhere"
    )
    assert isinstance(done["arxiv:cs.CL"].error, Offline)
    assert done["arxiv:cs.CL"].line == "arxiv:cs.CL: no connection to export.arxiv.org"
    assert done["arxiv:cs.LG"].line == "arxiv:cs.LG: page 2 did not come (1 paper: 1 new, 0 known)"
    assert isinstance(done["nowhere"].error, SettingsError)
    assert done["hf:daily"].error is None
    assert reader.counts().papers == 2


async def test_lines_that_are_not_understood_are_reported(library: Library) -> None:
    bad = NotUnderstood(7, "no title", "{}")
    refresher = _refresher(library, FakeSource("hf:daily", [[paper(1), bad]]))
    async with aclosing(refresher.run(["hf:daily"])) as events:
        got = [event async for event in events]
    assert got[0] == bad
    assert isinstance(got[1], Refreshed)
    assert got[1].not_understood == 1


async def test_different_sites_are_asked_at_the_same_time(library: Library) -> None:
    together = asyncio.Barrier(2)
    sources = [FakeSource(name, [[paper(1)]], together=together) for name in ("hf:daily", "arxiv:cs.CL")]
    async with asyncio.timeout(10):
        done = await _run(_refresher(library, *sources), "hf:daily", "arxiv:cs.CL")
    assert len(done) == 2


async def test_one_site_is_asked_one_question_after_the_other_with_a_pause(library: Library) -> None:
    order: list[str] = []

    async def pause(seconds: float) -> None:
        order.append(f"pause of {seconds:g} s")

    class Noting(FakeSource):
        async def pages(self, since=None, resume=""):  # type: ignore[no-untyped-def]
            order.append(f"{self.name} asked")
            await asyncio.sleep(0)
            async for page in super().pages():
                yield page
            order.append(f"{self.name} done")

    sources = [Noting(name, [[paper(1)]]) for name in ("arxiv:cs.CL", "arxiv:cs.LG")]
    await _run(_refresher(library, *sources, sleep=pause), "arxiv:cs.CL", "arxiv:cs.LG", "arxiv:cs.CL")
    assert order == [
        "arxiv:cs.CL asked",
        "arxiv:cs.CL done",
        "pause of 3 s",
        "arxiv:cs.LG asked",
        "arxiv:cs.LG done",
    ]


async def test_a_library_that_cannot_be_written_ends_the_refresh(library: Library) -> None:
    library.close()
    try:
        await _run(_refresher(library, FakeSource("hf:daily", [[paper(1)]])), "hf:daily")
    except LibraryError:
        return
    raise AssertionError("papers were lost in silence")


async def test_connections_are_closed(library: Library) -> None:
    closed: list[str] = []
    await _refresher(library, closed=closed).aclose()
    assert closed == ["connections"]
