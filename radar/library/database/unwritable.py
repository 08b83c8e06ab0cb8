"""A library that can be read and not written: told from others, and opened where SQLite needs help for that.

To read a file in WAL mode SQLite makes two files beside it. Where the folder refuses them, or the disk has no
room for them, the file can still be read as one that nobody changes, as long as nothing of it stands in a log
that was left beside it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

from radar.errors import LibraryError, ReadOnlyLibrary

_CODES = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
_ROOM = 64 * 1024
"""Bytes that SQLite needs at least to begin anything."""


def is_read_only(path: Path) -> bool:
    """Return whether the file or its folder cannot be written."""
    folder = path.resolve().parent
    return not (os.access(path, os.W_OK) and os.access(folder, os.W_OK))


def read_only(path: Path) -> ReadOnlyLibrary:
    """Return what refuses to write to a library that can only be read."""
    return ReadOnlyLibrary(
        f"The library {path} is read-only: the file or its folder cannot be written",
        "radar list, show and export read it as it is; for all else make both writable for you, or copy it "
        "to a folder that you can write to and name that: --library COPY",
    )


def is_refusal(error: LibraryError) -> bool:
    """Return whether SQLite could not open a file because it may not write there."""
    code = getattr(error.__cause__, "sqlite_errorcode", 0) or 0
    return code & 0xFF in _CODES


def takes_no_more(error: LibraryError) -> bool:
    """Return whether SQLite could not open a file because the disk did not take what it writes for that."""
    code = getattr(error.__cause__, "sqlite_errorcode", 0) or 0
    return code & 0xFF in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)


def has_no_room(path: Path) -> bool:
    """Return whether the disk that a file lies on is full."""
    try:
        return shutil.disk_usage(path.parent).free < _ROOM
    except OSError:
        return False


def unchanging_name(path: Path) -> str:
    """Return the URI by which a file is read as one that nobody changes.

    Raises:
        LibraryError: part of what it holds stands in a log beside it.
    """
    log = Path(f"{os.path.realpath(path)}-wal")
    if log.exists() and log.stat().st_size:
        raise LibraryError(
            f"The library {path} was not closed: what came last stands in {log.name}, which can only be read "
            "where the folder can be written",
            "Copy both files to a folder that you can write to and name that: --library COPY",
        )
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"
