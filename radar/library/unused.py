"""A library that nobody has put anything into is no file to leave behind."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from radar.errors import LibraryError
from radar.library.connection import Database, open_writer

_ITS_OWN = ("migrations", "meta", "counts")
"""Tables in which something stands from the beginning."""
_INDEXES = ("search", "lacking")
"""Tables that only hold what stands in others; each has more, which are named behind it."""


def remove_unused(path: Path) -> bool:
    """Remove a library in which nothing stands, unless another program uses it; say whether it is gone."""
    try:
        with closing(open_writer(path)) as database:
            database.patience = 0
            # All that follows writes the file, which may be large and in use.
            if not _holds_nothing(database):
                return False
            # Whoever has begun to use it is in the way of this one.
            database.value("PRAGMA journal_mode = DELETE")
            database.run("BEGIN EXCLUSIVE")
            if not (_is_alone(database) and _holds_nothing(database)):
                database.run("ROLLBACK")
                database.value("PRAGMA journal_mode = WAL")
                return False
            # Whoever waits for the lock finds it gone, and makes another.
            path.unlink()
    except (LibraryError, OSError):
        return False
    return True


def _is_alone(database: Database) -> bool:
    """Return whether nobody has opened it since: whoever does, takes the write-ahead log into use again."""
    return database.in_place and database.value("PRAGMA journal_mode") == "delete"


def _holds_nothing(database: Database) -> bool:
    names = [name for (name,) in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    own = (name for name in names if name not in _ITS_OWN and not name.startswith((*_INDEXES, "sqlite_")))
    return all(database.value(f"SELECT 1 FROM {name} LIMIT 1") is None for name in own)
