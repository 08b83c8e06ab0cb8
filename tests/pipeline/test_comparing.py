"""The same papers by several summarisers, in a real library."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from itertools import count

import pytest

from radar.abstracts.reading import read
from radar.errors import AnswerError, KeyRefused
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.pipeline.comparing import Compared, Comparing, Step
from radar.pipeline.comparison import Comparison
from radar.pipeline.events import Summarised
from radar.pipeline.summarising import Summarising
from radar.summaries.offline import OfflineSummariser
from radar.summaries.summariser import Summariser
from tests.pipeline.fakes import FakeSummariser, keys_of, paper


def _comparing(library: Library, reader: LibraryReader, *summarisers: Summariser) -> Comparing:
    ticks: Iterator[int] = count()
    runs = [Summarising(library, reader, each, read, 1) for each in summarisers]
    return Comparing(library, reader, runs, clock=lambda: float(next(ticks)))


async def _compared(comparing: Comparing, keys: tuple[int, ...]) -> Comparison:
    async with aclosing(comparing), aclosing(comparing.run(keys)) as steps:
        got = [step async for step in steps]
    assert isinstance(got[-1], Compared)
    assert all(isinstance(step, Step) for step in got[:-1])
    return got[-1].comparison


async def test_each_summariser_gets_the_papers_and_the_offline_one_is_not_run(
    library: Library, reader: LibraryReader
) -> None:
    one, other = FakeSummariser("one", "m1"), FakeSummariser("other", "m2")
    compared = await _compared(
        _comparing(library, reader, one, OfflineSummariser(), other), keys_of(library, 3)
    )
    assert len(one.asked) == len(other.asked) == 3
    assert one.closed
    assert other.closed
    assert [(each.name, each.model) for each in compared.contenders] == [
        ("one", "m1"),
        ("offline", ""),
        ("other", "m2"),
    ]
    assert [tally.accepted for tally in compared.tallies] == [3, 0, 3]
    assert [tally.quoted for tally in compared.tallies] == [0, 3, 0]
    assert [tally.timed for tally in compared.tallies] == [3, 0, 3]
    assert compared.tallies[0].seconds == 1.0


async def test_what_was_done_before_is_taken_as_it_is_and_has_no_time(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 3)
    first = _comparing(library, reader, FakeSummariser("one"), OfflineSummariser())
    await _compared(first, keys[:2])
    again = FakeSummariser("one")
    comparing = _comparing(library, reader, again, OfflineSummariser())
    assert comparing.missing(keys) == ((keys[2],), ())
    compared = await _compared(comparing, keys)
    assert again.asked == [paper(2).id]
    assert (compared.tallies[0].accepted, compared.tallies[0].timed) == (3, 1)
    assert compared.tallies[0].cost == 0.75


async def test_an_answer_out_of_the_cache_has_no_time(library: Library, reader: LibraryReader) -> None:
    kept = FakeSummariser("one", cached=frozenset({paper(0).id}))
    compared = await _compared(_comparing(library, reader, kept, OfflineSummariser()), keys_of(library, 2))
    assert compared.tallies[0].timed == 1


@pytest.mark.parametrize("shown_before", [0, 1])
async def test_what_the_list_shows_stays_what_it_was(
    library: Library, reader: LibraryReader, shown_before: int
) -> None:
    keys = keys_of(library, 2)
    for number in range(2):
        library.save_summaries([FakeSummariser("before").summary_of(paper(number))])
    for key in keys:
        found = reader.entry(key)
        assert found is not None
        library.show_summary(key, found.numbers[shown_before])
    await _compared(_comparing(library, reader, FakeSummariser("one"), FakeSummariser("two")), keys)
    for key in keys:
        entry = reader.entry(key)
        assert entry is not None
        assert len(entry.summaries) == 4
        assert entry.summary.provenance.summariser == ("offline", "before")[shown_before]


async def test_it_stays_so_when_the_run_is_interrupted(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 3)
    slow = FakeSummariser("one", hangs=frozenset({paper(2).id}))
    comparing = _comparing(library, reader, slow, OfflineSummariser())
    task = asyncio.create_task(_compared(comparing, keys))
    await slow.hanging.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    entries = [reader.entry(key) for key in keys]
    assert [entry.shown for entry in entries if entry] == [0, 0, 0]
    assert [len(entry.summaries) for entry in entries if entry] == [2, 2, 1]
    again = FakeSummariser("one")
    await _compared(_comparing(library, reader, again, OfflineSummariser()), keys)
    assert again.asked == [paper(2).id]


async def test_a_paper_that_fails_keeps_its_reason_and_the_others_go_on(
    library: Library, reader: LibraryReader
) -> None:
    failing = FakeSummariser("one", failures={paper(1).id: AnswerError("no sense in it")})
    compared = await _compared(
        _comparing(library, reader, failing, FakeSummariser("two")), keys_of(library, 3)
    )
    assert [tally.failed for tally in compared.tallies] == [1, 0]
    assert "no sense in it" in compared.papers[1].results[0].error
    assert compared.papers[1].results[1].summary is not None


async def test_a_refused_key_ends_the_papers_of_one_summariser_only(
    library: Library, reader: LibraryReader
) -> None:
    refused = FakeSummariser("one", failures={paper(1).id: KeyRefused("the key is wrong")})
    compared = await _compared(
        _comparing(library, reader, refused, FakeSummariser("two")), keys_of(library, 3)
    )
    assert (compared.tallies[0].accepted, compared.tallies[0].missing) == (1, 2)
    assert "the key is wrong" in compared.contenders[0].stopped
    assert compared.tallies[1].accepted == 3


async def test_another_prompt_is_another_summary(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 1)
    await _compared(_comparing(library, reader, FakeSummariser("one"), OfflineSummariser()), keys)
    changed = FakeSummariser("one", prompt_digest="p2")
    await _compared(_comparing(library, reader, changed, OfflineSummariser()), keys)
    assert changed.asked == [paper(0).id]


async def test_every_step_says_whose_it_is(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 1)
    comparing = _comparing(library, reader, FakeSummariser("one"), FakeSummariser("two"))
    async with aclosing(comparing), aclosing(comparing.run(keys)) as steps:
        got = [step async for step in steps]
    named = [
        (step.number, step.name)
        for step in got
        if isinstance(step, Step) and isinstance(step.event, Summarised)
    ]
    assert named == [(0, "one"), (1, "two")]
