"""A thread that answers the latest question exactly, so that the screen never waits for it."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from radar.errors import LibraryError, Unforeseen
from radar.library.database.failures import Interrupted
from radar.library.reader import LibraryCounts, LibraryReader
from radar.library.records.keys import PART
from radar.papers.bases import Value, field
from radar.papers.reader.query import PaperQuery
from radar.papers.text.safe_text import clean

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
    unknown: tuple[str, ...] = ()
    """Where nothing was found: the tags, sources, categories and ids asked for that no paper has."""
    error: str = ""
    """Why there is no answer; empty where there is one."""
    size: int | None = None
    """How many papers there are, told ahead of the keys, which follow; None in the answer itself."""
    first: array[int] | None = None
    """The first screenful, told ahead of all else where it was asked for; None in the answer itself."""


class BackgroundReader:
    """Answers questions in a thread of its own; only the latest counts, an outdated one is interrupted.

    Args:
        path: the library.
        answered: called from the thread with each answer that is still wanted; ahead of one that takes long,
            with how many papers there are, and with the first of them where they are asked for.
        since: what counts as new; None for what the library says when the thread opens it.
        part: keys that the reader asks for at once.
        waits: whether the thread answers nothing before `begin`.
        log: where whoever catches what ends a thread writes it, for the reader to look.

    An error that nobody expected is the answer to its question and ends the thread, which raises it for
    `threading.excepthook`; another thread answers the next question.
    """

    def __init__(
        self,
        path: Path,
        answered: Callable[[Found], None],
        since: datetime | None = None,
        *,
        part: int = PART,
        waits: bool = False,
        log: Path | None = None,
    ) -> None:
        self._path = path
        self._log = log
        self._part = part
        self._answered = answered
        self._since = since
        self._changed = threading.Condition()
        self._number = 0
        self._asked: PaperQuery | None = None
        self._first_wanted = False
        self._reader: LibraryReader | None = None
        """Used by the thread alone."""
        self._busy: LibraryReader | None = None
        self._closed = False
        self._begun = False
        self._thread = self._new_thread()
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
            first: whether the first screenful is wanted ahead of the answer.
        """
        with self._changed:
            self._number += 1
            self._asked, self._first_wanted = query, first
            self._stop_answering()
            self._changed.notify()
            return self._number

    def drop(self) -> None:
        """Leave the last question unanswered; at once, where the thread is at it."""
        with self._changed:
            self._number += 1
            self._asked = None
            self._stop_answering()

    def close(self) -> None:
        """End the thread; nothing is answered any more."""
        with self._changed:
            self._closed = True
            self._stop_answering()
            self._changed.notify()
            thread = self._thread
        if self._begun and thread is not threading.current_thread():
            thread.join(_PATIENCE)

    def _stop_answering(self) -> None:
        # Under the lock the reader that is busy is still at an outdated question, so no other can be hit.
        if self._busy is not None:
            self._busy.stop()

    def _new_thread(self) -> threading.Thread:
        return threading.Thread(target=self._run, name="radar-reader", daemon=True)

    def _run(self) -> None:
        asked: tuple[int, PaperQuery] | None = None
        try:
            while (asked := self._next()) is not None:
                self._take(*asked)
            self._let_go()
        except BaseException as error:
            self._let_go()
            try:
                if asked is not None:
                    self._tell(Found(*asked, error=self._unexpected(error)))
            finally:
                self._replace_thread()
            raise

    def _take(self, number: int, query: PaperQuery) -> None:
        """Answer a question, also where the answer is that there is none."""
        try:
            if self._reader is None:
                self._reader = self._open()
            found = self._answer(self._reader, number, query)
        except Interrupted:
            return
        except LibraryError as error:
            found = Found(number, query, error=str(error))
        finally:
            with self._changed:
                self._busy = None
                self._changed.notify_all()
        if found is not None and found.error:
            # Opened anew for the next question: the file may have been replaced.
            self._let_go()
        if found is not None:
            self._tell(found)

    def _let_go(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()

    def _unexpected(self, error: BaseException) -> str:
        log = "" if self._log is None else str(self._log)
        return clean(str(Unforeseen.of(error, "Ask for something else", log)))

    def _replace_thread(self) -> None:
        with self._changed:
            if not self._closed:
                self._thread = self._new_thread()
                self._thread.start()

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
            first = self._first_wanted
            self._changed.notify_all()
        if first:
            self._tell(Found(number, query, first=reader.first(query)))
        until = reader.complete_until(query)
        size = reader.size(query)
        if size is not None:
            self._tell(Found(number, query, size=size))
        keys = reader.keys(query)
        counts = reader.counts()
        nothing = not keys and query.filters
        without = reader.without(query) if nothing else ()
        unknown = reader.unknown(query) if nothing else ()
        return Found(number, query, keys, counts, until, without, unknown)

    def _tell(self, found: Found) -> None:
        with self._changed:
            wanted = not self._closed and found.number == self._number
        if wanted:
            self._answered(found)
