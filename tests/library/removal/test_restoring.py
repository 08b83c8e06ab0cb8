"""Removals taken back in any order, and of a library that has lost some of what it remembered."""

from __future__ import annotations

import pytest

from radar.errors import LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperQuery
from tests.library.removal.test_removing import agree
from tests.library.samples import LISTING, paper, papers, read, summary


def _removed_twice(library: Library) -> tuple[int, int]:
    """Remove two papers, let the first of them come anew and remove it again; return both numbers."""
    keys = library.add_papers(papers(2), LISTING, read).keys
    library.tag(keys[:1], ["sill"])
    library.set_note(keys[0], "ask Ada")
    library.save_summaries([summary(paper(1))])
    first = library.remove(keys).number
    anew = library.add_papers([paper(1)], LISTING, read, anew=True).keys
    return first, library.remove(anew).number


def test_a_removal_waits_for_a_later_one_of_the_same_paper(library: Library, reader: LibraryReader) -> None:
    first, later = _removed_twice(library)
    with pytest.raises(LibraryError, match=r"1 paper of this removal came anew.*radar remove --undo"):
        library.undo(first)
    assert reader.counts().papers == 0
    assert [one.number for one in library.removals()] == [later, first]
    assert library.act(first) is not None
    agree(library)
    assert library.undo(later) == 1
    assert library.undo(first) == 2
    (key,) = reader.keys(PaperQuery("w1x "))
    entry = reader.entry(key)
    assert entry is not None
    assert (entry.tags, entry.note, len(entry.summaries)) == (("sill",), "ask Ada", 2)
    assert library.database.value("SELECT count(*) FROM removed_papers") == 0
    agree(library)


def test_a_removal_waits_for_none_that_is_forgotten(library: Library, reader: LibraryReader) -> None:
    first, later = _removed_twice(library)
    library.database.run("UPDATE removals SET kept = 0 WHERE number = ?", (later,))
    library.database.run("DELETE FROM removed_papers WHERE removal = ?", (later,))
    assert library.undo(first) == 2
    assert list(reader.keys(PaperQuery("tag:sill "))) == list(reader.keys(PaperQuery("w1x ")))
    added = library.add_papers(papers(2), LISTING, read)
    assert (added.new, added.known, added.removed) == (0, 2, ())
    agree(library)


def test_a_removal_stays_whole_where_another_paper_has_a_place_of_it(library: Library) -> None:
    keys = library.add_papers(papers(2), LISTING, read).keys
    act = library.remove(keys)
    (other,) = library.add_papers([paper(9)], LISTING, read).keys
    for table in ("papers", "readings"):
        library.database.run(f"UPDATE {table} SET id = ? WHERE id = ?", (keys[1], other))
    with pytest.raises(LibraryError, match="kept aside"):
        library.undo(act.number)
    assert library.removals()[0].left == 2
    assert library.database.value("SELECT count(*) FROM removed_papers") == 1


def test_a_removal_whose_row_is_lost_is_put_back_by_its_papers(
    library: Library, reader: LibraryReader
) -> None:
    act = library.remove(library.add_papers(papers(3), LISTING, read).keys)
    library.database.run("DELETE FROM removals")
    assert library.undo(act.number) == 3
    assert reader.counts().papers == 3
    assert library.undo(act.number) is None
    agree(library)


def test_papers_whose_names_are_lost_are_found_once_they_are_back(
    library: Library, reader: LibraryReader
) -> None:
    first = paper(1, doi="10.1234/plant.1")
    keys = library.add_papers([first, *papers(2, 2)], LISTING, read).keys
    act = library.remove(keys)
    for table in ("removed", "aliases", "recent_names"):
        library.database.run(f"DELETE FROM {table}")
    (came, _) = library.add_papers([paper(3), paper(4)], LISTING, read).keys
    assert library.undo(act.number) == 3
    assert [reader.key_of(one.id) for one in papers(3)] == [keys[0], keys[1], came]
    assert reader.key_of("10.1234/plant.1") == keys[0]
    added = library.add_papers(papers(4), LISTING, read)
    assert (added.new, added.known) == (0, 4)
    assert reader.counts().papers == 4
    agree(library)
