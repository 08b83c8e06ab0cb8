"""Which papers a listing gave the texts of, so that it may say them anew.

Nothing is kept of who gave which text: it is the listing that named a paper first, unless it has said
otherwise since of what is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from radar.library.database.connection import Database
from radar.library.records.rows import in_json
from radar.papers.bases import Value
from radar.papers.listed.conflict import Fact
from radar.papers.listed.listing import Listing
from radar.papers.text.safe_text import clean

_LAST = 1 << 16
"""Papers of a run that are remembered as named: two records of one paper mostly stand near each other."""


class Given(Value):
    """What a listing has to say of known papers, by key."""

    texts: frozenset[int] = frozenset()
    """Those whose texts it gave."""
    alone: frozenset[int] = frozenset()
    """Those that no other listing has named."""


class Named:
    """The papers that one run over a listing has named so far: the first record of a paper counts.

    A file may hold two records of one paper that differ. Read again, it would else change the paper to the
    one and back to the other each time.
    """

    def __init__(self) -> None:
        self._keys: dict[int, None] = {}

    def __contains__(self, key: int) -> bool:
        return key in self._keys

    def note(self, keys: Iterable[int]) -> None:
        """Remember papers as named, and forget those named long before."""
        self._keys.update(dict.fromkeys(keys))
        while len(self._keys) > _LAST:
            del self._keys[next(iter(self._keys))]


def given_by(database: Database, listing: Listing, keys: Collection[int]) -> Given:
    """Return what a listing gave of those papers."""
    number = database.value("SELECT number FROM listings WHERE name = ?", (clean(listing.name),))
    if number is None or not keys:
        return Given()
    among = in_json(keys)
    named: dict[int, list[int]] = {}
    question = (
        "SELECT id, listing FROM origins WHERE id IN (SELECT value FROM json_each(?)) "
        "ORDER BY arrived, listing"
    )
    for key, one in database.rows(question, (among,)):
        named.setdefault(key, []).append(one)
    otherwise = (
        "SELECT id FROM said WHERE listing = ? AND field = ? AND id IN (SELECT value FROM json_each(?))"
    )
    behind = {key for (key,) in database.rows(otherwise, (number, Fact.TITLE.value, among))}
    alone = frozenset(key for key, listings in named.items() if listings == [number])
    first = frozenset(key for key, listings in named.items() if listings[0] == number)
    return Given(alone | (first - behind), alone)
