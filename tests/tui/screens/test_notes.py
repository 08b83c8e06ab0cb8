"""Notes, written on the screen."""

from __future__ import annotations

from textual.widgets import Input

from radar.papers.text import clean
from radar.pipeline.radar import Radar
from tests.tui.driving import seated
from tests.tui.shelf import PAPERS

TITLES = [clean(paper.title) for paper in PAPERS]


async def test_a_note_is_written_shown_found_and_taken_back(radar: Radar) -> None:
    async with seated(radar, (120, 36)) as seat:
        await seat.press("i")
        await seat.type("ask Ada")
        await seat.press("enter")
        assert seat.said().startswith("note written")
        assert seat.lines()[3].startswith("▌¶ ")
        assert any("NOTE      ask Ada" in line for line in seat.screen.detail.text_lines)
        await seat.press("slash")
        await seat.type("note:ada")
        await seat.press("enter")
        assert seat.titles() == TITLES[:1]
        await seat.press("escape", "U")
        assert seat.said() == "taken back: note on 1 paper"
        assert seat.lines()[3].startswith("▌  ")
        await seat.press("slash")
        await seat.type("has:note")
        assert seat.titles() == []


async def test_escape_leaves_the_note_as_it_was(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("i")
        await seat.type("ask Ada")
        await seat.press("enter", "i")
        await seat.type(" tomorrow")
        await seat.press("escape", "i", "enter")
        assert seat.said().startswith("note written")
        await seat.press("U")
        assert seat.said() == "taken back: note on 1 paper"
        await seat.press("U")
        assert seat.said() == "nothing to take back"


async def test_words_that_the_library_could_not_take_are_there_at_the_next_try(radar: Radar) -> None:
    database = radar.library.database
    async with seated(radar, (80, 24)) as seat:
        for key, words in (("i", "ask Ada about the weights"), ("t", "later, ask Ada")):
            database.run("PRAGMA query_only = 1")
            await seat.press(key)
            seat.screen.query_one("#prompt-text", Input).value = words
            await seat.press("enter")
            assert "radar doctor checks it" in seat.said()
            await seat.press("j", key)
            assert seat.screen.query_one("#prompt-text", Input).value == ""
            await seat.press("escape", "k", key)
            assert seat.screen.query_one("#prompt-text", Input).value == words
            database.run("PRAGMA query_only = 0")
            await seat.press("enter")
            assert "takes it back" in seat.said()
            await seat.press("U", key)
            assert seat.screen.query_one("#prompt-text", Input).value == ""
            await seat.press("escape")
