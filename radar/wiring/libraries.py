"""The library opened, for writing and for reading."""

from __future__ import annotations

import shlex

from radar.errors import BrokenLibrary, LibraryError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.settings import Settings


def build_library(settings: Settings) -> Library:
    """Open the library for writing, creating it where there is none.

    Raises:
        LibraryError: it cannot be opened; the hint says what to do.
    """
    try:
        return Library.open(settings.library)
    except BrokenLibrary as error:
        path = shlex.quote(str(settings.library))
        raise LibraryError(
            error.message,
            f"Put a copy in its place, or start anew: mv {path} {path}.broken; radar doctor checks the rest",
        ) from error


def build_reader(settings: Settings) -> LibraryReader:
    """Open the library for reading; LibraryError where there is none."""
    return LibraryReader.open(settings.library)
