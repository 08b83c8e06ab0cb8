"""The library opened, for writing and for reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from radar.errors import BrokenLibrary
from radar.library.database.failures import library_is_there
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.jobs.reports import tell_nobody
from radar.settings import Settings
from radar.wiring.endpoints import budgets_of

if TYPE_CHECKING:
    from radar.papers.jobs.reports import LabelledReport


def build_library(settings: Settings, report: LabelledReport = tell_nobody) -> Library:
    """Open the library for writing, creating it where there is none.

    Args:
        report: told how far it is where the library of an older radar is brought up to date.

    Raises:
        BrokenLibrary: it is damaged, or no library; the hint says how to begin anew.
        LibraryError: it cannot be opened; the hint says what to do.
    """
    try:
        return Library.open(settings.library, report)
    except BrokenLibrary as error:
        import shlex

        path = shlex.quote(str(settings.library))
        log = settings.library.with_name(f"{settings.library.name}-wal")
        way = f"Put a copy in its place, or start anew: mv {path} {path}.broken"
        if log.exists():
            # What was written last: SQLite would write it into whatever takes the library's place.
            way = (
                "Before you put a copy in its place, or to start anew: "
                f"mv {path} {path}.broken && mv {path}-wal {path}.broken-wal"
            )
        if BrokenLibrary.RESCUE in error.hint:
            way = f"{BrokenLibrary.RESCUE}. {way}"
        raise BrokenLibrary(error.message, f"{way}; radar doctor checks the rest") from error


@contextmanager
def library_with_ledger(settings: Settings) -> Iterator[Library | None]:
    """Give the library to those who work past it, for what they pay is written down.

    None where there is none, unless a budget of the day has to be held. It is closed afterwards.

    Raises:
        LibraryError: it cannot be opened.
    """
    if not (library_is_there(settings.library) or budgets_of(settings).day):
        yield None
        return
    with closing(build_library(settings)) as library:
        yield library


def build_reader(settings: Settings) -> LibraryReader:
    """Open the library for reading; LibraryError where there is none."""
    return LibraryReader.open(settings.library)
