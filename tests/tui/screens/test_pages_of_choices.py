"""A page key that comes before the list was drawn anew ends no program."""

from __future__ import annotations

import random

import pytest
from textual import events
from textual.command import CommandList
from textual.geometry import Size
from textual.pilot import Pilot

from radar.pipeline.radar import Radar
from radar.tui.app import RadarApp
from radar.tui.widgets.choice_list import ChoiceList
from tests.tui.driving import Seat, seated
from tests.tui.screens.test_welcome_screen import welcome

SIZES = [(1, 1), (20, 5), (3, 3), (80, 24), (10, 40), (20, 1), (2, 30)]
KEYS = ["pageup", "pagedown", "down", "up"]


async def keys_and_sizes(app: RadarApp, pilot: Pilot[None], chance: random.Random) -> None:
    """Press keys and change the size of the window, both without a wait for what is drawn."""
    for _ in range(40):
        if chance.random() < 0.4:
            size = Size(*chance.choice(SIZES))
            app.post_message(events.Resize(size, size))
        app.post_message(events.Key(chance.choice(KEYS), None))
        if chance.random() < 0.3:
            await pilot.pause()


async def test_a_page_of_choices_may_be_turned_between_new_colours_and_the_next_picture() -> None:
    app = welcome()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        choices = app.shown.query_one(ChoiceList)
        choices.notify_style_update()
        choices.action_page_down()
        assert choices.highlighted == choices.option_count - 1
        choices.notify_style_update()
        choices.action_page_up()
        assert choices.highlighted == 0


async def palette(seat: Seat) -> CommandList:
    """Open the palette, and return its list when it is there."""
    every = len(list(seat.app.get_system_commands(seat.screen)))
    seat.app.action_command_palette()
    await seat.until(
        lambda: any(one.option_count == every for one in seat.app.screen.query(CommandList)), "every action"
    )
    return seat.app.screen.query_one(CommandList)


async def test_keys_are_written_in_the_palette_as_in_the_help(radar: Radar) -> None:
    async with seated(radar) as seat:
        named = [command.title for command in seat.app.get_system_commands(seat.screen)]
        assert "Command palette (ctrl+p)" in named
        assert "Go to the watches (left)" in named and "Page down (page down)" in named
        assert not [name for name in named if "^" in name or not name.isascii()]


@pytest.mark.parametrize("seed", range(6))
async def test_the_palette_outlives_any_size(radar: Radar, seed: int) -> None:
    async with seated(radar) as seat:
        await palette(seat)
        await keys_and_sizes(seat.app, seat.pilot, random.Random(seed))
        assert seat.app.is_running


async def test_a_page_of_the_palette_ends_at_its_ends(radar: Radar) -> None:
    async with seated(radar) as seat:
        actions, pilot = await palette(seat), seat.pilot
        await pilot.press("pagedown")
        first = actions.highlighted
        assert first is not None and 3 < first < actions.option_count - 1
        await pilot.press(*["pagedown"] * 20)
        assert actions.highlighted == actions.option_count - 1
        await pilot.press(*["pageup"] * 21)
        assert actions.highlighted == 0
