"""Textual's driver, which outlasts its terminal."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver


class LastingDriver(LinuxDriver):
    """Drops what it has to say to a terminal that is gone.

    Textual's thread that writes would end with the first error, and the screen wait for ever with the frames
    that nobody takes from it.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Make the driver of what Textual hands to it."""
        super().__init__(*arguments, **options)
        self._file: Any = Dropping(self._file)
        # Asked again when the terminal is gone, it would be another one, between which two the screen is laid
        # out in turns for ever.
        self._size = self._size or self._get_terminal_size()


class Dropping:
    """A file of a terminal; from its first error on it takes everything and does nothing with it."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._gone = False

    def write(self, text: str) -> None:
        """Write, where that can be done."""
        self._try(lambda: self._file.write(text))

    def flush(self) -> None:
        """Hand on what is written, where that can be done."""
        self._try(self._file.flush)

    def fileno(self) -> int:
        """Return the handle of the terminal."""
        return self._file.fileno()

    def _try(self, act: Callable[[], object]) -> None:
        if self._gone:
            return
        try:
            act()
        except OSError:
            self._gone = True
            # What is left in the file would fail once more when Python ends, which then tells of that.
            with suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, self._file.fileno())
                os.close(nowhere)
