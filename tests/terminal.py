"""A pseudo-terminal that runs the real program, types keys and reads the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

import pyte
from rich.cells import cell_len

ROOT = Path(__file__).parents[1]


class Screen(pyte.Screen):
    """pyte hands a flag for private reports to methods that do not take one."""

    def report_device_status(self, mode: int, **_: object) -> None:
        """Answer nothing; the terminal answers by itself."""

    def set_margins(self, top: int | None = None, bottom: int | None = None, **_: object) -> None:
        """Set the margins, whatever flag comes along."""
        super().set_margins(top, bottom)

    @property
    def display(self) -> list[str]:
        """The lines; the half of a wide letter whose other half is written over is blank, as on a terminal.

        pyte leaves an empty cell there, and fails over it when it is asked amid a picture.
        """
        for line in self.buffer.values():
            for x, cell in list(line.items()):
                if not cell.data and cell_len(line[x - 1].data) != 2:
                    line[x] = cell._replace(data=" ")
        return super().display


class Terminal:
    """`radar ARGUMENTS` in a pseudo-terminal.

    Args:
        arguments: of the command line.
        columns, lines: size of the terminal in cells.
        environment: variables over those of the test.
        module: what is run in place of radar, and hands the arguments on to it.
    """

    ANSWERS: ClassVar[Mapping[bytes, bytes]] = {b"\x1b[c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R"}
    """What the terminal says to the questions it knows."""
    CONTROLS: ClassVar[bool] = False
    """Whether the program is told by SIGHUP when the terminal is gone, however this process ends."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        columns: int = 120,
        lines: int = 36,
        environment: Mapping[str, str] | None = None,
        module: str = "radar",
    ) -> None:
        self.raw = bytearray()
        """Every byte the program wrote to the terminal."""
        self.screen = Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._text: str | None = None
        self._size = struct.pack("HHHH", lines, columns, 0, 0)
        self.status: int | None = None
        command = [sys.executable, "-m", module, *arguments]
        variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
        self._start(command, variables)

    def _start(self, command: Sequence[str], variables: Mapping[str, str]) -> None:
        parent, child = pty.openpty()
        fcntl.ioctl(child, termios.TIOCSWINSZ, self._size)
        self._process = subprocess.Popen(
            command,
            stdin=child,
            stdout=child,
            stderr=child,
            cwd=ROOT,
            env=dict(variables),
            start_new_session=True,
            preexec_fn=_take_control if self.CONTROLS else None,
        )
        os.close(child)
        self._terminal = parent

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self.hang_up()

    def type(self, keys: str) -> None:
        """Type the keys, as the bytes a terminal would send."""
        self.type_bytes(keys.encode())

    def type_bytes(self, keys: bytes) -> None:
        """Send what a terminal would, whatever bytes these are."""
        os.write(self._terminal, keys)

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def hang_up(self) -> None:
        """Take the terminal away; the program's session is its own, so that no signal tells of it."""
        if self._terminal >= 0:
            os.close(self._terminal)
            self._terminal = -1

    def wait_unseen(self, seconds: float = 30.0) -> int:
        """Return the exit status of the program once it has ended, without a look at the terminal."""
        return self._process.wait(seconds)

    @property
    def handle(self) -> int:
        """The terminal itself, to ask how it is set."""
        return self._terminal

    @property
    def text(self) -> str:
        """What the screen shows."""
        if self._text is None:
            self._text = "\n".join(self.screen.display)
        return self._text

    def wait_for(self, condition: Callable[[str], bool] | str, seconds: float = 30.0) -> str:
        """Return the screen's text as soon as it holds the words or meets the condition.

        Raises:
            AssertionError: it did not within the seconds.
        """
        met = (lambda text: condition in text) if isinstance(condition, str) else condition
        until = time.monotonic() + seconds
        while not met(self.text):
            if not self._read() or time.monotonic() > until:
                raise AssertionError(f"never on screen: {condition}\n{self.text}")
        return self.text

    def wait_for_end(self, seconds: float = 30.0) -> int:
        """Return the exit status of the program once it has ended."""
        until = time.monotonic() + seconds
        while self._read():
            if time.monotonic() > until:
                raise AssertionError(f"did not end\n{self.text}")
        return self._process.wait()

    def _read(self) -> bool:
        readable, _, _ = select.select([self._terminal], [], [], 0.05)
        if not readable:
            return self._process.poll() is None
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            return False
        self.reply(data)
        self.feed(data)
        return bool(data)

    def reply(self, data: bytes) -> None:
        """Answer what the program asks the terminal."""
        for question, answer in self.ANSWERS.items():
            if question in data:
                os.write(self._terminal, answer)

    def feed(self, data: bytes) -> None:
        """Show what the program wrote."""
        self.raw += data
        self._text = None
        self._stream.feed(_without_private(data))


def _take_control() -> None:
    """Make standard input the terminal that controls this session."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _without_private(data: bytes) -> bytes:
    """Leave out the sequences of newer terminals that pyte prints as text."""
    return re.sub(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;$]*p|\x1bP[^\x1b]*\x1b\\", b"", data)
