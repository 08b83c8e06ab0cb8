"""A real library of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.library.library import Library
from radar.library.reader import LibraryReader


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library" / "library.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def reader(library: Library) -> Iterator[LibraryReader]:
    opened = LibraryReader.open(library.path)
    yield opened
    opened.close()
