"""A rescue that is killed while files change their names leaves no empty place to begin anew in."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import radar
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.rescue.rescued import STAMP, finish_rescue, ready_file
from radar.library.rescue.rescuing import rescue
from tests.library.samples import LISTING, papers, read

PAPERS = 50
RESCUING = """
import os, signal, sys
from pathlib import Path
from radar.library.rescue.rescuing import rescue

seen = 0

def look(event, arguments):
    global seen
    seen += event == "os.rename"
    if event == "os.rename" and seen == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(look)
rescue(Path(sys.argv[1]), lambda label, done, total: None)
"""
"""Saves a library and kills itself before the given file gets its new name."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of which one paper cannot be read, with a log that another program has left beside it."""
    path = tmp_path / "library.sqlite3"
    library = Library.open(path)
    library.add_papers(papers(PAPERS), LISTING, read)
    library.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE papers SET title = x'00ff' WHERE id = (SELECT max(id) FROM papers)")
    return path


def _rescue_until_killed(path: Path, turn: int) -> int:
    root = Path(radar.__file__).parents[1]
    arguments = [sys.executable, "-c", RESCUING, str(path), str(turn)]
    return subprocess.run(arguments, cwd=root, check=False, timeout=120).returncode


def _papers(path: Path) -> int:
    with closing(LibraryReader.open(path)) as reader:
        assert not reader.damage()
        return reader.counts().papers


@pytest.mark.parametrize(("turn", "ended"), [(1, False), (2, False), (3, True), (4, True), (5, True)])
def test_a_rescue_that_is_killed_leaves_the_damaged_file_or_is_ended_by_the_next_start(
    path: Path, turn: int, ended: bool
) -> None:
    assert _rescue_until_killed(path, turn) == -signal.SIGKILL
    assert finish_rescue(path) is ended
    if not ended:
        assert rescue(path, lambda label, done, total: None) is not None
    assert _papers(path) == PAPERS - 1
    assert not ready_file(path).exists()
    (aside,) = (one for one in path.parent.glob("*.broken-*") if not one.name.endswith(("-wal", "-shm")))
    with closing(sqlite3.connect(aside)) as damaged:
        assert damaged.execute("SELECT count(*) FROM papers").fetchone() == (PAPERS,)


def test_a_log_of_the_damaged_file_goes_along_with_that(path: Path) -> None:
    with closing(sqlite3.connect(path)) as open_elsewhere:
        open_elsewhere.execute("UPDATE papers SET stars = 7").connection.commit()
        log = path.with_name(f"{path.name}-wal")
        kept = log.read_bytes()
        assert kept
        aside = Path(f"{path}.broken-{datetime.now(UTC):{STAMP}}")
        aside.write_bytes(path.read_bytes())
        log_of_now = log.with_name("log of now")
        log_of_now.write_bytes(kept)
    path.unlink()
    log_of_now.rename(log)
    fresh = Library.open(ready_file(path))
    fresh.add_papers(papers(7), LISTING, read)
    fresh.close()
    assert finish_rescue(path)
    assert _papers(path) == 7
    assert Path(f"{aside}-wal").read_bytes() == kept


def test_what_a_rescue_saved_that_was_killed_before_is_not_taken_where_the_library_is_moved_away_later(
    path: Path,
) -> None:
    Path(f"{path}.broken-20260101-000000").write_bytes(b"of another rescue")
    assert _rescue_until_killed(path, 2) == -signal.SIGKILL
    assert not finish_rescue(path)
    path.rename(path.with_name("moved.sqlite3"))
    assert not finish_rescue(path)
    assert ready_file(path).exists()


def test_where_a_library_is_nothing_takes_its_place(path: Path, tmp_path: Path) -> None:
    held = path.read_bytes()
    ready_file(path).write_bytes(b"another")
    assert not finish_rescue(path)
    assert not finish_rescue(tmp_path / "none.sqlite3")
    assert path.read_bytes() == held
