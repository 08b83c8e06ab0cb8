"""The rows of a damaged file, as far as they can be read: what is past a damaged page is read behind it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from radar.library.database.connection import BUSY_SECONDS, Row
from radar.library.database.failures import FAILED, library_error, refuse_no_file
from radar.library.rescue.damaged_schema import Definition, restore

_LAST = 1 << 62
"""Above every key that a table can hold in practice."""


class DamagedFile:
    """A file of which parts cannot be read; nobody else can write to it while it is open.

    Raises:
        LibraryBusy: another program writes to it.
        LibraryError: it cannot be read at all.
    """

    def __init__(self, path: Path) -> None:
        self.broken: set[str] = set()
        """Tables of which something could not be read."""
        refuse_no_file(path)
        try:
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=rw", timeout=BUSY_SECONDS, isolation_level=None, uri=True
            )
        except FAILED as error:
            raise library_error(error, path, beyond_rescue=True) from error
        self._path = path
        self._replaced = False
        self._connection.text_factory = self._text
        try:
            self._connection.execute("PRAGMA trusted_schema = OFF").fetchall()
            # Else SQLite reads nothing of a file that is shorter than its tables say.
            self._connection.execute("PRAGMA writable_schema = ON").fetchall()
            self._connection.execute("BEGIN IMMEDIATE")
        except FAILED as error:
            self.close()
            raise library_error(error, path, beyond_rescue=True) from error

    def close(self) -> None:
        """Close the file and let others write."""
        with suppress(sqlite3.Error):
            self._connection.rollback()
        self._connection.close()

    def restore(self, wanted: Iterable[Definition]) -> None:
        """Read tables as they have to be defined, where the file defines them otherwise.

        Raises:
            BrokenLibrary: what the file says of its tables cannot be read at all.
        """
        try:
            if restore(self._connection, wanted):
                self._replaced = True
        except FAILED as error:
            raise library_error(error, self._path, beyond_rescue=True) from error

    def is_sound(self) -> bool:
        """Say whether nothing damaged was met in what was read, and SQLite finds nothing either."""
        if self.broken or self._replaced:
            return False
        with suppress(*FAILED):
            # Damaged letters of an index that nothing was read by are met here.
            self._connection.execute("SELECT * FROM sqlite_schema").fetchall()
            said = self._connection.execute("PRAGMA integrity_check(1)").fetchone()
            return said == ("ok",) and not self._replaced
        return False

    def rows(self, table: str, columns: str, primary: str) -> Iterator[Row]:
        """Give the rows of a table that can be read; some of them twice.

        Args:
            columns: as a SELECT has them.
            primary: the columns of its key with commas between, where it has no rowid; else empty.
        """
        return self._both_ways(table, columns, primary) if primary else self._by_key(table, columns)

    def row(self, table: str, columns: str, key: int) -> Row | None:
        """Return the row of a rowid; None where it is not there or cannot be read."""
        question = f"SELECT {columns} FROM {table} NOT INDEXED WHERE rowid = ?"
        with suppress(*FAILED):
            found: Row | None = self._connection.execute(question, (key,)).fetchone()
            return found
        return None

    def by_index(self, table: str, columns: str, index: str) -> Iterator[Row]:
        """Give what an index tells of a table, of rows that cannot be read too; nothing where it breaks off.

        Args:
            columns: such as the index holds; a partial one answers nothing.
        """
        with suppress(*FAILED):
            yield from self._connection.execute(f"SELECT {columns} FROM {table} INDEXED BY {index}")

    def number(self, pragma: str) -> int:
        """Return what a PRAGMA says of the file; 0 where it says nothing."""
        with suppress(*FAILED):
            return int(self._connection.execute(f"PRAGMA {pragma}").fetchone()[0])
        return 0

    def _text(self, stored: bytes) -> str:
        """Return a text of the file; a letter that was damaged does not take those around it along."""
        try:
            return stored.decode("utf-8")
        except UnicodeDecodeError:
            self._replaced = True
            return stored.decode("utf-8", "replace")

    def _by_key(self, table: str, columns: str) -> Iterator[Row]:
        question = f"SELECT rowid, {columns} FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid"
        above: int | None = -_LAST
        while above is not None:
            try:
                for key, *values in self._connection.execute(question, (above,)):
                    _check_order(key, above)
                    above = key
                    yield tuple(values)
                return
            except FAILED:
                self.broken.add(table)
            before = self._before_damage(question, above)
            if before is None:
                above = self._next_answer(question, above)
            else:
                above, *values = before
                yield tuple(values)

    def _before_damage(self, question: str, above: int) -> Row | None:
        """Return the row that the error took along: the next is looked at before one is given.

        Without it the search for an answer behind the damage would find it again, one key further each time.
        """
        with suppress(*FAILED):
            for row in self._connection.execute(f"{question} LIMIT 1", (above,)):
                _check_order(row[0], above)
                return tuple(row)
        return None

    def _next_answer(self, question: str, above: int) -> int | None:
        """Return a key above which the question has an answer again; None where it has none to the end."""
        fails, step = above, 1
        while not self._answers(question, above + step):
            fails, step = above + step, step * 2
            if above + step > _LAST:
                return None
        works = above + step
        while works - fails > 1:
            between = (works + fails) // 2
            works, fails = (between, fails) if self._answers(question, between) else (works, between)
        return works

    def _answers(self, question: str, above: int) -> bool:
        with suppress(*FAILED):
            for key, *_ in self._connection.execute(f"{question} LIMIT 1", (above,)):
                _check_order(key, above)
            return True
        return False

    def _both_ways(self, table: str, columns: str, primary: str) -> Iterator[Row]:
        for order in ("", " DESC"):
            by = ", ".join(f"{column}{order}" for column in primary.split(", "))
            question, given = f"SELECT {columns} FROM {table} NOT INDEXED ORDER BY {by}", 0
            try:
                for row in self._connection.execute(question):
                    yield row
                    given += 1
                return
            except FAILED:
                self.broken.add(table)
            with suppress(*FAILED):
                yield from self._connection.execute(f"{question} LIMIT 1 OFFSET ?", (given,))


def _check_order(key: int, above: int) -> None:
    """Raise an error where a damaged page leads back, which would go on for ever."""
    if key <= above:
        raise sqlite3.DatabaseError("keys out of order")
