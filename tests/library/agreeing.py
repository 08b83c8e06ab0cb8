"""What is kept of common beginnings held against what the index of words finds."""

from __future__ import annotations

from radar.library.beginnings import COMMON
from radar.library.library import Library


def check_lacking(library: Library) -> None:
    """Check that each common beginning leads to exactly the papers in the index that the index finds not."""
    database = library.database
    every = {
        key for (key,) in database.rows("SELECT id FROM papers WHERE id NOT IN (SELECT id FROM unindexed)")
    }
    for one in sorted(COMMON):
        found = database.rows("SELECT rowid FROM search WHERE search MATCH ?", (f'"{one}" *',))
        lacking = database.rows("SELECT rowid FROM lacking WHERE lacking MATCH ?", (f'"{one}"',))
        assert {key for (key,) in lacking} == every - {key for (key,) in found}, one
        assert len(lacking) == len(set(lacking)), one
