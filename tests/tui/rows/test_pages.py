from __future__ import annotations

import random
from array import array
from collections.abc import Sequence

import pytest

from radar.papers.bases import replace
from radar.papers.reader.query import Mark, PaperRow
from radar.tui.rows.pages import PAGE, RowPages, places_of
from tests.tui.rows.test_painting import ROW


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


@pytest.mark.parametrize("order", ["newest", "oldest", "other"])
def test_a_paper_is_found_in_every_order_and_one_not_listed_is_not(order: str) -> None:
    keys = [number * 3 for number in range(2000)]
    if order == "other":
        random.Random(4).shuffle(keys)
    elif order == "newest":
        keys.reverse()
    pages = RowPages(Fetch())
    pages.show(array("q", keys))
    for place in (0, 1, 777, 1999):
        assert pages.index_of(keys[place]) == place
    assert pages.index_of(4) is None
    assert pages.index_of(-1) is None
    assert pages.index_of(1 << 40) is None


def test_bytes_of_two_papers_that_look_like_a_third_are_not_taken_for_it() -> None:
    key = int.from_bytes(b"\x00\x00\x00\x00\x01\x00\x00\x00", "little")
    pages = RowPages(Fetch())
    pages.show(array("q", [5, 1 << 56, 1 << 40, 7]))
    assert pages.index_of(key) is None
    pages.show(array("q", [5, 1 << 56, 1 << 40, 7, key, 1]))
    assert pages.index_of(key) == 4


def test_the_nearest_paper_that_is_left_is_the_one_below_then_the_one_above() -> None:
    pages = RowPages(lambda _keys: ())
    pages.show(array("q", [9, 7, 8, 2, 4]))
    assert pages.nearest(2, array("q", [9, 8])) == 8
    assert pages.nearest(2, array("q", [9, 4])) == 4
    assert pages.nearest(3, array("q", [9, 7])) == 7
    assert pages.nearest(1, array("q")) is None
    many = array("q", range(1 << 18, 0, -1))
    pages.show(many)
    assert pages.nearest(5, many) == many[5]
    assert pages.nearest(5, many[6:]) == many[11]


@pytest.mark.parametrize("sought", [3, 40])
@pytest.mark.parametrize("order", ["falling", "rising", "neither"])
def test_the_places_of_several_papers_are_told_together(order: str, sought: int) -> None:
    chance = random.Random(3)
    keys = sorted(chance.sample(range(10_000), 500), reverse=order == "falling")
    if order == "neither":
        chance.shuffle(keys)
    wanted = [*chance.sample(keys, sought), 10_001, -4]
    assert places_of(wanted, array("q", keys)) == {key: keys.index(key) for key in wanted if key in set(keys)}


def test_a_paper_is_put_back_behind_the_one_that_it_stood_behind() -> None:
    pages = RowPages(Fetch())
    pages.show(array("q", [9, 8, 7, 6]))
    assert pages.put_back(2, array("q", [11, 9, 6, 5])) == array("q", [11, 9, 7, 6, 5])
    assert pages.put_back(0, array("q", [11, 8])) == array("q", [9, 11, 8])
    assert pages.put_back(1, array("q")) == array("q", [8])


def test_among_very_many_a_paper_is_put_back_near_its_place() -> None:
    many = array("q", range(300_000, 0, -1))
    pages = RowPages(Fetch())
    pages.show(many)
    assert pages.put_back(200_000, many[:200_000] + many[200_001:]) == many
    assert pages.put_back(200_000, many[200_001:]) == many[200_001:] + many[200_000:200_001]
    assert pages.put_back(0, many[1:]) == many
