"""What is painted anew, and what stays as it was painted."""

from __future__ import annotations

from radar.pipeline.radar import Radar
from tests.tui.driving import seated


async def test_rows_stay_painted_when_the_focus_goes_elsewhere_and_comes_back(radar: Radar) -> None:
    async with seated(radar) as seat:
        papers = seat.screen.paper_list
        below = papers.whole_lines(range(4, 20))
        at_cursor = papers.render_line(0)
        await seat.press("slash")
        assert not papers.has_focus
        assert all(line is old for line, old in zip(papers.whole_lines(range(4, 20)), below, strict=True))
        assert papers.render_line(0) != at_cursor
        await seat.press("escape")
        assert papers.has_focus
        assert papers.render_line(0) == at_cursor


async def test_rows_are_painted_anew_in_other_colours(radar: Radar) -> None:
    async with seated(radar) as seat:
        papers = seat.screen.paper_list
        before = papers.render_line(4)
        seat.app.theme = "radar-light"
        await seat.settled()
        assert papers.render_line(4) != before
