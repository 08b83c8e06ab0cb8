"""What is kept of common beginnings held against what the index of words finds."""

from __future__ import annotations

from radar.library.index.beginnings import ABSTRACT, AUTHORS, COMMON, TITLE, lacking
from radar.library.library import Library

KEPT = (("", COMMON), ("title", TITLE), ("authors", AUTHORS), ("abstract", ABSTRACT))
"""By column of the index, or none: the beginnings that are kept."""


def check_lacking(library: Library) -> None:
    """Check that each common beginning leads to exactly the papers in the index that the index finds not."""
    database = library.database
    every = {
        key for (key,) in database.rows("SELECT id FROM papers WHERE id NOT IN (SELECT id FROM unindexed)")
    }
    agreeing: set[tuple[str, str]] = set()
    for column, kept in KEPT:
        for one in sorted(kept):
            match = f'{column} : "{one}" *' if column else f'"{one}" *'
            # Spelt out by the database, for many beginnings are lacking in the same papers.
            found = database.value("SELECT group_concat(rowid) FROM search WHERE search MATCH ?", (match,))
            leads = lacking(one, column)
            lack = database.value("SELECT group_concat(rowid) FROM lacking WHERE lacking MATCH ?", (leads,))
            if (said := (lack or "", found or "")) not in agreeing:
                lacks, finds = ([int(key) for key in keys.split(",") if key] for keys in said)
                assert set(lacks) == every.difference(finds), (column, one)
                assert len(lacks) == len(set(lacks)), (column, one)
                agreeing.add(said)
    for one in sorted(ABSTRACT):
        both = database.rows("SELECT rowid FROM lacking WHERE lacking MATCH ?", (f'"{one}" AND "4{one}"',))
        assert both == [], f"kept twice: {one}"
