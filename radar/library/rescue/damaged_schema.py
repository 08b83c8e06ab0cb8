"""Tables of a damaged file whose definition is damaged itself: it is known without the file how they look."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import partial

from radar.library.database.failures import FAILED
from radar.papers.bases import Value

_ALIKE = 0.8
"""A definition that is damaged still has so much of what it should be, by difflib's ratio."""
_DEFINITIONS = "SELECT rowid, type, name, tbl_name, sql FROM sqlite_schema WHERE rootpage > 1"


class Definition(Value):
    """How a table has to be defined."""

    table: str
    sql: str
    columns: tuple[tuple[object, ...], ...]
    """As `column_of` tells them."""


class _Found(Value):
    """What a file says of one of its tables or indexes."""

    key: int
    kind: object
    name: object
    table: object
    sql: object


def _columns_of(connection: sqlite3.Connection, table: str) -> tuple[tuple[object, ...], ...]:
    """Return the columns of a table with their types; none where it is not there or cannot be understood."""
    try:
        found = connection.execute(f"PRAGMA table_info({table})").fetchall()
    except FAILED:
        return ()
    return tuple(map(column_of, found))


def column_of(fact: tuple[object, ...]) -> tuple[object, ...]:
    """Return the name, type, need and place in the key of a column, of what `table_info` says of it."""
    _, name, kind, needed, _, key = fact
    return name, kind, needed, key


def restore(connection: sqlite3.Connection, wanted: Iterable[Definition]) -> frozenset[str]:
    """Define those tables anew that a file defines otherwise, and return their names.

    The file has to be open with `writable_schema`, in a transaction: rolled back, all is as it was.

    Raises:
        sqlite3.DatabaseError: the definitions cannot be read or written at all.
    """
    wanted = tuple(wanted)
    found = [_found(row) for row in connection.execute(_DEFINITIONS).fetchall()]
    named = {one.table for one in found if one.kind == "table" and one.name == one.table}
    wrong = [
        one for one in wanted if one.table not in named or _columns_of(connection, one.table) != one.columns
    ]
    if not wrong:
        return frozenset()
    sound = {one.table for one in wanted} - {one.table for one in wrong}
    left = [one for one in found if one.kind != "index" and one.name not in sound]
    for definition in wrong:
        best = max(left, key=partial(_likeness, definition), default=None)
        if best is None or _likeness(definition, best) < _ALIKE:
            continue
        left.remove(best)
        connection.execute(
            "UPDATE sqlite_schema SET type = 'table', name = ?, tbl_name = ?, sql = ? WHERE rowid = ?",
            (definition.table, definition.table, definition.sql, best.key),
        )
    # Read again; writable as before, else what else is damaged would hide all of it.
    connection.execute("PRAGMA writable_schema = RESET").fetchall()
    connection.execute("PRAGMA writable_schema = ON").fetchall()
    return frozenset(one.table for one in wrong)


def _found(row: tuple[object, ...]) -> _Found:
    key, kind, name, table, sql = row
    return _Found(key=int(str(key)), kind=kind, name=name, table=table, sql=sql)


def _likeness(definition: Definition, found: _Found) -> float:
    """Return how much of what a definition should be is left, from 0 to 1."""
    said = f"{found.kind} {found.name} {found.table} {found.sql}"
    meant = f"table {definition.table} {definition.table} {definition.sql}"
    return SequenceMatcher(None, said, meant, autojunk=False).ratio()
