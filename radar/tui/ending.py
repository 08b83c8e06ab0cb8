"""A screen that is told to end by a signal, or has lost its terminal, leaves as one that is told by a key."""

from __future__ import annotations

import asyncio
import errno
import signal
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.app import App

_ENDING = ("SIGTERM", "SIGHUP")
_LOOKING = 2.0
"""Seconds between two looks whether the terminal is there; a look is one call to the system."""


class Exit(Protocol):
    """Leaves the screen, as Textual's `App.exit` does."""

    def __call__(self, *, return_code: int) -> None:
        """Leave it with this exit code."""


def end_by_signal(leave: Exit) -> None:
    """Leave the screen at SIGTERM and SIGHUP, where the system has them, so that everything is tidied up."""
    loop = asyncio.get_running_loop()
    for name in _ENDING:
        number = getattr(signal, name, None)
        # Windows knows no such handlers, and no thread but the main one may set them.
        with suppress(NotImplementedError, ValueError, RuntimeError):
            if number is not None:
                loop.add_signal_handler(number, partial(leave, return_code=128 + number))


def end_without_terminal(app: App[None]) -> None:
    """Leave the screen, as at SIGHUP, some seconds after the terminal is gone that its keys come from.

    Who is in the session of a terminal is told by the signal. A program with a session of its own hears
    nothing, and Textual would read the end of the keys again and again for ever.
    """
    keys = sys.__stdin__
    if sys.platform == "win32" or app.is_headless or keys is None:
        return
    handle = keys.fileno()
    if _error_of(handle) == errno.ENOTTY:
        return

    def look() -> None:
        if _error_of(handle):
            app.exit(return_code=128 + signal.SIGHUP)

    app.set_interval(_LOOKING, look)


def _error_of(handle: int) -> int:
    """Return the number of the error that a terminal answers with; 0 where it is there."""
    import termios

    try:
        termios.tcgetattr(handle)
    except termios.error as error:
        return int(error.args[0])
    return 0
