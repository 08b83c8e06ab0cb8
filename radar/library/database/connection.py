"""The connection to SQLite: how it opens, how a transaction ends, who waits for whom."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from radar.errors import LibraryBusy, LibraryError
from radar.library.database.failures import (
    FAILED,
    INTERRUPTED,
    Interrupted,
    library_error,
    library_is_there,
    refuse_no_file,
)
from radar.library.database.unwritable import (
    is_read_only,
    is_refusal,
    read_only,
    takes_no_more,
    unchanging_name,
)

Row = tuple[Any, ...]
Values = Sequence[object] | Mapping[str, object]
"""For the places that a statement leaves open, or by their names where it names them."""

BUSY_SECONDS = 5.0
"""How long a reader waits for whoever opens or mends the file before it gives up."""
WRITER_SECONDS = 180.0
"""How long a writer waits for another one, which may be at an act on every paper of the library."""
PATIENCE_SECONDS = 900.0
"""How long a radar waits for another that brings the library up to date, which it does step by step."""
_NAP = 0.5
"""Seconds that SQLite waits by itself; signals are heeded in between."""
_PAGE_BYTES = 16384
"""Of a new library: a paper takes some 2 kB, of which smaller pages leave a tenth of themselves empty."""
_STEPS = 200_000
"""Steps of SQLite, some milliseconds, after which a question looks whether it is still wanted."""
_LOG_BYTES = 64 * 1024 * 1024
"""The write-ahead log is cut back to this size after a checkpoint."""


class Database:
    """One connection that maps every error of SQLite to LibraryError and never leaves a read open."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._file = _file_at(path)
        self._stopped = False
        self._patience = BUSY_SECONDS

    @property
    def patience(self) -> float:
        """Seconds that an act waits for another writer; 0 to be told LibraryBusy at once."""
        return self._patience

    @patience.setter
    def patience(self, seconds: float) -> None:
        self._patience = seconds
        self.run(f"PRAGMA busy_timeout = {round(min(seconds, _NAP) * 1000)}")

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Return all rows of a question; nothing stays open."""
        return self._done(sql, values)[1]

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """Return the first row of a question that has at most a few, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Values = ()) -> Any:
        """Return the first column of the first row, or None where there is no row."""
        found = self.row(sql, values)
        return found[0] if found else None

    def run(self, sql: str, values: Values = ()) -> int:
        """Run a statement that writes and return how many rows it touched."""
        return self._done(sql, values)[0].rowcount

    def insert(self, sql: str, values: Values = ()) -> int:
        """Run an INSERT and return the key of the new row."""
        return self._done(sql, values)[0].lastrowid or 0

    def run_many(self, sql: str, values: Iterable[Values]) -> None:
        """Run a statement that writes once for each set of values."""
        try:
            self._connection.executemany(sql, values)
        except FAILED as error:
            raise library_error(error, self.path) from error

    @contextmanager
    def transaction(self, waiting: Callable[[], None] | None = None) -> Iterator[None]:
        """Do everything inside or nothing of it; waits for another writer as long as `patience` says.

        Args:
            waiting: told every few seconds that another writes, for up to PATIENCE_SECONDS instead; what it
                raises ends the waiting.
        """
        self.check_place()
        self._begin(waiting)
        try:
            # Asked again: whoever was waited for may have put another file in its place.
            self.check_place()
            yield
            self.run("COMMIT")
        except BaseException:
            self._roll_back()
            raise

    def _begin(self, waiting: Callable[[], None] | None) -> None:
        if waiting is None:
            self.run("BEGIN IMMEDIATE")
            return
        deadline = time.monotonic() + PATIENCE_SECONDS
        patience, self.patience = self.patience, min(self.patience, BUSY_SECONDS)
        try:
            while True:
                try:
                    self.run("BEGIN IMMEDIATE")
                except LibraryBusy:
                    if time.monotonic() > deadline:
                        raise
                    waiting()
                else:
                    return
        finally:
            self.patience = patience

    @contextmanager
    def told(self, report: Callable[[], None]) -> Iterator[None]:
        """Call a function every moment while one long statement runs inside; what it raises ends that."""
        raised: list[BaseException] = []

        def tick() -> bool:
            # SQLite drops what is raised in here, and only learns that it should stop.
            try:
                report()
            finally:
                if error := sys.exc_info()[1]:
                    raised.append(error)
            return False

        self._connection.set_progress_handler(tick, _STEPS)
        try:
            yield
        except Interrupted:
            # Nobody else stops this connection: where nothing was raised, Ctrl-C came just outside.
            raise raised[0] if raised else KeyboardInterrupt from None
        finally:
            self._connection.set_progress_handler(None, 0)

    def teach(self, name: str, function: Callable[..., bool]) -> None:
        """Let statements of this connection call a function that always answers the same alike."""
        try:
            self._connection.create_function(name, -1, function, deterministic=True)
        except sqlite3.Error as error:
            raise library_error(error, self.path) from error

    def changes(self) -> int:
        """Return how many rows this connection has changed since it was opened."""
        return self._connection.total_changes

    def data_version(self) -> int:
        """Return a number that changes when another connection has written.

        Raises:
            LibraryError: the file has gone from its place, so that nobody else writes to it any more.
        """
        self.check_place()
        return int(self.value("PRAGMA data_version"))

    def check_place(self) -> None:
        """Raise LibraryError where the file was deleted or moved: what is written would go with it."""
        if _file_at(self.path) != self._file:
            raise LibraryError(
                f"The library was moved, deleted or replaced, so that nothing is kept ({self.path})",
                "Put it back if you can, leave radar and start it again",
            )

    def empty_log(self) -> None:
        """Bring all of the write-ahead log into the file, which then can be moved without it.

        Raises:
            LibraryBusy: another program reads or writes the library.
            LibraryError: the disk does not take it.
        """
        if self.value("PRAGMA wal_checkpoint(TRUNCATE)"):
            raise LibraryBusy(
                f"The library {self.path} is being used by another program",
                "Wait for the other one to finish, then try again",
            )

    def interrupt(self) -> None:
        """Stop the question that runs; safe from any thread."""
        self._connection.interrupt()

    def stop(self) -> None:
        """Stop the question that runs and every further one, until `resume`; safe from any thread."""
        self._stopped = True
        with suppress(sqlite3.ProgrammingError):  # closed in this very moment
            self._connection.interrupt()

    def resume(self) -> None:
        """Answer questions again; from now on `stop` also reaches a question that is just about to run."""
        self._stopped = False
        # An interrupt is lost on a statement that has not begun; this is asked while it runs.
        self._connection.set_progress_handler(lambda: self._stopped, _STEPS)

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        self._connection.close()

    def _done(self, sql: str, values: Values) -> tuple[sqlite3.Cursor, list[Row]]:
        """Run a statement; one that found another writer at work has done nothing and is run again."""
        if self._stopped:
            raise Interrupted(INTERRUPTED)
        end = time.monotonic() + self._patience
        while True:
            try:
                cursor = self._connection.execute(sql, values)
                return cursor, cursor.fetchall()
            except FAILED as error:
                failed = library_error(error, self.path)
                if not isinstance(failed, LibraryBusy):
                    raise failed from error
                if self._connection.in_transaction or time.monotonic() >= end:
                    raise failed from error

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK")
            except sqlite3.Error:
                # The first error is the one to tell; the next to open the file rolls back.
                return


def open_writer(path: Path) -> Database:
    """Open the library for writing; creates the folder (0700) and the file (0600).

    Raises:
        ReadOnlyLibrary: the file is there and can only be read.
        LibraryError: the place cannot be written or the file is no database.
    """
    _make_file(path)
    if not os.access(path, os.W_OK):
        # SQLite would open it all the same, and refuse the first change.
        raise read_only(path)
    connection = _connect(path, str(path), uri=False)
    database = Database(path, connection)
    try:
        database.run(f"PRAGMA page_size = {_PAGE_BYTES}")  # only has an effect before the first table
        _patiently(lambda: database.run("PRAGMA journal_mode = WAL"))
        for setting in ("synchronous = NORMAL", "cache_size = -65536", f"journal_size_limit = {_LOG_BYTES}"):
            database.run(f"PRAGMA {setting}")
        database.patience = WRITER_SECONDS
    except BaseException as error:
        connection.close()
        if isinstance(error, LibraryError) and is_refusal(error) and is_read_only(path):
            raise read_only(path) from error
        raise
    return database


def open_reader(path: Path) -> Database:
    """Open the library for reading only.

    Raises:
        LibraryError: there is no library, or it cannot be read.
    """
    if not library_is_there(path):
        raise LibraryError(f"There is no library at {path}", "Import a listing or refresh to start one")
    try:
        return _reading(path, f"{path.absolute().as_uri()}?mode=ro")
    except LibraryError as error:
        unwritable = is_refusal(error) and is_read_only(path)
        if not ((unwritable or takes_no_more(error)) and os.access(path, os.R_OK)):
            raise
        failed = error
    try:
        return _reading(path, unchanging_name(path))
    except LibraryError as error:
        # What is in the way is what stopped SQLite first; that a log is left is only why nothing helps.
        raise error if is_refusal(failed) else failed from error


def _reading(path: Path, name: str) -> Database:
    connection = _connect(path, name, uri=True)
    database = Database(path, connection)
    try:
        # A question of its own: nothing of the file is looked at before the first.
        database.value("PRAGMA user_version")
        for setting in ("query_only = 1", "cache_size = -8192", "mmap_size = 0"):
            database.run(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return database


def _file_at(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at a path from others; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _connect(path: Path, name: str, *, uri: bool) -> sqlite3.Connection:
    refuse_no_file(path)
    try:
        connection = sqlite3.connect(name, timeout=BUSY_SECONDS, isolation_level=None, uri=uri)
        connection.execute("PRAGMA trusted_schema = OFF").fetchall()
    except FAILED as error:
        raise library_error(error, path) from error
    return connection


def _make_file(path: Path) -> None:
    """Create folder and file for the reader's eyes only, before SQLite would do it for everyone's."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise LibraryError(
            f"The library {path} cannot be created ({error.strerror})",
            "Choose a folder that you can write to, by --library FILE or by library in the settings",
        ) from error


def _is_busy(error: LibraryError) -> bool:
    return getattr(error.__cause__, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY


def _patiently(action: Callable[[], object]) -> None:
    """Repeat an action that SQLite refuses at once, without its own waiting, while another opens the file."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            action()
        except LibraryError as error:
            if not _is_busy(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return
