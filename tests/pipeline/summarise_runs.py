"""Runs of a summariser over papers of a real library."""

from __future__ import annotations

from contextlib import aclosing

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.pipeline.events import SummariseEnded, SummariseEvent, SummariseStarted
from radar.pipeline.summarising import Summarising
from tests.pipeline.fakes import FakeSummariser, paper


def id_of(number: int) -> str:
    """Return the id of one of them."""
    return paper(number).id


async def run(
    library: Library,
    reader: LibraryReader,
    summariser: FakeSummariser,
    keys: tuple[int, ...],
    *,
    again: bool = False,
    concurrency: int = 4,
) -> tuple[list[SummariseEvent], SummariseEnded]:
    """Return all that a run tells, and how it ended."""
    flow = Summarising(library, reader, summariser, read, concurrency)
    async with aclosing(flow), aclosing(flow.run(keys, again)) as events:
        got = [event async for event in events]
    assert isinstance(got[0], SummariseStarted)
    ended = got[-1]
    assert isinstance(ended, SummariseEnded)
    return got, ended
