"""A great part of all papers changed in one transaction: what costs most by the paper is done at its end.

Measured on a million papers: indexes that do not follow the keys are written all over, again and again, which
took three quarters of the time; built anew they cost a tenth. The trigger that counts takes another tenth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from radar.library.database.connection import Database
from radar.library.records.rows import papers_counted

_SCATTERED = ("i_title", "i_upvotes", "i_stars", "i_arrived")
"""Indexes that hold `flags` in another order than that of the keys."""
_TRIGGER = "count_changed"
_LEAST = 20_000
"""Papers from which on it is worth it."""
_SHARE = 8
"""And it is, where one in so many papers changes."""


class Wholesale:
    """Changes of flags inside one transaction, of as many papers as there may be.

    Args:
        papers: how many may change.
    """

    def __init__(self, database: Database, papers: int) -> None:
        self._database = database
        self._papers = papers
        self._put_off: list[str] = []
        self.changed: Counter[str] = Counter()
        """How many papers changed, by the verb of the change."""

    @property
    def steps(self) -> int:
        """How many steps `end` takes."""
        return len(self._put_off)

    def begin(self) -> None:
        """Put off what is put off; other connections see nothing of it before the commit."""
        every = papers_counted(self._database)
        if self._papers < _LEAST or self._papers * _SHARE < every:
            return
        for name in (_TRIGGER, *_SCATTERED):
            row = self._database.row("SELECT type, sql FROM sqlite_schema WHERE name = ?", (name,))
            if row is not None:
                self._put_off.append(row[1])
                self._database.run(f"DROP {row[0]} {name}")

    def end(self, report: Callable[[int], None]) -> None:
        """Do what was put off.

        Args:
            report: told how many of the steps are done.
        """
        if not self._put_off:
            return
        self._database.run(
            "UPDATE counts SET unread = unread + ?, starred = starred + ?",
            (self.changed["unread"] - self.changed["read"], self.changed["star"] - self.changed["unstar"]),
        )
        for done, statement in enumerate(self._put_off):
            report(done)
            self._database.run(statement)
        report(len(self._put_off))
