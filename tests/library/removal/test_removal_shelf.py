"""Removals as they are remembered: listed, kept for a while, and forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from radar.errors import StrangeLibrary
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.library.records.rows import microseconds
from radar.papers.reader.removal import KEPT_FOR
from tests.library.removal.test_removing import agree
from tests.library.samples import LISTING, papers, read


def test_how_papers_were_chosen_is_kept_clean_and_short(library: Library, keys: tuple[int, ...]) -> None:
    library.remove(keys[:1], f"\x1b[31m{'x' * 1_000}")
    what = library.removals()[0].what
    assert what.isprintable() and len(what) == 200


def test_nothing_to_remove_is_no_removal(library: Library, keys: tuple[int, ...]) -> None:
    library.remove(keys)
    act = library.remove(keys)
    assert act.empty and act.number == 0
    assert len(library.removals()) == 1


def test_removals_are_listed_and_forgotten_but_for_the_names(
    library: Library, reader: LibraryReader, keys: tuple[int, ...]
) -> None:
    library.remove(keys[:1], "id:2406.00001")
    act = library.remove(keys[1:3], "two")
    last, first = library.removals()
    assert (last.number, last.what, last.losses.papers, last.kept) == (act.number, "two", 2, True)
    assert (first.what, first.losses.starred) == ("id:2406.00001", 1)
    assert library.forget_removed() == 3
    assert [one.kept for one in library.removals()] == [False, False]
    assert library.database.value("SELECT count(*) FROM removed_papers") == 0
    assert library.act(act.number) is None
    assert library.undo(act.number) is None
    assert library.forget_removed() == 0
    assert len(library.add_papers(papers(4), LISTING, read).removed) == 3
    assert library.add_papers(papers(4), LISTING, read, anew=True).new == 3
    assert [one.left for one in library.removals()] == [0, 0]
    agree(library)


@pytest.mark.parametrize("how", [Library.finish_bulk, lambda library: library.remove([1])])
def test_what_was_removed_long_ago_is_forgotten_by_itself(
    library: Library, keys: tuple[int, ...], how: Callable[[Library], object]
) -> None:
    old, young = library.remove(keys[:1]), library.remove(keys[1:2])
    long_ago = microseconds(datetime.now(UTC) - KEPT_FOR - timedelta(minutes=1))
    library.database.run("UPDATE removals SET removed = ? WHERE number = ?", (long_ago, old.number))
    told = [one.line for one in library.removals()]
    assert "can be taken back until 20" in told[0] and told[1].endswith("taken back until the next refresh")
    how(library)
    assert [one.kept for one in library.removals()] == [True, False]
    assert library.database.rows("SELECT DISTINCT removal FROM removed_papers") == [(young.number,)]
    assert library.database.value("SELECT count(*) FROM removed") == 2


def test_removals_outlast_the_acts_that_are_kept(library: Library, keys: tuple[int, ...]) -> None:
    act = library.remove(keys[:1])
    for number in range(201):
        library.set_note(keys[1], f"note {number}")
    assert library.act(act.number) is not None
    assert library.undo(act.number) == 1


def test_a_damaged_record_is_told_and_nothing_is_put_back(library: Library, keys: tuple[int, ...]) -> None:
    act = library.remove(keys[:1])
    library.database.run("UPDATE removed_papers SET packed = x'00'")
    with pytest.raises(StrangeLibrary):
        library.undo(act.number)
    assert len(library.removals()) == 1
