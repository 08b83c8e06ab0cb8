"""A screen over the main one is left once, however often that is asked for at once."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.app import App
from textual.geometry import Size

from radar.pipeline.radar import Radar
from radar.tui.screens.action_palette import ActionPalette
from radar.tui.screens.jobs_screen import JobsScreen
from radar.tui.screens.welcome_screen import WelcomeScreen
from tests.tui.driving import seated


def _click(app: App[None], x: int, y: int) -> None:
    """Click as a terminal reports it, whatever is under way."""
    for kind in (events.MouseDown, events.MouseUp):
        app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))


@pytest.mark.parametrize("below", [False, True])
async def test_two_clicks_beside_the_palette_leave_nothing_but_the_palette(
    radar: Radar, *, below: bool
) -> None:
    async with seated(radar) as seat:
        if below:
            seat.screen.action_jobs()
            await seat.until(lambda: isinstance(seat.app.screen, JobsScreen), "the jobs")
        await seat.press("ctrl+p")
        await seat.until(lambda: isinstance(seat.app.screen, ActionPalette), "the palette")
        await seat.pilot.pause()
        for _ in range(2):
            _click(seat.app, 0, 35)
        await seat.until(lambda: not isinstance(seat.app.screen, ActionPalette), "the screen below")
        await seat.pilot.pause()
        assert isinstance(seat.app.screen, JobsScreen) is below


async def test_a_click_where_nothing_stands_any_more_leaves_the_palette_as_it_is(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("ctrl+p")
        palette = seat.app.screen
        x = seat.app.size.width + 1
        palette.post_message(
            events.Click(palette, x, 0, 0, 0, 1, False, False, False, screen_x=x, screen_y=0)
        )
        await seat.pilot.pause()
        assert seat.app.broken is None
        assert seat.app.screen is palette


async def test_what_is_chosen_twice_at_once_is_chosen_once(radar: Radar) -> None:
    async with seated(radar) as seat:
        seat.screen.action_add()
        await seat.until(lambda: isinstance(seat.app.screen, WelcomeScreen), "the welcome")
        welcome = seat.app.screen
        assert isinstance(welcome, WelcomeScreen)
        await seat.until(lambda: welcome.is_mounted, "its parts")
        welcome.action_name()
        welcome.action_leave()
        await seat.until(lambda: seat.screen.prompt.purpose != "", "the question")
        assert seat.on_main_screen


@pytest.mark.parametrize("before", [0, 4, 16])
@pytest.mark.parametrize("opened", ["jobs", "help", "usage", "add", "command_palette"])
async def test_a_window_may_change_its_size_while_a_screen_opens_and_closes(
    radar: Radar, opened: str, before: int
) -> None:
    async with seated(radar) as seat:
        for turns in range(0, 24, 4):
            size = Size(100 + turns, 30)
            await seat.app.run_action(opened, seat.screen if opened in ("jobs", "add") else seat.app)
            await _turns(before)
            seat.app.post_message(events.Key("escape", None))
            seat.app.post_message(events.Resize(size, size))
            await _turns(turns)
            seat.app.screen.post_message(events.Resize(size, size))
            await seat.until(lambda: seat.on_main_screen, "the list")
            await seat.pilot.pause()
            assert seat.app.broken is None


async def _turns(count: int) -> None:
    """Let others take their turn of the event loop so many times."""
    for _ in range(count):
        await asyncio.sleep(0)
