"""A library that is removed because nothing stands in it, and those that are not."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar.library.jobs import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.unused import remove_unused
from radar.papers.job import JobKind
from radar.papers.source_state import SourceState
from tests.library.samples import LISTING, papers, read


def test_a_library_that_nobody_put_anything_into_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite3"
    with closing(Library.open(path)) as library:
        assert library.made
        library.looked(datetime.now(UTC))
    assert remove_unused(path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "use",
    [
        lambda library: library.add_papers(papers(1), LISTING, read),
        lambda library: JobQueue(library).add(JobKind.REFRESH, "refresh", {}),
        lambda library: library.note_source(SourceState("hf:daily", asked=datetime.now(UTC))),
    ],
    ids=["a paper", "a job", "an answer"],
)
def test_a_library_that_holds_anything_stays(tmp_path: Path, use: Callable[[Library], object]) -> None:
    path = tmp_path / "new.sqlite3"
    with closing(Library.open(path)) as library:
        use(library)
    written = path.read_bytes()
    assert not remove_unused(path)
    assert path.read_bytes() == written, "it was only looked at"
    with closing(Library.open(path)) as library:
        assert not library.made
        assert library.database.value("PRAGMA journal_mode") == "wal"


@pytest.mark.parametrize("opened", [Library.open, LibraryReader.open])
def test_a_library_that_another_program_has_open_stays(
    tmp_path: Path, opened: Callable[[Path], Library | LibraryReader]
) -> None:
    path = tmp_path / "new.sqlite3"
    Library.open(path).close()
    with closing(opened(path)):
        assert not remove_unused(path)
    assert path.exists()


_OPEN = Path("/proc/self/fd")


@pytest.mark.skipif(not _OPEN.is_dir(), reason="nothing tells which files are open")
def test_a_radar_that_waits_for_a_library_which_is_removed_makes_another(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite3"
    Library.open(path).close()

    def add() -> None:
        with closing(Library.open(path)) as library:
            library.add_papers(papers(3), LISTING, read)

    def times_open() -> int:
        return sum(path.samefile(one) for one in _OPEN.iterdir() if one.exists())

    with ThreadPoolExecutor(1) as beside, closing(sqlite3.connect(path, isolation_level=None)) as remover:
        remover.execute("PRAGMA journal_mode = DELETE").fetchall()
        remover.execute("BEGIN EXCLUSIVE")
        added = beside.submit(add)
        while times_open() < 2:
            time.sleep(0.01)
        path.unlink()
        remover.execute("ROLLBACK")
        added.result()
    with closing(LibraryReader.open(path)) as reader:
        assert reader.counts().papers == 3
