"""Whether a library is as this program knows it, asked without the list of migrations.

Every start asks, and hardly ever is there anything to bring up to date.
"""

from __future__ import annotations

from radar.library.database.connection import Database
from radar.library.records.first_page import APPLICATION_ID, SCHEMA


def is_newest(database: Database) -> bool:
    """Return whether a library has exactly the schema of this program, in every row.

    Where it has not, `schema` says what is to be done, or why nothing can be.
    """
    known = (("application_id", APPLICATION_ID), ("user_version", SCHEMA))
    if any(int(database.value(f"PRAGMA {name}")) != number for name, number in known):
        return False
    return database.row("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'sweeps'") is None
