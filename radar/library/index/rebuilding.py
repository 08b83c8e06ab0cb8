"""The search index made anew beside the old one, which answers until the new one takes its place.

What is left to do stands in the table `reindex`, from which each step takes some; so it can be killed at any
point and goes on where it was. Two triggers put into it what others add or change meanwhile: for a paper
that the new index holds already, with the texts that it has to forget first.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import closing

from radar.library.database.connection import Database
from radar.library.index import beginnings
from radar.library.index.beginnings import LackingTable
from radar.library.index.search_tables import SEARCH
from radar.library.index.words import COLUMNS, Tokeniser
from radar.library.records.rows import in_json, papers_counted
from radar.papers.jobs.reports import Report

_STEP = 1_000
"""Papers of one transaction, a fraction of a second, so that others can write in between."""
_GAP, _LEAST_GAP = 0.15, 0.02
_OLD, _OLD_LACKING, _NEW_LACKING = "search_old", "lacking_old", "lacking_new"
_OLD_COLUMNS = ", ".join(f"old.{column}" for column in COLUMNS.split(", "))
_AMONG = "id IN (SELECT value FROM json_each(?))"
_BEGIN = (
    f"CREATE TABLE reindex (id INTEGER PRIMARY KEY, {COLUMNS})",
    "INSERT INTO reindex (id) SELECT id FROM papers NOT INDEXED",
    "CREATE TRIGGER reindex_added AFTER INSERT ON papers BEGIN "
    "INSERT OR IGNORE INTO reindex (id) VALUES (new.id); END",
    f"CREATE TRIGGER reindex_changed AFTER UPDATE OF {COLUMNS} ON papers BEGIN "
    f"INSERT OR IGNORE INTO reindex VALUES (old.id, {_OLD_COLUMNS}); END",
)
_SWAP = (
    "DROP TRIGGER reindex_added",
    "DROP TRIGGER reindex_changed",
    "DROP TABLE reindex",
    f"ALTER TABLE search RENAME TO {_OLD}",
    "ALTER TABLE search_new RENAME TO search",
    "DELETE FROM unindexed",
    "INSERT OR REPLACE INTO meta VALUES ('terms_behind', '1')",
)


def begin(database: Database) -> None:
    """Note that the index is to be made anew, unless it is noted already."""
    with database.transaction():
        if not is_begun(database):
            # Left by a run that was killed when all but this was done.
            # The last is left where a radar that does not know it ends what was begun.
            for old in (_OLD, _OLD_LACKING, _NEW_LACKING):
                database.run(f"DROP TABLE IF EXISTS {old}")
            database.run(f"CREATE VIRTUAL TABLE {_NEW_LACKING} USING {beginnings.DEFINITION}")
            database.run(f"CREATE VIRTUAL TABLE search_new USING {_definition(database)}")
            for name, value in (("hashsize", 64 << 20), ("automerge", 8)):
                database.run("INSERT INTO search_new (search_new, rank) VALUES (?, ?)", (name, value))
            for statement in _BEGIN:
                database.run(statement)


def is_begun(database: Database) -> bool:
    """Say whether the index is being made anew, or was left at it."""
    return _is_there(database, "reindex")


def left(database: Database) -> int:
    """Return how many papers the new index lacks, and 1 where only the old one is to be thrown away."""
    if is_begun(database):
        return max(int(database.value("SELECT count(*) FROM reindex")), 1)
    return int(_is_there(database, _OLD))


def go_on(database: Database, report: Report) -> None:
    """Do what is left, in short transactions; nothing where nothing is begun.

    Args:
        report: told after each step how many papers of how many are in the new index.
    """
    with closing(Tokeniser()) as tokeniser:
        while is_begun(database):
            started = time.monotonic()
            with database.transaction():
                # Asked inside the transaction: another radar may do the same.
                if is_begun(database) and not _step(database, tokeniser):
                    _swap(database, tokeniser)
            total = papers_counted(database)
            report(max(total - left(database), 0), total)
            time.sleep(max((time.monotonic() - started) * _GAP, _LEAST_GAP))
    if _is_there(database, _OLD):
        with database.transaction():
            for old in (_OLD_LACKING, _OLD):
                database.run(f"DROP TABLE IF EXISTS {old}")


def forget(database: Database, keys: Iterable[int]) -> None:
    """Let the new index forget papers that go, in the caller's transaction and before they do."""
    if is_begun(database):
        database.run(
            f"INSERT OR IGNORE INTO reindex (id, {COLUMNS}) SELECT id, {COLUMNS} FROM papers WHERE {_AMONG}",
            (in_json(keys),),
        )


def _swap(database: Database, tokeniser: Tokeniser) -> None:
    if _is_there(database, _NEW_LACKING):
        database.run(f"ALTER TABLE {beginnings.TABLE} RENAME TO {_OLD_LACKING}")
        database.run(f"ALTER TABLE {_NEW_LACKING} RENAME TO {beginnings.TABLE}")
    else:
        # Begun by a radar that kept no such table; what was in the index is in it by now.
        waiting = database.rows("SELECT id FROM unindexed")
        LackingTable(database, tokeniser).add(key for (key,) in waiting)
    for statement in _SWAP:
        database.run(statement)


def _step(database: Database, tokeniser: Tokeniser) -> int:
    found = database.rows(f"SELECT id FROM reindex ORDER BY id LIMIT {_STEP}")
    keys = in_json(key for (key,) in found)
    if found:
        database.run(
            f"INSERT INTO search_new (search_new, rowid, {COLUMNS}) SELECT 'delete', id, {COLUMNS} "
            f"FROM reindex WHERE {_AMONG} AND title IS NOT NULL ORDER BY id",
            (keys,),
        )
        database.run(
            f"INSERT INTO search_new (rowid, {COLUMNS}) SELECT id, {COLUMNS} FROM papers "
            f"WHERE {_AMONG} ORDER BY id",
            (keys,),
        )
        if _is_there(database, _NEW_LACKING):
            lacking = LackingTable(database, tokeniser, _NEW_LACKING)
            old = f"SELECT id, {COLUMNS} FROM reindex WHERE {_AMONG} AND title IS NOT NULL ORDER BY id"
            lacking.erase(database.rows(old, (keys,)))
            lacking.add(key for (key,) in found)
        database.run(f"DELETE FROM reindex WHERE {_AMONG}", (keys,))
    return len(found)


def _definition(database: Database) -> str:
    """Return how the index is made, as the library's last migration left it."""
    made = database.value("SELECT sql FROM sqlite_schema WHERE name = 'search'") or SEARCH[0]
    return str(made).partition(" USING ")[2]


def _is_there(database: Database, table: str) -> bool:
    return database.row("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)) is not None
