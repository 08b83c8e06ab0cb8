"""Values that no radar stores, looked for by SQL: rows that hold them are told before a reader meets them.

It looks at kinds, times, days and words; what stands inside of JSON is left to whoever reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum

from radar.library.database.connection import Database
from radar.library.records.rows import microseconds
from radar.papers.bases import Value
from radar.papers.jobs.job import JobKind, JobState
from radar.papers.listed.announced import Announced
from radar.papers.listed.change import ChangeKind
from radar.papers.listed.conflict import Fact
from radar.papers.values import TakeawayOrigin

_KINDS = {
    "INTEGER": ("integer",),
    "TEXT": ("text",),
    "BLOB": ("blob",),
    "REAL": ("real", "integer"),
}
_KEYS_END = 1 << 40
"""Of papers, see packing.py."""
_FIRST, _LAST = (
    microseconds(datetime.min.replace(tzinfo=UTC)),
    microseconds(datetime.max.replace(tzinfo=UTC)),
)
_TIMES = {
    "papers": ("added",),
    "readings": ("created",),
    "summaries": ("created",),
    "origins": ("arrived",),
    "changes": ("happened",),
    "watches": ("seen",),
    "jobs": ("created", "started", "ended", "waits_until", "silent_since"),
    "source_states": ("asked", "succeeded", "again"),
    "back_fills": ("begun", "touched", "ended"),
    "removals": ("removed",),
}
_DAYS = {"papers": ("published", "listed", "updated"), "back_fills": ("since",)}
_WORDS: dict[tuple[str, str], type[StrEnum]] = {
    ("readings", "origin"): TakeawayOrigin,
    ("summaries", "origin"): TakeawayOrigin,
    ("origins", "announced"): Announced,
    ("changes", "kind"): ChangeKind,
    ("said", "field"): Fact,
    ("jobs", "kind"): JobKind,
    ("jobs", "state"): JobState,
}
_JSON = {
    ("papers", "links"): "object",
    ("readings", "flags"): "object",
    ("summaries", "flags"): "object",
    ("summaries", "verdicts"): "object",
    ("summaries", "failed_checks"): "array",
    ("watches", "query"): "object",
}
_SHORTHANDS = {
    "links": "('', '~')",
    "updated": "('=')",
    "flags": "('')",
    "verdicts": "('')",
}
"""What stands in a column for something else; see paper_records.py."""
_TABLES = (
    *("papers", "readings", "summaries", "listings", "origins", "tags", "notes", "changes", "said"),
    *("jobs", "watches", "spending", "source_states", "back_fills", "counts", "removals", "removed"),
)


class Strange(Value):
    """Rows of a table with values that no radar stores."""

    table: str
    rows: int
    columns: tuple[str, ...]
    """In which such values stand."""


def strange_rows(database: Database) -> Iterator[Strange]:
    """Yield each table that has rows with values that no radar stores; reads all of them once."""
    for table in _TABLES:
        tests = dict(_tests(database, table))
        sums = ", ".join(f"total({test})" for test in tests.values())
        rows, *found = database.rows(f"SELECT total({' OR '.join(tests.values())}), {sums} FROM {table}")[0]
        if rows:
            columns = tuple(column for column, count in zip(tests, found, strict=True) if count)
            yield Strange(table, int(rows), columns)


def _tests(database: Database, table: str) -> Iterator[tuple[str, str]]:
    """Yield the columns of a table and what holds where one has a value that radar does not store."""
    for _, column, kind, needed, *_ in database.rows(f"PRAGMA table_info({table})"):
        kinds = _KINDS[kind] if needed or table == "counts" else (*_KINDS[kind], "null")
        test = f"typeof({column}) NOT IN ({', '.join(map(repr, kinds))})"
        others = "".join(f" OR ifnull({other}, 0)" for other in _others(table, column))
        yield column, f"({test}{others})"


def _others(table: str, column: str) -> Iterator[str]:
    """Yield what else must not hold of a value of the right kind."""
    shorthand = _SHORTHANDS.get(column, "()")
    if (table, column) == ("papers", "id"):
        yield f"{column} NOT BETWEEN 0 AND {_KEYS_END - 1}"
    if column in _TIMES.get(table, ()):
        yield f"{column} NOT BETWEEN {_FIRST} AND {_LAST}"
    if column in _DAYS.get(table, ()):
        day = f"substr({column} || '-01-01', 1, 10)"
        plain = f"length({column}) IN (4, 7, 10) AND date(julianday({day})) IS {day} AND {column} >= '0001'"
        yield f"{column} NOT IN {shorthand} AND NOT ({plain})"
    if words := _WORDS.get((table, column)):
        yield f"{column} NOT IN ({', '.join(repr(word.value) for word in words)})"
    if made := _JSON.get((table, column)):
        known = f"CASE WHEN json_valid({column}) THEN json_type({column}) END IS '{made}'"
        yield f"{column} NOT IN {shorthand} AND NOT ({known})"
