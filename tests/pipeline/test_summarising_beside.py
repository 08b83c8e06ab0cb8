"""Runs over the same papers at the same time."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from radar.abstracts.reading import read
from radar.errors import AnswerError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.jobs.standstill import Standstill
from radar.pipeline.events import SummariseEvent, Waiting
from radar.pipeline.summarising import Summarising
from tests.pipeline.fakes import FakeSummariser, keys_of
from tests.pipeline.summarise_runs import id_of, run
from tests.pipeline.test_paper_claims import OF_AN_OPEN_FILE


@OF_AN_OPEN_FILE
async def test_no_paper_is_asked_about_twice(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 60)
    several = [FakeSummariser() for _ in range(3)]
    runs = await asyncio.gather(*(run(library, reader, each, keys, concurrency=16) for each in several))
    asked = [paper_id for each in several for paper_id in each.asked]
    assert sorted(asked) == [id_of(number) for number in range(60)]
    assert sum(ended.done for _, ended in runs) == 60
    assert all(ended.done + ended.skipped == 60 and ended.left == 0 for _, ended in runs)
    assert all(each.asked for each in several)


@OF_AN_OPEN_FILE
async def test_what_another_run_does_not_finish_is_asked_about_at_the_end(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 3)
    stuck, free = FakeSummariser(hangs=frozenset({id_of(0)})), FakeSummariser()
    flow = Summarising(library, reader, free, read, 2)
    told: list[SummariseEvent] = []
    async with aclosing(Summarising(library, reader, stuck, read, 1).run(keys[:1])) as other:
        await anext(other)
        under_way = asyncio.ensure_future(anext(other))
        await asyncio.wait_for(stuck.hanging.wait(), 5)
        async with aclosing(flow.run(keys)) as events:
            async for event in events:
                told.append(event)
                if event == Waiting(Standstill("another radar is asking about the rest")):
                    assert free.asked == [id_of(1), id_of(2)]
                    under_way.cancel()
                    await asyncio.gather(under_way, return_exceptions=True)
    assert free.asked == [id_of(1), id_of(2), id_of(0)]
    assert told[-1].line == "3 summarised"  # type: ignore[union-attr]


@OF_AN_OPEN_FILE
async def test_what_somebody_waits_for_is_asked_about_all_the_same(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 1)
    stuck, free = FakeSummariser(hangs=frozenset({id_of(0)})), FakeSummariser()
    async with aclosing(Summarising(library, reader, stuck, read, 1).run(keys)) as other:
        await anext(other)
        under_way = asyncio.ensure_future(anext(other))
        await asyncio.wait_for(stuck.hanging.wait(), 5)
        async with aclosing(Summarising(library, reader, free, read, 1).run(keys, urgent=True)) as events:
            assert [event async for event in events]
        under_way.cancel()
        await asyncio.gather(under_way, return_exceptions=True)
    assert free.asked == [id_of(0)]


@OF_AN_OPEN_FILE
async def test_a_paper_whose_request_failed_may_be_asked_about_by_another_run(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 2)
    failing, free = FakeSummariser(failures={id_of(0): AnswerError("no")}), FakeSummariser()
    async with aclosing(Summarising(library, reader, failing, read, 1).run(keys)) as other:
        told = [await anext(other) for _ in range(3)]
        assert len(told) == 3
        _, ended = await run(library, reader, free, keys)
    assert free.asked == [id_of(0)]
    assert (ended.done, ended.skipped) == (1, 1)
