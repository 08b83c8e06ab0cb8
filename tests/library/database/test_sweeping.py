"""Migrations that touch every row: in steps, killed and gone on with, by one radar or several."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import radar
from radar.errors import LibraryError
from radar.library.database.connection import Database, Row, Values, open_writer
from radar.library.database.sweeping import WAITING, Sweep, begin, is_begun, statement
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.schema.migrations import MIGRATIONS, Migration, check_readable, migrate, version_of
from tests.library.samples import LISTING, papers, read

PAPERS = 900
TOUCHED = Migration(
    MIGRATIONS[-1].number + 1,
    "how often each paper was touched",
    ("ALTER TABLE papers ADD COLUMN touched INTEGER NOT NULL DEFAULT 0",),
    Sweep("papers", statement("UPDATE papers SET touched = touched + 1 WHERE id > ? AND id <= ?"), rows=20),
    ("CREATE INDEX i_touched ON papers (touched)",),
)
WITH_IT = (*MIGRATIONS, TOUCHED)

MIGRATE = """
import sys
from collections.abc import Sequence
from pathlib import Path
from radar.library.database.connection import Database, Row, open_writer
from radar.library.schema.migrations import migrate
from tests.library.database.test_sweeping import WITH_IT

database = open_writer(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
migrate(database, WITH_IT, lambda label, done, total: print(done, total, flush=True))
print("ended", flush=True)
"""


@pytest.fixture
def filled(path: Path) -> Path:
    """A library with papers, as an older radar left it."""
    library = Library.open(path)
    for start in range(0, PAPERS, 300):
        library.add_papers(papers(300, first=start), LISTING, read)
    library.close()
    return path


def migrating(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", MIGRATE, str(path)],
        cwd=Path(radar.__file__).parents[1],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def touched(path: Path) -> dict[int, int]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT touched, count(*) FROM papers GROUP BY touched").fetchall()
    connection.close()
    return dict(rows)


def ended(path: Path) -> bool:
    with sqlite3.connect(path) as connection:
        index = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'i_touched'").fetchall()
        noted = connection.execute("SELECT number FROM migrations ORDER BY number").fetchall()
    connection.close()
    return bool(index) and noted == [(migration.number,) for migration in WITH_IT]


def test_every_row_is_touched_once_and_how_far_it_is_is_told(filled: Path) -> None:
    database = open_writer(filled)
    told: list[tuple[str, int, int]] = []
    migrate(database, WITH_IT, lambda *step: told.append(step))
    migrate(database, WITH_IT, lambda *step: pytest.fail("it is done"))
    check_readable(database, WITH_IT)
    database.close()
    steps = [(done, total) for _, done, total in told if total]
    assert steps == [(done, PAPERS) for done in range(20, PAPERS + 1, 20)]
    assert {label for label, _, _ in told} == {"new in the library: how often each paper was touched"}
    assert touched(filled) == {1: PAPERS}
    assert ended(filled)


def test_a_new_library_is_swept_without_a_word(path: Path) -> None:
    database = open_writer(path)
    migrate(database, WITH_IT, lambda *step: pytest.fail("nobody waits for it"))
    database.close()
    assert ended(path)


@pytest.mark.parametrize("lines", [0, 1, 2, 3, 17, 44, 46])
def test_a_sweep_that_is_killed_goes_on_where_it_was(filled: Path, lines: int) -> None:
    process = migrating(filled)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    go(process)
    for _ in range(lines):
        process.stdout.readline()
    process.kill()
    process.communicate()
    told: list[int] = []
    database = open_writer(filled)
    migrate(database, WITH_IT, lambda label, done, total: told.append(done))
    database.close()
    assert touched(filled) == {1: PAPERS}
    assert ended(filled)
    assert [done for done in told if 0 < done < 20 * (lines - 2)] == [], "what was done is not done again"


def test_two_radars_share_the_work(filled: Path) -> None:
    processes = [migrating(filled), migrating(filled)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        go(process)
    for process in processes:
        output, _ = process.communicate(timeout=60)
        assert output.splitlines()[-1] == "ended"
    assert touched(filled) == {1: PAPERS}
    assert ended(filled)


def test_what_the_one_who_looks_raises_ends_it_for_now(filled: Path) -> None:
    def stop(label: str, done: int, total: int) -> None:
        if done == 60:
            raise KeyboardInterrupt

    database = open_writer(filled)
    with pytest.raises(KeyboardInterrupt):
        migrate(database, WITH_IT, stop)
    assert touched(filled) == {0: PAPERS - 60, 1: 60}
    migrate(database, WITH_IT)
    database.close()
    assert touched(filled) == {1: PAPERS}


def test_half_way_nobody_reads_it_and_an_older_radar_keeps_away(filled: Path) -> None:
    def stop(label: str, done: int, total: int) -> None:
        if done == 20:
            raise KeyboardInterrupt

    database = open_writer(filled)
    with pytest.raises(KeyboardInterrupt):
        migrate(database, WITH_IT, stop)
    assert version_of(database) == TOUCHED.number
    with pytest.raises(LibraryError, match="is being brought up to date") as caught:
        check_readable(database, WITH_IT)
    assert "radar list goes on with it" in caught.value.hint
    database.close()
    for action in (Library.open, LibraryReader.open):
        with pytest.raises(LibraryError, match="made by a newer radar"):
            action(filled)


def test_a_radar_that_has_to_wait_for_another_says_so(filled: Path) -> None:
    other, database = open_writer(filled), open_writer(filled)
    database.patience = 0.02
    other.run("BEGIN IMMEDIATE")
    told: list[str] = []

    def tell(label: str, done: int, total: int) -> None:
        told.append(label)
        if label == WAITING and told.count(WAITING) == 2:
            other.run("ROLLBACK")

    migrate(database, WITH_IT, tell)
    assert told.count(WAITING) == 2
    assert touched(filled) == {1: PAPERS}
    other.close()
    database.close()


class _Overtaken(Database):
    """A connection between whose questions another radar ends the last sweep."""

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """Answer; the table of the sweeps is gone once it was seen."""
        found = super().row(sql, values)
        if "sqlite_schema" in sql and found is not None:
            self.run("DROP TABLE sweeps")
        return found


def test_a_sweep_that_another_radar_ends_meanwhile_is_no_error(filled: Path) -> None:
    begun = open_writer(filled)
    with begun.transaction():
        begin(begun, "14", Sweep("papers", statement("SELECT 1")))
    begun.close()
    overtaken = _Overtaken(filled, sqlite3.connect(filled, isolation_level=None))
    assert not is_begun(overtaken, "14")
    overtaken.close()
