"""Rows read by primary key, a page at a time, and kept while they are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence

from radar.papers.query import PaperRow

PAGE = 32
_PAGES_KEPT = 64
_CHUNK = 256

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
        try:
            return self.keys.index(key)
        except ValueError:
            return None

    def next_index(self, start: int, step: int, wanted: Callable[[PaperRow], bool], limit: int) -> int | None:
        """Return the next place from `start` whose paper is wanted, looking at `limit` papers at most."""
        index, end = start + step, start + step * (limit + 1)
        while index != end and 0 <= index < len(self.keys):
            last = max(-1, index - _CHUNK) if step < 0 else min(len(self.keys), index + _CHUNK)
            places = range(index, last, step)
            rows = {row.key: row for row in self._fetch([self.keys[place] for place in places])}
            for place in places:
                row = rows.get(self.keys[place])
                if place == end:
                    return None
                if row is not None and wanted(row):
                    return place
            index = last
        return None

    def forget(self, keys: Iterable[int] | None = None) -> None:
        """Read these papers again when they are next shown; all where none are named."""
        if keys is None:
            self._rows.clear()
            return
        for key in keys:
            self._rows.pop(key, None)

    def _read(self, start: int) -> None:
        if len(self._rows) >= PAGE * _PAGES_KEPT:
            self._rows.clear()
        keys = self.keys[start : start + PAGE]
        self._rows.update(dict.fromkeys(keys))
        self._rows.update((row.key, row) for row in self._fetch(keys))
