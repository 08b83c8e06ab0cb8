"""What the palette, the footer and the lines at the top offer to do, and that it is done."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.papers.listed.listing import Listing
from radar.papers.text.safe_text import clean
from radar.pipeline.radar import Radar
from radar.tui.keys.keymap import APP, LIST, SCREEN
from radar.tui.screens.help_screen import HelpScreen
from radar.tui.screens.jobs_screen import JobsScreen
from radar.tui.widgets.filter_line import FilterLine
from radar.tui.widgets.footer_line import FooterLine
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.shelf import PAPERS

TITLES = [clean(paper.title) for paper in PAPERS]


async def test_the_palette_offers_every_action_with_its_key(radar: Radar) -> None:
    async with seated(radar) as seat:
        commands = list(seat.app.get_system_commands(seat.screen))
        offered = {command.help for command in commands}
        assert {binding.tooltip for binding in (*LIST, *SCREEN, *APP)} <= offered
        star = next(command for command in commands if command.title == "Star this paper (s)")
        assert star.help == "Star, or take the star away"
        await seat.press("ctrl+p")
        seat.app.screen.query_one(Input).value = "Star this"
        await seat.pilot.pause(0.5)
        await seat.press("enter")
        await seat.until(lambda: seat.said().startswith("starred"), "the star")


@pytest.mark.parametrize(
    ("keys", "title"), [("w", "Jobs"), ("w", "Data filter"), ("/", "Jobs"), ("t", "Jobs")]
)
async def test_the_palette_offers_what_has_no_key_where_the_focus_is(
    radar: Radar, keys: str, title: str
) -> None:
    async with seated(radar) as seat:
        await seat.press(keys)
        commands = {command.title: command for command in seat.app.get_system_commands(seat.screen)}
        assert {binding.tooltip for binding in SCREEN} <= {command.help for command in commands.values()}
        seat.app.call_later(commands[title].callback)
        opened = (
            (lambda: isinstance(seat.app.screen, JobsScreen))
            if title == "Jobs"
            else lambda: bool(seat.screen.listing.query.filters)
        )
        await seat.until(opened, "what was chosen")


async def test_what_the_palette_offered_for_a_screen_that_is_closed_is_not_done(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("question_mark")
        await seat.until(lambda: isinstance(seat.app.screen, HelpScreen), "the help")
        commands = list(seat.app.get_system_commands(seat.app.screen))
        await seat.press("escape")
        await seat.until(lambda: seat.on_main_screen, "the list")
        of_help = [command for command in commands if "the help" in command.title]
        assert len(of_help) == 3
        for command in of_help:
            seat.app.call_later(command.callback)
        await seat.pilot.pause()
        assert seat.app.is_running
        await seat.press("j")


async def test_a_click_on_a_key_acts_like_the_key(radar: Radar) -> None:
    async with seated(radar) as seat:
        column = seat.lines()[-2].index("c code")
        await seat.pilot.click(FooterLine, offset=(column, 0))
        await seat.settled()
        assert len(seat.titles()) == 3


async def test_a_click_on_a_filter_acts_like_its_key(radar: Radar) -> None:
    async with seated(radar) as seat:
        line = seat.screen.query_one(FilterLine)
        await seat.press("r")
        column = seat.lines()[1].index("claims any") - line.region.x
        await seat.pilot.click(FilterLine, offset=(column + 2, 0))
        await seat.settled()
        assert "claims with numbers" in seat.lines()[1]


async def test_the_footer_says_what_can_be_done_where_the_focus_is(radar: Radar) -> None:
    async with seated(radar) as seat:
        assert "esc back" not in seat.lines()[-2]
        await seat.press("enter")
        assert "esc back" in seat.lines()[-2]
        assert "enter read" not in seat.lines()[-2]
        await seat.press("escape", "slash")
        assert "esc drop the search" in seat.lines()[-2]
        assert "c code" not in seat.lines()[-2]


async def test_the_footer_offers_nothing_over_an_empty_list_but_what_leads_on(radar: Radar) -> None:
    of_papers = {"j/k move", "enter read", "m summarise", "o open", "s star", "y copy"}
    async with seated(radar, (160, 36)) as seat:
        assert all(words in seat.lines()[-2] for words in of_papers)
        assert "everything" not in seat.lines()[-2]
        await seat.press("*")
        assert seat.lines()[-2].split("  ")[:2] == [" esc back", "/ search"]
        assert "0 everything" in seat.lines()[-2]
        assert not any(words in seat.lines()[-2] for words in of_papers)
        await seat.press("0")
        assert all(words in seat.lines()[-2] for words in of_papers)


async def test_the_footer_of_an_empty_library_offers_the_ways_to_papers(make_radar: MakeRadar) -> None:
    async with seated(make_radar(papers=()), (160, 36)) as seat:
        await seat.until(lambda: not seat.on_main_screen, "the welcome")
        # What leaves the welcome leaves radar; something at work keeps it.
        await seat.app.pop_screen()
        await seat.pilot.pause()
        await seat.pilot.pause()
        footer = seat.lines()[-2]
        assert "R refresh" in footer and "a add a paper" in footer and "I add papers" in footer
        for words in ("move", "read", "search", "code", "claims", "summarise", "open", "star", "copy"):
            assert words not in footer


async def test_the_footer_offers_to_find_papers_that_came_and_do_not_pass_the_filters(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(papers=())
    async with seated(radar, (160, 36)) as seat:
        await seat.until(lambda: not seat.on_main_screen, "the welcome")
        await seat.app.pop_screen()
        await seat.pilot.pause()
        await seat.press("*")
        worker = Library.open(radar.path)
        worker.add_papers(PAPERS, Listing("file:first"), read)
        worker.close()
        await seat.until(lambda: "0 everything" in seat.lines()[-2], "the keys of a library with papers")
        assert seat.titles() == []
        assert "/ search" in seat.lines()[-2] and "R refresh" not in seat.lines()[-2]
