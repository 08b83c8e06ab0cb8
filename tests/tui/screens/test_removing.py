"""Papers removed from the screen, and from below it by another program."""

from __future__ import annotations

from contextlib import closing

import pytest
from textual.widgets import Input

from radar.library.library import Library
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import Mark, PaperQuery
from radar.papers.reader.removal import Losses
from radar.pipeline.radar import Radar
from tests.library.samples import read
from tests.tui.driving import Seat, seated


def _removed_elsewhere(radar: Radar, keys: tuple[int, ...]) -> int:
    """Have another program remove papers, and return by which number they are put back."""
    with closing(Library.open(radar.path)) as other:
        return other.remove(keys).number


def _put_back_elsewhere(radar: Radar, number: int) -> None:
    with closing(Library.open(radar.path)) as other:
        other.undo(number)


async def _gone(seat: Seat, left: int) -> None:
    await seat.until(lambda: len(seat.titles()) == left == len(seat.screen.paper_list.pages), "the others")
    await seat.settled()


async def test_the_paper_under_the_cursor_is_removed_once_that_is_agreed(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "s")
        title, below = seat.title(), seat.titles()[2]
        await seat.press("delete")
        assert "remove this paper, starred? No source brings it back:" in seat.text()
        await seat.press("n")
        assert seat.said() == "nothing removed"
        assert len(seat.titles()) == 12
        await seat.press("delete", "y")
        await seat.until(lambda: "1 paper removed   U takes it back" in seat.said(), "the end")
        await _gone(seat, 11)
        assert title not in seat.titles()
        assert seat.title() == below
        assert seat.screen.counts.papers == 11
        await seat.press("U")
        await seat.until(lambda: "taken back: remove 1 paper" in seat.said(), "the way back")
        await _gone(seat, 12)
        assert seat.titles()[1] == title
        assert radar.reader.counts().starred == 1
        await seat.press("U")
        await seat.until(lambda: "taken back: star 1 paper" in seat.said(), "the star")


async def test_the_last_paper_of_the_list_is_removed(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("G")
        above = seat.titles()[-2]
        await seat.press("delete", "y")
        await _gone(seat, 11)
        assert seat.title() == above


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_paper_that_is_read_is_removed(radar: Radar, size: tuple[int, int]) -> None:
    async with seated(radar, size=size) as seat:
        await seat.press("enter")
        title = seat.title()
        await seat.press("delete")
        await seat.press("y")
        await _gone(seat, 11)
        assert title not in seat.text()
        await seat.press("j", "escape", "j")
        assert seat.title() in seat.titles()


async def test_all_in_view_are_removed_and_put_back(radar: Radar) -> None:
    keys = radar.reader.keys(PaperQuery("has:code "))
    radar.library.set_note(keys[0], "mine")
    async with seated(radar) as seat:
        await seat.press("c", "E", "d")
        assert f"remove {len(keys)} papers (1 with a note)? No source brings them back:" in seat.text()
        await seat.press("y")
        await seat.until(lambda: seat.titles() == [], "none of them")
        assert f"{len(keys)} papers removed" in seat.said()
        assert radar.library.removals()[0].what == f"{len(keys)} papers in view"
        await seat.press("U")
        await seat.until(lambda: len(seat.titles()) == len(keys), "all of them")


async def test_the_whole_library_is_removed(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("E", "d", "y")
        await seat.until(lambda: seat.screen.empty and not seat.titles(), "nothing")
        await seat.press("j", "enter", "s", "delete")
        await seat.press("U")
        await _gone(seat, 12)


async def test_papers_vanish_below_the_screen(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "j")
        keys = tuple(seat.screen.paper_list.pages.keys)
        titles = seat.titles()
        number = _removed_elsewhere(radar, keys[2:5])
        await _gone(seat, 9)
        assert seat.title() == titles[5], "the next that is left"
        _put_back_elsewhere(radar, number)
        await _gone(seat, 12)
        assert seat.title() == titles[5], "the cursor stays"
        _removed_elsewhere(radar, keys)
        await seat.until(lambda: seat.screen.empty and not seat.titles(), "nothing")
        await seat.press("j", "G", "enter", "escape")


async def test_keys_on_a_paper_that_has_vanished_say_so_or_do_nothing(radar: Radar) -> None:
    async with seated(radar) as seat:
        for key in ("s", "t", "y", "v", "m", "o", "i", "space", "delete", "enter", "V"):
            await seat.press("g")
            left = len(seat.titles())
            _removed_elsewhere(radar, (seat.screen.paper_list.pages.keys[0],))
            await seat.pilot.press(key)
            await seat.pilot.press("escape", "escape")
            await _gone(seat, left - 1)
        assert radar.reader.counts().papers == 1
        assert radar.reader.counts().starred == 0


async def test_a_star_for_a_paper_that_has_vanished_is_not_said_to_be_given(radar: Radar) -> None:
    async with seated(radar) as seat:
        row = seat.screen.paper_list.row
        assert row is not None
        _removed_elsewhere(radar, (row.key,))
        seat.screen.talk.attempt(lambda: seat.screen._desk.of_paper.take("star", row))
        assert seat.said().startswith("nothing changed")


async def test_a_paper_vanishes_while_it_is_read(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "enter")
        title = seat.title()
        _removed_elsewhere(radar, (seat.screen.paper_list.pages.keys[1],))
        await _gone(seat, 11)
        assert title not in seat.text()
        await seat.press("j", "k", "]", "escape", "j")


async def test_a_paper_vanishes_while_it_is_asked_about(radar: Radar) -> None:
    async with seated(radar) as seat:
        key = seat.screen.paper_list.pages.keys[0]
        await seat.press("delete")
        assert "remove this paper? No source brings it back:" in seat.text()
        _removed_elsewhere(radar, (key,))
        await seat.pilot.press("y")
        await seat.until(lambda: "nothing removed: not in the library any more" in seat.said(), "the end")
        await _gone(seat, 11)
        assert len(radar.library.removals()) == 1


@pytest.mark.parametrize("key", ["t", "i"])
async def test_what_is_written_of_a_paper_that_has_vanished_is_refused_and_kept(
    radar: Radar, key: str
) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "s", "k", key)
        number = _removed_elsewhere(radar, (seat.screen.paper_list.pages.keys[0],))
        await seat.pilot.press("a", "enter")
        await seat.until(lambda: "not in the library any more" in seat.said(), "what is said")
        await _gone(seat, 11)
        assert (radar.library.tags_by_use(), radar.reader.counts().starred) == ((), 1)
        _put_back_elsewhere(radar, number)
        await _gone(seat, 12)
        await seat.press("g", key)
        assert seat.screen.prompt.query_one("#prompt-text", Input).value == "a"


async def test_a_paper_that_became_part_of_another_is_asked_about_as_that(radar: Radar) -> None:
    keys = radar.reader.keys(PaperQuery())
    radar.library.mark(keys[1:2], Mark.STARRED, True)
    with radar.library.database.transaction():
        radar.library.database.run("INSERT INTO moved (id, into_id) VALUES (?, ?)", (10**6, keys[1]))
    assert radar.reader.losses((10**6,)) == radar.reader.losses(keys[1:2]) == Losses(1, 1)
    assert radar.reader.losses((10**6, *keys[:2])) == Losses(2, 1)


async def test_what_an_earlier_visit_removed_is_put_back_once_that_is_agreed(radar: Radar) -> None:
    with closing(Library.open(radar.path)) as other:
        other.reader = "999999999"
        other.mark(radar.reader.keys(PaperQuery())[:1], Mark.READ, True)
        other.remove(radar.reader.keys(PaperQuery())[:2])
    async with seated(radar) as seat:
        assert len(seat.titles()) == 10
        await seat.press("U")
        assert "take back: remove 2 papers, of " in seat.text()
        await seat.press("y")
        await _gone(seat, 12)


async def test_what_came_anew_and_was_removed_again_elsewhere_has_to_come_back_first(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("delete", "y")
        await seat.until(lambda: "1 paper removed" in seat.said(), "the end")
        ids = radar.library.database.value("SELECT ids FROM removed")
        with closing(Library.open(radar.path)) as other:
            other.reader = "1"
            again = Paper(PaperId(ids.splitlines()[0]), "Snails that came to the sill again")
            later = other.remove(other.add_papers([again], Listing("typed", "typed"), read, anew=True).keys)
        await seat.press("U")
        await seat.until(lambda: "radar remove --undo" in seat.text(), "what is to be done")
        _put_back_elsewhere(radar, later.number)
        await seat.press("U")
        await seat.until(lambda: "taken back: remove 1 paper" in seat.said(), "the way back")


async def test_the_cursor_goes_to_the_paper_that_is_put_back(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "j")
        title = seat.title()
        await seat.press("delete", "y")
        await _gone(seat, 11)
        await seat.press("G", "U")
        await seat.until(lambda: seat.title() == title, "the paper that came back")
        assert seat.said() == "taken back: remove 1 paper"


async def test_a_paper_that_is_put_back_and_does_not_pass_the_filters_is_said_to_be_hidden(
    radar: Radar,
) -> None:
    async with seated(radar) as seat:
        await seat.press("j", "s", "k", "delete", "y")
        await _gone(seat, 11)
        await seat.press("asterisk")
        assert len(seat.titles()) == 1
        await seat.press("U")
        await seat.until(lambda: "the filters hide it, 0 lists everything" in seat.said(), "what is said")
        assert seat.said().startswith("taken back: remove 1 paper; ")
        await seat.press("0")
        await _gone(seat, 12)
        await seat.press("delete", "y")
        await _gone(seat, 11)
        await seat.press("u", "U")
        await _gone(seat, 12)
        assert "hide" not in seat.said()
