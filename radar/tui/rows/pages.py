"""Rows read by primary key, a page at a time, and kept while they are looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from operator import neg

from radar.papers.reader.query import PaperRow

PAGE = 32
_PAGES_KEPT = 64
_LOOKED_THROUGH = 1 << 17
"""Keys looked through at once."""
_APART = 4
"""So many papers are looked for one by one; more take a look at each key, some 60 ms of a million."""

FetchRows = Callable[[Sequence[int]], Sequence[PaperRow]]


class RowPages:
    """The papers of the list, in display order; only the rows looked at are read."""

    def __init__(self, fetch: FetchRows) -> None:
        self.keys: array[int] = array("q")
        self._fetch = fetch
        self._rows: dict[int, PaperRow | None] = {}

    def __len__(self) -> int:
        return len(self.keys)

    def show(self, keys: array[int]) -> None:
        """List these papers; the rows known of them are kept."""
        self.keys = keys

    def row(self, index: int) -> PaperRow | None:
        """Return the row at a place; None where the library no longer has it."""
        key = self.keys[index]
        if key not in self._rows:
            self._read(index - index % PAGE)
        return self._rows[key]

    def index_of(self, key: int) -> int | None:
        """Return where a paper stands, or None where it is not listed."""
        return place_of(key, self.keys)

    def nearest(self, place: int, keys: array[int]) -> int | None:
        """Return the paper at a place or, where others are to be listed without it, the next that is left.

        That is the one below, else the one above. Of very many the one that takes its place is good enough.

        Args:
            keys: what is to be listed.
        """
        if not keys:
            return None
        if max(len(keys), len(self.keys)) > _LOOKED_THROUGH:
            key = self.keys[place]
            return key if place_of(key, keys) is not None else keys[min(place, len(keys) - 1)]
        left, around = set(keys), (*self.keys[place:], *reversed(self.keys[:place]))
        return next((key for key in around if key in left), None)

    def put_back(self, place: int, keys: array[int]) -> array[int]:
        """Return what is to be listed with the paper at a place in it, behind the one that it stands behind.

        Of very many the place that it had is good enough where those above it have gone.

        Args:
            keys: what is to be listed, without that paper.
        """
        many = max(len(keys), len(self.keys)) > _LOOKED_THROUGH
        if many:
            found = (place_of(key, keys) for key in self.keys[max(0, place - _APART) : place][::-1])
        else:
            places = {key: at for at, key in enumerate(keys)}
            found = (places.get(key) for key in reversed(self.keys[:place]))
        behind = next((at for at in found if at is not None), place - 1 if many else -1)
        more = keys[:]
        more.insert(behind + 1, self.keys[place])
        return more

    def forget(self, keys: Iterable[int] | None = None) -> None:
        """Read these papers again when they are next shown; all where none are named."""
        if keys is None:
            self._rows.clear()
            return
        for key in keys:
            self._rows.pop(key, None)

    def look_again(self, first: int, last: int) -> tuple[int, ...]:
        """Read the rows from one place to another anew, forget all others; return the places that changed."""
        before, keys = self._rows, self.keys[first:last]
        rows: dict[int, PaperRow | None] = {
            **dict.fromkeys(keys),
            **{row.key: row for row in self._fetch(keys)},
        }
        self._rows = rows
        return tuple(
            place for place, key in enumerate(keys, first) if key not in before or before[key] != rows[key]
        )

    def _read(self, start: int) -> None:
        if len(self._rows) >= PAGE * _PAGES_KEPT:
            self._rows.clear()
        keys = self.keys[start : start + PAGE]
        self._rows.update(dict.fromkeys(keys))
        self._rows.update((row.key, row) for row in self._fetch(keys))


def without(places: Iterable[int], keys: array[int]) -> array[int]:
    """Return keys without those at some places."""
    left = keys[:]
    for place in sorted(places, reverse=True):
        del left[place]
    return left


def places_of(keys: Iterable[int], among: array[int]) -> dict[int, int]:
    """Return where keys stand among others, of those that do; many are looked for together."""
    places = {key: _place_by_day(key, among) for key in keys}
    missing = {key for key, place in places.items() if place is None}
    if len(missing) > _APART:
        places.update((key, place) for place, key in enumerate(among) if key in missing)
    else:
        places.update((key, place_of(key, among)) for key in missing)
    return {key: place for key, place in places.items() if place is not None}


def place_of(key: int, keys: array[int]) -> int | None:
    """Return where a key stands among others, or None where it does not.

    Among papers by day it is found by halves. Otherwise the bytes of all keys are looked through, which takes
    a million of them a few milliseconds; to compare numbers takes several times that.
    """
    place = _place_by_day(key, keys)
    if place is not None:
        return place
    wanted = array("q", [key]).tobytes()
    for start in range(0, len(keys), _LOOKED_THROUGH):
        looked = keys[start : start + _LOOKED_THROUGH].tobytes()
        at = looked.find(wanted)
        while at >= 0:
            if at % keys.itemsize == 0:
                return start + at // keys.itemsize
            at = looked.find(wanted, at + 1)
    return None


def _place_by_day(key: int, keys: array[int]) -> int | None:
    """Return where a key stands among others that rise or fall; None may also mean that they do neither."""
    for place in (bisect_left(keys, -key, key=neg), bisect_left(keys, key)):
        if place < len(keys) and keys[place] == key:
            return place
    return None
