"""A library of the radar before updates were noted opens at once, and goes on as if it had always been so."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from radar.library.database.connection import open_writer
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.records.first_page import read_first_page
from radar.library.schema import migrations
from radar.papers.listed.change import ChangeKind
from radar.papers.listed.paper import Links, PaperId
from radar.papers.reader.query import Mark, PaperQuery
from tests.library.adding.test_uniting import agree
from tests.library.samples import LISTING, paper, papers, read, summary

_BEFORE = 12


def _as_before(path: Path, old: Path) -> None:
    """Copy a library into one that the radar before the migration had made."""
    database = open_writer(old)
    migrations.migrate(database, migrations.MIGRATIONS[:_BEFORE])
    database.close()
    with sqlite3.connect(old) as connection:
        connection.execute("ATTACH ? AS today", (str(path),))
        tables = (
            "papers", "readings", "summaries", "aliases", "counts", "listings", "origins", "tags",
            "category_names", "categorised", "acts", "act_papers", "meta",
        )  # fmt: skip
        for table in tables:
            columns = ", ".join(row[1] for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}")
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
    connection.close()


def test_an_older_library_opens_with_all_it_held_and_learns_of_updates(tmp_path: Path) -> None:
    today, old = tmp_path / "today.db", tmp_path / "old.db"
    library = Library.open(today)
    keys = library.add_papers(papers(30, categories=("cs.CL",)), LISTING, read).keys
    library.mark(keys[:3], Mark.READ, True)
    library.save_summaries([summary(paper(2))])
    library.looked(datetime.now(UTC))
    library.close()
    _as_before(today, old)
    assert read_first_page(str(old), 10) is None, "not before it is brought up to date"

    library = Library.open(old)
    reader = LibraryReader.open(old)
    assert list(reader.keys(PaperQuery())) == list(keys)
    first = reader.entry(keys[0])
    assert first is not None
    assert (first.paper.version, first.changes, first.conflicts, first.updated) == (0, (), (), False)
    assert first.paper == papers(1, categories=("cs.CL",))[0]
    assert list(reader.keys(PaperQuery("is:updated"))) == []
    code = Links(code="https://code.example/1")
    added = library.add_papers([paper(1, links=code, version=2)], LISTING, read)
    assert added.updated == 1
    again = reader.entry(keys[0])
    assert again is not None
    assert [change.kind for change in again.changes] == [ChangeKind.CODE_OUT]
    assert again.paper.version == 2
    page = read_first_page(str(old), 10)
    assert page is not None
    assert [row.updated for row in page.rows][:2] == [True, False]
    act = library.last_act(lambda name: False)
    assert act is not None
    library.undo(act.number)
    assert reader.counts().unread == 30
    agree(library)
    reader.close()
    library.close()


def test_names_that_an_older_radar_left_lead_on_when_rows_are_joined(library: Library) -> None:
    """Names that a row does not tell of itself are followed, not rewritten."""
    bare = paper(1, id="title:0000000000000000", doi="10.1234/a", listed=None)
    (first,) = library.add_papers([bare], LISTING, read).keys
    library.database.run("UPDATE papers SET paper_id = 'doi:10.1234/a' WHERE id = ?", (first,))
    (second,) = library.add_papers([paper(1, title="Of the sill and its plants")], LISTING, read).keys
    assert first != second
    assert library.add_papers([paper(1, doi="10.1234/a")], LISTING, read).keys == (second,)
    reader = LibraryReader.open(library.path)
    names = ("title:0000000000000000", "10.1234/a", "2406.00001")
    assert [reader.key_of(name) for name in names] == [second] * 3
    reader.close()
    library.save_summaries([summary(paper(1, id=PaperId("title:0000000000000000")))])
    agree(library)
