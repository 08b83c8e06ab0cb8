"""What changes the list while a paper covers it: the reader sees the list, and finds the paper again."""

from __future__ import annotations

import pytest

from radar.pipeline.radar import Radar
from tests.tui.driving import seated
from tests.tui.shelf import WITH_CODE

TOLD = "back in the list, which has changed; enter opens the paper"


async def test_a_filter_leads_back_to_the_list_and_dropped_again_to_the_paper(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("j", "enter", "j")
        assert seat.title() == "Limpets Revisited"
        await seat.press("c")
        assert seat.screen.paper_list.has_focus
        assert seat.said() == TOLD
        assert any(WITH_CODE[0] in line for line in seat.lines())
        await seat.press("c")
        assert (seat.title(), seat.said()) == ("Limpets Revisited", "")
        await seat.press("enter")
        assert seat.screen.detail.has_focus
        assert "Limpets Revisited" in seat.text()


async def test_a_paper_that_is_opened_among_the_filtered_keeps_the_cursor(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("j", "c", "enter", "c")
        assert seat.title() == WITH_CODE[0]
        assert seat.screen.paper_list.has_focus


@pytest.mark.parametrize("keys", [("L", "t"), ("T",), ("u",)])
async def test_orders_and_tags_lead_back_too_and_the_cursor_stays_on_its_paper(
    radar: Radar, keys: tuple[str, ...]
) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("j", "t")
        await seat.type("tides")
        await seat.press("enter", "enter", *keys)
        await seat.until(lambda: seat.screen.paper_list.has_focus, "the list")
        assert not seat.screen.is_reading()
        assert seat.said() == ("listed by: title" if keys[0] == "L" else TOLD)
        if keys[0] != "u":
            assert seat.title() == "Limpets Revisited"


async def test_the_focus_waits_for_no_frame_where_one_covers_the_other(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        screen = seat.screen
        for bring_out, part in (
            (screen.action_open, screen.detail),
            (screen.leave_detail, screen.paper_list),
            (screen.action_watches, screen.bar),
        ):
            bring_out()
            assert screen.focused is part


async def test_beside_the_list_the_reader_stays_in_the_paper(radar: Radar) -> None:
    async with seated(radar, (120, 36)) as seat:
        await seat.press("j", "enter", "c")
        assert seat.screen.detail.has_focus
        assert seat.said() == ""
        await seat.press("c")
        assert seat.title() == "Limpets Revisited"
