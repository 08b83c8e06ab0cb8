"""A library that is removed because nothing stands in it, and those that are not."""

from __future__ import annotations

from collections.abc import Callable
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
    assert not remove_unused(path)
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
