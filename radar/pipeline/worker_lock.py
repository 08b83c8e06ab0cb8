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
        resolved = library.resolve()
        self.path = resolved.with_name(f"{resolved.name}.worker")
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Take the lock and return True, or return False where another process works on the library.

        Raises:
            LibraryError: the folder of the library cannot be written.
        """
        if self._descriptor is not None:
            return True
        descriptor = self._open()
        last = time.monotonic() + _PATIENCE
        while not _try_lock(descriptor, fcntl.LOCK_EX):
            if time.monotonic() > last:
                os.close(descriptor)
                return False
            time.sleep(_PAUSE)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        self._descriptor = descriptor
        return True

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
        finally:
            os.close(descriptor)

    def holder(self) -> int | None:
        """Return the process id of the worker that took the lock last; None where none ever did."""
        try:
            return int(self.path.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None

    def _open(self) -> int:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise LibraryError(
                f"no worker can start: {self.path} cannot be written: {error.strerror}",
                "Make its folder writable, or set library to another place",
            ) from error


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
