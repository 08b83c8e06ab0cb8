"""A screen that is told to end by a signal leaves as one that is told by a key."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from functools import partial
from typing import Protocol

_ENDING = ("SIGTERM", "SIGHUP")


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
