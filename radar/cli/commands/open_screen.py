"""`radar` alone: the screen."""

from __future__ import annotations

import argparse
import gc
import sys
from typing import TYPE_CHECKING

from radar.cli.opening import settings_of
from radar.cli.output import Output
from radar.cli.parser import UsageError
from radar.settings import Settings

if TYPE_CHECKING:
    from radar.pipeline.radar import Radar


DETAILS = ""


def configure(parser: argparse.ArgumentParser) -> None:
    """The screen's options belong to the program itself."""


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Open the screen on the library, until the reader leaves it."""
    refuse_without_terminal(output)
    settings = settings_of(arguments)
    from radar.wiring import build_radar

    return show_screen(build_radar(settings), settings)


def refuse_without_terminal(output: Output) -> None:
    """Raise UsageError where there is no terminal to draw on."""
    if not has_terminal(output):
        raise UsageError(
            "the screen needs a terminal",
            "Without one: radar list, or radar demo --headless; radar --help names all commands",
        )


def has_terminal(output: Output) -> bool:
    """Whether keys can be read and a screen be drawn."""
    return output.person and sys.stdin is not None and sys.stdin.isatty()


def show_screen(radar: Radar, settings: Settings) -> int:
    """Run the screen, and close the library behind it."""
    # What the screen imports lasts as long as it does; to look through it for garbage only costs time.
    gc.disable()
    try:
        from radar.tui.app import run as run_screen

        return run_screen(radar, ascii=settings.ascii, theme=settings.theme, keys=settings.keys)
    finally:
        gc.enable()
        radar.close()
