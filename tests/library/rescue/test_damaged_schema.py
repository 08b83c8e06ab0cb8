"""A library of which the definitions of the tables are damaged: told as such, and rescued whole."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from radar.errors import BrokenLibrary, LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.rescue.rescuing import rescue
from radar.papers.reader.query import Mark, PaperQuery
from tests.library.samples import LISTING, papers, read

PAPERS = 30
PAPERS_TABLE = b"CREATE TABLE papers ("


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "library.sqlite3"
    library = Library.open(path)
    keys = library.add_papers(papers(PAPERS), LISTING, read).keys
    library.mark(keys[:7], Mark.STARRED, True)
    library.set_note(keys[0], "on the windowsill")
    library.close()
    return path


def _spoilt(whole: Path, folder: Path, at: int, letter: bytes, held: bytes = PAPERS_TABLE) -> Path:
    """Copy the library with another letter so far behind where a definition begins."""
    path = Path(shutil.copy(whole, folder / "library.sqlite3"))
    stored = bytearray(path.read_bytes())
    place = stored.index(held) + at
    assert stored[place : place + 1] != letter
    stored[place : place + 1] = letter
    path.write_bytes(stored)
    return path


def _quiet(label: str, done: int, total: int) -> None:
    return


# The name of the table, the statement itself, and the type of the first column.
@pytest.mark.parametrize("at", [-12, 3, 15, len("CREATE TABLE papers (\n        id")])
@pytest.mark.parametrize("letter", [b"\xff", b"~"])
def test_nothing_is_lost_where_the_definition_of_the_papers_is_damaged(
    whole: Path, tmp_path: Path, at: int, letter: bytes
) -> None:
    path = _spoilt(whole, tmp_path, at, letter)
    with pytest.raises(BrokenLibrary) as caught, closing(LibraryReader.open(path)) as reader:
        reader.rows(reader.first(PaperQuery(), 10))
    assert BrokenLibrary.RESCUE in caught.value.hint
    rescued = rescue(path, _quiet)
    assert rescued is not None
    assert not any(part.lost or part.damaged for part in rescued.parts)
    with closing(Library.open(path)) as library:
        assert library.database.value("SELECT count(*) FROM papers") == PAPERS
        assert library.database.value("SELECT note FROM notes") == "on the windowsill"
    with closing(LibraryReader.open(path)) as reader:
        assert len(reader.keys(PaperQuery(starred=True))) == 7


def test_papers_whose_key_is_defined_as_something_else_are_read_all_the_same(
    whole: Path, tmp_path: Path
) -> None:
    path = _spoilt(whole, tmp_path, len("CREATE TABLE papers (\n        id INTEGER"), b"\xff")
    assert rescue(path, _quiet) is not None
    with closing(Library.open(path)) as library:
        assert library.database.value("SELECT count(*) FROM papers WHERE id > 0") == PAPERS


def test_damaged_letters_of_an_index_are_damage_too(whole: Path, tmp_path: Path) -> None:
    path = _spoilt(whole, tmp_path, len("CREATE INDEX "), b"\xff", b"CREATE INDEX i_tags")
    rescued = rescue(path, _quiet)
    assert rescued is not None
    assert rescued.unseen
    assert not any(part.lost or part.damaged for part in rescued.parts)


def test_a_definition_that_is_quite_another_is_not_taken_for_that_of_the_papers(
    whole: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(whole, tmp_path / "library.sqlite3"))
    stored = path.read_bytes()
    start = stored.index(PAPERS_TABLE) - len("papers") * 2
    path.write_bytes(stored[:start] + b"x" * 700 + stored[start + 700 :])
    with pytest.raises(LibraryError):
        rescue(path, _quiet)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
