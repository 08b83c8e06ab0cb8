"""When papers come into the library: after all that the reader has seen, whatever the clock says."""

from __future__ import annotations

from datetime import datetime

from radar.library.connection import Database
from radar.library.digests import reopen
from radar.library.records import microseconds, now, now_after, understood

_LOOKED = "SELECT value FROM meta WHERE name = 'looked'"
_LATEST = "SELECT max(added) FROM papers"


def moment_of_arrival(database: Database) -> int:
    """Return the moment at which papers that are stored now have come, as it is stored.

    It lies behind the last visit, so that they are new. Where that would put it more than a day ahead of the
    clock, the clock was wrong at that visit: it counts as just made, and what came since then is new again.
    """
    looked = _stored(database, _LOOKED)
    added = max(now_after(_stored(database, _LATEST)), now_after(looked))
    if looked is not None and looked >= added:
        _note_looked(database, added - 1)
    database.run("UPDATE watches SET seen = :added - 1 WHERE seen >= :added", {"added": added})
    reopen(database, papers=added)
    return added


def note_looked(database: Database, when: datetime) -> None:
    """Note that the reader has seen what there was, also what came while the clock was ahead."""
    looked = microseconds(when)
    latest = _stored(database, _LATEST)
    if latest is not None and now() < latest < now_after(latest):
        looked = max(looked, latest)
    _note_looked(database, looked)


@understood("a time that is none")
def _stored(database: Database, question: str) -> int | None:
    stored = database.value(question)
    return None if stored is None else int(stored)


def _note_looked(database: Database, looked: int) -> None:
    database.run("INSERT OR REPLACE INTO meta VALUES ('looked', ?)", (str(looked),))
