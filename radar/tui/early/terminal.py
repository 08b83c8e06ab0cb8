"""The terminal between the first page and the take-over by Textual, and back where that does not come.

The terminal is set so that keys are neither shown nor lost: they wait in its queue until Textual reads them.
A signal that ends the process, which Ctrl-C is, ends it at once and gives the terminal back. An error raised
amid imports would at times be kept by what was importing, or come out as another one.
"""

from __future__ import annotations

import os
import signal
import termios

from radar.tui.early.ending import end_at_once
from radar.tui.terminal.front import in_front

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_INPUT, _LOCAL, _CHARACTERS = 0, 3, 6
"""Places in what `termios.tcgetattr` returns."""
_KEYS, _SCREEN = 0, 2
"""Where keys come from and where Textual draws: standard input and standard error."""
_BEGIN = "\x1b[?1049h\x1b[?25l\x1b[?2026h"
_END = "\x1b[?2026l"
_BACK = f"{_END}\x1b[0m\x1b[?1049l\x1b[?25h"
_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def foreground_size() -> tuple[int, int] | None:
    """Return columns and lines as Textual will find them.

    None where keys and screen are no terminal, or one that another program has in front.
    """
    if not (os.isatty(_KEYS) and os.isatty(1) and os.isatty(_SCREEN)):
        return None
    if not in_front(_KEYS):
        return None
    try:
        found = os.get_terminal_size(1)
    except OSError:
        return None
    columns, lines = (_set(name) for name in ("COLUMNS", "LINES"))
    return columns or found.columns, lines or found.lines


class EarlyTerminal:
    """The terminal while a first page stands on it."""

    def __init__(self) -> None:
        """Note how it is set; raises termios.error where it is none."""
        self.attributes: list[Any] = termios.tcgetattr(_KEYS)
        """How it was set before, which it is set to again at the end."""
        self.taken = False
        """Whether Textual has it now."""
        self._handlers = [(number, signal.getsignal(number)) for number in _ENDING]
        self._shown = False

    def show(self, page: str) -> None:
        """Put the page on it; raises OSError or termios.error, and then nothing is changed."""
        for number in _ENDING:
            signal.signal(number, self._end)
        self._shown = True
        try:
            termios.tcsetattr(_KEYS, termios.TCSANOW, _waiting(self.attributes))
            data = (_BEGIN + page + _END).encode()
            while data:
                data = data[os.write(_SCREEN, data) :]
        except BaseException:
            self.give_back()
            raise

    def give_back(self) -> None:
        """Set everything as it was, where Textual has not done so; a second time does nothing."""
        if not self._shown:
            return
        self._shown = False
        try:
            if not self.taken:
                os.write(_SCREEN, _BACK.encode())
                # Keys meant for the list are not for the shell.
                termios.tcflush(_KEYS, termios.TCIFLUSH)
            if in_front(_KEYS):
                termios.tcsetattr(_KEYS, termios.TCSANOW, self.attributes)
        except (OSError, termios.error):
            # The terminal is gone, and with it what could be set.
            pass
        for number, handler in self._handlers:
            signal.signal(number, handler)

    def _end(self, number: int, _frame: object) -> None:
        self.give_back()
        end_at_once(number)


def _waiting(attributes: list[Any]) -> list[Any]:
    """Return how the terminal is set while keys wait: as Textual sets it, but Ctrl-C interrupts."""
    changed = [*attributes]
    changed[_LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    changed[_INPUT] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    changed[_CHARACTERS] = characters = [*attributes[_CHARACTERS]]
    characters[termios.VMIN] = 1
    off = os.fpathconf(_KEYS, "PC_VDISABLE").to_bytes(1, "little")
    # Stopped now, the shell would be left with this screen.
    characters[termios.VSUSP] = characters[termios.VQUIT] = off
    return changed


def _set(name: str) -> int:
    value = os.environ.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0
