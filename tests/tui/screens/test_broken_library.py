"""The screen when the library fails under it: a line says so, and nothing ends."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.papers.reader.query import Mark, PaperQuery
from radar.pipeline.radar import Radar
from radar.pipeline.thread_log import threads_logged
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


async def test_a_library_that_is_deleted_is_told_and_what_was_there_is_shown_on(radar: Radar) -> None:
    async with seated(radar) as seat:
        radar.path.unlink()
        await seat.pilot.press("j", "s")
        await seat.until(lambda: "was moved, deleted or replaced" in seat.said(), "the notice")
        assert "nothing is kept" in seat.said()
        await seat.until(lambda: "was moved, deleted or replaced" in seat.lines()[0], "the first line")
        await seat.press("c")
        assert seat.titles()[0] == "Sorting Shells by Sound"
        assert seat.app._exception is None


async def test_a_library_that_was_moved_back_is_not_said_to_be_gone_once_something_is_kept_in_it(
    radar: Radar,
) -> None:
    async with seated(radar) as seat:
        aside = radar.path.with_name("aside.sqlite3")
        radar.path.rename(aside)
        await seat.until(lambda: "was moved" in seat.screen.job_status.line, "the warning")
        await seat.pilot.press("s")
        await seat.until(lambda: "was moved" in seat.said(), "the notice")
        shutil.copyfile(aside, radar.path)
        seat.screen.job_status.written()
        assert "was moved" in seat.screen.job_status.line, "another file stands in its place"
        aside.replace(radar.path)
        await seat.pilot.press("s")
        await seat.until(lambda: "starred" in seat.said(), "the star")
        assert seat.screen.job_status.line == ""


async def test_a_screen_that_opens_on_a_broken_library_says_so_and_does_not_call_it_empty(
    radar: Radar,
) -> None:
    _damage(radar)
    app = RadarApp(radar)
    async with app.run_test(size=(80, 24)) as pilot:
        seat = Seat(app, pilot)
        await _told(seat)
        assert seat.on_main_screen


def _make_odd(radar: Radar) -> None:
    """Have another program take an abstract away, which radar never does, and store words as frequent."""
    with closing(sqlite3.connect(radar.path)) as other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'abstract TEXT NOT NULL', 'abstract TEXT') "
            "WHERE name = 'papers'"
        )
        other.commit()
    with closing(sqlite3.connect(radar.path)) as other:
        other.execute("UPDATE terms SET docs = docs * 1000000")
        other.execute("UPDATE papers SET abstract = NULL WHERE title LIKE 'Limpets%'")
        other.commit()


async def test_an_error_that_nobody_expected_is_told_in_a_line_and_the_next_question_is_answered(
    radar: Radar,
) -> None:
    with threads_logged(radar.log):
        async with seated(radar) as seat:
            _make_odd(radar)
            await seat.press("slash")
            for failures in (1, 2):
                await seat.pilot.press(*'"way of s')
                await seat.until(lambda: "An error that radar does not know" in seat.said(), "the notice")
                assert f"{radar.log} tells more, for a report; radar doctor checks it" in seat.said()
                assert seat.screen.notice.has_class("-failed")
                assert "? of 12" in seat.lines()[1], "nobody counts any more"
                assert not seat.screen.listing.counting
                assert not any("Traceback" in line for line in seat.lines())
                await seat.pilot.press("ctrl+u", *"barnacle")
                await seat.until(lambda: "1 of 12" in seat.lines()[1], "the next answer")
                assert seat.titles() == ["Barnacle Embeddings"]
                log = radar.log.read_text(encoding="utf-8")
                assert log.count("the thread radar-reader ended:") >= failures
                await seat.pilot.press("ctrl+u")
                await seat.settled()
                seat.screen.notice.say("")
            assert seat.app._exception is None
    assert "AttributeError" in radar.log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("statement", "key", "told"),
    [
        ("DELETE FROM readings", "j", "without what was read in it"),
        ("UPDATE papers SET id = id + (1 << 40) WHERE title LIKE '%Foam'", "c", "whose key is too long"),
        (
            "INSERT INTO source_states VALUES ('hf:daily', '', 'never', NULL, 0, 0, 0, '', '', NULL)",
            "j",
            "the standing of a source that is none",
        ),
    ],
)
async def test_what_no_radar_stores_is_told_in_a_line_and_no_key_ends_the_screen(
    radar: Radar, statement: str, key: str, told: str
) -> None:
    async with seated(radar) as seat:
        with closing(sqlite3.connect(radar.path)) as other:
            other.execute("PRAGMA foreign_keys = OFF")
            other.execute(statement)
            other.commit()
        await seat.pilot.press(key)
        await seat.until(lambda: told in seat.said(), "the notice")
        for other_key in KEYS:
            await seat.pilot.press(other_key)
            await seat.pilot.pause()
        assert seat.app._exception is None
        assert seat.on_main_screen
