"""A library that is broken makes room for another one, and is kept beside it."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from radar.errors import LibraryError
from radar.library.rescue.rescued import STAMP


def set_aside(path: Path) -> Path:
    """Rename a broken library, with what belongs to it, and return its new name.

    Raises:
        LibraryError: it cannot be renamed.
    """
    stamp = datetime.now(UTC).strftime(STAMP)
    aside = path.with_name(f"{path.name}.broken-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.broken-{stamp}-{number}")
    try:
        path.rename(aside)
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    except OSError as error:
        raise LibraryError(
            f"The library {path} cannot be set aside ({error.strerror})", "Make its folder writable for you"
        ) from error
    return aside
