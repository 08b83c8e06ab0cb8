"""On the narrowest terminal a line is told to its end, or without what there is no room for."""

from __future__ import annotations

import pytest

from radar.pipeline.radar import Radar
from tests.tui.driving import seated

NARROWEST = (40, 12)


@pytest.mark.parametrize("key", ["J", "question_mark", "$"])
async def test_the_last_lines_of_a_screen_name_its_keys_to_the_end(radar: Radar, key: str) -> None:
    async with seated(radar, (120, 36)) as wide:
        await wide.press(key)
        foot = wide.lines()[-1].split()
    async with seated(radar, NARROWEST) as seat:
        await seat.press(key)
        below = " ".join(seat.lines()[-3:]).split()
        assert below[-len(foot) :] == foot


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((2, 4, 1), "radar   2 new · 4 papers · 1 with code"),
        ((12, 44, 14), "radar   12 new · 44 papers"),
        ((3_683_683, 3_683_683, 530), "radar   3,683,683 new"),
    ],
)
async def test_a_count_that_has_no_room_is_left_out_whole(
    radar: Radar, counts: tuple[int, int, int], told: str
) -> None:
    async with seated(radar, NARROWEST) as seat:
        seat.screen.counts.show(*counts)
        await seat.pilot.pause()
        assert seat.lines()[0].strip() == told
        await seat.pilot.resize_terminal(80, 24)
        await seat.settled()
        assert seat.lines()[0].strip().endswith("with code")


@pytest.mark.parametrize("width", range(1, 9))
async def test_a_terminal_of_hardly_any_width_ends_nothing(radar: Radar, width: int) -> None:
    async with seated(radar) as seat:
        await seat.press("ctrl+p")
        await seat.type("star")
        await seat.pilot.resize_terminal(width, 30)
        await seat.pilot.pause()
        assert seat.app.broken is None
        await seat.pilot.resize_terminal(80, 24)
        await seat.until(lambda: "Star this paper" in seat.text(), "the palette at its size")
