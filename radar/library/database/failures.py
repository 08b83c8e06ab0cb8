"""What the errors of SQLite mean to the reader of a library."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

from radar.errors import BrokenLibrary, LibraryBusy, LibraryError
from radar.library.database.unwritable import has_no_room
from radar.papers.text.places import is_there

INTERRUPTED = "The question was interrupted"
FAILED = (sqlite3.Error, UnicodeDecodeError)
"""The module raises the second where SQLite quotes damaged letters of the schema in its message."""


class Interrupted(LibraryError):
    """The question was interrupted because a newer one was asked."""


def library_error(
    error: sqlite3.Error | UnicodeDecodeError, path: Path, *, beyond_rescue: bool = False
) -> LibraryError:
    """Return what an error of SQLite means to the reader of the library at that path.

    Args:
        beyond_rescue: whether it ends a rescue, so that to rescue the file is no advice.
    """
    code = getattr(error, "sqlite_errorcode", 0) or 0
    if code & 0xFF == sqlite3.SQLITE_INTERRUPT:
        return Interrupted(INTERRUPTED)
    # The module finds letters damaged that SQLite passes on, and has no number for that.
    letters = isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error)
    # Every question of radar fits its tables.
    otherwise = code == sqlite3.SQLITE_ERROR and str(error).startswith("no such ")
    if letters or otherwise or code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        # SQLite would write what was written last, and lies in the log, into whatever takes its place.
        hint = f"To restore a copy or start anew, set the file aside, and {path.name}-wal where there is one"
        said = "letters that are none" if not code else error
        what = f"The library {path} is damaged or no library ({said})"
        if beyond_rescue:
            what += ": nothing can be rescued, for what tells where its papers stand cannot be read"
        elif code & 0xFF != sqlite3.SQLITE_NOTADB:
            hint = f"{BrokenLibrary.RESCUE}. {hint}"
        return BrokenLibrary(what, hint)
    what, hint = _EXPLAINED.get(
        code & 0xFF, ("could not be used", "Look at the file, its folder and the disk")
    )
    if code & 0xFF == sqlite3.SQLITE_IOERR and has_no_room(path):
        # SQLite says so of the file itself, and calls it an error of the disk where it is one beside it.
        what, hint = _EXPLAINED[sqlite3.SQLITE_FULL]
    if code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusy(f"The library {path} {what} ({error})", hint)
    if library_is_there(path) and path.is_dir():
        what, hint = "is a folder, not a file", "Name a file in the settings, or move the folder away"
    return LibraryError(f"The library {path} {what} ({error})", hint)


def refuse_no_file(path: Path) -> None:
    """Raise LibraryError for a pipe or a device, of which SQLite would wait for ever to hear."""
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError):
        return
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        raise LibraryError(
            f"The library {path} is a pipe or a device, not a file", "Name a file in its place"
        )


_EXPLAINED = {
    sqlite3.SQLITE_BUSY: (
        "is being written by another program",
        "Wait for the other one to finish, then try again",
    ),
    sqlite3.SQLITE_LOCKED: (
        "is being written by another program",
        "Wait for the other one to finish, then try again",
    ),
    sqlite3.SQLITE_READONLY: ("cannot be written", "Make the file and its folder writable for you"),
    sqlite3.SQLITE_PERM: ("cannot be opened", "Make the file and its folder writable for you"),
    sqlite3.SQLITE_CANTOPEN: (
        "cannot be opened",
        "Make the file and its folder readable and writable for you",
    ),
    sqlite3.SQLITE_FULL: (
        "cannot grow, the disk is full",
        "Make room on the disk; what was stored before is kept",
    ),
    sqlite3.SQLITE_IOERR: ("cannot be read or written", "Look at the disk; what was stored before is kept"),
}


def library_is_there(path: Path) -> bool:
    """Say whether there is something at a path, where that can be seen.

    Raises:
        LibraryError: it cannot be.
    """
    try:
        return is_there(path)
    except OSError as error:
        raise LibraryError(
            f"The library {path} cannot be looked at ({error.strerror})",
            "Make its folders readable for you, or choose a folder that you can write to",
        ) from error


def bytes_on_disk(path: Path) -> int:
    """Return how many bytes a library takes up, with what came last and stands in a log beside it still."""
    log = path.with_name(f"{path.name}-wal")
    return path.stat().st_size + (log.stat().st_size if log.exists() else 0)
