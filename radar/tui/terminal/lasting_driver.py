"""Textual's driver, which outlasts its terminal and gives it to the shell for a while."""

from __future__ import annotations

import os
import signal
import sys
from asyncio import TimerHandle
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import IO, Any

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from radar.tui.terminal.front import in_front
from radar.tui.terminal.whole_paste import PasteParser

_FRAME_BEGINS, _FRAME_ENDS = "\x1b[?2026h", "\x1b[?2026l"
"""Synchronised output, as Textual writes it around a frame where the terminal knows it."""

_TO_END = 0.2
"""Seconds that a job behind others has to hear that it is to end."""


class LastingDriver(LinuxDriver):
    """Drops what it has to say to a terminal that is gone, and hands each frame on in one piece.

    Textual's thread that writes would end with the first error, and the screen wait for ever with the frames
    that nobody takes from it. Each piece that is handed to that thread may take the interpreter from the
    thread that paints; a frame comes in three.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Make the driver of what Textual hands to it."""
        super().__init__(*arguments, **options)
        self._file: Any = Dropping(screen_of(self._file, sys.__stdout__))
        # Asked again when the terminal is gone, it would be another one, between which two the screen is laid
        # out in turns for ever.
        self._size = self._size or self._get_terminal_size()
        self._frames = Frames()
        self._away = False
        self._stopping: TimerHandle | None = None

    def run_input_thread(self) -> None:
        """Read what the terminal sends, as Textual does, but for keys that stand in a pasted text, and for
        bytes that are no text: they would end the screen."""
        # Textual makes its parser and its decoder under these names, and has no other place to put them.
        linux_driver.XTermParser = PasteParser  # type: ignore[attr-defined]
        linux_driver.getincrementaldecoder = _replacing  # type: ignore[attr-defined, assignment]
        super().run_input_thread()

    def write(self, data: str) -> None:
        """Write, a frame once it is whole; nothing while the terminal is the shell's."""
        if not self._away and (whole := self._frames.whole(data)):
            super().write(whole)

    def resume_application_mode(self) -> None:
        """Take the terminal, unless it is still the shell's, as after `bg`."""
        before, self._away = self._writer_thread, False
        super().resume_application_mode()
        self._away = self._writer_thread is before
        # Also what did not change here stands under what the shell wrote.
        self._app.call_later(self._app.refresh)

    def _sigtstp_application(self, *_: object) -> None:
        # Not amid a frame, nor amid anything else.
        self._soon(self._suspend)

    def _sigcont_application(self, *_: object) -> None:
        self._soon(self._come_back)

    def _soon(self, act: Callable[[], object]) -> None:
        # A loop that is closed has given its terminal back already.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(act)

    def _suspend(self) -> None:
        """Give the terminal back and stop, with all that the shell started as one job.

        A program that only stopped itself would leave the one that started it, such as uvx, waiting in front
        of the reader for ever. Where no shell waits for the job, the system lets nothing stop.
        """
        if not self._away:
            self.suspend_application_mode()
            self._away = self._must_signal_resume = True
        ours = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, ours)
        self._loop.call_soon(self._come_back_if_away)

    def stop_application_mode(self) -> None:
        """Give the terminal back, unless it is the shell's already: whoever touches it then is stopped."""
        if not self._away:
            super().stop_application_mode()

    def disable_input(self) -> None:
        """Take no more keys."""
        if not self._away:
            super().disable_input()

    def _come_back_if_away(self) -> None:
        if self._away:
            self._come_back()

    def _come_back(self) -> None:
        """Take the terminal anew, also where the shell had it after a signal that nobody can hear of.

        A screen that is being left does not: it would keep what it has given back.
        """
        if self._app.return_code is not None:
            return
        if not self._away:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self._away = True
        if self._stopping is not None:
            # A second one would stop the job once more before it hears that it is to end.
            self._stopping.cancel()
        if in_front(self.fileno):
            self.resume_application_mode()
        else:
            # A shell that ends a job that has stopped brings it back for that, and not to the front.
            self._stopping = self._loop.call_later(_TO_END, self._stop_behind)

    def _stop_behind(self) -> None:
        """Stop once more, as after `bg`, unless the screen is being left."""
        if self._away and not in_front(self.fileno) and self._app.return_code is None:
            os.kill(0, signal.SIGTTOU)


def _replacing(encoding: str) -> Callable[[], IncrementalDecoder]:
    """Return what makes decoders that put U+FFFD for each byte that is no text."""
    return partial(getincrementaldecoder(encoding), errors="replace")


def screen_of(errors: IO[str] | None, output: IO[str] | None) -> Any:
    """Return what the screen is drawn on: standard error, as Textual does, or standard output where only that
    is a terminal, as under `radar 2>errors.txt`."""
    if errors is not None and errors.isatty():
        return errors
    return output if output is not None and output.isatty() else errors


class Frames:
    """Puts the pieces of a frame together."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def whole(self, piece: str) -> str:
        """Return what can be written now that a piece has come: empty while a frame is not whole."""
        if not self._pieces and piece != _FRAME_BEGINS:
            return piece
        self._pieces.append(piece)
        if piece != _FRAME_ENDS:
            return ""
        frame = "".join(self._pieces)
        self._pieces.clear()
        return frame


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
