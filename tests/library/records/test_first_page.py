"""The first page of a library, read without the reader."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.records.first_page import APPLICATION_ID, SCHEMA, read_first_page
from radar.library.schema.migrations import APPLICATION_ID as OF_SCHEMA
from radar.library.schema.migrations import MIGRATIONS
from radar.papers.reader.query import Mark, PaperQuery
from radar.tui.lines.glyphs import UNICODE
from radar.tui.rows.painting import RowPainting, row_lines
from tests.library.samples import LISTING, papers, read

TODAY = date(2024, 7, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of thirty papers, some of them starred or read."""
    path = tmp_path / "odd name %20?#é" / "library.sqlite3"
    library = Library.open(path)
    made = papers(20) + papers(10, 40, abstract="The code is out. It works best, by 5%.")
    library.add_papers(made, LISTING, read)
    keys = _keys(path)
    library.mark(keys[:2], Mark.STARRED, True)
    library.mark(keys[1:4], Mark.READ, True)
    library.close()
    return path


def test_the_rows_are_those_that_the_reader_gives(path: Path) -> None:
    page = read_first_page(str(path), 12)
    assert page is not None
    reader = LibraryReader.open(path)
    painting = RowPainting(80, UNICODE, TODAY, ())
    rows = reader.rows(reader.first(PaperQuery())[:12])
    assert len(page.rows) == 12
    for one, other in zip(page.rows, rows, strict=True):
        assert row_lines(one, painting, False) == row_lines(other, painting, False)
    counts = reader.counts()
    assert (page.papers, page.new, page.with_code, page.latest) == (
        counts.papers,
        counts.new,
        counts.with_code,
        counts.latest,
    )
    reader.close()


def test_every_flag_reads_as_the_reader_reads_it(path: Path) -> None:
    with sqlite3.connect(path) as database:
        for place, (key,) in enumerate(database.execute("SELECT id FROM papers ORDER BY id DESC").fetchall()):
            flags = (1 << place % 21) | (place * 40_503 & 0xFFFF0 & ~0x200)
            database.execute(
                "UPDATE papers SET flags = ?, error = ? WHERE id = ?", (flags, "no" * (place % 2), key)
            )
    database.close()
    page = read_first_page(str(path), 30)
    reader = LibraryReader.open(path)
    painting = RowPainting(80, UNICODE, TODAY, ())
    assert page is not None
    for one, other in zip(page.rows, reader.rows(reader.first(PaperQuery())), strict=True):
        assert row_lines(one, painting, True) == row_lines(other, painting, True)
    reader.close()


def test_papers_are_new_by_when_the_reader_last_looked(path: Path) -> None:
    page = read_first_page(str(path), 12)
    assert page is not None and page.new == 27
    library = Library.open(path)
    library.looked(datetime.now(UTC) + timedelta(seconds=5))
    library.close()
    page = read_first_page(str(path), 12)
    assert page is not None and page.new == 0 and not any(row.new for row in page.rows)


def test_the_schema_and_the_mark_of_the_file_are_those_of_the_library() -> None:
    assert MIGRATIONS[-1].number == SCHEMA
    assert APPLICATION_ID == OF_SCHEMA


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version = 1",
        "PRAGMA user_version = 999",
        "PRAGMA application_id = 7",
        "DROP TABLE counts",
        "DELETE FROM counts",
        "UPDATE papers SET title = x'1b5b'",
        "UPDATE papers SET added = 'soon'",
        "INSERT OR REPLACE INTO meta VALUES ('looked', 'never')",
    ],
)
def test_what_is_unusual_about_a_library_is_left_to_the_reader(path: Path, change: str) -> None:
    database = sqlite3.connect(path)
    database.execute(change)
    database.commit()
    database.close()
    assert read_first_page(str(path), 12) is None


def test_no_library_and_no_database_have_no_first_page(tmp_path: Path) -> None:
    assert read_first_page(str(tmp_path / "nowhere.db"), 12) is None
    assert not (tmp_path / "nowhere.db").exists()
    assert read_first_page(str(tmp_path), 12) is None
    (tmp_path / "broken.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5_000)
    assert read_first_page(str(tmp_path / "broken.db"), 12) is None


def test_a_library_that_is_locked_is_not_waited_for(path: Path) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = DELETE")
    database.execute("BEGIN EXCLUSIVE")
    assert read_first_page(str(path), 12) is None
    database.close()


def test_a_long_log_is_not_recovered_first(path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    with log.open("wb") as stream:
        stream.truncate(64 * 1024 * 1024)
    assert read_first_page(str(path), 12) is None


def _keys(path: Path) -> list[int]:
    reader = LibraryReader.open(path)
    keys = list(reader.keys(PaperQuery()))
    reader.close()
    return keys
