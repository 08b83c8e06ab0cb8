"""Whatever a library holds, no line of the screen has anything that a terminal would obey or hide."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.papers.jobs.job import JobKind, JobState
from radar.papers.jobs.source_state import SourceState
from radar.papers.reader.query import PaperQuery
from radar.pipeline.radar import Radar
from radar.tui.screens.jobs_screen import JobsScreen
from radar.tui.screens.usage_screen import UsageScreen
from radar.tui.terminal.safe_lines import ONLY_VISIBLE, visible
from tests.tui.conftest import MakeRadar
from tests.tui.driving import Seat, seated

_POISON = "\x1b]0;PWNED\x07\x1b]52;c;UFdORUQ=\x07\x9b31m\u202e\u2066\u200b\n\x00\x08\x7f\u2028\U000e0041 "
_MEANT = {
    "links", "flags", "arguments", "state", "kind", "query", "day", "origin", "updated", "listed",
    "published", "announced", "field", "failed_checks", "verdicts", "sort_title", "value", "process", "since",
}  # fmt: skip
"""Columns in which a word of radar's own is looked for, and nothing else can be read."""
_TABLES = (
    "papers", "readings", "summaries", "listings", "tags", "notes", "changes", "said", "jobs", "watches",
    "spending", "source_states", "acts",
)  # fmt: skip


def _fill(library: Library, key: int) -> None:
    library.set_tags(key, ["shore"])
    library.set_note(key, "a note")
    library.add_watch("sand", PaperQuery("shells "))
    library.note_source(SourceState("arxiv:cs.CL", label="arXiv", error="no answer", hint="wait"))
    queue = JobQueue(library)
    job = queue.add(JobKind.SUMMARISE, "summarise 3 papers", {})
    queue.end(job.number, JobState.FAILED, "no answer")
    queue.add(JobKind.IMPORT, "import a listing", {})


def _poison(path: Path) -> int:
    """Put poison into every text of a library that is no word of radar's own, and return into how many."""
    poisoned = 0
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE papers SET error = 'failed' WHERE id % 2")
        connection.execute(
            "INSERT INTO spending VALUES "
            "(date(), 'endpoint', 'a.example', 'm', 1, 1, 0, 9, 9, 0, 0, 1, 0, 0, 0)"
        )
        connection.execute(
            "INSERT INTO summaries SELECT NULL, id, 'endpoint', 'm', 'd', 1, created, 'model', 'Shells.', "
            "flags, 9, 9, 0, '[]', '', '', 0 FROM readings"
        )
        connection.execute("INSERT INTO changes SELECT id, added, 'title', title, 'x', 1 FROM papers")
        connection.execute("INSERT INTO said SELECT id, 1, 'title', title FROM papers")
        connection.execute(
            "UPDATE papers SET shown = (SELECT number FROM summaries s WHERE s.id = papers.id)"
        )
        for table in _TABLES:
            for _, column, kind, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
                if kind == "TEXT" and column not in _MEANT:
                    values = {"poison": _POISON}
                    done = connection.execute(
                        f"UPDATE {table} SET {column} = :poison || {column} || :poison", values
                    )
                    poisoned += done.rowcount > 0
    return poisoned


def _look(seat: Seat) -> str:
    for strip in seat.app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.text.isprintable(), segment.text
        assert strip.cell_length == seat.app.size.width == cell_len(strip.text)
    return seat.text()


@pytest.mark.parametrize("size", [(160, 44), (80, 24)])
async def test_nothing_in_a_poisoned_library_reaches_a_line(
    make_radar: MakeRadar, size: tuple[int, int]
) -> None:
    radar = make_radar(sources=("arxiv:cs.CL",))
    key = radar.reader.first(PaperQuery(), 1)[0]
    _fill(radar.library, key)
    assert _poison(radar.library.path) > 40
    async with seated(radar, size) as seat:
        assert "PWNED" in _look(seat)
        for keys in ("jjk", "G", "g"):
            await seat.press(*keys)
            _look(seat)
        await seat.press("enter")
        assert "Ada" in _look(seat)
        for each in ("v", "tab", "v", "ctrl+d", "G", "g"):
            await seat.press(each)
            _look(seat)
        await seat.press("escape")
        await seat.press("w")
        _look(seat)
        await seat.press("1")
        _look(seat)
        await seat.press("0")
        for asking in ("t", "T", "i", "y", "e", "o", "O", "s", "z"):
            await seat.press(asking)
            _look(seat)
            await seat.press("tab")
            _look(seat)
            await seat.press("escape")
            _look(seat)
        await _look_at_others(seat)


async def _look_at_others(seat: Seat) -> None:
    await seat.press("J")
    await seat.until(lambda: isinstance(seat.app.screen, JobsScreen), "the jobs")
    await seat.pilot.pause()
    assert "PWNED" in _look(seat)
    await seat.press("j", "j")
    _look(seat)
    await seat.press("escape")
    await seat.press("dollar_sign")
    await seat.until(lambda: isinstance(seat.app.screen, UsageScreen), "spending")
    for _ in range(2):
        await seat.press("tab")
        _look(seat)
    assert "$1.00" in seat.text()
    await seat.press("escape")
    await seat.press("V")
    _look(seat)


async def test_a_clean_library_is_shown_as_it_is(radar: Radar) -> None:
    async with seated(radar) as seat:
        assert "Sorting Shells by Sound" in _look(seat)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, and 石 é \U0001f44b\U0001f3fd", "plain, and 石 é \U0001f44b\U0001f3fd"),
        ("a\x1b[31mb", "a[31mb"),
        ("\u202eabc\u2066", "abc"),
        ("line\nfeed\ttab\x9b2J", "linefeedtab2J"),
        ("\x00\x7f", ""),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_is_left_out(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


@pytest.mark.parametrize(
    "text", ["a\xa0b", "a\u3000b", "a\u2028b", "\U0001f469\u200d\U0001f4bb x", "x\xad", "\ue000"]
)
def test_a_text_stays_as_wide_as_it_is(text: str) -> None:
    assert cell_len(visible(text)) == cell_len(text)
    assert visible(text).isprintable()


def test_segments_without_poison_are_not_made_anew() -> None:
    bold = Style(bold=True)
    clean, ground = [Segment("a", bold), Segment("石")], Color(0, 0, 0)
    assert ONLY_VISIBLE.apply(clean, ground) is clean
    assert ONLY_VISIBLE.apply([*clean, Segment("\x1bc", bold)], ground) == [*clean, Segment("c", bold)]
