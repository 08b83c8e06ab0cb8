"""Papers given to a summariser, saved in a real library."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import UTC, datetime

import pytest

from radar.abstracts.reading import read
from radar.errors import (
    AnswerError,
    LibraryError,
)
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.jobs.standstill import Standstill
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import PaperQuery
from radar.papers.summaries.summary import Reading
from radar.pipeline.events import (
    Skipped,
    Summarised,
    Waiting,
)
from radar.pipeline.saving import Saving
from radar.pipeline.summarising import Summarising
from radar.summaries.summariser import Outcome
from tests.pipeline.fakes import FakeSummariser, keys_of, paper
from tests.pipeline.summarise_runs import id_of, run


async def test_every_answer_is_saved_before_it_is_told(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 5)
    flow = Summarising(library, reader, FakeSummariser(), read, 2)
    async with aclosing(flow.run(keys)) as events:
        async for event in events:
            if isinstance(event, Summarised):
                entry = reader.entry(event.key)
                assert entry is not None
                assert entry.summary == event.summary
                assert entry.summary.takeaway.text.startswith("fake-1 on ")


async def test_tokens_and_cost_are_summed(library: Library, reader: LibraryReader) -> None:
    _, ended = await run(library, reader, FakeSummariser(), keys_of(library, 4))
    assert (ended.done, ended.failed, ended.left, ended.stopped) == (4, 0, 0, None)
    assert (ended.tokens_in, ended.tokens_out, ended.cost) == (400, 40, 1.0)
    assert ended.line == "4 summarised"


async def test_an_answer_that_is_not_shown_is_told(library: Library, reader: LibraryReader) -> None:
    summariser = FakeSummariser(refused=frozenset({id_of(0), id_of(2)}))
    keys = keys_of(library, 3)
    _, ended = await run(library, reader, summariser, keys)
    assert (ended.done, ended.not_shown) == (3, 2)
    assert ended.line == "3 answered, but the words of 2 were not used"
    other = FakeSummariser("other", refused=frozenset({id_of(1)}))
    _, ended = await run(library, reader, other, keys[1:2])
    why = "because they praise the paper in words that are not its own"
    assert ended.line == f"1 answered, but its words were not used {why}"


async def test_papers_that_no_model_was_asked_about_are_told_apart(
    library: Library, reader: LibraryReader
) -> None:
    reasons = {
        id_of(0): "no abstract",
        id_of(1): "instruction in the abstract: ignore all",
        id_of(2): "no abstract",
    }
    summariser = FakeSummariser(unasked=reasons)
    _, ended = await run(library, reader, summariser, keys_of(library, 4))
    assert (ended.done, ended.not_shown, ended.left) == (1, 0, 0)
    assert ended.line == "1 summarised; 3 not sent: 2 have no abstract, 1 speaks to a model"


async def test_papers_that_no_model_was_asked_about_are_not_done_before(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 4)
    held = {id_of(0): "no abstract", id_of(1): "instruction in the abstract: ignore all"}
    await run(library, reader, FakeSummariser(unasked=held), keys[:3])
    summariser = FakeSummariser()
    _, ended = await run(library, reader, summariser, keys)
    assert summariser.asked == [id_of(3)]
    assert (ended.done, ended.skipped, ended.left) == (1, 1, 0)
    assert ended.line == "1 summarised, 1 done before; 2 not sent: 1 has no abstract, 1 speaks to a model"


async def test_no_more_are_asked_at_once_than_allowed(library: Library, reader: LibraryReader) -> None:
    summariser = FakeSummariser()
    await run(library, reader, summariser, keys_of(library, 20), concurrency=3)
    assert summariser.most_at_once == 3
    assert len(summariser.asked) == 20
    assert summariser.closed


async def test_papers_are_asked_for_in_the_order_given_and_once(
    library: Library, reader: LibraryReader
) -> None:
    summariser = FakeSummariser()
    first, second, third = keys_of(library, 3)
    await run(library, reader, summariser, (third, first, third, second), concurrency=1)
    assert summariser.asked == [id_of(2), id_of(0), id_of(1)]


async def test_a_second_run_passes_over_what_is_done(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 3)
    await run(library, reader, FakeSummariser(), keys[:2])
    summariser = FakeSummariser()
    events, ended = await run(library, reader, summariser, keys)
    assert summariser.asked == [id_of(2)]
    assert {event.key for event in events if isinstance(event, Skipped)} == set(keys[:2])
    assert (ended.done, ended.skipped, ended.left) == (1, 2, 0)
    assert ended.line == "1 summarised, 2 done before"


@pytest.mark.parametrize(
    "other",
    [FakeSummariser(name="other"), FakeSummariser(model="fake-2"), FakeSummariser(prompt_digest="p2")],
    ids=["summariser", "model", "prompt"],
)
async def test_another_summariser_model_or_prompt_asks_anew(
    library: Library, reader: LibraryReader, other: FakeSummariser
) -> None:
    keys = keys_of(library, 1)
    await run(library, reader, FakeSummariser(), keys)
    await run(library, reader, other, keys)
    assert other.asked == [id_of(0)]


async def test_again_asks_for_what_is_done_too(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 1)
    await run(library, reader, FakeSummariser(), keys)
    summariser = FakeSummariser()
    _, ended = await run(library, reader, summariser, keys, again=True)
    assert (ended.done, ended.skipped, summariser.asked) == (1, 0, [id_of(0)])


async def test_an_answer_from_the_cache_costs_nothing(library: Library, reader: LibraryReader) -> None:
    _, ended = await run(library, reader, FakeSummariser(cached=frozenset([id_of(0)])), keys_of(library, 1))
    assert (ended.done, ended.cached, ended.tokens_in, ended.cost) == (1, 1, 0, None)


async def test_the_failure_of_one_paper_is_kept_with_it_and_stops_nothing(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 3)
    failing = FakeSummariser(failures={id_of(1): AnswerError("the answer is no JSON", "Try another model")})
    events, ended = await run(library, reader, failing, keys)
    (failed,) = [event for event in events if isinstance(event, Summarised) and event.error]
    assert (failed.key, failed.summary) == (keys[1], None)
    assert (ended.done, ended.failed, ended.left) == (2, 1, 0)
    assert ended.line == "2 summarised, 1 failed"
    assert [row.error for row in reader.rows(keys)] == ["", "the answer is no JSON. Try another model", ""]
    await run(library, reader, FakeSummariser(), keys)
    assert not any(row.error for row in reader.rows(keys))


async def test_a_paper_that_is_gone_is_passed_over(library: Library, reader: LibraryReader) -> None:
    events, ended = await run(library, reader, FakeSummariser(), (12345,))
    assert events[1] == Skipped(12345)
    assert (ended.skipped, ended.left) == (1, 0)


async def test_closing_gives_up_requests_under_way(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 3)
    summariser = FakeSummariser(hangs=frozenset([id_of(1)]))
    flow = Summarising(library, reader, summariser, read, 1)

    async def consume() -> None:
        async with aclosing(flow.run(keys)) as events:
            async for _ in events:
                pass

    task = asyncio.create_task(consume())
    async with asyncio.timeout(10):
        await summariser.hanging.wait()
        task.cancel()
        await asyncio.wait({task})
    assert summariser.at_once == 0
    assert len(reader.keys(PaperQuery())) == 3
    entry = reader.entry(keys[0])
    assert entry is not None
    assert len(entry.summaries) == 2


async def test_what_the_reader_looks_at_goes_first(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 6)
    summariser = FakeSummariser()
    flow = Summarising(library, reader, summariser, read, 1, lambda: (keys[4], keys[2], 12345))
    async with aclosing(flow.run(keys)) as events:
        assert [event async for event in events]
    assert summariser.asked == [id_of(number) for number in (4, 2, 0, 1, 3, 5)]


async def test_where_the_reader_looks_meanwhile_is_heeded(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 400)
    looked_at: list[int] = []
    summariser = FakeSummariser()
    flow = Summarising(library, reader, summariser, read, 1, lambda: tuple(looked_at))
    async with aclosing(flow.run(keys)) as events:
        async for event in events:
            if isinstance(event, Summarised) and not looked_at:
                looked_at.append(keys[-1])
    assert id_of(399) in summariser.asked[:-1]


async def test_a_burst_of_answers_is_few_transactions(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 200)
    versions = set()
    flow = Summarising(library, reader, FakeSummariser(), read, 64)
    async with aclosing(flow.run(keys)) as events:
        async for _ in events:
            versions.add(reader.data_version())
    assert len(versions) < 40
    assert all(entry and len(entry.summaries) == 2 for entry in map(reader.entry, keys))


async def test_a_paper_that_vanished_does_not_take_the_others_of_its_group_along(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 3)
    told: list[Summarised] = []
    saving = Saving(library, told.append)
    summariser = FakeSummariser()
    for number in (0, 77, 1):
        about = paper(number)
        saving.keep(Summarised(number, about.id, summariser.summary_of(about), False, None))
    with pytest.raises(LibraryError, match="no paper"):
        saving.flush()
    assert [len(entry.summaries) for entry in map(reader.entry, keys) if entry] == [2, 2, 1]


class RemovedMeanwhile(FakeSummariser):
    """A summariser whose answers come when the papers are gone from a library."""

    library: Library

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        """Answer when the paper is gone."""
        key = self.library.database.value("SELECT id FROM papers WHERE paper_id = ?", (paper.id,))
        if paper.id != id_of(0):
            self.library.remove([key])
        return await super().summarise(paper, reading)


async def test_papers_removed_while_a_model_reads_them_end_nothing_and_stay_away(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 6)
    library.remove(keys[4:5])
    summariser = RemovedMeanwhile(failures={id_of(2): AnswerError("no JSON")})
    summariser.library = library
    got, ended = await run(library, reader, summariser, keys)
    assert ended.stopped is None
    assert [event.key for event in got if isinstance(event, Skipped)] == [keys[4]]
    assert list(reader.keys(PaperQuery())) == [keys[0]]
    assert library.database.rows("SELECT DISTINCT id FROM summaries") == [(keys[0],)]


class Bearing(FakeSummariser):
    """A summariser whose endpoint bears so many at once, and may be waited for."""

    bears_at_once = 2
    waiting: Standstill | str = Standstill()


async def test_no_more_papers_are_taken_than_the_endpoint_bears(
    library: Library, reader: LibraryReader
) -> None:
    summariser = Bearing()
    await run(library, reader, summariser, keys_of(library, 20), concurrency=8)
    assert summariser.most_at_once == 2
    assert len(summariser.asked) == 20


async def test_papers_are_made_ready_while_as_many_as_the_endpoint_bears_are_asked_for(
    library: Library, reader: LibraryReader
) -> None:
    class Ready(Bearing):
        """Holds back by itself what it has taken beyond what its endpoint bears."""

        ahead = 3

    summariser = Ready()
    await run(library, reader, summariser, keys_of(library, 20), concurrency=2)
    assert summariser.most_at_once == 5
    assert len(summariser.asked) == 20


async def test_a_summariser_of_others_says_in_its_own_words_why_it_asks_nothing(
    library: Library, reader: LibraryReader
) -> None:
    summariser = Bearing()
    summariser.waiting = "the moon is not up"
    events, _ = await run(library, reader, summariser, keys_of(library, 1))
    assert Waiting(Standstill("the moon is not up")) in events


async def test_a_wait_is_told_and_a_cancel_during_it_keeps_what_came_back(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 3)
    summariser = Bearing(hangs=frozenset([id_of(1)]))
    waits: list[Standstill] = []
    resting = Standstill("host asks to wait", until=datetime(2026, 2, 3, 14, 5, tzinfo=UTC))

    async def consume() -> None:
        async with aclosing(Summarising(library, reader, summariser, read, 1).run(keys)) as events:
            async for event in events:
                if isinstance(event, Waiting):
                    waits.append(event.standstill)

    task = asyncio.create_task(consume())
    async with asyncio.timeout(10):
        await summariser.hanging.wait()
        summariser.waiting = resting
        while True:
            await asyncio.sleep(0.01)
            if waits:
                break
        task.cancel()
        await asyncio.wait({task})
    assert waits == [resting]
    entries = [reader.entry(key) for key in keys]
    assert [len(entry.summaries) for entry in entries if entry] == [2, 1, 1]
