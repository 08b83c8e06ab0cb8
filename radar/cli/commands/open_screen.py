"""`radar` alone: the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radar import __version__
from radar.cli.first_page import folder_of, is_screen, name_of
from radar.cli.opening import migration_shown, settings_of
from radar.cli.output import Output, printable
from radar.cli.screen_settings import refuse_wrong_settings
from radar.cli.screen_timing import timed_for_a_screen
from radar.errors import BrokenLibrary
from radar.settings import Settings

if TYPE_CHECKING:
    import argparse

    from radar.pipeline.radar import Radar
    from radar.tui.early.memory import Memory
    from radar.tui.early.terminal import EarlyTerminal


DETAILS = ""
_WITHOUT_CURSOR = frozenset({"", "dumb", "unknown"})
"""Values of TERM under which a screen would be drawn as garbage, and its keys never arrive."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The screen's options belong to the program itself."""


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Open the screen on the library, until the reader leaves it."""
    return open_screen(vars(arguments), output, arguments.terminal)


def open_screen(arguments: Mapping[str, Any], output: Output, terminal: EarlyTerminal | None = None) -> int:
    """Open the screen on the library, until the reader leaves it.

    Args:
        arguments: what the command line says, by name; what it leaves out need not be there.
        terminal: where a first page stands already.
    """
    refuse_without_terminal(output)
    settings = settings_of(arguments)
    memory = _memory(arguments.get("arguments", ()), settings)
    try:
        radar = _built(settings, output)
    except BrokenLibrary as error:
        # Where a first page stands, the terminal is the screen's already.
        if terminal is not None or not _set_aside(settings, error, output):
            raise
        radar = _built(settings, output)
    return show_screen(radar, settings, memory, terminal)


def _built(settings: Settings, output: Output) -> Radar:
    from radar.wiring.radars import build_radar

    with migration_shown(output) as report:
        return build_radar(settings, report)


def _set_aside(settings: Settings, error: BrokenLibrary, output: Output) -> bool:
    """Ask whether a library that is none is to be renamed, for a new one to take its place, and do it."""
    from radar.cli.person import Person
    from radar.library.rescue.setting_aside import set_aside

    person = Person(output)
    if not person.present:
        return False
    output.aside(f"{error.message}.")
    if BrokenLibrary.RESCUE in error.hint:
        output.aside(f"Before that, {BrokenLibrary.RESCUE}.")
    if not person.agrees("Set it aside, with nothing deleted, and begin a new one?", usual=False):
        return False
    output.aside(f"it is kept as {printable(str(set_aside(settings.library)))}")
    return True


def _memory(arguments: Sequence[str], settings: Settings) -> Memory | None:
    """Return where the first page of the next start is kept; None where it would not be looked for."""
    folder = folder_of(os.environ)
    if sys.platform == "win32" or not folder or not is_screen(arguments):
        return None
    from radar.tui.early.memory import Memory

    name = name_of(arguments, os.environ)
    return Memory(Path(folder), name, __version__, settings.library, settings.config_file)


def refuse_without_terminal(output: Output) -> None:
    """Raise UsageError where there is no terminal to draw on."""
    if can_show_screen(output):
        return
    from radar.cli.wrong_use import UsageError

    hint = "radar list prints the papers, radar demo --headless a sample; radar --help names all commands"
    if not _has_keys(output):
        raise UsageError("the screen needs a terminal", f"Without one: {hint}")
    raise UsageError(f"this terminal cannot show the screen (TERM={os.environ.get('TERM', '')})", hint)


def can_show_screen(output: Output) -> bool:
    """Whether keys can be read and a screen be drawn."""
    return _has_keys(output) and not _cannot_draw()


def _has_keys(output: Output) -> bool:
    return output.person and sys.stdin is not None and sys.stdin.isatty()


def _cannot_draw() -> bool:
    """Whether the terminal says that it knows no cursor; Windows sets no TERM."""
    return os.environ.get("TERM", "") in _WITHOUT_CURSOR and sys.platform != "win32"


def _lacks_signs() -> bool:
    """Whether the encoding of the terminal has no signs: each would become the same question mark."""
    from radar.tui.lines.glyphs import UNICODE

    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    try:
        f"{UNICODE.cursor}{UNICODE.new}{UNICODE.starred}{UNICODE.state_of_the_art}".encode(encoding)
    except UnicodeEncodeError:
        return True
    return False


def show_screen(
    radar: Radar,
    settings: Settings,
    memory: Memory | None = None,
    terminal: EarlyTerminal | None = None,
) -> int:
    """Run the screen, and close the library behind it."""
    try:
        from radar.pipeline.thread_log import threads_logged
        from radar.wiring.radars import secrets_of

        with timed_for_a_screen(), threads_logged(radar.log, lambda: secrets_of(settings)()):
            from radar.tui.app import run as run_screen

            refuse_wrong_settings(settings)
            return run_screen(
                radar,
                ascii=settings.ascii or _lacks_signs(),
                theme=settings.theme,
                keys=settings.keys,
                memory=memory,
                terminal=terminal,
            )
    finally:
        radar.close()
