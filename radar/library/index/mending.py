"""What follows from the papers, held against them, and made anew where it does not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radar.library.database.connection import Database
from radar.library.identity.identities import (
    ALIASED,
    NAME_TABLES,
    Names,
    alias_of,
    names_of,
    store_aliases,
    stored_aliases,
)
from radar.library.records.paper_records import PAPER_COLUMNS, paper_from
from radar.library.records.removed import IS_THERE, removed_among
from radar.library.records.rows import in_json, papers_counted
from radar.papers.bases import Value
from radar.papers.jobs.reports import LabelledReport

_STEP = 5_000
"""Papers looked at together."""
_INDEX = re.compile(r"\bindex (\w+)$")
_COUNTED = (
    "SELECT count(*), total((flags & 1) = 0), total((flags & 2) != 0), total((flags & 4) != 0) FROM papers"
)


class Mended(Value):
    """What was found about one part of the library."""

    part: str
    """Such as "indexes" or "counts"."""
    amiss: int
    """How many entries did not agree with the papers; 0 where all is well, and else it is mended."""
    detail: str = ""
    """Which, for people."""


def mend(database: Database, report: LabelledReport) -> Iterator[Mended]:
    """Check what is kept beside the papers so that questions are quick, and mend it, part by part.

    Safe to interrupt and to repeat: each part is mended in transactions of its own.

    Args:
        report: told what is looked at; what it raises ends it.
    """
    yield _indexes(database, report)
    yield _counts(database, report)
    yield _names(database, report)


def _indexes(database: Database, report: LabelledReport) -> Mended:
    """Hold the narrow indexes against the table."""
    mended: list[str] = []
    # SQLite stops at so many complaints, so that another index may come to light after the first is mended.
    while broken := [name for name in _broken(database, report) if name not in mended]:
        for name in broken:
            with (
                database.transaction(),
                database.told(lambda name=name: report(f"making the index {name} anew", 0, 0)),  # type: ignore[misc]
            ):
                database.run(f'REINDEX "{name}"')
        mended += broken
    return Mended("indexes", len(mended), ", ".join(mended))


def _broken(database: Database, report: LabelledReport) -> list[str]:
    """Return the indexes of the papers that do not agree with them."""
    with database.told(lambda: report("checking the indexes", 0, 0)):
        said = [str(text) for (text,) in database.rows("PRAGMA integrity_check (papers)")]
    return sorted({found[1] for text in said if (found := _INDEX.search(text))})


def _counts(database: Database, report: LabelledReport) -> Mended:
    report("counting", 0, 0)
    kept = "SELECT papers, unread, starred, with_code FROM counts"
    with database.transaction():
        counted = tuple(int(number) for number in database.rows(_COUNTED)[0])
        before = database.rows(kept)
        if before != [counted]:
            database.run("DELETE FROM counts")
            database.run("INSERT INTO counts VALUES (?, ?, ?, ?)", counted)
            return Mended("counts", 1, f"{counted[0]:,} papers")
    return Mended("counts", 0)


def _names(database: Database, report: LabelledReport) -> Mended:
    """Let each paper be found by its id, and no name lead to a paper that is not there."""
    total = papers_counted(database)
    with database.transaction():
        gone = database.run("DELETE FROM removed WHERE id IN (SELECT id FROM papers)")
    lost = done = 0
    above: int | None = -1
    while above is not None:
        above, rows, missing = _nameless(database, above)
        if missing:
            with database.transaction():
                _name(database, missing)
        lost += len(missing)
        done += rows
        report("checking the names of papers", done, total)
    # The names of a removed paper lead to its key, so that no listing brings it back.
    dangling = f"id IS NOT NULL AND id NOT IN (SELECT id FROM papers) AND {IS_THERE}"
    with database.transaction(), database.told(lambda: report("checking the names of papers", 0, 0)):
        for table in NAME_TABLES:
            database.run(f"UPDATE {table} AS aliases SET id = {ALIASED} WHERE {dangling}")
            gone += database.run(f"DELETE FROM {table} WHERE {dangling}")
    return Mended("names", lost + gone, f"{lost:,} were missing, {gone:,} led nowhere")


def _nameless(database: Database, above: int) -> tuple[int | None, int, list[int]]:
    """Return the last key looked at, None at the end, how many they were, and which no id leads to.

    An id that leads to a removed paper leads to none, as an older radar leaves it that adds what was removed.
    """
    found = database.rows(f"SELECT id, paper_id FROM papers WHERE id > ? ORDER BY id LIMIT {_STEP}", (above,))
    aliases = {key: alias_of(paper_id) for key, paper_id in found}
    stored = stored_aliases(database, aliases.values())
    gone = removed_among(database, (key for key in stored.values() if key is not None))
    missing = [key for key, alias in aliases.items() if alias not in stored or stored[alias] in gone]
    return (found[-1][0] if found else None), len(found), missing


def _name(database: Database, keys: list[int]) -> None:
    """Let names lead to papers that are there, and not to removed ones."""
    named = list(_named(database, keys))
    names = in_json(alias for one, _ in named for alias in one.aliases)
    for table in NAME_TABLES:
        database.run(
            f"DELETE FROM {table} AS aliases WHERE alias IN (SELECT value FROM json_each(?)) "
            f"AND {ALIASED} IN (SELECT id FROM removed)",
            (names,),
        )
    store_aliases(database, named)


def _named(database: Database, keys: list[int]) -> Iterator[tuple[Names, int]]:
    """Return all that papers are known by."""
    question = f"SELECT id, {PAPER_COLUMNS} FROM papers WHERE id IN (SELECT value FROM json_each(?))"
    return ((names_of(paper_from(row[1:])), row[0]) for row in database.rows(question, (in_json(keys),)))
