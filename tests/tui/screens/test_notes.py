"""Notes, written on the screen."""

from __future__ import annotations

from textual.widgets import Input

from radar.papers.reader.query import PaperQuery
from radar.papers.text.safe_text import clean
from radar.pipeline.radar import Radar
from tests.tui.driving import Seat, seated
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
        await seat.press("escape")
        entry = radar.reader.entry(radar.reader.keys(PaperQuery())[0])
        assert entry is not None and entry.note == "ask Ada"
        await seat.press("U")
        assert seat.said() == "taken back: note on 1 paper"
        await seat.press("U")
        assert seat.said() == "nothing to take back"


async def test_a_note_left_half_written_is_offered_again_on_its_paper(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        told = "note not written; i on the same paper takes up what you typed"
        await seat.press("i")
        await seat.type("a long thought")
        await seat.pilot.click(seat.screen.paper_list, offset=(20, 5))
        await seat.settled()
        assert (seat.said(), seat.title()) == (told, TITLES[2])
        await seat.press("i")
        assert _typed(seat) == ""
        await seat.press("escape")
        assert seat.said() == ""
        await seat.press("g", "i")
        assert _typed(seat) == "a long thought"
        await seat.press("escape")
        assert seat.said() == ""
        await seat.press("i")
        await seat.type(" of tides")
        await seat.press("escape")
        assert seat.said() == told
        await seat.press("i", "enter")
        assert seat.said().startswith("note written")
        await seat.press("i")
        assert _typed(seat) == "a long thought of tides"


async def test_half_written_words_that_are_taken_away_are_not_offered_again(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("i")
        await seat.type("ab")
        await seat.press("enter", "i")
        await seat.type("c")
        await seat.press("escape", "i", *["backspace"] * 3, "escape")
        assert seat.said() == ""
        await seat.press("i")
        assert _typed(seat) == "ab"


async def test_tags_left_half_written_are_offered_again_with_the_readers_own_key(radar: Radar) -> None:
    async with seated(radar, (80, 24), keys={"paper.tags": "f6"}) as seat:
        await seat.press("f6")
        await seat.type("tides, sa")
        await seat.press("escape")
        assert seat.said() == "tags not written; f6 on the same paper takes up what you typed"
        assert radar.library.tag_counts() == ()
        await seat.press("f6")
        assert _typed(seat) == "tides, sa"


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


async def test_what_is_written_elsewhere_while_a_note_is_typed_stays_beside_it(radar: Radar) -> None:
    key = radar.reader.keys(PaperQuery())[0]
    async with seated(radar, (80, 24)) as seat:
        await seat.press("i")
        await seat.type("mine")
        radar.library.set_note(key, "theirs")
        await seat.press("enter")
        assert seat.said().startswith("note written behind what was written elsewhere meanwhile   U takes")
        assert _note(radar, key) == "theirs / mine"
        await seat.press("U")
        assert _note(radar, key) == "theirs"


async def test_half_written_words_stay_beside_what_is_written_elsewhere_until_they_are_taken_up(
    radar: Radar,
) -> None:
    key = radar.reader.keys(PaperQuery())[0]
    async with seated(radar, (80, 24)) as seat:
        await seat.press("i")
        await seat.type("mine")
        await seat.press("escape")
        radar.library.set_note(key, "theirs")
        await seat.press("i", "enter")
        assert _note(radar, key) == "theirs / mine"


async def test_a_note_that_was_changed_elsewhere_is_not_taken_away_unseen(radar: Radar) -> None:
    key = radar.reader.keys(PaperQuery())[0]
    radar.library.set_note(key, "a")
    async with seated(radar, (80, 24)) as seat:
        await seat.press("i", "backspace")
        radar.library.set_note(key, "written by hand")
        await seat.press("enter")
        assert seat.said() == "the note was changed elsewhere meanwhile, and stays as it is now"
        assert _note(radar, key) == "written by hand"


async def test_tags_that_were_given_and_taken_elsewhere_while_tags_are_typed_stay_so(radar: Radar) -> None:
    key = radar.reader.keys(PaperQuery())[0]
    radar.library.set_tags(key, ["tides", "sand"])
    async with seated(radar, (80, 24)) as seat:
        await seat.press("t")
        await seat.type(", reef")
        radar.library.set_tags(key, ["tides", "foam"])
        await seat.press("enter")
        entry = radar.reader.entry(key)
        assert entry is not None and set(entry.tags) == {"tides", "foam", "reef"}


def _note(radar: Radar, key: int) -> str:
    entry = radar.reader.entry(key)
    assert entry is not None
    return entry.note


def _typed(seat: Seat) -> str:
    return seat.screen.query_one("#prompt-text", Input).value


async def _leaves(seat: Seat, key: str) -> None:
    await seat.pilot.press(key)
    await seat.until(lambda: seat.app._exit, "the end")


ASKED = "not done yet: a note that you typed; q again leaves without it"


async def test_leaving_the_program_amid_a_note_keeps_it_and_asks_once(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("i")
        await seat.type("a long thought")
        await seat.press("ctrl+q")
        assert (seat.app.is_running, seat.said()) == (True, ASKED)
        await seat.press("i")
        assert _typed(seat) == "a long thought"
        await seat.press("enter", "j", "i")
        await seat.type("another")
        await seat.press("escape", "q")
        assert (seat.app.is_running, seat.said()) == (True, ASKED), "another note"
        await _leaves(seat, "q")


async def test_leaving_from_another_screen_goes_back_to_ask(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("i")
        await seat.type("a long thought")
        await seat.press("escape", "J", "ctrl+q")
        assert (seat.app.is_running, seat.said()) == (True, ASKED)
        assert seat.app.screen is seat.screen
        await _leaves(seat, "ctrl+q")


async def test_a_note_that_is_too_long_is_kept_when_the_program_is_left(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("i")
        seat.screen.prompt.query_one("#prompt-text", Input).value = "word " * 500
        await seat.press("enter", "ctrl+q")
        assert (seat.app.is_running, seat.said()) == (True, ASKED)
        await seat.press("i")
        assert _typed(seat) == ("word " * 500).strip()


async def test_a_question_with_nothing_typed_holds_nobody_back(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("i")
        await _leaves(seat, "ctrl+q")
