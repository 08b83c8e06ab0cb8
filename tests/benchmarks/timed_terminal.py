"""A pseudo-terminal that notes when each byte came; what it means is worked out afterwards."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from tests.terminal import Terminal

QUIET = 0.12
"""Seconds without a byte after which the program has answered."""
_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
"""Synchronised output: the program says where a frame begins and ends."""

_COUNTING = b"counting"
_BEGINS = 0.6
"""Seconds that a loaded machine may take to show anything at all."""
_COUNTS, _PATIENCE = 5.0, 20.0

Chunk = tuple[float, bytes]


@dataclass(frozen=True, slots=True)
class Response:
    """What a key led to, in seconds after its byte was written."""

    first: float
    """The end of the first frame."""
    shown: float
    """The list shows something else than before: the first screenful of an answer."""
    listed: float
    """The list shows what it goes on to show: the exact answer may put a paper in, or follow the cursor."""
    counted: float
    """The line of the question does, with the exact count of what is found."""
    settled: float
    """The last byte."""
    loop: float
    """Processor time of the thread that paints."""
    others: float
    """Processor time of the other threads."""


@dataclass(frozen=True, slots=True)
class Held:
    """What holding a key led to."""

    keys: int
    waits: tuple[float, ...]
    """Seconds from each key to the end of the first frame that began after it."""
    behind: float
    """Seconds from the last key to the last byte."""
    share: float
    """Processor time as a part of one core."""


class TimedTerminal(Terminal):
    """The program in a terminal whose output is read at once and looked at later."""

    ANSWERS: ClassVar[Mapping[bytes, bytes]] = {**Terminal.ANSWERS, b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
    CONTROLS: ClassVar[bool] = True

    def __init__(
        self, module: str, arguments: Sequence[str], environment: Mapping[str, str], list_columns: int = 60
    ) -> None:
        self._list_columns = list_columns
        self._list_lines: dict[int, str] = {}
        self._unseen: list[Chunk] = []
        super().__init__(arguments, module=module, environment=environment)

    @property
    def process(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def list_shown(self) -> tuple[str, ...]:
        """The text of the list's area."""
        for y in self.screen.dirty.intersection(range(2, self.screen.lines - 2)):
            line = self.screen.buffer[y]
            self._list_lines[y] = "".join(line[x].data for x in range(self._list_columns))
        self.screen.dirty.clear()
        return tuple(self._list_lines.values())

    @property
    def under_cursor(self) -> str:
        """The title at the bar of the list, as far as it is shown; empty where there is no bar."""
        self.show()
        lines = [line for line in self.screen.display[2:-2] if line.startswith(("▌", ">"))]
        return lines[0][11 : self._list_columns - 12].rstrip(" …") if lines else ""

    def answer(self, quiet: float = QUIET, most: float = 20.0) -> list[Chunk]:
        """Return what comes until nothing has come for a while, and show it."""
        chunks = list(self._until_quiet(quiet, most))
        self.show(chunks)
        return chunks

    def show(self, chunks: Sequence[Chunk] = ()) -> None:
        """Bring the screen up to what came."""
        unseen, self._unseen = [*self._unseen, *chunks], []
        self.feed(b"".join(data for _, data in unseen))

    def press(self, keys: str, quiet: float = QUIET, *, look: bool = False) -> Response:
        """Type a key and return what it led to.

        Args:
            look: whether to make out when list and count had come to what they show in the end; else that is
                taken to be the first frame.
        """
        if look:
            self.show()
        loop, others = self.processor_time()
        begun = time.monotonic()
        self.type(keys)
        chunks = list(self._until_quiet(quiet, _PATIENCE))
        if look:
            while (
                chunks
                and _COUNTING in chunks[-1][1]
                and (more := list(self._until_quiet(_COUNTS, _PATIENCE)))
            ):
                chunks += more
        loop_after, others_after = self.processor_time()
        last = chunks[-1][0] if chunks else begun
        first = next((end for _, end in frames(chunks)), last)
        told = self._told(chunks, first) if look else (first, first, first)
        self._unseen += () if look else chunks
        first, shown, listed, counted, last = (moment - begun for moment in (first, *told, last))
        return Response(first, shown, listed, counted, last, loop_after - loop, others_after - others)

    def _told(self, chunks: Sequence[Chunk], first: float) -> tuple[float, float, float]:
        """Show it; return when the list changed first, when last, and the line of the question last."""
        changed, shown = [first, first], [self.list_shown, self._question]
        began: float | None = None
        for moment, data in chunks:
            self.feed(data)
            for place, now in enumerate((self.list_shown, self._question)):
                if shown[place] != now:
                    changed[place], shown[place] = moment, now
                    began = moment if began is None and place == 0 else began
        return first if began is None else began, changed[0], changed[1]

    @property
    def _question(self) -> tuple[str, ...]:
        line = self.screen.buffer[1]
        return tuple(line[x].data for x in range(self.screen.columns))

    def hold(self, key: str, rate: int, seconds: float) -> Held:
        """Type a key so often a second, reading all the while."""
        count = round(rate * seconds)
        chunks: list[Chunk] = []
        typed: list[float] = []
        before = sum(self.processor_time())
        begun = time.monotonic()
        for number in range(count):
            chunks += self._until(begun + number / rate)
            typed.append(time.monotonic())
            self.type(key)
        chunks += self._until_quiet(_BEGINS, _PATIENCE)
        ended = chunks[-1][0] if chunks else begun
        spent = sum(self.processor_time()) - before
        self.show(chunks)
        painted = list(frames(chunks))
        return Held(count, tuple(_waits(typed, painted)), ended - typed[-1], spent / (ended - begun))

    def processor_time(self) -> tuple[float, float]:
        """Return the seconds that the painting thread and all others have run."""
        times: dict[int, float] = {}
        for task in Path(f"/proc/{self.process}/task").iterdir():
            try:
                times[int(task.name)] = int((task / "schedstat").read_text().split()[0]) / 1e9
            except OSError:
                continue
        loop = times.pop(self.process, 0.0)
        return loop, sum(times.values())

    def memory(self) -> tuple[float, float]:
        """Return the megabytes resident now, and the most there have been."""
        lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        sizes = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
        return int(sizes["VmRSS"]) / 1024, int(sizes["VmHWM"]) / 1024

    def _until_quiet(self, quiet: float, most: float) -> Iterator[Chunk]:
        end = time.monotonic() + most
        chunk = self._next(max(quiet, _BEGINS))
        while chunk is not None and time.monotonic() < end:
            yield chunk
            chunk = self._next(quiet)

    def _until(self, moment: float) -> Iterator[Chunk]:
        while (left := moment - time.monotonic()) > 0:
            if (chunk := self._next(left)) is not None:
                yield chunk

    def _next(self, seconds: float) -> Chunk | None:
        readable, _, _ = select.select([self._terminal], [], [], seconds)
        if not readable:
            return None
        data = os.read(self._terminal, 65536)
        moment = time.monotonic()
        self.reply(data)
        return moment, data


def frames(chunks: Sequence[Chunk]) -> Iterator[tuple[float, float]]:
    """Yield when each frame began and ended."""
    begun: float | None = None
    text = b""
    for moment, data in chunks:
        text += data
        while (at := text.find(mark := _FRAME_BEGINS if begun is None else _FRAME_ENDS)) >= 0:
            if begun is None:
                begun = moment
            else:
                yield begun, moment
                begun = None
            text = text[at + len(mark) :]
        # A mark may be cut between two reads.
        text = text[-len(mark) + 1 :]


def _waits(typed: Sequence[float], painted: Sequence[tuple[float, float]]) -> Iterator[float]:
    place = 0
    for moment in typed:
        while place < len(painted) and painted[place][0] < moment:
            place += 1
        if place < len(painted):
            yield painted[place][1] - moment


def share_over(waits: Sequence[float], bound: float) -> float:
    """Return which part of the waits was longer than a bound."""
    return sum(wait > bound for wait in waits) / len(waits) if waits else 0.0
