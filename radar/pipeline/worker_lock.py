"""The lock that lets one worker at a time work on a library."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from radar.errors import LibraryError
from radar.library.database.connection import WRITER_SECONDS
from radar.papers.bases import Value
from radar.papers.text.local_time import clock

_PATIENCE = 1.0
"""Seconds in which somebody who only looks at the lock has let go of it again."""
_PAUSE = 0.02
_STUCK = timedelta(seconds=WRITER_SECONDS) + timedelta(minutes=2)
"""After which a worker that showed no sign of life is told; one at work shows one every few seconds.

One that waits for another writer, as long as it does so, shows none.
"""


class Stuck(Value):
    """A worker that holds the lock, and has shown no sign of life for long."""

    process: int
    since: datetime

    def told(self, now: datetime) -> str:
        """Return which worker it is, and since when it has done nothing, by the reader's clock."""
        return f"the worker (process {self.process}) has not stirred since {clock(self.since, now)}"

    def line(self, now: datetime) -> str:
        """Return both: what is so, and what to do."""
        return f"{self.told(now)}. {self.remedy}"

    @property
    def remedy(self) -> str:
        """What to do about it: a process that was halted takes no milder signal."""
        return f"If that lasts, kill -KILL {self.process} ends it; what is done stays"


class WorkerLock:
    """A lock on a file beside the library; the system frees it when its process ends, however that is.

    The file says which process holds it, and its time when that showed last that it is at work.
    """

    def __init__(self, library: Path) -> None:
        self.library = library
        resolved = library.resolve()
        self.path = resolved.with_name(f"{resolved.name}.worker")
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Take the lock and return True, or return False where another process works on the library.

        Raises:
            LibraryError: the folder of the library cannot be written, or knows no locks.
        """
        if self._descriptor is not None:
            return True
        try:
            self._descriptor = self._locked()
        except OSError as error:
            raise LibraryError(
                f"no worker can start: {self.path} cannot be locked: {error.strerror}",
                "Make its folder writable, or set library to a place on this machine's own disk",
            ) from error
        if self._descriptor is not None:
            self._sign(self._descriptor)
        return self._descriptor is not None

    def stir(self) -> None:
        """Show that the process which holds the lock is at work."""
        if self._descriptor is not None:
            # No work ends because its sign of life cannot be given.
            with suppress(OSError):
                _touch(self._descriptor)

    def stuck(self, now: datetime) -> Stuck | None:
        """Return who holds the lock and has shown no sign of life for long; None where nobody does."""
        try:
            if now - self._shown() < _STUCK or not self.taken():
                return None
            process = int(self.path.read_text(encoding="ascii"))
            # Behind the number: that of a worker which came meanwhile goes with a new time.
            shown = self._shown()
        except (OSError, ValueError):
            return None
        return Stuck(process, shown) if now - shown >= _STUCK else None

    def _shown(self) -> datetime:
        return datetime.fromtimestamp(self.path.stat().st_mtime, UTC)

    def release(self) -> None:
        """Let go of the lock, where it is held."""
        if self._descriptor is not None:
            with suppress(OSError):
                os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None

    def taken(self) -> bool:
        """Whether some process holds the lock."""
        if self._descriptor is not None:
            return True
        try:
            descriptor = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            return not _try_lock(descriptor, fcntl.LOCK_SH)
        except OSError:
            return False
        finally:
            os.close(descriptor)

    def _sign(self, descriptor: int) -> None:
        """Write down who holds the lock; where the disk takes no more, nobody knows."""
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, str(os.getpid()).encode(), 0)
            _touch(descriptor)

    def _locked(self) -> int | None:
        """Return an open file with the lock on it, or None where another holds the lock for longer."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        last = time.monotonic() + _PATIENCE
        try:
            while not _try_lock(descriptor, fcntl.LOCK_EX):
                if time.monotonic() > last:
                    os.close(descriptor)
                    return None
                time.sleep(_PAUSE)
        except OSError:
            os.close(descriptor)
            raise
        return descriptor


def _touch(descriptor: int) -> None:
    """Set a file's time to now by this machine's clock, which that of a network disk may not be."""
    now = time.time()
    os.utime(descriptor, (now, now))


def _try_lock(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def process_lives(worker: str) -> bool:
    """Whether a process with the id that a worker goes by is there."""
    try:
        os.kill(int(worker), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True
