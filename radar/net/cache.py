"""A cache on disk that no planted file can turn against the reader."""

from __future__ import annotations

import contextlib
import json
import time
from pathlib import Path
from typing import Final

import diskcache
from diskcache.core import MODE_RAW, UNKNOWN

from radar.papers.text.json_text import strict_json
from radar.papers.text.safe_text import clean

# diskcache lets the errors of its database through; this is the door by which it names them.
_DATABASE_ERROR: Final[type[Exception]] = diskcache.core.sqlite3.DatabaseError
_TROUBLE: Final = (
    _DATABASE_ERROR,
    diskcache.Timeout,
    OSError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RecursionError,
)
_LOCK_SECONDS = 10
_UNLIMITED = 2**40


class SafeDisk(diskcache.Disk):  # type: ignore[misc]
    """Stores JSON text in the row itself, and reads nothing else back.

    diskcache's own classes unpickle a row that says it is a pickle, and open, overwrite or remove the
    file that a row names (CVE-2025-69872), so whoever can write the folder could run code.
    """

    def put(self, key: object) -> tuple[str, bool]:
        """Return the key as the table holds it; only text is a key."""
        if type(key) is not str:
            raise TypeError("a cache key is text")
        return key, True

    def get(self, key: object, raw: object) -> str:
        """Return the key of a row; refuses the pickled ones."""
        if not raw or type(key) is not str:
            raise ValueError("the cache row has a key of another kind")
        return key

    def store(self, value: object, read: bool, key: object = UNKNOWN) -> tuple[int, int, None, str]:
        """Return size, mode, file name and value of a row; there is never a file."""
        if read:
            raise TypeError("a cache value is no stream")
        return 0, MODE_RAW, None, json.dumps(value, ensure_ascii=False, allow_nan=False)

    def fetch(self, mode: object, filename: object, value: object, read: bool) -> object:
        """Return the value of a row; refuses every row that this class did not write."""
        if read or mode != MODE_RAW or filename is not None or type(value) is not str:
            raise ValueError("the cache row is of another kind")
        return strict_json(value)

    def remove(self, file_path: object) -> None:
        """Leave every file alone: rows of this class have none."""


class _Database(diskcache.Cache):  # type: ignore[misc]
    """Leaves no file open where opening it fails: diskcache itself would, until the collector comes by."""

    def __init__(self, directory: str, **settings: object) -> None:
        try:
            super().__init__(directory, **settings)
        except BaseException:
            self.close()
            raise


class DiskCache:
    """What can be had again: pages and completions. Any trouble with it is a miss.

    Args:
        folder: of the database.
        largest: bytes beyond which `tidy` drops what was stored first; None to keep all of it.
    """

    def __init__(self, folder: Path, largest: int | None = None) -> None:
        self.folder = folder
        self._largest = largest
        self.warning = ""
        """Why the cache is off or was set aside; empty when all is well."""
        self._cache: _Database | None = None

    @classmethod
    def open(cls, folder: Path, largest: int | None = None) -> DiskCache:
        """Open the cache in a folder that only the reader may enter; never raises."""
        cache = cls(folder, largest)
        cache._open()
        return cache

    def get(self, namespace: str, key: str) -> object | None:
        """Return the JSON value kept under the key, or None."""
        if self._cache is None:
            return None
        try:
            value: object | None = self._cache.get(_row_key(namespace, key))
        except _TROUBLE as error:
            self._meet(error)
            return None
        return value

    def set(self, namespace: str, key: str, value: object, seconds: float | None = None) -> None:
        """Keep a JSON value under the key; what cannot be kept is not.

        Args:
            seconds: how long; None for ever.
        """
        if self._cache is None:
            return
        try:
            self._cache.set(_row_key(namespace, key), value, expire=seconds)
        except _TROUBLE as error:
            self._meet(error)

    def tidy(self) -> None:
        """Remove what was to be kept until now, and what was stored first where there is too much."""
        if self._cache is None:
            return
        try:
            self._cache.expire()
            self._cache.cull()
        except _TROUBLE as error:
            self._meet(error)

    def close(self) -> None:
        """Close the database."""
        cache, self._cache = self._cache, None
        if cache is not None:
            with contextlib.suppress(*_TROUBLE):
                cache.close()

    def _open(self) -> None:
        try:
            self._cache = _open_folder(self.folder, self._largest)
        except _TROUBLE as error:
            if _is_full_or_locked(error):
                self._go_without(error)
            else:
                self._set_aside(error)

    def _meet(self, error: Exception) -> None:
        if type(error) is _DATABASE_ERROR:
            self._set_aside(error)
        elif isinstance(error, _DATABASE_ERROR | OSError):
            self._go_without(error)
        # A refused row or a lock that lasts too long is a miss, and the next row may be well.

    def _set_aside(self, error: Exception) -> None:
        self.close()
        aside = self.folder.with_name(f"{self.folder.name}.broken-{time.time_ns()}")
        try:
            self.folder.rename(aside)
            self._cache = _open_folder(self.folder, self._largest)
        except _TROUBLE as second:
            self._go_without(second)
            return
        self.warning = f"The cache was damaged ({_reason(error)}) and begins anew; the old one is {aside}"

    def _go_without(self, error: Exception) -> None:
        self.close()
        self.warning = f"radar works without its cache in {self.folder} ({_reason(error)})"


def _open_folder(folder: Path, largest: int | None) -> _Database:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
    cache = _Database(
        str(folder),
        disk=SafeDisk,
        timeout=_LOCK_SECONDS,
        # Completions are small and dear; nothing may leave the cache silently.
        eviction_policy="none" if largest is None else "least-recently-stored",
        cull_limit=0,
        size_limit=largest or _UNLIMITED,
        disk_min_file_size=_UNLIMITED,
    )
    with contextlib.ExitStack() as undo:
        undo.callback(cache.close)
        # Damage within the file shows only when a row is read, and a full disk only when one is written.
        cache.get("radar:opened")
        cache.set("radar:opened", True)
        undo.pop_all()
    return cache


def _is_full_or_locked(error: Exception) -> bool:
    """Say whether the file may be well although it cannot be used now."""
    return type(error) is not _DATABASE_ERROR and isinstance(
        error, _DATABASE_ERROR | OSError | diskcache.Timeout
    )


def _row_key(namespace: str, key: str) -> str:
    return f"{namespace}:{key}"


def _reason(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) else str(error)
    return clean(told or "")[:120] or type(error).__name__
