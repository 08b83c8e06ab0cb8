from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

from radar.papers.query import Mark, PaperRow
from radar.tui.row_pages import PAGE, RowPages
from tests.tui.test_rows import ROW


class Fetch:
    """A library that remembers what it was asked for."""

    def __init__(self, missing: frozenset[int] = frozenset(), unread: frozenset[int] = frozenset()) -> None:
        self.asked: list[list[int]] = []
        self._missing = missing
        self._unread = unread

    def __call__(self, keys: Sequence[int]) -> tuple[PaperRow, ...]:
        self.asked.append(list(keys))
        return tuple(
            replace(ROW, key=key, marks=Mark.NONE if key in self._unread else Mark.READ)
            for key in keys
            if key not in self._missing
        )


def _unread(row: PaperRow) -> bool:
    return not row.marks & Mark.READ


def test_only_the_page_looked_at_is_read_and_only_once() -> None:
    fetch = Fetch()
    pages = RowPages(fetch)
    pages.show(array("q", range(1000, 0, -1)))
    row = pages.row(40)
    assert row is not None and row.key == 960
    assert pages.row(41) is not None
    assert fetch.asked == [list(range(968, 968 - PAGE, -1))]


def test_a_paper_that_is_gone_is_none_and_not_asked_for_again() -> None:
    fetch = Fetch(missing=frozenset({3}))
    pages = RowPages(fetch)
    pages.show(array("q", [5, 4, 3]))
    assert pages.row(2) is None
    assert pages.row(2) is None
    assert len(fetch.asked) == 1


def test_a_forgotten_row_is_read_again() -> None:
    fetch = Fetch()
    pages = RowPages(fetch)
    pages.show(array("q", [5, 4, 3]))
    pages.row(0)
    pages.forget([4])
    pages.row(0)
    assert len(fetch.asked) == 1
    pages.row(1)
    assert len(fetch.asked) == 2


def test_the_next_wanted_paper_is_found_in_both_directions_however_far() -> None:
    pages = RowPages(Fetch(unread=frozenset({10, 700, 990})))
    pages.show(array("q", range(1000, 0, -1)))
    assert pages.next_index(0, 1, _unread, 5000) == 10
    assert pages.next_index(10, 1, _unread, 5000) == 300
    assert pages.next_index(300, 1, _unread, 5000) == 990
    assert pages.next_index(990, 1, _unread, 5000) is None
    assert pages.next_index(990, -1, _unread, 5000) == 300
    assert pages.next_index(10, -1, _unread, 5000) is None


def test_the_search_for_the_next_wanted_paper_is_bounded() -> None:
    pages = RowPages(Fetch(unread=frozenset({600})))
    pages.show(array("q", range(1000, 0, -1)))
    assert pages.next_index(0, 1, _unread, 399) is None
    assert pages.next_index(0, 1, _unread, 400) == 400
