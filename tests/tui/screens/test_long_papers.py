"""Papers that are longer than the screen, among others: the scroll bar of the detail comes once."""

from __future__ import annotations

import asyncio

import pytest
from rich.segment import Segment
from textual.screen import Screen

from radar.papers.bases import replace
from radar.tui.listing.following import HELD
from tests.tui.conftest import MakeRadar
from tests.tui.driving import Seat, seated
from tests.tui.shelf import PAPERS

LONG = replace(PAPERS[1], abstract="The tide comes in, and the tide goes out. " * 90)
SHELF = (PAPERS[0], LONG, *PAPERS[2:])


def picture(seat: Seat) -> list[list[Segment]]:
    return [list(Segment.simplify(strip)) for strip in seat.app.screen._compositor.render_strips()]


async def step(seat: Seat, *keys: str) -> None:
    """Press keys one after the other, and not as one that is held."""
    for key in keys:
        await asyncio.sleep(2 * HELD)
        await seat.press(key)


@pytest.mark.parametrize("theme", ["dark", "light", "plain", "ansi-dark", "ascii"])
async def test_behind_a_long_paper_the_others_look_as_before(make_radar: MakeRadar, theme: str) -> None:
    ascii = theme == "ascii"
    async with seated(make_radar(SHELF), theme="" if ascii else theme, ascii=ascii) as seat:
        await step(seat, "enter", "escape")
        in_list = picture(seat)
        await step(seat, "enter")
        in_detail = picture(seat)
        assert not seat.screen.detail.show_vertical_scrollbar
        await step(seat, "escape", "j")
        assert seat.screen.detail.max_scroll_y > 0
        assert picture(seat) != in_list
        await step(seat, "k")
        assert picture(seat) == in_list
        await step(seat, "enter")
        assert picture(seat) == in_detail
        await seat.pilot.resize_terminal(100, 30)
        await seat.pilot.resize_terminal(120, 36)
        await seat.settled()
        assert picture(seat) == in_detail


async def test_another_long_paper_has_the_screen_laid_out_no_more(make_radar: MakeRadar) -> None:
    async with seated(make_radar(SHELF)) as seat:
        await step(seat, "j", "k")
        laid_out: list[Screen[object]] = []
        seat.screen.screen_layout_refresh_signal.subscribe(seat.screen, laid_out.append)
        await step(seat, "j")
        assert seat.screen.detail.max_scroll_y > 0
        await step(seat, "k")
        assert seat.screen.detail.max_scroll_y == 0
        assert laid_out == []
