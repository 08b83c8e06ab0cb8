"""Beginnings of words that nearly every paper holds, answered exactly without merging all such words.

A few frequent completions find nearly all papers; the few that are left are read. With one letter this takes
a tenth of what the index takes to merge every word that begins so.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from operator import neg

_MOST_LEFT = 1_000
"""Papers that are read; where more are left, the index is asked for the beginning itself."""


def left_over(every: array[int], found: array[int]) -> list[int] | None:
    """Return the keys of `every` that are not in `found`; None where they are too many.

    Args:
        every: in rising or falling order.
        found: some of the same keys in the same order.
    """
    if len(every) - len(found) > _MOST_LEFT:
        return None
    left: list[int] = []
    place = 0
    while len(left) < len(every) - len(found):
        # From here on keys stand side by side, up to the next one that is left.
        low, high = place, len(found)
        while low < high:
            middle = (low + high) // 2
            if every[middle + len(left)] == found[middle]:
                low = middle + 1
            else:
                high = middle
        left.append(every[low + len(left)])
        place = low
    return left


def put_in(found: array[int], further: Iterable[int], *, rising: bool) -> None:
    """Put further keys among those found, where they belong."""
    whole: array[int] = array("q")
    begun = 0
    for key in sorted(further, reverse=not rising):
        place = bisect_left(found, key if rising else -key, lo=begun, key=None if rising else neg)
        whole += found[begun:place]
        whole.append(key)
        begun = place
    found[:] = whole + found[begun:]
