"""What is kept of common beginnings held against what the index of words finds."""

from __future__ import annotations

from radar.library.beginnings import ABSTRACT, AUTHORS, COMMON, TITLE, lacking
from radar.library.library import Library

KEPT = (("", COMMON), ("title", TITLE), ("authors", AUTHORS), ("abstract", ABSTRACT))
"""By column of the index, or none: the beginnings that are kept."""


def check_lacking(library: Library) -> None:
    """Check that each common beginning leads to exactly the papers in the index that the index finds not."""
    database = library.database
    every = {
        key for (key,) in database.rows("SELECT id FROM papers WHERE id NOT IN (SELECT id FROM unindexed)")
    }
    for column, kept in KEPT:
        for one in sorted(kept):
            match = f'{column} : "{one}" *' if column else f'"{one}" *'
            found = database.rows("SELECT rowid FROM search WHERE search MATCH ?", (match,))
            leads = lacking(one, column)
            lack = database.rows("SELECT rowid FROM lacking WHERE lacking MATCH ?", (leads,))
            assert {key for (key,) in lack} == every - {key for (key,) in found}, (column, one)
            assert len(lack) == len(set(lack)), (column, one)
    for one in sorted(ABSTRACT):
        both = database.rows("SELECT rowid FROM lacking WHERE lacking MATCH ?", (f'"{one}" AND "4{one}"',))
        assert both == [], f"kept twice: {one}"
