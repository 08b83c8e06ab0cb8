"""Finding the next unread paper of the list, however far away, without reading what lies between."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import neg
from typing import Protocol

from radar.papers.reader.query import Order

_LEAPS = 300
"""Unread papers that are not listed, before the search gives up: each costs one look into an index."""
_CHUNK = 1_000
_LOOKED_AT = 10_000
"""Papers that are looked at where the order is not by day; more would be felt."""


class UnreadPapers(Protocol):
    """Knows what is unread; the library's reader is one."""

    def nearest_unread(self, key: int, *, older: bool) -> int | None:
        """Return the unread paper nearest to a key, itself or on one side of it."""
        ...

    def unread_among(self, keys: Sequence[int]) -> frozenset[int]:
        """Return which of these papers are unread."""
        ...


def next_unread(papers: UnreadPapers, keys: array[int], order: Order, start: int, step: int) -> int | None:
    """Return the next place from `start` whose paper is unread, or None.

    Where the order is by day, the list and the library's index of unread papers are both sorted, and the
    search leaps from one to the other. In other orders it looks at the papers one after the other, within
    a bound.

    Args:
        step: 1 for down the list, -1 for up.

    Raises:
        LibraryError: the library cannot be read.
    """
    if order in (Order.NEWEST, Order.OLDEST):
        return _leaping(papers, keys, order is Order.NEWEST, start + step, step)
    for first in range(start + step, start + step * _LOOKED_AT, step * _CHUNK):
        places = [place for place in range(first, first + step * _CHUNK, step) if 0 <= place < len(keys)]
        unread = papers.unread_among([keys[place] for place in places])
        found = next((place for place in places if keys[place] in unread), None)
        if found is not None or not places:
            return found
    return None


def none_unread_at_all(order: Order, papers: int, start: int) -> str:
    """Return what is to be said where `next_unread` found nothing on either side of `start`."""
    if order in (Order.NEWEST, Order.OLDEST) or max(start, papers - 1 - start) <= _LOOKED_AT:
        return "no other unread paper is listed"
    return f"no unread paper among the next {_LOOKED_AT:,} above and below"


def none_unread(order: Order, papers: int, start: int, step: int) -> str:
    """Return what is to be said where `next_unread` found nothing among so many papers."""
    left = papers - 1 - start if step > 0 else start
    where = "below" if step > 0 else "above"
    if order in (Order.NEWEST, Order.OLDEST) or left <= _LOOKED_AT:
        return f"no unread paper {where}"
    return f"no unread paper among the next {_LOOKED_AT:,} {where}"


def _leaping(papers: UnreadPapers, keys: array[int], newest_first: bool, place: int, step: int) -> int | None:
    older = newest_first == (step > 0)
    for _ in range(_LEAPS):
        if not 0 <= place < len(keys):
            return None
        unread = papers.nearest_unread(keys[place], older=older)
        if unread is None or unread == keys[place]:
            return None if unread is None else place
        place = _at_or_behind(keys, unread, newest_first, step)
    return None


def _at_or_behind(keys: array[int], key: int, newest_first: bool, step: int) -> int:
    """Return the place of a key, or the next one in the direction of the step."""
    if newest_first:
        return bisect_left(keys, -key, key=neg) if step > 0 else bisect_right(keys, -key, key=neg) - 1
    return bisect_left(keys, key) if step > 0 else bisect_right(keys, key) - 1
