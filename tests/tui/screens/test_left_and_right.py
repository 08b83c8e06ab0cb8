"""Left and right go from the watches over the list into the paper, and back."""

from __future__ import annotations

from array import array

import pytest

from radar.papers.reader.query import Mark, Order, PaperQuery
from radar.papers.text.safe_text import clean
from radar.pipeline.radar import Radar
from tests.tui.driving import seated
from tests.tui.shelf import WITH_CODE


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


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_brackets_read_on_through_the_list_whatever_is_read_already(
    radar: Radar, size: tuple[int, int]
) -> None:
    async with seated(radar, size) as seat:
        detail = seat.screen.detail

        def reading() -> str:
            assert detail.has_focus and detail.entry is not None
            return clean(detail.entry.paper.title)

        await seat.press("c", "j", "space", "g", "enter")
        assert reading() == WITH_CODE[0]
        await seat.press("left_square_bracket")
        assert (reading(), seat.said()) == (WITH_CODE[0], "this is the first paper listed")
        for title in WITH_CODE[1:]:
            await seat.press("right_square_bracket")
            assert reading() == seat.title() == title
            assert seat.screen.paper_list.row is not None
            assert seat.screen.paper_list.row.marks & Mark.READ
        await seat.press("right_square_bracket")
        assert (reading(), seat.said()) == (WITH_CODE[2], "this is the last paper listed")
        await seat.press("left_square_bracket")
        assert reading() == WITH_CODE[1]


async def test_the_paper_after_the_first_screenful_is_waited_for(radar: Radar) -> None:
    async with seated(radar) as seat:
        papers, listing = seat.screen.paper_list, seat.screen.listing
        keys = tuple(listing.papers)
        await seat.press("j", "j", "enter")
        listing.ask(PaperQuery(order=Order.ADDED))
        papers.show(array("q", keys[:3]), cursor_on=keys[2], complete=False)
        seat.screen.action_neighbour(1)
        assert seat.said() == "looking further"
        await seat.until(lambda: papers.key == keys[3], "the next paper")
        assert seat.screen.detail.entry is not None and seat.screen.detail.entry.key == keys[3]


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
