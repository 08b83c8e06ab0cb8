"""Libraries that are copied from one that each process of tests makes once.

To make one takes some twenty migrations, each of them written through to the disk. Tests of how a library is
made or brought up to date call `Library.open` themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from radar.library.library import Library


def new_library(path: Path) -> Library:
    """Open the library, which holds no papers unless it was there before."""
    if not path.exists():
        lay(path, _empty())
    return Library.open(path)


def lay(path: Path, held: bytes) -> None:
    """Write the file of a library, and the folder around it, for the eyes of the reader only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(held)


def file_of(fill: Callable[[Library], object]) -> bytes:
    """Return the file of a library that was new, was filled and is closed."""
    with TemporaryDirectory() as folder:
        library = new_library(Path(folder) / "library.db")
        fill(library)
        library.close()
        return library.path.read_bytes()


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        Library.open(path).close()
        return path.read_bytes()
