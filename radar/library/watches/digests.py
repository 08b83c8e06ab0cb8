"""How far digests have got, so that the next one of the same kind shows what came since, nothing twice."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from radar.errors import StrangeLibrary
from radar.library.database.connection import Database
from radar.library.records.rows import GIVES_UP, microseconds, moment
from radar.papers.reader.digest_mark import DigestMark

_BEGINNING = "digest:"
_AHEAD = timedelta(days=1)
"""What is noted further ahead than this was noted while the clock was wrong."""


def last_digest(database: Database, series: str) -> DigestMark | None:
    """Return how far the digests of a series have got; None where there was none, or the clock was wrong."""
    mark = _mark(database.value("SELECT value FROM meta WHERE name = ?", (_name(series),)))
    latest = datetime.now(UTC) + _AHEAD
    return None if mark is None or max(mark.papers, mark.changes) > latest else mark


def note_digest(database: Database, series: str, mark: DigestMark) -> None:
    """Note that a digest of a series was handed over, and how far it got."""
    _note(database, _name(series), mark)


def reopen(database: Database, *, papers: int | None = None, changes: int | None = None) -> None:
    """Let every next digest hold what comes at a moment that digests are past, since the clock was set back.

    What came since that moment is told again, but nothing is lost.

    Args:
        papers: when papers come, as it is stored.
        changes: when papers change.
    """
    marks = database.rows("SELECT name, value FROM meta WHERE name >= ? AND name < 'digest;'", (_BEGINNING,))
    for name, stored in marks:
        mark = _mark(stored)
        if mark is None:
            continue
        before = DigestMark(_not_from(mark.papers, papers), _not_from(mark.changes, changes))
        if before != mark:
            _note(database, str(name), before)


def settled(database: Database, *, searched: bool) -> datetime | None:
    """Return the moment up to which papers are there to be told, all of them; None where there is none yet.

    Args:
        searched: whether words are asked for: what the search index lacks then waits, with what came later.
    """
    latest = database.value("SELECT max(added) FROM papers")
    if latest is None:
        return None
    waiting = None
    if searched:
        waiting = database.value("SELECT min(added) FROM papers WHERE id IN (SELECT id FROM unindexed)")
    return moment(latest) if waiting is None else moment(waiting) - timedelta(microseconds=1)


def last_change(database: Database) -> datetime | None:
    """Return the moment up to which changes of papers are there to be told; None where there is none yet."""
    latest = database.value("SELECT max(happened) FROM changes")
    return None if latest is None else moment(latest)


def changed_between(database: Database, since: datetime, until: datetime) -> frozenset[int]:
    """Return the keys of the papers that changed after a moment and up to another one."""
    found = database.rows(
        "SELECT DISTINCT id FROM changes WHERE happened > ? AND happened <= ?",
        (microseconds(since), microseconds(until)),
    )
    return frozenset(int(row[0]) for row in found)


def _not_from(reached: datetime, coming: int | None) -> datetime:
    return reached if coming is None else min(reached, moment(coming - 1))


def _note(database: Database, name: str, mark: DigestMark) -> None:
    values = json.dumps([microseconds(mark.papers), microseconds(mark.changes)])
    database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, values))


def _mark(stored: object) -> DigestMark | None:
    """Return a mark as it is stored; None where there is none, or something else stands there."""
    if not isinstance(stored, str):
        return None
    try:
        papers, changes = map(int, json.loads(stored))
        return DigestMark(moment(papers), moment(changes))
    except (StrangeLibrary, *GIVES_UP):
        # Whatever it was, a digest that shows something again is better than none.
        return None


def _name(series: str) -> str:
    # Imported where it is needed: the screen starts without it.
    from hashlib import sha256

    # Not the words themselves: an address of mail is nobody's business who is handed the library.
    return _BEGINNING + sha256(series.encode()).hexdigest()[:24]
