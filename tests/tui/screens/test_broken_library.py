"""The screen when the library fails under it: a line says so, and nothing ends."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from radar.library.library import Library
from radar.papers.query import Mark, PaperQuery
from radar.pipeline.radar import Radar
from radar.tui.app import RadarApp
from tests.tui.driving import Seat, seated

KEYS = ("j", "k", "G", "g", "enter", "tab", "escape", "n", "p", "s", "space", "t", "T", "c", "c", "m", "U")


def _damage(radar: Radar) -> Path:
    """Overwrite the library under its readers, and return a sound copy of it."""
    with closing(sqlite3.connect(radar.path)) as other:
        # A write of another connection, so that no reader trusts the pages it has in memory.
        other.execute("INSERT INTO listings (name, label) VALUES ('file:other', 'other')")
        other.commit()
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    copy = radar.path.with_name("copy.sqlite3")
    shutil.copyfile(radar.path, copy)
    with radar.path.open("r+b") as file:
        file.write(b"rubbish " * (radar.path.stat().st_size // 8))
    return copy


async def _told(seat: Seat) -> None:
    await seat.until(lambda: "is damaged" in seat.said(), "the notice")
    assert "radar doctor checks it" in seat.said()
    assert seat.screen.notice.has_class("-failed")


async def test_a_library_that_breaks_is_told_in_a_line_and_no_key_ends_the_screen(radar: Radar) -> None:
    async with seated(radar) as seat:
        _damage(radar)
        seat.screen.paper_list.read_again()
        await _told(seat)
        for key in KEYS:
            await seat.pilot.press(key)
            await seat.pilot.pause()
        assert seat.app._exception is None
        assert seat.on_main_screen
        assert not any("Sorting Shells" in line for line in seat.lines()[2:-3])


async def test_a_paper_that_cannot_be_opened_is_told(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        _damage(radar)
        await seat.pilot.press("enter")
        await _told(seat)
        assert seat.screen.detail.entry is None


async def test_a_library_that_works_again_is_read_again(radar: Radar) -> None:
    async with seated(radar) as seat:
        keys = tuple(radar.reader.keys(PaperQuery()))
        copy = _damage(radar)
        seat.screen.paper_list.read_again()
        await _told(seat)
        seat.screen.job_status.look()
        with radar.path.open("r+b") as file:
            file.write(copy.read_bytes())
        other = Library.open(radar.path)
        other.mark(keys, Mark.STARRED, True)
        other.close()
        seat.screen.job_status.look()
        await seat.until(lambda: "Sorting Shells by Sound" in seat.lines()[2], "the rows")


async def test_a_screen_that_opens_on_a_broken_library_says_so_and_does_not_call_it_empty(
    radar: Radar,
) -> None:
    _damage(radar)
    app = RadarApp(radar)
    async with app.run_test(size=(80, 24)) as pilot:
        seat = Seat(app, pilot)
        await _told(seat)
        assert seat.on_main_screen
