"""A screen that was closed leaves nothing behind."""

from __future__ import annotations

import gc

import pytest
from textual import events
from textual._styles_cache import StylesCache

from radar.pipeline.radar import Radar
from radar.tui.widgets.listing_area import ListingArea
from tests.tui.driving import seated


def painters() -> int:
    """Return how many painters of widgets there are."""
    gc.collect()
    return sum(type(one) is StylesCache for one in gc.get_objects())


@pytest.mark.parametrize("key", ["question_mark", "J", "I", "ctrl+p"])
async def test_the_lines_of_a_closed_screen_are_let_go(radar: Radar, key: str) -> None:
    async with seated(radar) as seat:
        counted = []
        for turn in range(5):
            await seat.press(key)
            await seat.until(lambda: not seat.on_main_screen, "the screen")
            await seat.pilot.pause()
            opened = 1 + len(seat.app.screen.walk_children())
            await seat.press("escape")
            await seat.until(lambda: seat.on_main_screen, "the list")
            await seat.pilot.pause()
            if turn in (0, 4):
                counted.append(painters())
        # What was closed last, with its scroll bars, may still be held by what is on its way.
        assert counted[-1] < counted[0] + 2 * opened


async def test_what_was_pasted_is_let_go(radar: Radar) -> None:
    async with seated(radar) as seat:
        seat.app.post_message(events.Paste("some words of a listing\n" * 40))
        await seat.until(lambda: bool(seat.app.screen.query(ListingArea)), "the box")
        area = seat.app.screen.query_one(ListingArea)
        await seat.until(lambda: area.size.height > 0 and "some words" in seat.text(), "the text")
        assert "some words" in area.text
        await seat.press("escape")
        # A widget stops to run before it is told that it is gone.
        await seat.until(lambda: seat.on_main_screen and not area.text, "the list, and nothing of the text")
        assert not area.is_running
        assert not area.history.undo_stack
        assert seat.app.is_running
