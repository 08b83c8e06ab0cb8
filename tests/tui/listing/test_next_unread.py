from __future__ import annotations

import random
from array import array
from collections.abc import Sequence

import pytest

from radar.papers.reader.query import Order
from radar.tui.listing.next_unread import next_unread, none_unread, none_unread_at_all


class Unread:
    """A library that counts what it is asked."""

    def __init__(self, unread: Sequence[int]) -> None:
        self._unread = sorted(unread)
        self.asked = 0

    def nearest_unread(self, key: int, *, older: bool) -> int | None:
        self.asked += 1
        found = [one for one in self._unread if (one <= key if older else one >= key)]
        return None if not found else found[-1 if older else 0]

    def unread_among(self, keys: Sequence[int]) -> frozenset[int]:
        self.asked += 1
        return frozenset(keys) & frozenset(self._unread)


def _listed(order: Order, count: int = 1000) -> array[int]:
    keys = list(range(2, 2 * count + 2, 2))
    if order is Order.NEWEST:
        keys.reverse()
    elif order is not Order.OLDEST:
        random.Random(3).shuffle(keys)
    return array("q", keys)


@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.TITLE])
def test_the_next_unread_paper_is_found_in_both_directions(order: Order) -> None:
    keys = _listed(order)
    places = [10, 300, 990]
    papers = Unread([keys[place] for place in places])
    assert next_unread(papers, keys, order, 0, 1) == 10
    assert next_unread(papers, keys, order, 10, 1) == 300
    assert next_unread(papers, keys, order, 990, 1) is None
    assert next_unread(papers, keys, order, 999, -1) == 990
    assert next_unread(papers, keys, order, 990, -1) == 300
    assert next_unread(papers, keys, order, 10, -1) is None


def test_papers_that_are_unread_but_not_listed_are_leapt_over() -> None:
    keys = _listed(Order.NEWEST)
    papers = Unread([keys[500], keys[400] - 1, keys[100] - 1])
    assert next_unread(papers, keys, Order.NEWEST, 50, 1) == 500
    assert next_unread(papers, keys, Order.NEWEST, 499, -1) is None


def test_a_million_papers_cost_one_question() -> None:
    keys = array("q", range(1_000_000, 0, -1))
    papers = Unread([3])
    assert next_unread(papers, keys, Order.NEWEST, 0, 1) == 999_997
    assert papers.asked == 2


def test_in_other_orders_the_search_is_bounded() -> None:
    keys = array("q", range(50_000))
    papers = Unread([49_999])
    assert next_unread(papers, keys, Order.UPVOTES, 0, 1) is None
    assert papers.asked == 10


def test_where_the_search_gave_up_nothing_is_said_of_what_lies_behind() -> None:
    keys = _listed(Order.ADDED, 10_002)
    papers = Unread([keys[-1]])
    assert next_unread(papers, keys, Order.ADDED, 0, 1) is None
    assert none_unread(Order.ADDED, len(keys), 0, 1) == "no unread paper among the next 10,000 below"
    assert next_unread(papers, keys, Order.ADDED, 1, 1) == 10_001
    assert none_unread(Order.ADDED, len(keys), 1, 1) == "no unread paper below"
    assert none_unread(Order.NEWEST, len(keys), 0, 1) == "no unread paper below"
    assert none_unread(Order.TITLE, len(keys), 500, -1) == "no unread paper above"


def test_where_no_side_has_one_no_key_is_said_to_look_elsewhere() -> None:
    assert none_unread_at_all(Order.NEWEST, 50_000, 20_000) == "no other unread paper is listed"
    assert none_unread_at_all(Order.ADDED, 10_001, 0) == "no other unread paper is listed"
    for start in (0, 10_001):
        said = none_unread_at_all(Order.ADDED, 10_002, start)
        assert said == "no unread paper among the next 10,000 above and below"
