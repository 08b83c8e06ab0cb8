"""A thread that answers the latest question exactly, so that the screen never waits for it."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from radar.errors import LibraryError
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
    first: bool = False
    """Whether these are the first papers only; the answer itself follows."""
    size: int | None = None
    """How many papers there are, told ahead of the keys, which follow; None in the answer itself."""


class BackgroundReader:
    """Answers questions in a thread of its own; only the latest counts, an outdated one is interrupted.

    Args:
        path: the library.
        answered: called from the thread with each answer that is still wanted; ahead of one that takes long,
            with how many papers there are, and with the first of them where they are asked for.
        weighed: called from the thread when it is known what the stars say, where that was asked for.
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
        weighed: Callable[[], None] = lambda: None,
        part: int = PART,
        waits: bool = False,
    ) -> None:
        self._path = path
        self._part = part
        self._answered = answered
        self._weighed = weighed
        self._since = since
        self._changed = threading.Condition()
        self._number = 0
        self._asked: PaperQuery | None = None
        self._first = False
        self._weighing = False
        self._busy: LibraryReader | None = None
        self._closed = False
        self._begun = False
        self._thread = threading.Thread(target=self._run, name="radar-reader", daemon=True)
        if not waits:
            self.begin()

    def begin(self) -> None:
        """Answer from now on; a second time does nothing."""
        if not self._begun:
            self._begun = True
            self._thread.start()

    def ask(self, query: PaperQuery, *, first: bool = False) -> int:
        """Ask and return at once with the number of the question.

        Args:
            first: whether the first screenful is to be told ahead of the rest.
        """
        with self._changed:
            self._number += 1
            self._asked, self._first = query, first
            self._stop_answering()
            self._changed.notify()
            return self._number

    def weigh_stars(self) -> None:
        """Have it worked out what the stars say, when no question waits; what is asked meanwhile goes before,
        and if that is by closeness it needs the same."""
        with self._changed:
            self._weighing = True
            self._changed.notify()

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
        reader: LibraryReader | None = None
        while (asked := self._next()) is not None:
            number, query, first = asked
            try:
                if reader is None:
                    reader = self._open()
                found = self._answer(reader, number, query, first)
            except Interrupted:
                continue
            except LibraryError as error:
                found = Found(number, query or PaperQuery(), error=str(error))
            finally:
                with self._changed:
                    self._busy = None
            if found is not None and found.error and reader is not None:
                # Opened anew for the next question: the file may have been replaced.
                reader.close()
                reader = None
            if query is not None and found is not None and self._wanted(number):
                self._answered(found)
            elif query is None and found is None:
                # What goes wrong at that goes wrong at every question, and is told there.
                self._weighed()
        if reader is not None:
            reader.close()

    def _next(self) -> tuple[int, PaperQuery | None, bool] | None:
        """Return the number of the last question, what is asked, None for what the stars say, and whether
        the first screenful is to be told; None where nothing will be asked any more."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._asked is not None or self._weighing)
            query, self._asked = self._asked, None
            self._weighing = self._weighing and query is not None
            return None if self._closed else (self._number, query, self._first)

    def _open(self) -> LibraryReader:
        reader = LibraryReader(self._path, part=self._part)
        if self._since is not None:
            reader.since = self._since
        return reader

    def _answer(
        self, reader: LibraryReader, number: int, query: PaperQuery | None, first: bool
    ) -> Found | None:
        """Return the answer; None where a newer question came already, or only the stars are asked about."""
        with self._changed:
            if number != self._number or self._closed:
                return None
            reader.resume()
            self._busy = reader
            self._changed.notify_all()
        if query is None:
            reader.weigh_stars()
            return None
        if first and self._wanted(number):
            self._answered(Found(number, query, reader.first(query), first=True))
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
