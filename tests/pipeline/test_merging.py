"""Flows that run at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from radar.errors import LibraryError
from radar.pipeline.merging import merged


async def _counting(first: int, last: int, closed: list[int] | None = None) -> AsyncGenerator[int, None]:
    try:
        for number in range(first, last):
            await asyncio.sleep(0)
            yield number
    finally:
        if closed is not None:
            closed.append(first)


async def _waiting(closed: list[int], begun: asyncio.Event | None = None) -> AsyncGenerator[int, None]:
    try:
        if begun is not None:
            begun.set()
        await asyncio.Event().wait()
        yield 0
    finally:
        closed.append(-1)


async def _failing() -> AsyncGenerator[int, None]:
    yield 1
    raise LibraryError("the disk is full")


async def test_all_events_of_all_flows_come_through() -> None:
    events = [event async for event in merged([_counting(0, 5), _counting(10, 15)])]
    assert sorted(events) == [0, 1, 2, 3, 4, 10, 11, 12, 13, 14]
    assert [event for event in events if event < 10] == [0, 1, 2, 3, 4]


async def test_no_flows_are_no_events() -> None:
    nothing: list[AsyncGenerator[int, None]] = []
    assert [event async for event in merged(nothing)] == []


async def test_an_error_of_one_flow_ends_the_others_at_once() -> None:
    closed: list[int] = []
    with pytest.raises(LibraryError, match="full"):
        async with aclosing(merged([_waiting(closed), _failing()])) as events:
            async for _ in events:
                pass
    assert closed == [-1]


async def test_closing_ends_the_flows_wherever_they_wait() -> None:
    closed: list[int] = []
    async with aclosing(merged([_waiting(closed), _counting(1, 100, closed)])) as events:
        async for _ in events:
            break
    assert sorted(closed) == [-1, 1]


async def test_a_cancelled_task_ends_the_flows() -> None:
    closed: list[int] = []
    begun = asyncio.Event()

    async def consume() -> None:
        async with aclosing(merged([_waiting(closed, begun)])) as events:
            async for _ in events:
                pass

    task = asyncio.create_task(consume())
    await begun.wait()
    task.cancel()
    await asyncio.wait({task})
    assert task.cancelled()
    assert closed == [-1]
