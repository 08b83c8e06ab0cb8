"""Sizes that follow each other faster than a screen is laid out."""

from __future__ import annotations

import pytest
from textual import events
from textual.geometry import Size

from radar.pipeline.radar import Radar
from tests.tui.driving import seated


@pytest.mark.parametrize("key", ["question_mark", "J", "ctrl+p", "s"])
async def test_a_size_that_the_terminal_has_no_longer_is_passed_by(radar: Radar, key: str) -> None:
    async with seated(radar, (100, 30)) as seat:
        await seat.press(key)
        before = Size(20, 5)
        for screen in seat.app.screen_stack:
            screen.post_message(events.Resize(before, before))
        await seat.pilot.pause()
        assert {screen.outer_size for screen in seat.app.screen_stack} == {seat.app.size}
