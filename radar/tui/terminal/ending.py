"""A screen that is told to end by a signal, or has lost its terminal, leaves as one that is told by a key."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.app import App

_ENDING = ("SIGTERM", "SIGHUP", "SIGINT")
_LOOKING = 2.0
"""Seconds between two looks whether the terminal is there; a look is one call to the system."""
_PATIENCE = 20.0
"""Seconds that a screen is given to leave when its terminal is gone."""


class Exit(Protocol):
    """Leaves the screen, as Textual's `App.exit` does."""

    def __call__(self, *, return_code: int) -> None:
        """Leave it with this exit code."""


def end_by_signal(leave: Exit) -> None:
    """Leave the screen at SIGTERM, SIGHUP and SIGINT, where the system has them, and tidy up everything."""
    loop = asyncio.get_running_loop()
    for name in _ENDING:
        number = getattr(signal, name, None)
        # Windows knows no such handlers, and no thread but the main one may set them.
        with suppress(NotImplementedError, ValueError, RuntimeError):
            if number is not None:
                loop.add_signal_handler(number, partial(leave, return_code=128 + number))


@contextmanager
def interrupts_leave(leave: Exit) -> Iterator[None]:
    """Have Ctrl-C leave a screen that is being opened, until `end_by_signal` sees to it.

    asyncio would cancel the screen, which Textual takes for a good end, and where Python raises an error
    while asyncio makes its loop, half of one is left behind and complains.
    """
    before = signal.signal(signal.SIGINT, lambda number, _frame: leave(return_code=128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class TerminalWatch:
    """Looks whether the terminal is there that the keys come from, and has the screen left once it is not.

    Who is in the session of a terminal is told by a signal. A program with a session of its own hears
    nothing, and Textual would read the end of the keys again and again for ever. It looks from a thread of
    its own: a screen that lays itself out for a terminal that is gone may never come to anything else.

    Args:
        gone: whether the terminal is gone.
        leave: asks the screen to be left.
        abandon: ends the program, where the screen does not leave in time; nothing is lost by it, for what
            the reader did is in the library.
        wait: waits the seconds, and returns whether the screen was left meanwhile.
    """

    def __init__(
        self,
        gone: Callable[[], bool],
        leave: Callable[[], object],
        abandon: Callable[[], object],
        wait: Callable[[float], bool],
    ) -> None:
        self._gone = gone
        self._leave = leave
        self._abandon = abandon
        self._wait = wait

    def run(self) -> None:
        """Look until the screen is left."""
        while not self._wait(_LOOKING):
            if self._gone():
                self._leave()
                if not self._wait(_PATIENCE):
                    self._abandon()
                return


def end_without_terminal(app: App[None]) -> Callable[[], None]:
    """Leave the screen, as at SIGHUP, soon after its terminal is gone; return what ends the looking."""
    keys = sys.__stdin__
    left = threading.Event()
    if sys.platform == "win32" or app.is_headless or keys is None:
        return left.set
    handle = keys.fileno()
    if _error_of(handle) == errno.ENOTTY:
        return left.set
    loop = asyncio.get_running_loop()
    code = 128 + signal.SIGHUP

    def leave() -> None:
        # A loop that is closed has been left.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(partial(app.exit, return_code=code))

    watch = TerminalWatch(lambda: _error_of(handle) != 0, leave, partial(os._exit, code), left.wait)
    threading.Thread(target=watch.run, name="radar-terminal", daemon=True).start()
    return left.set


def _error_of(handle: int) -> int:
    """Return the number of the error that a terminal answers with; 0 where it is there."""
    import termios

    try:
        termios.tcgetattr(handle)
    except termios.error as error:
        return int(error.args[0])
    return 0
