"""Names by title that wait beside the table of all names, so that they come into it in the order it has.

They are digests: each lands on a page of its own, and a million papers have six thousand such pages, of which
a chunk of an import wrote two thousand, 16 kB each and twice. So names wait in a small table, in which they
count as in the large one, and with each chunk those of one stretch move on, side by side, where the last ones
ended. What waits is committed with its papers, and nothing need be done at an end.
"""

from __future__ import annotations

from radar.library.database.connection import Database
from radar.library.records.rows import followed

RECENT = "recent_names"
MOST = 1 << 16
"""Names that wait, some 3 MB, which a chunk writes nearly whole: of more, that would be the larger part."""
_AT = "names_moved_up_to"


def upsert(table: str, bare: str) -> str:
    """Return how a name is taken that is there already: it stays with its paper, unless it names none alone.

    Args:
        table: which takes it.
        bare: how the names begin that tell of no paper once two have them.
    """
    held, given = followed(f"{table}.id"), followed("excluded.id")
    return f"ON CONFLICT (alias) DO UPDATE SET id = NULL WHERE alias LIKE '{bare}%' AND {held} IS NOT {given}"


def move_on(database: Database, bare: str) -> None:
    """Move what waits beyond MOST into the table of all names; in the transaction that added to it."""
    many = int(database.value(f"SELECT count(*) FROM {RECENT}")) - MOST
    if many <= 0:
        return
    above = database.value("SELECT value FROM meta WHERE name = ?", (_AT,)) or ""
    stretch = f"SELECT alias FROM {RECENT} WHERE alias > ? ORDER BY alias LIMIT ?"
    last = database.value(f"SELECT max(alias) FROM ({stretch})", (above, many))
    if last is not None:
        among = "WHERE alias > ? AND alias <= ?"
        database.run(
            f"INSERT INTO aliases (alias, id) SELECT alias, id FROM {RECENT} {among} ORDER BY alias "
            + upsert("aliases", bare),
            (above, last),
        )
        database.run(f"DELETE FROM {RECENT} {among}", (above, last))
    database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_AT, last or ""))
