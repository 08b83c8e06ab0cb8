"""From arguments to settings, and from settings to an open library."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radar.cli.output import Output, printable
from radar.errors import LibraryError, OutdatedLibrary, UnfinishedLibrary
from radar.library.database.failures import library_is_there
from radar.library.reader import LibraryReader
from radar.papers.jobs.reports import LabelledReport
from radar.papers.reader.query import PaperQuery
from radar.settings import Settings
from radar.tui.early.ending import interrupts_raise

if TYPE_CHECKING:
    import argparse

    from radar.cli.progress import ProgressBar


def settings_of(arguments: argparse.Namespace | Mapping[str, Any], output: Output | None = None) -> Settings:
    """Return the settings with what the command line says; raises SettingsError.

    Args:
        output: draws its signs as the settings say.
    """
    given = arguments if isinstance(arguments, Mapping) else vars(arguments)
    environ = dict(os.environ)
    if given.get("config"):
        environ["RADAR_CONFIG"] = given["config"]
    settings = Settings.load(environ, {name: given.get(name) for name in ("library", "ascii", "theme")})
    if output is not None:
        output.ascii = settings.ascii
    with suppress(LibraryError):  # what cannot be looked at is told where it is opened
        if not library_is_there(settings.library):
            _finish_rescue(settings.library)
    return settings


def _finish_rescue(library: Path) -> None:
    """End a rescue that was killed at its end, and say so: the library would be taken for an empty one."""
    from radar.library.rescue.rescued import finish_rescue

    if finish_rescue(library):
        Output.of_process(colour=False).aside(
            f"a rescue had been killed at its end: what it saved is in {library} now, the damaged file beside"
        )


def say_who_types(output: Output) -> None:
    """Say that standard input is the keyboard, where it is: the program would seem to hang."""
    if sys.stdin is not None and sys.stdin.isatty():
        output.aside("reading what is typed or pasted here, until Ctrl-D")


def say_who_writes(output: Output, names: Iterable[str]) -> None:
    """Say of which of these files nothing comes before somebody writes it: the program would seem to hang.

    Args:
        names: of files; - is standard input.
    """
    for name in names:
        if name == "-":
            say_who_types(output)
        # A shell's <(command) is a pipe too, of which the writer is there.
        elif not name.startswith(("/dev/", "/proc/")) and _is_pipe(Path(name)):
            output.aside(f"{printable(name)} is a pipe: waiting for what is written to it, until Ctrl-C")


def _is_pipe(path: Path) -> bool:
    try:
        return path.is_fifo()
    except (OSError, ValueError):
        return False


@contextmanager
def reader_of(
    settings: Settings, output: Output | None = None, *, writes: bool = False
) -> Iterator[LibraryReader | None]:
    """Open the library for reading; None where there is none yet. Raises LibraryError, also where somebody
    named another than the usual place and nothing is there.

    Args:
        output: told that the library of an older radar is brought up to date; without it, it is not, and
            None stands for a missing one wherever it was to be.
        writes: whether something is to be written behind it: one that is read-only is refused at once.
    """
    if not library_is_there(settings.library):
        if output is not None:
            refuse_missing(settings)
        yield None
        return
    reader = (
        LibraryReader.open(settings.library) if output is None else _opened(settings, output, writes=writes)
    )
    try:
        yield reader
    finally:
        reader.close()


def refuse_missing(settings: Settings) -> None:
    """Refuse to take a library for empty that somebody named and that is not there; raises LibraryError.

    At the usual place none need be there yet.
    """
    from radar.settings.folders import Folders
    from radar.settings.reading import default_paths

    usual = default_paths(Folders.of(os.environ))["library"]
    if settings.library != usual and not library_is_there(settings.library):
        raise LibraryError(
            f"there is no library at {settings.library}",
            "Check the path; radar import FILE and radar refresh make one there",
        )


def _opened(settings: Settings, output: Output, *, writes: bool) -> LibraryReader:
    from radar.library.database.unwritable import is_read_only, read_only

    if is_read_only(settings.library):
        if writes:
            raise read_only(settings.library)
        output.aside("the library is read-only: it is read as it is, and nothing can be marked or brought")
    try:
        return LibraryReader.open(settings.library)
    except UnfinishedLibrary:
        from radar.wiring.libraries import build_library

        # Nothing is in it: as little is said as where there is none.
        build_library(settings).close()
    except OutdatedLibrary:
        _bring_up_to_date(settings, output)
    return LibraryReader.open(settings.library)


def _bring_up_to_date(settings: Settings, output: Output) -> None:
    from radar.wiring.libraries import build_library

    older = f"The library {settings.library} is of an older radar"
    output.aside(f"{older}; it is brought up to date first, with all that it holds")
    try:
        with migration_shown(output) as report:
            build_library(settings, report).close()
    except LibraryError as error:
        raise LibraryError(f"{older} and stays so: {error.message}", error.hint) from error


@contextmanager
def migration_shown(output: Output) -> Iterator[LabelledReport]:
    """Give what shows on standard error how far a library of an older radar is brought up to date."""
    with ExitStack() as shown:
        bars: list[ProgressBar] = []

        def report(label: str, done: int, total: int) -> None:
            if not bars:
                # Imported where it is needed: hardly any start finds anything to bring up to date.
                from radar.cli.progress import progress_bar

                # The bar hides the cursor, and Ctrl-C would leave it so.
                shown.callback(interrupts_raise())
                bars.append(shown.enter_context(progress_bar(output)))
            bars[0].step(label, done, total or None)

        yield report


def keys_of(reader: LibraryReader, query: PaperQuery, limit: int | None) -> list[int]:
    """Return the keys of the papers a query finds, at most `limit` of them."""
    # Not `first`, which bounds its work and so may pass a match by.
    return list(reader.keys(query)[:limit])
