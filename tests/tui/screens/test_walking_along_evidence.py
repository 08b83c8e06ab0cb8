"""Along the words that flags rest on, and what happens where they end or where there are none."""

from __future__ import annotations

import pytest

from radar.pipeline.radar import Radar
from tests.tui.driving import Seat, seated

NARROW, WIDE = (80, 24), (120, 36)
WITHOUT = "A Survey of Tides"
"""Its place on the shelf is the fifth, between papers whose flags rest on words."""


def _footer(seat: Seat) -> str:
    return seat.lines()[-2]


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("key", ["tab", "shift+tab"])
async def test_where_no_flag_rests_on_words_that_is_said_and_the_paper_stays(
    radar: Radar, size: tuple[int, int], key: str
) -> None:
    async with seated(radar, size) as seat:
        await seat.press("j", "j", "j", "j", "enter")
        assert seat.title() == WITHOUT
        assert seat.screen.detail.evidence_count == 0
        await seat.press(key)
        assert seat.said() == "no flag rests on words here; left goes back to the list"
        assert seat.screen.detail.has_focus


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_footer_offers_the_walk_only_where_there_are_words(
    radar: Radar, size: tuple[int, int]
) -> None:
    async with seated(radar, size) as seat:
        await seat.press("j", "j", "j", "enter")
        assert "tab evidence" in _footer(seat)
        await seat.press("n")
        assert seat.title() == WITHOUT
        assert "tab evidence" not in _footer(seat)
        await seat.press("n")
        assert "tab evidence" in _footer(seat)


async def test_where_the_paper_covers_the_list_the_walk_goes_round(radar: Radar) -> None:
    async with seated(radar, NARROW) as seat:
        await seat.press("enter")
        detail, walked = seat.screen.detail, []
        last = detail.evidence_count - 1
        assert last > 0
        for key in (*["tab"] * (last + 1), "tab", "shift+tab", "shift+tab"):
            await seat.press(key)
            walked.append(detail.current)
        assert walked == [*range(last + 1), 0, last, last - 1]
        assert detail.has_focus


async def test_back_before_the_first_is_the_last_where_the_paper_covers_the_list(radar: Radar) -> None:
    async with seated(radar, NARROW) as seat:
        await seat.press("enter", "shift+tab")
        assert seat.screen.detail.current == seat.screen.detail.evidence_count - 1 > 0


async def test_where_the_list_stands_beside_it_the_walk_ends_there(radar: Radar) -> None:
    async with seated(radar, WIDE) as seat:
        await seat.press("enter", *["tab"] * seat.screen.detail.evidence_count)
        assert seat.screen.detail.has_focus
        await seat.press("tab")
        assert seat.screen.paper_list.has_focus
