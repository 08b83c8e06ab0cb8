"""What comes in while nobody is in front of the screen is new at the next start."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperQuery
from radar.pipeline.radar import Radar
from tests.tui.driving import Seat, seated
from tests.tui.screens.test_watches import _add_elsewhere, _counted, _late
from tests.tui.seen_elsewhere import new_in_watches


def _new(radar: Radar) -> int:
    reader = LibraryReader.open(radar.path)
    try:
        return reader.counts().new
    finally:
        reader.close()


async def _hang_up(seat: Seat) -> None:
    seat.app.exit(return_code=129)


async def _leave(seat: Seat) -> None:
    await seat.pilot.press("q")


@pytest.mark.parametrize("end", [_hang_up, _leave], ids=["its terminal is closed", "left by a key"])
async def test_what_came_after_the_last_key_stays_new(
    radar: Radar, end: Callable[[Seat], Awaitable[None]]
) -> None:
    async with seated(radar) as seat:
        _add_elsewhere(radar.path, _late(1))
        await seat.until(lambda: seat.screen.counts.papers == 13, "the paper to be counted")
        await seat.press("j")
        _add_elsewhere(radar.path, _late(2), _late(3))
        await seat.until(lambda: seat.screen.counts.papers == 15, "the papers to be counted")
        await end(seat)
    assert _new(radar) == 2


@pytest.mark.parametrize("keys", [("q",), ("0", "q")], ids=["radar left", "watch left"])
async def test_what_came_after_the_last_key_stays_new_in_the_watch_that_is_left(
    radar: Radar, keys: tuple[str, ...]
) -> None:
    radar.library.add_watch("all", PaperQuery("shells "))
    async with seated(radar) as seat:
        await seat.press("1", "j")
        _add_elsewhere(radar.path, _late(1))
        await _counted(seat, 1)
        await seat.settled()
        for key in keys:
            await seat.pilot.press(key)
    assert new_in_watches(radar) == [1]
