"""Starred papers whose code is not out, and when it was last looked for."""

from __future__ import annotations

from collections.abc import Iterable

from radar.library.database.connection import Database
from radar.library.identity.identities import keys_of
from radar.library.records import bits
from radar.library.records.rows import now
from radar.papers.listed.paper import PaperId

_WANTED = (
    "SELECT paper_id FROM papers WHERE id IN (SELECT p.id FROM papers p INDEXED BY i_starred "
    "LEFT JOIN code_looks looks ON looks.id = p.id "
    f"WHERE (p.flags & {bits.STARRED}) != 0 AND (p.flags & {bits.CODE_RELEASED}) = 0 "
    "ORDER BY coalesce(looks.looked, 0), p.id DESC LIMIT ?) "
    "ORDER BY coalesce((SELECT looked FROM code_looks WHERE code_looks.id = papers.id), 0), id DESC"
)


def starred_without_code(database: Database, limit: int) -> tuple[PaperId, ...]:
    """Return starred papers without code, at most so many: those looked for longest ago first, new ones first
    among those that were never looked for."""
    return tuple(PaperId(paper_id) for (paper_id,) in database.rows(_WANTED, (limit,)))


def note_code_looked(database: Database, ids: Iterable[str]) -> None:
    """Note that the code of papers was looked for now; ids that the library does not know are passed over."""
    looked = now()
    with database.transaction():
        keys = {key for key in keys_of(database, list(ids)) if key is not None}
        database.run_many(
            "INSERT OR REPLACE INTO code_looks (id, looked) VALUES (?, ?)",
            [(key, looked) for key in sorted(keys)],
        )
