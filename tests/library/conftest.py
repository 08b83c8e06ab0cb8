"""A library in a temporary folder, and a reader beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader
from tests.new_library import lay, new_library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "radar" / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    opened = new_library(path)
    yield opened
    opened.close()


@pytest.fixture
def filled(path: Path, filled_file: bytes) -> None:
    """The library that a module gives as `filled_file` is there before it is opened."""
    assert not path.exists()
    lay(path, filled_file)


@pytest.fixture
def open_reader(library: Library) -> Iterator[Callable[[], LibraryReader]]:
    """Open readers that are closed at the end."""
    readers: list[LibraryReader] = []

    def opened() -> LibraryReader:
        readers.append(LibraryReader.open(library.path))
        return readers[-1]

    yield opened
    for reader in readers:
        reader.close()


@pytest.fixture
def reader(open_reader: Callable[[], LibraryReader]) -> LibraryReader:
    return open_reader()
