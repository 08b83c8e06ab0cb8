"""Saved searches in the library: kept in the reader's order, counted from when each was last looked at."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from typing import Any

from radar.errors import LibraryError, WrongName
from radar.library.database.connection import Database, Row
from radar.library.records.rows import check_kinds, microseconds, moment, now, understood
from radar.papers.bases import Value, names_of
from radar.papers.listed.paper import PaperId
from radar.papers.reader.query import PaperQuery
from radar.papers.reader.watch import Watch, watch_name
from radar.papers.text.safe_text import clean

_COLUMNS = ("number", "place", "name", "folded", "query", "seen")
_NAME, _QUERY, _SEEN = 2, 4, 5
_KINDS = (int, int, str, str, str, int)
_DEFAULT = PaperQuery()
_NOT_KEPT = frozenset({"added_after"})
"""Parts of a question that belong to the moment it is asked."""


class WatchChange(Value):
    """What one act made of a watch: its row before and after, None where it was not there."""

    before: Row | None
    after: Row | None

    @property
    def number(self) -> int:
        """The number of the watch."""
        row = self.after if self.before is None else self.before
        return int(row[0]) if row is not None else 0


class WatchUndo(Value):
    """Exactly what one act changed of watches; taking it back leaves alone what changed since."""

    label: str
    """What is taken back, for people: "removal of watch beans"."""
    number: int = 0
    """The watch that the act was about; others may have changed with it."""
    changes: tuple[WatchChange, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the act changed nothing."""
        return not self.changes


def watches_of(database: Database) -> tuple[Watch, ...]:
    """Return the watches in the reader's order.

    Raises:
        LibraryError: one of them asks for something that this radar does not know.
    """
    return tuple(map(_watch_from, _rows(database)))


def complete_until(database: Database, query: PaperQuery) -> datetime | None:
    """Return the moment up to which an answer to this question, asked after this, misses no paper.

    None where that is open: there is no paper yet, or words are asked for and the search index is behind.
    """
    if query.text.strip() and database.row("SELECT 1 FROM unindexed LIMIT 1") is not None:
        return None
    latest = database.value("SELECT max(added) FROM papers")
    return None if latest is None else moment(latest)


def add_watch(database: Database, name: str, query: PaperQuery) -> tuple[Watch, WatchUndo]:
    """Save a question behind the others; what it finds by now is not new.

    Raises:
        LibraryError: the name is empty, a number, or taken.
    """
    name = _free_name(name)
    with database.transaction():
        _check_free(database, name)
        place = int(database.value("SELECT coalesce(max(place), 0) + 1 FROM watches"))
        number = database.insert(
            "INSERT INTO watches (place, name, folded, query, seen) VALUES (?, ?, ?, ?, ?)",
            (place, name, name.casefold(), _packed(query), _latest(database)),
        )
        added = _row(database, number)
    return _watch_from(added), WatchUndo(f"watch {name}", added[0], (WatchChange(None, added),))


def change_watch(database: Database, number: int, query: PaperQuery) -> WatchUndo:
    """Give a watch another question; what that finds by now is not new.

    Raises:
        LibraryError: there is no such watch.
    """
    return _changed(database, number, "search of watch", query=_packed(query), seen=_latest(database))


def rename_watch(database: Database, number: int, name: str) -> WatchUndo:
    """Give a watch another name.

    Raises:
        LibraryError: there is no such watch, or the name is empty, a number, or taken by another one.
    """
    name = _free_name(name)
    return _changed(database, number, "name of watch", name=name, folded=name.casefold())


def move_watch(database: Database, number: int, place: int) -> WatchUndo:
    """Put a watch at a place among the others, counted from 1; beyond the ends it is put there.

    Raises:
        LibraryError: there is no such watch.
    """
    with database.transaction():
        mover = _row(database, number)
        rows = _rows(database)
        ordered = [row for row in rows if row[0] != number]
        ordered.insert(min(max(place, 1), len(rows)) - 1, mover)
        if ordered == rows:
            return WatchUndo("")
        database.run_many(
            "UPDATE watches SET place = ? WHERE number = ?",
            [(at, row[0]) for at, row in enumerate(ordered, 1)],
        )
        changes = tuple(WatchChange(row, _row(database, row[0])) for row in rows)
    return WatchUndo(f"place of watch {mover[_NAME]}", number, changes)


def remove_watch(database: Database, number: int) -> WatchUndo:
    """Forget a watch; its papers stay.

    Raises:
        LibraryError: there is no such watch.
    """
    with database.transaction():
        before = _row(database, number)
        database.run("DELETE FROM watches WHERE number = ?", (number,))
    return WatchUndo(f"removal of watch {before[_NAME]}", number, (WatchChange(before, None),))


def look_at_watch(database: Database, number: int, until: datetime) -> None:
    """Note that the reader has seen what a watch finds among the papers added up to a moment.

    Never earlier than what is noted, for another screen may have looked since; a watch that is gone is
    passed over.
    """
    seen = microseconds(until)
    database.run("UPDATE watches SET seen = ? WHERE number = ? AND seen < ?", (seen, number, seen))


def take_back_watches(database: Database, undo: WatchUndo) -> None:
    """Restore what an act changed of watches, and nothing else.

    Raises:
        LibraryError: another watch has one of the names by now.
    """
    with database.transaction():
        for change in undo.changes:
            if change.before is None:
                database.run("DELETE FROM watches WHERE number = ?", (change.number,))
            elif change.after is None:
                _check_free(database, change.before[_NAME])
                marks = ", ".join("?" * len(_COLUMNS))
                columns = ", ".join(_COLUMNS)
                database.run(f"INSERT INTO watches ({columns}) VALUES ({marks})", change.before)
            else:
                before = dict(zip(_COLUMNS, change.before, strict=True))
                after = zip(_COLUMNS, change.after, strict=True)
                _set(database, change.number, {name: before[name] for name, v in after if v != before[name]})


def _changed(database: Database, number: int, label: str, **values: object) -> WatchUndo:
    with database.transaction():
        before = _row(database, number)
        _set(database, number, values)
        after = _row(database, number)
    if after == before:
        return WatchUndo("")
    return WatchUndo(f"{label} {before[_NAME]}", number, (WatchChange(before, after),))


def _set(database: Database, number: int, values: dict[str, object]) -> None:
    if "name" in values:
        _check_free(database, str(values["name"]), besides=number)
    if values:
        assignments = ", ".join(f"{column} = ?" for column in values)
        database.run(f"UPDATE watches SET {assignments} WHERE number = ?", (*values.values(), number))


def _rows(database: Database) -> list[Row]:
    return database.rows(f"SELECT {', '.join(_COLUMNS)} FROM watches ORDER BY place, number")


def _row(database: Database, number: int) -> Row:
    found = database.row(f"SELECT {', '.join(_COLUMNS)} FROM watches WHERE number = ?", (number,))
    if found is None:
        raise LibraryError("this watch is gone", "Another radar may have removed it")
    return found


def _free_name(text: str) -> str:
    name = watch_name(text)
    if not name:
        raise WrongName("a watch needs a name")
    if name.isdecimal():
        raise WrongName(f"{name} would be the number of a watch", "Choose a name with a letter in it")
    return name


def _check_free(database: Database, name: str, besides: int = 0) -> None:
    taken = database.row(
        "SELECT name FROM watches WHERE folded = ? AND number != ?", (name.casefold(), besides)
    )
    if taken is not None:
        raise WrongName(f"there is a watch {taken[0]} already", "Choose another name")


def _latest(database: Database) -> int:
    """Return when the last paper was added, or the present time where there is none yet."""
    latest = database.value("SELECT max(added) FROM papers")
    return now() if latest is None else int(latest)


@understood("a watch that is none")
def _watch_from(row: Row) -> Watch:
    check_kinds(row, _KINDS)
    return Watch(row[0], row[_NAME], unpacked_query(row[_QUERY], row[_NAME]), moment(row[_SEEN]))


def _packed(query: PaperQuery) -> str:
    """Return what of a question differs from one for everything."""
    kept: dict[str, object] = {}
    for name in names_of(PaperQuery):
        value = getattr(query, name)
        if name not in _NOT_KEPT and value != getattr(_DEFAULT, name):
            kept[name] = _typed(value) if type(value) is str else value
    return json.dumps(kept, ensure_ascii=False)


def unpacked_query(stored: str, name: str) -> PaperQuery:
    """Return the question that a watch of that name keeps; raises LibraryError where it cannot be read."""
    try:
        values = json.loads(stored)
        return PaperQuery(**{part: _part(part, value) for part, value in values.items()})
    except (ValueError, TypeError, AttributeError) as error:
        raise LibraryError(
            f"the watch {name} asks for something that this radar does not know",
            "Update radar",
        ) from error


def _part(name: str, value: Any) -> Any:
    """Return a part of a question as its type; raises ValueError, TypeError or AttributeError."""
    default = getattr(_DEFAULT, name)
    if isinstance(default, StrEnum):
        return type(default)(value)
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(map(PaperId, value))
    if type(value) is not type(default):
        raise ValueError(f"{name} cannot be {value!r}")
    return value


def _typed(text: str) -> str:
    """Return a clean text; that its last word is typed to its end is kept as the space behind it."""
    return f"{clean(text)}{' ' * text.endswith(' ')}"
