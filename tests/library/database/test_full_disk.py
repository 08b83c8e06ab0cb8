"""A disk that takes nothing more: what is stored is read all the same, and the disk is named."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest

from radar.errors import LibraryError
from radar.library.database.failures import library_error
from radar.library.library import Library
from radar.library.reader import LibraryReader
from tests.library.database.test_connection import _in_python
from tests.library.samples import LISTING, papers, read

READ = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
from radar.errors import LibraryError
from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperQuery
try:
    reader = LibraryReader.open(path)
    print(len(reader.keys(PaperQuery())), reader.first(PaperQuery(text="windowsill"), 1) is not None)
except LibraryError as error:
    print(type(error).__name__, error)
"""


def _filled(path: Path) -> Library:
    library = Library.open(path)
    library.add_papers(papers(20), LISTING, read)
    return library


def test_where_nothing_more_can_be_written_a_library_is_read(path: Path) -> None:
    _filled(path).close()
    assert not path.with_name(f"{path.name}-wal").exists()
    assert _in_python(READ, path).stdout.split() == ["20", "True"]


def test_a_log_that_was_left_is_not_passed_over_there(path: Path) -> None:
    library = _filled(path)
    left = [(ending, Path(f"{path}{ending}").read_bytes()) for ending in ("", "-wal")]
    library.close()
    for ending, held in left:
        Path(f"{path}{ending}").write_bytes(held)
    done = _in_python(READ, path)
    assert "what was stored before is kept" in done.stdout, done
    reader = LibraryReader.open(path)
    assert reader.counts().papers == 20
    reader.close()


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc, a file system that never has room")
def test_an_error_of_the_disk_where_there_is_no_room_is_called_that() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    full = library_error(error, Path("/proc/library.sqlite3"))
    assert "the disk is full" in full.message
    assert "Make room" in full.hint


def test_an_error_of_the_disk_where_there_is_room_stays_one(tmp_path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    told = library_error(error, tmp_path / "library.sqlite3")
    assert isinstance(told, LibraryError)
    assert "cannot be read or written" in told.message
