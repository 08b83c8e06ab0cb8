"""Watches changed and left while another program writes."""

from __future__ import annotations

import sqlite3
import threading

from radar.abstracts.reading import read
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, PaperId
from radar.papers.reader.query import PaperQuery
from radar.pipeline.radar import Radar
from tests.tui.busy import all_done, busy
from tests.tui.driving import seated
from tests.tui.seen_elsewhere import new_in_watches
from tests.tui.shelf import PAPERS


def _watches(radar: Radar) -> list[tuple[str, str]]:
    return [(watch.name, watch.query.text) for watch in radar.watches.all()]


async def test_a_removed_watch_comes_back_though_the_library_was_busy_at_first(radar: Radar) -> None:
    radar.library.add_watch("tides", PaperQuery("tides"))
    async with seated(radar) as seat:
        await seat.press("s", "w", "j", "d", "escape")
        assert _watches(radar) == []
        with busy(radar):
            await seat.press("U")
            assert "the library is being written" in seat.said()
        await all_done(seat)
        assert seat.said() == "taken back: removal of watch tides"
        assert _watches(radar) == [("tides", "tides")]
        assert radar.reader.counts().starred == 1


async def test_watches_are_renamed_removed_and_moved_that_the_cursor_was_on(radar: Radar) -> None:
    for name in ("foam", "gulls", "sand", "tides"):
        radar.library.add_watch(name, PaperQuery(name))
    async with seated(radar) as seat:
        await seat.press("w", "j")
        with busy(radar):
            await seat.press("J", "J", "r", *["backspace"] * 4)
            await seat.type("spray")
            await seat.press("enter", "j", "d", "j", "r", *["backspace"] * 4)
            await seat.type("grit")
            await seat.press("enter", "r")
        await seat.press("escape")
        await all_done(seat)
        assert _watches(radar) == [("grit", "sand"), ("spray", "foam"), ("tides", "tides")]


async def test_a_search_is_saved_as_it_was_when_its_name_was_asked_for(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("slash")
        await seat.type("gull")
        await seat.press("enter", "W")
        with busy(radar):
            await seat.press("enter", "slash", *["backspace"] * 4)
            await seat.type("tides")
            await seat.press("enter", "W")
        await seat.press("escape")
        await all_done(seat)
        assert _watches(radar) == [("gull", "gull")]
        assert seat.screen.watched.shown is None, "what is listed by now is another search"


async def test_a_watch_is_given_the_search_that_was_agreed_to(radar: Radar) -> None:
    for name in ("foam", "sand"):
        radar.library.add_watch(name, PaperQuery(f"{name} "))
    async with seated(radar) as seat:
        await seat.press("c", "W", *["backspace"] * 4)
        await seat.type("foam")
        await seat.press("enter")
        assert "there is a watch foam" in seat.text()
        with busy(radar):
            await seat.press("y", "u", "W", *["backspace"] * 12)
            await seat.type("sand")
            await seat.press("enter")
            assert "there is a watch sand" in seat.text()
        await all_done(seat)
        await seat.press("n")
        kept = [(watch.query.code.value != "any", watch.query.unread) for watch in radar.watches.all()]
        assert kept == [(True, False), (False, False)]


async def test_the_side_bar_is_noted_as_it_was_shown_last(radar: Radar) -> None:
    async with seated(radar) as seat:
        with busy(radar):
            await seat.press("w", "w", "w")
        await all_done(seat)
        assert radar.reader.watches_shown()


def _with_something_new(radar: Radar) -> None:
    """Save a search, and let a paper come that it finds."""
    radar.library.add_watch("shells", PaperQuery("shells"))
    late = replace(PAPERS[0], id=PaperId("arxiv:2603.00001"), links=Links(), title="Late Shells")
    radar.library.add_papers([late], Listing("file:late", "late"), read)


async def test_that_a_watch_was_left_is_noted_once_the_library_is_free(radar: Radar) -> None:
    _with_something_new(radar)
    async with seated(radar) as seat:
        await seat.press("1")
        with busy(radar):
            await seat.press("0")
            assert "the library is being written" in seat.said()
            assert new_in_watches(radar) == [1]
        await all_done(seat)
        assert new_in_watches(radar) == [0]


async def test_that_a_watch_was_left_with_the_program_waits_a_moment_for_another_writer(radar: Radar) -> None:
    _with_something_new(radar)
    other = sqlite3.connect(radar.path, isolation_level=None, check_same_thread=False)
    async with seated(radar) as seat:
        await seat.press("1")
        other.execute("BEGIN IMMEDIATE")
        free = threading.Timer(0.2, other.rollback)
        free.start()
        await seat.pilot.press("q")
    free.join()
    other.close()
    assert new_in_watches(radar) == [0]


async def test_where_nothing_was_new_nothing_is_noted_and_nobody_waits(radar: Radar) -> None:
    radar.library.add_watch("shells", PaperQuery("shells"))
    async with seated(radar) as seat:
        await seat.press("1")
        with busy(radar):
            await seat.press("0")
            assert seat.said() == ""
            assert seat.screen.talk.unfinished == ""
