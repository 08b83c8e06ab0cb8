"""The lock that lets one worker at a time work on a library."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

from radar.errors import LibraryError

_PATIENCE = 1.0
"""Seconds in which somebody who only looks at the lock has let go of it again."""
_PAUSE = 0.02


class WorkerLock:
    """A lock on a file beside the library; the system frees it when its process ends, however that is."""

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
        return self._descriptor is not None

    def release(self) -> None:
        """Let go of the lock, where it is held."""
        if self._descriptor is not None:
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
