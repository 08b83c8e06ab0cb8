"""Migrations: numbered, each whole or not at all, and never backwards."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import radar
from radar.errors import LibraryError, OutdatedLibrary, UnfinishedLibrary
from radar.library.database.connection import Database, Values, open_writer
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.schema.migrations import MIGRATIONS, Migration, check_readable, migrate, version_of
from radar.papers.bases import replace
from radar.papers.reader.query import PaperQuery
from tests.library.samples import (
    LISTING,
    paper,
    papers,
    read,
    without_moments_of_jobs,
    without_removals,
)

NEXT = MIGRATIONS[-1].number + 1
LATER = Migration(NEXT, "later", ("CREATE TABLE later (id INTEGER)", "INSERT INTO later VALUES (1)"))
BROKEN = Migration(NEXT + 1, "broken", ("CREATE TABLE half (id INTEGER)", "INSERT INTO nowhere VALUES (1)"))
MENDED = Migration(NEXT + 1, "mended", ("CREATE TABLE half (id INTEGER)",))


def test_each_migration_is_noted(library: Library) -> None:
    rows = library.database.rows("SELECT number, name FROM migrations ORDER BY number")
    assert rows == [(migration.number, migration.name) for migration in MIGRATIONS]
    numbers = [migration.number for migration in MIGRATIONS]
    assert numbers == sorted(set(numbers)), "in order, each once"


def test_a_migration_that_fails_leaves_nothing_half_done_and_the_next_run_goes_on(path: Path) -> None:
    database = open_writer(path)
    with pytest.raises(LibraryError):
        migrate(database, (*MIGRATIONS, LATER, BROKEN))
    assert version_of(database) == NEXT
    assert database.rows("SELECT id FROM later") == [(1,)]
    assert database.rows("SELECT 1 FROM sqlite_schema WHERE name = 'half'") == []
    migrate(database, (*MIGRATIONS, LATER, MENDED))
    assert version_of(database) == NEXT + 1
    assert database.rows("SELECT id FROM later") == [(1,)], "applied once"
    assert database.value("SELECT count(*) FROM migrations") == len(MIGRATIONS) + 2
    database.close()


def test_a_library_of_a_newer_radar_is_refused_and_left_alone(path: Path) -> None:
    library = Library.open(path)
    library.add_papers(papers(3), LISTING, read)
    migrate(library.database, (*MIGRATIONS, LATER))
    library.close()
    before = path.read_bytes()
    for action in (Library.open, LibraryReader.open):
        with pytest.raises(LibraryError, match="made by a newer radar") as caught:
            action(path)
        assert caught.value.hint == "Update radar"
    assert path.read_bytes() == before


def test_a_library_without_tables_cannot_be_read_yet(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with pytest.raises(UnfinishedLibrary, match="was left while it was made, and holds nothing yet"):
        LibraryReader.open(path)


@pytest.mark.parametrize("made", [1, 8, len(MIGRATIONS) - 1])
def test_a_library_whose_making_was_cut_short_is_not_taken_for_an_older_one(path: Path, made: int) -> None:
    database = open_writer(path)
    with pytest.raises(LibraryError):
        migrate(database, (*MIGRATIONS[:made], replace(BROKEN, number=made + 1), *MIGRATIONS[made + 1 :]))
    assert version_of(database) == made
    database.close()
    with pytest.raises(UnfinishedLibrary):
        LibraryReader.open(path)
    Library.open(path).close()
    with closing(LibraryReader.open(path)) as reader:
        assert reader.counts().papers == 0
    database = open_writer(path)
    with pytest.raises(OutdatedLibrary, match="of an older radar"):
        check_readable(database, (*MIGRATIONS, LATER))
    database.close()


class Overtaken(Database):
    """Answers its first question, and then another radar makes a library of the file."""

    overtaken = False

    def value(self, sql: str, values: Values = ()) -> object:
        found = super().value(sql, values)
        if not self.overtaken:
            self.overtaken = True
            Library.open(self.path).close()
        return found


def test_a_file_that_becomes_a_library_while_it_is_looked_at_is_one(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path, isolation_level=None)
    database = Overtaken(path, connection)
    migrate(database)
    assert version_of(database) == len(MIGRATIONS)
    database.close()


def test_several_processes_may_open_a_new_library_at_once(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from radar.library.library import Library; "
        "sys.stdin.readline(); Library.open(Path(sys.argv[1])).close()"
    )
    root = Path(radar.__file__).parents[1]
    processes = [
        subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=root, stdin=subprocess.PIPE)
        for _ in range(6)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.close()
    assert [process.wait(60) for process in processes] == [0] * 6
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM migrations").fetchone() == (len(MIGRATIONS),)
    connection.close()


def test_a_library_of_before_has_its_venues_indexed_and_goes_on_where_that_was_stopped(path: Path) -> None:
    library = Library.open(path)
    (key,) = library.add_papers([paper(1, venue="ACL 2024")], LISTING, read).keys
    without_moments_of_jobs(library.database)
    for statement in (
        "DROP INDEX i_venue",
        "DROP INDEX i_listed",
        "DROP TABLE notes",
        "DELETE FROM migrations WHERE number >= 17",
    ):
        library.database.run(statement)
    library.database.run("PRAGMA user_version = 16")
    columns = [row[1] for row in library.database.rows("PRAGMA table_info(papers)")]
    copied = ", ".join(f"{column} + n" if column == "id" else column for column in columns)
    library.database.run(
        "WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 30000) "
        f"INSERT INTO papers SELECT {copied} FROM papers, more"
    )
    library.close()

    told: list[tuple[str, int, int]] = []

    def stop(label: str, done: int, total: int) -> None:
        told.append((label, done, total))
        if len(told) == 2:
            raise KeyboardInterrupt

    database = open_writer(path)
    with pytest.raises(KeyboardInterrupt):
        migrate(database, report=stop)
    assert told == [("new in the library: indexes of venues and of what each listing names", 0, 0)] * 2, (
        "told again while it is made"
    )
    assert version_of(database) == 16
    database.close()
    Library.open(path).close()
    reader = LibraryReader.open(path)
    found = reader.keys(PaperQuery("venue:2024 "))
    assert (found[-1], len(found)) == (key, 30_001)
    reader.close()


def test_a_library_of_before_finds_signs_by_an_index_of_them_once_it_is_brought_up_to_date(
    path: Path,
) -> None:
    library = Library.open(path)
    texts = ("in C++.", "in C.", "of HCO⁺ and C#.")
    added = library.add_papers(
        [paper(number, abstract=text) for number, text in enumerate(texts)], LISTING, read
    )
    library.finish_bulk()
    without_removals(library.database)
    library.database.run("DROP INDEX i_signed")
    library.database.run("DELETE FROM migrations WHERE number >= 20")
    library.database.run("PRAGMA user_version = 19")
    library.close()
    with pytest.raises(OutdatedLibrary):
        LibraryReader.open(path)
    Library.open(path).close()
    reader = LibraryReader.open(path)
    found = [list(reader.keys(PaperQuery(text))) for text in ("c++ ", "c# ", "hco+ ")]
    assert found == [[added.keys[0]], [added.keys[2]], [added.keys[2]]]
    reader.close()


def test_a_library_of_before_lets_papers_be_removed_once_it_is_brought_up_to_date(path: Path) -> None:
    library = Library.open(path)
    (key,) = library.add_papers([paper(1)], LISTING, read).keys
    without_removals(library.database)
    library.close()
    with pytest.raises(OutdatedLibrary):
        LibraryReader.open(path)
    with closing(Library.open(path)) as library:
        act = library.remove([key])
        assert len(library.add_papers([paper(1)], LISTING, read).removed) == 1
        assert library.undo(act.number) == 1
    with closing(LibraryReader.open(path)) as reader:
        assert list(reader.keys(PaperQuery())) == [key]
