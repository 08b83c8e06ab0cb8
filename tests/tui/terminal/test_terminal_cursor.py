"""The terminal's own cursor stands where the reader is, for whatever follows it."""

from __future__ import annotations

import pytest
from textual.geometry import Offset

from radar.papers.jobs.job import JobState
from radar.papers.reader.query import CodeFilter, PaperQuery
from radar.pipeline.radar import Radar
from radar.tui.detail.typography import UNICODE
from radar.tui.screens.comparison_screen import ComparisonScreen
from radar.tui.screens.jobs_screen import JobsScreen
from radar.tui.screens.welcome_screen import WelcomeScreen
from radar.tui.widgets.choice_list import ChoiceList
from radar.tui.widgets.paper_list import PaperList
from tests.tui.driving import Seat, seated
from tests.tui.invented import by_model, entry, offline
from tests.tui.screens.test_jobs_screen import Queue, job
from tests.tui.shelf import PAPERS


def behind(seat: Seat) -> str:
    """What stands on the screen from the cursor of the terminal on."""
    column, line = seat.app.cursor_position
    return seat.lines()[line][column:]


async def test_it_goes_with_the_cursor_of_the_list_to_where_each_title_begins(radar: Radar) -> None:
    async with seated(radar, size=(120, 14)) as seat:
        assert behind(seat).startswith(seat.title())
        for key in ("j", "j", "G", "k", "g", "ctrl+d"):
            await seat.press(key)
            assert behind(seat)[:12] == seat.title()[:12]


async def test_it_stays_on_the_list_when_the_paper_is_scrolled_out_of_sight(radar: Radar) -> None:
    async with seated(radar, size=(120, 14)) as seat:
        papers = seat.screen.paper_list
        papers.scroll_to(y=8, animate=False, force=True)
        await seat.settled()
        assert seat.app.cursor_position.y == papers.content_region.y


async def test_it_follows_the_list_to_another_place_on_the_screen(radar: Radar) -> None:
    async with seated(radar) as seat:
        before = seat.app.cursor_position
        await seat.press("w", "escape")
        assert seat.app.cursor_position.x > before.x
        assert behind(seat)[:12] == seat.title()[:12]
        await seat.pilot.resize_terminal(70, 20)
        await seat.settled()
        assert behind(seat)[:12] == seat.title()[:12]


async def test_it_stands_on_the_name_of_a_watch(radar: Radar) -> None:
    for name in ("limpets", "tides"):
        radar.library.add_watch(name, PaperQuery(code=CodeFilter.RELEASED))
    async with seated(radar) as seat:
        await seat.press("w")
        assert behind(seat).startswith("everything")
        await seat.press("j", "j")
        assert behind(seat).startswith("tides")
        await seat.press("k")
        assert behind(seat).startswith("limpets")
        await seat.press("escape")
        assert behind(seat)[:12] == seat.title()[:12]


async def test_what_is_typed_keeps_the_cursor_that_textual_gives_it(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("slash", *"crab")
        search = seat.screen.search
        assert seat.app.cursor_position == search.cursor_screen_offset
        await seat.press("home")
        assert behind(seat).startswith("crab")
        await seat.press("enter")
        assert isinstance(seat.app.focused, PaperList)
        assert seat.app.cursor_position != search.cursor_screen_offset


async def test_a_paper_that_is_read_begins_where_the_cursor_stands(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "enter")
        assert behind(seat).startswith(PAPERS[1].title)


async def test_a_question_begins_where_the_cursor_stands(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("y")
        assert behind(seat).startswith("copy   b BibTeX")
        await seat.press("escape")
        assert behind(seat)[:12] == seat.title()[:12]


async def test_other_screens_have_it_too_and_give_it_back(radar: Radar) -> None:
    jobs = [job(number, JobState.DONE, f"import {number}") for number in range(20, 0, -1)]
    async with seated(radar) as seat:
        await seat.app.push_screen(JobsScreen(Queue(*jobs)))
        for number in (20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8):
            await seat.settled()
            assert behind(seat).startswith(f"import {number} ")
            await seat.press("j")
        await seat.press("escape")
        assert behind(seat)[:12] == seat.title()[:12]


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_among_summaries_beside_or_below_each_other_it_goes_to_the_card(
    radar: Radar, size: tuple[int, int]
) -> None:
    compared = entry(summaries=(offline(), by_model(), by_model("Another way to say it.")))
    async with seated(radar, size=size) as seat:
        await seat.app.push_screen(ComparisonScreen(compared, UNICODE))
        for number, name in enumerate(("offline", "tiny-writer", "tiny-writer"), 1):
            await seat.settled()
            assert behind(seat).startswith(f"{number}  {name}")
            await seat.press("j")


async def test_a_choice_begins_where_the_cursor_stands(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("I")
        assert isinstance(seat.app.screen, WelcomeScreen)
        await seat.settled()
        first = behind(seat)
        await seat.press("j")
        choices = seat.app.screen.query_one(ChoiceList)
        assert choices.highlighted == 1
        assert behind(seat).strip() and behind(seat) != first
        assert seat.app.cursor_position.y > choices.content_region.y


async def test_where_nothing_has_a_cursor_it_stays_where_it_was(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j")
        before = seat.app.cursor_position
        seat.screen.set_focus(None)
        assert seat.app.cursor_position == before
        seat.app.cursor_position = Offset(3, 4)
        assert seat.app.cursor_position == (3, 4)
