"""Left and right go from the watches over the list into the paper, and back."""

from __future__ import annotations

import pytest

from radar.papers.query import Mark
from radar.pipeline.radar import Radar
from tests.tui.driving import seated


@pytest.mark.parametrize(("left", "right"), [("left", "right"), ("h", "l")])
async def test_right_goes_into_the_paper_and_left_back_to_the_list(
    radar: Radar, left: str, right: str
) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("j", right)
        assert seat.screen.detail.has_focus
        assert seat.screen.paper_list.row is not None
        assert seat.screen.paper_list.row.marks & Mark.READ
        await seat.press(right)
        assert seat.said() == "this paper is open; left goes back to the list"
        await seat.press(left)
        assert seat.screen.paper_list.has_focus
        assert seat.title() == "Limpets Revisited"
        await seat.press("u", left)
        assert seat.said() == "nothing stands to the left of the list; w shows the watches"
        assert len(seat.titles()) == 11


async def test_left_goes_on_to_the_watches_that_are_shown_and_right_back(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("w")
        assert seat.screen.bar.has_focus
        await seat.press("right")
        assert seat.screen.paper_list.has_focus
        await seat.press("left")
        assert seat.screen.bar.has_focus
        await seat.press("l", "l", "h", "h")
        assert seat.screen.bar.has_focus
