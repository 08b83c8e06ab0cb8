"""The rows of removed papers in all tables, packed so that no question meets them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence

from radar.library.database.connection import Database, Row
from radar.library.records.paper_records import PAPER_COLUMNS, paper_from
from radar.library.records.rows import check_kinds, in_json, understood
from radar.papers.bases import Value
from radar.papers.listed.paper import Paper
from radar.papers.text.json_text import compact_json

TABLES = (
    "papers", "readings", "summaries", "tags", "notes", "origins", "changes", "said", "other_names",
    "code_looks",
)  # fmt: skip
"""Tables of which each row belongs to the paper of its `id`, the papers first."""


class Rows(Value):
    """Rows of one table."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def place(self, column: str) -> int:
        """Return where a column stands."""
        return self.columns.index(column)


@understood("a paper that is none")
def packed_rows(database: Database, keys: Sequence[int]) -> bytes:
    """Return all rows of some hundred papers; raises StrangeLibrary where one holds what no radar stores."""
    tables: dict[str, object] = {}
    for table in TABLES:
        columns = [name for (name,) in database.rows("SELECT name FROM pragma_table_info(?)", (table,))]
        among = f"SELECT {', '.join(columns)} FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
        if rows := database.rows(among, (in_json(keys),)):
            tables[table] = [columns, rows]
    return zlib.compress(compact_json(tables).encode(), 1)


@understood("a removed paper that is none")
def unpacked_rows(pack: bytes) -> dict[str, Rows]:
    """Return what `packed_rows` packed, by table; raises StrangeLibrary where that is none of it."""
    try:
        text = zlib.decompress(pack).decode()
    except zlib.error as error:
        raise ValueError(str(error)) from error
    tables: dict[str, tuple[list[str], list[list[object]]]] = json.loads(text)
    found = {}
    for table in TABLES:
        columns, rows = tables.get(table, ([], []))
        check_kinds(tuple(columns), (str,) * len(columns))
        if any(len(row) != len(columns) for row in rows) or (rows and "id" not in columns):
            raise ValueError(table)
        found[table] = Rows(tuple(columns), tuple(map(tuple, rows)))
    return found


@understood("a removed paper that is none")
def papers_in(tables: Mapping[str, Rows]) -> dict[int, Paper]:
    """Return the papers of what was unpacked, by key; raises StrangeLibrary where one is none."""
    stored = tables["papers"]
    if not stored.rows:
        return {}
    places = [stored.place(column) for column in ("id", *PAPER_COLUMNS.split(", "))]
    rows = [[row[place] for place in places] for row in stored.rows]
    return {int(key): paper_from(tuple(values)) for key, *values in rows}


def put_back(database: Database, tables: Mapping[str, Rows], keys: Sequence[int]) -> None:
    """Store the rows of these papers again; summaries get numbers of their own, for theirs may be taken."""
    wanted, numbers = frozenset(keys), dict[object, int]()
    for table in TABLES:
        stored = tables[table]
        if not stored.rows:
            continue
        known = {name for (name,) in database.rows("SELECT name FROM pragma_table_info(?)", (table,))}
        kept = [
            place
            for place, name in enumerate(stored.columns)
            if name in known and (table, name) != ("summaries", "number")
        ]
        names = ", ".join(stored.columns[place] for place in kept)
        insert = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(kept))})"
        key = stored.place("id")
        rows = [row for row in stored.rows if row[key] in wanted]
        if table != "summaries":
            database.run_many(insert, (tuple(row[place] for place in kept) for row in rows))
            continue
        number = stored.place("number")
        for row in sorted(rows, key=lambda row: int(row[number])):
            numbers[row[number]] = database.insert(insert, tuple(row[place] for place in kept))
    if numbers:
        papers = tables["papers"]
        key, shown = papers.place("id"), papers.place("shown")
        database.run_many(
            "UPDATE papers SET shown = ? WHERE id = ?",
            [
                (numbers.get(row[shown], 0), row[key])
                for row in papers.rows
                if row[shown] and row[key] in wanted
            ],
        )
