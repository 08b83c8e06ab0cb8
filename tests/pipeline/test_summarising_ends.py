"""What ends a run of summaries early, and what does not."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from radar.abstracts.reading import read
from radar.errors import (
    EndpointError,
    KeyRefused,
    ModelMissing,
    NetworkError,
    NoCompletion,
    Offline,
    RadarError,
    RateLimited,
    TextTooLong,
    Unavailable,
)
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.pipeline.events import Summarised
from radar.pipeline.summarising import Summarising
from tests.pipeline.fakes import FakeSummariser, keys_of
from tests.pipeline.summarise_runs import id_of, run


@pytest.mark.parametrize(
    "error",
    [
        KeyRefused("the key is wrong"),
        ModelMissing("there is no such model"),
        Offline("no connection"),
        EndpointError("this is a web page", final=True),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_an_error_that_all_papers_would_meet_ends_the_run(
    library: Library, reader: LibraryReader, error: RadarError
) -> None:
    keys = keys_of(library, 10)
    summariser = FakeSummariser(failures={id_of(3): error})
    _, ended = await run(library, reader, summariser, keys, concurrency=1)
    assert len(summariser.asked) == 4
    assert (ended.done, ended.failed, ended.left, ended.stopped) == (3, 0, 7, error)
    assert ended.line == f"3 summarised, 7 left: {error.message}"
    assert [row.error for row in reader.rows(keys)] == ["", "", "", error.message, *[""] * 6]
    await run(library, reader, FakeSummariser(), keys)
    assert not any(row.error for row in reader.rows(keys))


async def test_answers_under_way_are_still_saved_when_the_run_ends(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 4)
    _, ended = await run(
        library, reader, FakeSummariser(failures={id_of(0): KeyRefused("no credit")}), keys, concurrency=3
    )
    assert (ended.done, ended.left) == (2, 2)


async def test_without_a_connection_no_request_under_way_is_waited_for(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 4)
    summariser = FakeSummariser(failures={id_of(1): Offline("no connection")}, hangs=frozenset([id_of(0)]))
    async with asyncio.timeout(10):
        _, ended = await run(library, reader, summariser, keys, concurrency=2)
    assert isinstance(ended.stopped, Offline)
    assert (ended.done, ended.left, summariser.at_once) == (0, 4, 0)


async def test_an_endpoint_that_fails_again_and_again_ends_the_run(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 30)
    down = NetworkError("the endpoint did not answer in time")
    summariser = FakeSummariser(failures={id_of(number): down for number in range(30)})
    _, ended = await run(library, reader, summariser, keys, concurrency=1)
    assert len(summariser.asked) == 8
    assert (ended.stopped, ended.failed, ended.left) == (down, 7, 23)


async def test_failures_between_answers_do_not_end_a_run_however_many_they_are(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 24)
    slow = NetworkError("the endpoint did not answer in time")
    failing = {id_of(number): slow for number in range(24) if number % 8 != 7}
    _, ended = await run(library, reader, FakeSummariser(failures=failing), keys, concurrency=1)
    assert (ended.stopped, ended.done, ended.failed, ended.left) == (None, 3, 21, 0)


async def test_what_is_no_completion_ends_a_run_in_which_none_came_and_is_one_papers_failure_later(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 3)
    other = NoCompletion("the endpoint answered without a completion")
    _, ended = await run(library, reader, FakeSummariser(failures={id_of(0): other}), keys, concurrency=1)
    assert (ended.stopped, ended.failed, ended.left) == (other, 0, 3)
    _, ended = await run(library, reader, FakeSummariser(failures={id_of(1): other}), keys, concurrency=1)
    assert (ended.stopped, ended.done, ended.failed) == (None, 2, 1)


async def test_answers_that_were_kept_do_not_show_that_an_endpoint_answers(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 3)
    other = NoCompletion("the endpoint answered without a completion")
    summariser = FakeSummariser(failures={id_of(1): other}, cached=frozenset([id_of(0)]))
    _, ended = await run(library, reader, summariser, keys, concurrency=1)
    assert (ended.stopped, ended.done, ended.left) == (other, 1, 2)
    assert summariser.asked == [id_of(0), id_of(1)]


async def test_papers_that_are_too_long_do_not_look_like_a_broken_endpoint(
    library: Library, reader: LibraryReader
) -> None:
    keys = keys_of(library, 30)
    summariser = FakeSummariser(failures={id_of(number): TextTooLong("too long") for number in range(30)})
    _, ended = await run(library, reader, summariser, keys)
    assert (ended.stopped, ended.failed) == (None, 30)


async def test_t1_a_wait_too_long_to_wait_for_ends_the_run(library: Library, reader: LibraryReader) -> None:
    far = RateLimited("the endpoint asks to slow down", "It asks to wait 1000000000 s", 1e9)
    summariser = FakeSummariser(failures={id_of(number): far for number in range(5)})
    _, ended = await run(library, reader, summariser, keys_of(library, 5), concurrency=1)
    assert (ended.stopped, ended.left, len(summariser.asked)) == (far, 5, 1)


async def test_c4_an_endpoint_that_was_given_up_ends_the_run_at_once(
    library: Library, reader: LibraryReader
) -> None:
    down = Unavailable("host has not answered properly since 14:05")
    summariser = FakeSummariser(failures={id_of(0): down}, hangs=frozenset([id_of(1)]))
    _, ended = await run(library, reader, summariser, keys_of(library, 9), concurrency=2)
    assert (ended.stopped, ended.left, summariser.at_once) == (down, 9, 0)


async def test_what_is_saved_while_a_run_is_given_up_is_told(library: Library, reader: LibraryReader) -> None:
    keys = keys_of(library, 2)
    summariser = FakeSummariser(hangs=frozenset([id_of(1)]))
    told: list[Summarised] = []

    async def follow() -> None:
        async with aclosing(flow.run(keys, late=told.append)) as events:
            async for event in events:
                if isinstance(event, Summarised):
                    told.append(event)

    flow = Summarising(library, reader, summariser, read, 2)
    async with aclosing(flow), asyncio.timeout(10):
        following = asyncio.create_task(follow())
        await summariser.hanging.wait()
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)
    assert [event.key for event in told] == [keys[0]]
    assert (entry := reader.entry(keys[0])) is not None
    assert entry.summary == told[0].summary
