"""A great part of the library changed at once: faster by the paper, and exact all the same."""

from __future__ import annotations

import pytest

from radar.library.library import Library
from radar.library.marks.wholesale import Wholesale
from radar.library.reader import LibraryReader
from radar.papers.reader.query import Mark, Order, PaperQuery
from tests.library.samples import copies

_ALL = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"


_PAPERS = 20_000


@pytest.fixture
def keys(library: Library) -> list[int]:
    """As many papers as it takes: one of them, again and again."""
    return copies(library, _PAPERS)


def _counts(reader: LibraryReader) -> tuple[int, int]:
    counts = reader.counts()
    return counts.unread, counts.starred


def _counted(library: Library) -> tuple[int, int]:
    row = library.database.row("SELECT sum((flags & 1) = 0), sum((flags & 2) != 0) FROM papers NOT INDEXED")
    assert row is not None
    return row[0], row[1]


def test_counts_and_indexes_are_exact_after_it_and_after_it_is_taken_back(
    library: Library, reader: LibraryReader, keys: list[int]
) -> None:
    schema = library.database.rows(_ALL)
    library.mark(keys[:5], Mark.READ, True)
    library.mark(keys[3:6], Mark.STARRED, True)
    both = library.mark(keys, Mark.READ | Mark.STARRED, True)
    assert both.papers == _PAPERS - 2
    assert _counts(reader) == _counted(library) == (0, _PAPERS)
    assert library.database.rows(_ALL) == schema
    for order in Order:
        assert len(reader.keys(PaperQuery(starred=True, order=order))) == _PAPERS
    library.undo(both.number)
    assert _counts(reader) == _counted(library) == (_PAPERS - 5, 3)
    assert library.database.rows(_ALL) == schema
    assert library.database.value("PRAGMA integrity_check") == "ok"
    library.mark(keys[:1], Mark.READ, False)
    assert _counts(reader) == (_PAPERS - 4, 3), "one by one as before"


def test_marks_that_are_taken_from_a_great_part_are_counted_too(
    library: Library, reader: LibraryReader, keys: list[int]
) -> None:
    library.mark(keys, Mark.READ | Mark.STARRED, True)
    bare = library.mark(keys, Mark.READ | Mark.STARRED, False)
    assert bare.papers == _PAPERS
    assert _counts(reader) == _counted(library) == (_PAPERS, 0)
    library.undo(bare.number)
    assert _counts(reader) == _counted(library) == (0, _PAPERS)


def test_what_is_given_up_leaves_every_index_in_its_place(
    library: Library, reader: LibraryReader, keys: list[int]
) -> None:
    schema = library.database.rows(_ALL)

    def give_up(done: int, total: int) -> None:
        if done == total:
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        library.mark(keys, Mark.READ, True, give_up)
    assert library.database.rows(_ALL) == schema
    assert _counts(reader) == (_PAPERS, 0)


@pytest.mark.parametrize(("papers", "put_off"), [(_PAPERS, 5), (_PAPERS - 1, 0)], ids=["many", "fewer"])
def test_few_papers_are_changed_one_by_one(
    library: Library, keys: list[int], papers: int, put_off: int
) -> None:
    one = Wholesale(library.database, papers)
    with library.database.transaction():
        one.begin()
        assert one.steps == put_off
        one.end(lambda done: None)


def test_a_small_part_of_a_large_library_is_changed_one_by_one(library: Library) -> None:
    library.database.run("UPDATE counts SET papers = ?", (_PAPERS * 9,))
    one = Wholesale(library.database, _PAPERS)
    one.begin()
    assert one.steps == 0
