"""A program that is told to end while something opens ends as it was told, whatever was to be there next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from radar.pipeline.radar import Radar
from radar.tui.app import RadarApp
from tests.tui.driving import Seat, seated

OPENING: dict[str, Callable[[Seat], object]] = {
    "help": lambda seat: seat.app.action_help(),
    "usage": lambda seat: seat.app.action_usage(),
    "palette": lambda seat: seat.app.action_command_palette(),
    "jobs": lambda seat: seat.screen.action_jobs(),
    "welcome": lambda seat: seat.screen.action_add(),
}


@pytest.mark.parametrize("name", OPENING)
async def test_a_screen_that_is_opened_then_ends_nothing_else(radar: Radar, name: str) -> None:
    async with seated(radar) as seat:
        OPENING[name](seat)
        seat.app.exit(return_code=143)
        await seat.pilot.pause()
    assert seat.app.broken is None
    assert seat.app.return_code == 143


def end_in(turns: int, app: RadarApp) -> None:
    """Tell a program to end after so many turns of the event loop."""
    if turns:
        asyncio.get_running_loop().call_soon(end_in, turns - 1, app)
    else:
        app.exit(return_code=143)


@pytest.mark.parametrize("turns", range(8, 32))
async def test_the_main_screen_may_be_on_its_way(radar: Radar, turns: int) -> None:
    app = RadarApp(radar)
    end_in(turns, app)
    await app.run_async(headless=True, size=(120, 36))
    assert app.broken is None
    assert app.return_code == 143
