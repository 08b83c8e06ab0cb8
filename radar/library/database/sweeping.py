"""A change of every row of a table in short steps, which can be killed at any point and goes on where it was.

How far it is stands in the library, in the same transaction as what was done; so nothing is done twice, and
two radars that come to it at once share the work.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from radar.errors import LibraryError
from radar.library.database.connection import Database
from radar.papers.bases import Value
from radar.papers.jobs.reports import LabelledReport

WAITING = "waiting for another radar"
"""What is told while another one holds the library."""
_GAP = 0.1
"""Pause after a step in which another gets its turn, as a share of the step."""

Step = Callable[[Database, int, int], None]
"""Changes the rows whose key is above the first number and not above the second."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS sweeps (name TEXT PRIMARY KEY, at INTEGER, done INTEGER NOT NULL, "
    "total INTEGER NOT NULL) WITHOUT ROWID"
)


class Sweep(Value):
    """What is to be done to every row of a table whose key is `id`."""

    table: str
    step: Step
    rows: int = 2_000
    """Rows of one transaction, a fraction of a second."""


def statement(sql: str) -> Step:
    """Return the step that is one statement, with `?` for the two bounds: `... WHERE id > ? AND id <= ?`."""

    def run(database: Database, above: int, last: int) -> None:
        database.run(sql, (above, last))

    return run


def begin(database: Database, name: str, sweep: Sweep) -> None:
    """Note, in the caller's transaction, that a sweep is to be done."""
    database.run(_TABLE)
    database.run(
        f"INSERT OR IGNORE INTO sweeps SELECT ?, min(id) - 1, 0, count(*) FROM {sweep.table}", (name,)
    )


def is_begun(database: Database, name: str) -> bool:
    """Say whether a sweep has begun and is not at its end."""
    if not _is_there(database):
        return False
    try:
        return database.row("SELECT 1 FROM sweeps WHERE name = ?", (name,)) is not None
    except LibraryError:
        # Outside a transaction another radar may have ended the last sweep between the two questions.
        if _is_there(database):
            raise
        return False


def _is_there(database: Database) -> bool:
    return database.row("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'sweeps'") is not None


def end(database: Database, name: str) -> None:
    """Note, in the caller's transaction, that a sweep is done."""
    database.run("DELETE FROM sweeps WHERE name = ?", (name,))
    if not database.value("SELECT count(*) FROM sweeps"):
        database.run("DROP TABLE sweeps")


def run(database: Database, name: str, sweep: Sweep, label: str, report: LabelledReport) -> None:
    """Do the steps that are left, each in a transaction of its own."""
    while True:
        started = time.monotonic()
        with database.transaction(waiting=lambda: report(WAITING, 0, 0)):
            # Asked inside the transaction: another radar may have ended it.
            if not is_begun(database, name):
                return
            above, done, total = database.rows("SELECT at, done, total FROM sweeps WHERE name = ?", (name,))[
                0
            ]
            if above is None:
                return
            last, rows = _next(database, sweep, above)
            if last is None:
                return
            sweep.step(database, above, last)
            done += rows
            database.run("UPDATE sweeps SET at = ?, done = ? WHERE name = ?", (last, done, name))
        report(label, min(done, total), total)
        time.sleep((time.monotonic() - started) * _GAP)


def _next(database: Database, sweep: Sweep, above: int) -> tuple[int | None, int]:
    """Return the last key of the next step, None at the end, and how many rows it has."""
    keys = f"SELECT id FROM {sweep.table} WHERE id > ? ORDER BY id LIMIT {sweep.rows}"
    last, rows = database.rows(f"SELECT max(id), count(*) FROM ({keys})", (above,))[0]
    return last, rows
