"""Keys of papers in little room: a million that lie close together take some ten thousand bytes."""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from radar.library.database.connection import Database
from radar.library.records.rows import in_json

SLICE = 4_096
"""Papers dealt with at once: some ten milliseconds of work."""


def packed(keys: Iterable[int]) -> bytes:
    """Return keys as bytes: sorted, each as its distance from the one before, compressed.

    Meant for a slice of them; each is below 2^62.
    """
    rising = sorted(keys)
    steps = array("q", [*rising[:1], *(later - earlier for earlier, later in pairwise(rising))])
    if sys.byteorder == "big":
        steps.byteswap()
    return zlib.compress(steps.tobytes(), 1)


def unpacked(pack: bytes) -> array[int]:
    """Return the keys of a pack, rising."""
    keys = array("q", zlib.decompress(pack))
    if sys.byteorder == "big":
        keys.byteswap()
    for place in range(1, len(keys)):
        keys[place] += keys[place - 1]
    return keys


def any_followed(database: Database) -> bool:
    """Return whether any paper became part of another one, so that keys may have to be followed."""
    return database.row("SELECT 1 FROM moved LIMIT 1") is not None


def followed_keys(database: Database, keys: Sequence[int]) -> Sequence[int]:
    """Return the keys that papers have now, rising and each once, given rising ones of any time."""
    if not keys or not any_followed(database):
        return keys
    # A slice lies close together, and few papers have moved: cheaper than to ask for each of its keys.
    moved = database.rows("SELECT id, into_id FROM moved WHERE id BETWEEN ? AND ?", (keys[0], keys[-1]))
    into: dict[int, int] = dict(moved)
    return sorted({into.get(key, key) for key in keys}) if into else keys


class Chosen:
    """The papers of one act, given out by the slice: rising and each once, however they come.

    Rising keys are neighbours in the file, so that each of its pages is written once. Many are sorted by
    SQLite in a temporary table, while other threads run.
    """

    def __init__(self, database: Database, keys: Sequence[int]) -> None:
        """Take the keys over; best done outside a transaction."""
        self._database = database
        self._few = sorted(set(keys)) if len(keys) <= SLICE else []
        self._many = len(keys) > SLICE
        if self._many:
            self._store(keys)

    def slices(self) -> Iterator[Sequence[int]]:
        """Yield the keys, those of papers that became part of others as those have them."""
        if not self._many:
            yield followed_keys(self._database, self._few)
            return
        question = "SELECT id FROM temp.chosen WHERE id > ? ORDER BY id LIMIT ?"
        last = -1
        while part := self._database.rows(question, (last, SLICE)):
            last = part[-1][0]
            yield followed_keys(self._database, [key for (key,) in part])

    def _store(self, keys: Sequence[int]) -> None:
        self._database.run("CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY)")
        self._database.run("DELETE FROM temp.chosen")
        self._database.run("BEGIN")
        try:
            for start in range(0, len(keys), SLICE):
                part = in_json(keys[start : start + SLICE])
                self._database.run(
                    "INSERT OR IGNORE INTO temp.chosen SELECT value FROM json_each(?)", (part,)
                )
        finally:
            self._database.run("COMMIT")
