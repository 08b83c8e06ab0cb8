"""Radar with a watch on its event loop: `python -m tests.benchmarks.watched_radar RECORD [--profile] ...`.

The program itself is untouched: it runs on an event loop whose selector notes when the loop came back and
how long it had been held, and how late it woke where it had only waited. A beat every few milliseconds sees
to it that there is always something to be late for, so that a thread that holds the interpreter is seen too.
With `--profile` the stack is looked at every millisecond of processor time.
"""

from __future__ import annotations

import asyncio
import atexit
import collections
import selectors
import signal
import sys
import time
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

from radar.cli import main

BEAT = 0.005
"""Seconds between two beats of the loop."""
_KEPT = 3 * 2048
_SAMPLE = 0.001


class Record:
    """When the loop was held, for how long, and how long it worked in that time: seconds, in a file."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._noted = array("d")

    def note(self, moment: float, lag: float, worked: float) -> None:
        """Note that the loop was ready again at a moment, so much later than it should have been."""
        self._noted.extend((moment, lag, worked))
        if len(self._noted) >= _KEPT:
            self.write()

    def write(self) -> None:
        """Hand on what was noted."""
        self._noted.tofile(self._file)
        self._file.flush()
        del self._noted[:]


def lags(path: Path, since: float, until: float) -> tuple[list[float], list[float]]:
    """Return the seconds of lag noted between two moments, and those of work in them.

    Where other programs want the processor too, a lag is long though the work in it was short.
    """
    noted = array("d", path.read_bytes()[: path.stat().st_size // 24 * 24])
    chosen = [place for place in range(0, len(noted), 3) if since <= noted[place] < until]
    return [noted[place + 1] for place in chosen], [noted[place + 2] for place in chosen]


class _Selector(selectors.DefaultSelector):
    def __init__(self, record: Record) -> None:
        super().__init__()
        self._record = record
        self._back: float | None = None
        self._worked = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        begun = time.monotonic()
        if self._back is not None:
            self._record.note(begun, begun - self._back, time.thread_time() - self._worked)
        ready = super().select(timeout)
        self._back, self._worked = time.monotonic(), time.thread_time()
        if not ready and timeout:
            self._record.note(self._back, max(0.0, self._back - begun - timeout), 0.0)
        return ready


class _Loop(asyncio.SelectorEventLoop):
    def run_forever(self) -> None:
        self.call_later(BEAT, self._beat)
        super().run_forever()

    def _beat(self) -> None:
        self.call_later(BEAT, self._beat)


class _Policy(asyncio.DefaultEventLoopPolicy):
    def __init__(self, made: Callable[[], asyncio.AbstractEventLoop]) -> None:
        super().__init__()
        self._made = made

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        return self._made()


class Profile:
    """Where processor time goes: how often each function was at work, and how often it was waited for."""

    def __init__(self) -> None:
        self._own: collections.Counter[str] = collections.Counter()
        self._whole: collections.Counter[str] = collections.Counter()
        self._taken = 0

    def start(self) -> None:
        """Begin to look."""
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, _SAMPLE, _SAMPLE)

    def write(self, path: Path) -> None:
        """Write the functions that took most."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        lines = [f"{self._taken} samples"]
        for title, counted in (("itself", self._own), ("with what it calls", self._whole)):
            lines += ["", title]
            lines += [
                f"{100 * n / max(1, self._taken):6.1f} %  {name}" for name, n in counted.most_common(70)
            ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _look(self, _number: int, frame: FrameType | None) -> None:
        self._taken += 1
        seen: set[str] = set()
        if frame is not None:
            self._own[_name(frame)] += 1
        while frame is not None:
            seen.add(_name(frame))
            frame = frame.f_back
        self._whole.update(seen)


def _name(frame: FrameType) -> str:
    code = frame.f_code
    place = "/".join(Path(code.co_filename).parts[-3:])
    return f"{code.co_qualname if sys.version_info >= (3, 11) else code.co_name}  {place}"


def run(arguments: Sequence[str]) -> int:
    """Run radar with the arguments behind the record's path."""
    path, *rest = arguments
    record = Record(Path(path))
    atexit.register(record.write)
    # Handed over as a policy: Textual asks asyncio for its loop.
    asyncio.set_event_loop_policy(_Policy(lambda: _Loop(_Selector(record))))
    if rest[:1] == ["--profile"]:
        rest = rest[1:]
        profile = Profile()
        atexit.register(profile.write, Path(f"{path}.profile"))
        profile.start()
    return main(rest)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
