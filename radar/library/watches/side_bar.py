"""Whether the reader wants the side bar of watches on screen."""

from __future__ import annotations

from radar.library.database.connection import Database

_SHOWN = "watches_shown"


def watches_shown(database: Database) -> bool:
    """Return whether the reader wants the watches on screen."""
    return database.row("SELECT 1 FROM meta WHERE name = ?", (_SHOWN,)) is not None


def show_watches(database: Database, shown: bool) -> None:
    """Note whether the reader wants the watches on screen."""
    if shown:
        database.run("INSERT OR IGNORE INTO meta VALUES (?, '1')", (_SHOWN,))
    else:
        database.run("DELETE FROM meta WHERE name = ?", (_SHOWN,))
