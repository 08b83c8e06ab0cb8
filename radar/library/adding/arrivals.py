"""When papers come into the library: after all that the reader has seen, whatever the clock says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from radar.library.database.connection import Database
from radar.library.records.keys import key_before
from radar.library.records.rows import microseconds, now, now_after, understood
from radar.library.watches.digests import reopen

_LOOKED = "SELECT value FROM meta WHERE name = 'looked'"
_LATEST = "SELECT max(added) FROM papers"
_FIRST_BEHIND = "SELECT min(added) FROM papers WHERE added > ?"
# The plus keeps SQLite from going through all that is listed later: hardly ever did anything come later.
_LISTED_LATER = "SELECT 1 FROM papers WHERE added > ? AND +id >= ? AND dated LIMIT 1"


def moment_of_arrival(database: Database) -> int:
    """Return the moment at which papers that are stored now have come, as it is stored.

    It lies behind the last visit, so that they are new. Where that would put it more than a day ahead of the
    clock, the clock was wrong at that visit: it counts as just made, and what came since then is new again.
    Papers that came while it was so far ahead count as come now, else they would be new, and in every digest,
    until then.
    """
    looked = _stored(database, _LOOKED)
    added = max(now_after(_stored(database, _LATEST)), now_after(looked))
    if looked is not None and looked >= added:
        _note_looked(database, added - 1)
    if clock_was_ahead(database, added):
        database.run("UPDATE papers SET added = :added WHERE added > :added", {"added": added})
    database.run("UPDATE watches SET seen = :added - 1 WHERE seen >= :added", {"added": added})
    reopen(database, papers=added)
    return added


def clock_was_ahead(database: Database, present: int) -> bool:
    """Say whether what was noted as later than the present moment was noted while the clock was ahead.

    Else the clock is behind now, which shows by days of listings: no paper came before it was listed.
    """
    day_after = datetime.now(UTC).date() + timedelta(days=2)
    return database.value(_LISTED_LATER, (present, key_before(day_after))) is None


def note_looked(database: Database, when: datetime, shown: datetime | None) -> None:
    """Note that the reader has seen what there was, also what came while the clock was ahead.

    What came behind `shown` was not on screen, though it may have been on its way at that time. Another
    screen may have been looked at since: what is noted goes back only from a moment that was yet to come.
    """
    looked, latest = microseconds(when), _stored(database, _LATEST)
    if latest is not None and now() < latest < now_after(latest):
        looked = max(looked, latest)
    if shown is not None:
        unseen = database.value(_FIRST_BEHIND, (microseconds(shown),))
        looked = looked if unseen is None else min(looked, unseen - 1)
    noted = _stored(database, _LOOKED)
    if noted is not None and noted <= now_after(latest):
        looked = max(looked, noted)
    _note_looked(database, looked)


@understood("a time that is none")
def _stored(database: Database, question: str) -> int | None:
    stored = database.value(question)
    return None if stored is None else int(stored)


def _note_looked(database: Database, looked: int) -> None:
    database.run("INSERT OR REPLACE INTO meta VALUES ('looked', ?)", (str(looked),))
