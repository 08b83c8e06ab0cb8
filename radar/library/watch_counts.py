"""A thread that counts what is new in the watches, so that no key waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from radar.errors import LibraryError
from radar.library.database.failures import Interrupted
from radar.library.reader import LibraryReader
from radar.papers.reader.watch import Watch, WatchCount

_PATIENCE = 5.0
"""Seconds that `close` waits for the thread."""
_LEAST_PAUSE = 0.4
"""Seconds between two counts, so that an import, which writes all the time, is not followed by each chunk."""
_SHARE = 4.0
"""A pause is so many times as long as the count before it."""


class WatchCounter:
    """Counts in a thread of its own with its own reader; what is asked for meanwhile is one more count.

    An error that nobody expected ends the thread, which raises it for `threading.excepthook`; the next count
    has another one.

    Args:
        path: the library.
        counted: called from the thread with the counts of all watches.
        pause: waits the seconds given, or until the event is set.
    """

    def __init__(
        self,
        path: Path,
        counted: Callable[[tuple[WatchCount, ...]], None],
        pause: Callable[[threading.Event, float], object] = threading.Event.wait,
    ) -> None:
        self._path = path
        self._counted = counted
        self._pause = pause
        self._wanted = threading.Event()
        self._closed = threading.Event()
        self._lock = threading.Lock()
        self._busy: LibraryReader | None = None
        self._thread: threading.Thread | None = None

    def count(self) -> None:
        """Have the watches counted, and return at once; starts the thread where there is none."""
        self._wanted.set()
        if (self._thread is None or not self._thread.is_alive()) and not self._closed.is_set():
            self._thread = threading.Thread(target=self._run, name="radar-watches", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End the thread; nothing is counted any more."""
        with self._lock:
            self._closed.set()
            self._wanted.set()
            if self._busy is not None:
                self._busy.stop()
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def _run(self) -> None:
        while True:
            self._wanted.wait()
            if self._closed.is_set():
                return
            self._wanted.clear()
            begun = time.monotonic()
            counts = self._count()
            if counts is not None and not self._closed.is_set():
                self._counted(counts)
            self._pause(self._closed, max(_LEAST_PAUSE, _SHARE * (time.monotonic() - begun)))

    def _count(self) -> tuple[WatchCount, ...] | None:
        """Count once; None where the library cannot be read, which others tell, or nobody waits any more."""
        try:
            reader = LibraryReader.open(self._path)
        except LibraryError:
            return None
        try:
            with self._lock:
                if self._closed.is_set():
                    return None
                reader.resume()
                self._busy = reader
            return tuple(count_new(reader, watch) for watch in reader.watches())
        except LibraryError:
            return None
        finally:
            with self._lock:
                self._busy = None
            reader.close()


def count_new(reader: LibraryReader, watch: Watch) -> WatchCount:
    """Count what is new in a watch; it costs what was added since the reader looked, not the library.

    Raises:
        Interrupted: nobody waits for it any more.
    """
    try:
        return WatchCount(watch.number, watch.seen, len(reader.keys(watch.new_papers)))
    except Interrupted:
        raise
    except LibraryError as error:
        return WatchCount(watch.number, watch.seen, error=str(error))
