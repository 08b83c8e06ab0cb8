"""Which papers are unread, from their index alone."""

from __future__ import annotations

from collections.abc import Sequence

from radar.library.database.connection import Database
from radar.library.records.rows import in_json


def nearest_unread(database: Database, key: int, *, older: bool) -> int | None:
    """Return the unread paper nearest to a key: itself, or the next one that is older, or newer."""
    side, by = ("<=", "DESC") if older else (">=", "ASC")
    found: int | None = database.value(
        f"SELECT id FROM papers INDEXED BY i_unread WHERE (flags & 1) = 0 AND id {side} ? "
        f"ORDER BY id {by} LIMIT 1",
        (key,),
    )
    return found


def unread_among(database: Database, keys: Sequence[int]) -> frozenset[int]:
    """Return which of some thousand papers at most are unread."""
    question = (
        "SELECT p.id FROM json_each(?) AS given CROSS JOIN papers p INDEXED BY i_unread "
        "ON p.id = given.value WHERE (p.flags & 1) = 0"
    )
    return frozenset(key for (key,) in database.rows(question, (in_json(keys),)))
