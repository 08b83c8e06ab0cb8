"""The part of the library that remembers how far digests have got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar import library

if TYPE_CHECKING:
    from datetime import datetime

    from radar.library.database.connection import Database
    from radar.papers.reader.digest_mark import DigestMark


class DigestReading:
    """Says how far digests have got, and what there is to be told since."""

    database: Database

    def __init__(self, database: Database) -> None:
        self.database = database

    def last_digest(self, series: str) -> DigestMark | None:
        """Return how far the digests of a series have got; None where there was none."""
        return library.digests.last_digest(self.database, series)

    def settled(self, *, searched: bool) -> datetime | None:
        """Return the moment up to which all papers can be told of; None where there are none.

        Args:
            searched: whether words are asked for, which finds only what is in the search index.
        """
        return library.digests.settled(self.database, searched=searched)

    def last_change(self) -> datetime | None:
        """Return the moment up to which all changes of papers can be told of; None where there are none."""
        return library.digests.last_change(self.database)

    def changed_between(self, since: datetime, until: datetime) -> frozenset[int]:
        """Return the keys of the papers that changed after a moment and up to another one."""
        return library.digests.changed_between(self.database, since, until)


class DigestShelf(DigestReading):
    """Remembers digests by their series: digests of the same question that go to the same place."""

    def note_digest(self, series: str, mark: DigestMark) -> None:
        """Note how far a digest of a series got, once it is where it was to go."""
        library.digests.note_digest(self.database, series, mark)
