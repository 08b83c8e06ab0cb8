from __future__ import annotations

import asyncio

from radar.tui.timing.resting import Resting

SECONDS = 0.01


class Clock:
    """A clock to be set by hand, and what was done."""

    def __init__(self) -> None:
        self.now = 0.0
        self.done: list[float] = []
        self.resting = Resting(SECONDS, lambda: self.done.append(self.now), lambda: self.now)

    async def go_on(self, seconds: float) -> None:
        """Let the clock go on, and the timer look at it."""
        self.now += seconds
        await asyncio.sleep(2 * SECONDS)


async def test_it_is_done_once_after_the_last_time_it_was_put_off() -> None:
    clock = Clock()
    clock.resting.put_off()
    clock.now = 0.008
    clock.resting.put_off()
    assert clock.resting.waits
    await clock.go_on(0.002)
    assert clock.done == []
    await clock.go_on(0.01)
    assert len(clock.done) == 1
    assert not clock.resting.waits
    await clock.go_on(1)
    assert len(clock.done) == 1


async def test_it_is_not_done_where_it_was_dropped_and_done_where_it_is_wanted_again() -> None:
    clock = Clock()
    clock.resting.put_off()
    clock.resting.drop()
    await clock.go_on(1)
    assert clock.done == []
    clock.resting.put_off()
    await clock.go_on(1)
    assert len(clock.done) == 1
