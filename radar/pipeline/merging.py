"""Several flows at once, their events as one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import TypeVar

Event = TypeVar("Event")


async def merged(flows: Sequence[AsyncGenerator[Event, None]]) -> AsyncGenerator[Event, None]:
    """Run the flows at the same time and yield their events as they come.

    The first error of a flow ends all of them. Closing this generator closes the flows, wherever they
    wait; use `contextlib.aclosing`, for a cancelled task closes no generator by itself.
    """
    events: asyncio.Queue[Event | asyncio.Task[None]] = asyncio.Queue()
    tasks = [asyncio.create_task(_drain(flow, events)) for flow in flows]
    for task in tasks:
        task.add_done_callback(events.put_nowait)
    running = len(tasks)
    try:
        while running:
            event = await events.get()
            if isinstance(event, asyncio.Task):
                running -= 1
                event.result()
            else:
                yield event
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _drain(
    flow: AsyncGenerator[Event, None], events: asyncio.Queue[Event | asyncio.Task[None]]
) -> None:
    async with aclosing(flow):
        async for event in flow:
            events.put_nowait(event)
