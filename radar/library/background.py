"""A thread that answers the latest question exactly, so that the screen never waits for it."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from radar.errors import LibraryError, Unforeseen
from radar.library.connection import Interrupted
from radar.library.packing import PART
from radar.library.reader import LibraryCounts, LibraryReader
from radar.papers.bases import Value, field
from radar.papers.query import PaperQuery

_PATIENCE = 5.0
"""Seconds that `close` waits for the thread."""


class Found(Value):
    """The exact answer to one question."""

    number: int
    """The number that `ask` returned."""
    query: PaperQuery
    keys: array[int] = field(default_factory=lambda: array("q"))
    counts: LibraryCounts = LibraryCounts()
    until: datetime | None = None
    """No paper added up to this moment is missing; None where that is open."""
    without: tuple[tuple[str, int], ...] = ()
    """Where nothing was found: which filter to drop, and how many papers there are then."""
    error: str = ""
    """Why there is no answer; empty where there is one."""
    size: int | None = None
    """How many papers there are, told ahead of the keys, which follow; None in the answer itself."""


class BackgroundReader:
    """Answers questions in a thread of its own; only the latest counts, an outdated one is interrupted.

    Whatever goes wrong is an answer, and the next question is answered by a reader that is opened anew: after
    an error that nobody foresaw in another thread.

    Args:
        path: the library.
        answered: called from the thread with each answer that is still wanted; ahead of one that takes long,
            with how many papers there are.
        since: what counts as new; None for what the library says when the thread opens it.
        part: keys that the reader asks for at once.
        waits: whether the thread answers nothing before `begin`.
    """

    def __init__(
        self,
        path: Path,
        answered: Callable[[Found], None],
        since: datetime | None = None,
        *,
        part: int = PART,
        waits: bool = False,
    ) -> None:
        self._path = path
        self._part = part
        self._answered = answered
        self._since = since
        self._changed = threading.Condition()
        self._number = 0
        self._asked: PaperQuery | None = None
        self._busy: LibraryReader | None = None
        self._closed = False
        self._begun = False
        self._reader: LibraryReader | None = None
        """For the thread alone."""
        self._thread = self._new_thread()
        if not waits:
            self.begin()

    def begin(self) -> None:
        """Answer from now on; a second time does nothing."""
        if not self._begun:
            self._begun = True
            self._thread.start()

    def ask(self, query: PaperQuery) -> int:
        """Ask and return at once with the number of the question."""
        with self._changed:
            self._number += 1
            self._asked = query
            self._stop_answering()
            self._changed.notify()
            return self._number

    def close(self) -> None:
        """End the thread; nothing is answered any more."""
        with self._changed:
            self._closed = True
            self._stop_answering()
            self._changed.notify()
        if self._begun and self._thread is not threading.current_thread():
            self._thread.join(_PATIENCE)

    def _stop_answering(self) -> None:
        # Under the lock the reader that is busy is still at an outdated question, so no other can be hit.
        if self._busy is not None:
            self._busy.stop()

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            try:
                found = self._found(*asked)
                if found is not None and self._wanted(found.number):
                    self._answered(found)
            except BaseException as error:
                self._replace(*asked, error)
                raise
        self._close_reader()

    def _found(self, number: int, query: PaperQuery) -> Found | None:
        """Return the answer to a question, or None where a newer one came."""
        try:
            if self._reader is None:
                self._reader = self._open()
            return self._answer(self._reader, number, query)
        except Interrupted:
            return None
        except LibraryError as error:
            # Opened anew for the next question: the file may have been replaced.
            self._close_reader()
            return Found(number, query, error=str(error))
        finally:
            with self._changed:
                self._busy = None

    def _replace(self, number: int, query: PaperQuery, error: BaseException) -> None:
        """Have another thread answer what comes, where this one ends by an error that nobody foresaw."""
        self._close_reader()
        with self._changed:
            if not self._closed:
                self._thread = self._new_thread()
                self._thread.start()
        if self._wanted(number):
            self._answered(Found(number, query, error=str(Unforeseen.of(error))))

    def _close_reader(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()

    def _new_thread(self) -> threading.Thread:
        return threading.Thread(target=self._run, name="radar-reader", daemon=True)

    def _next(self) -> tuple[int, PaperQuery] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._asked is not None)
            query, self._asked = self._asked, None
            return None if self._closed or query is None else (self._number, query)

    def _open(self) -> LibraryReader:
        reader = LibraryReader(self._path, part=self._part)
        if self._since is not None:
            reader.since = self._since
        return reader

    def _answer(self, reader: LibraryReader, number: int, query: PaperQuery) -> Found | None:
        """Return the answer, or None where a newer question came already."""
        with self._changed:
            if number != self._number or self._closed:
                return None
            reader.resume()
            self._busy = reader
            self._changed.notify_all()
        until = reader.complete_until(query)
        size = reader.size(query)
        if size is not None and self._wanted(number):
            self._answered(Found(number, query, size=size))
        keys = reader.keys(query)
        counts = reader.counts()
        without = reader.without(query) if not keys and query.filters else ()
        return Found(number, query, keys, counts, until, without)

    def _wanted(self, number: int) -> bool:
        with self._changed:
            return not self._closed and number == self._number
