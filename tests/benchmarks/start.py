"""How long the screen takes to start: `python -m tests.benchmarks.start LIBRARY ...`.

Each library is opened by the real program in a pseudo-terminal of 120x36, on compiled code, strictly in turn
with an empty Textual application and with a Python that does nothing. Two moments count: the first page,
which is painted before Textual is imported, and the first rows that Textual paints. Figures are medians; on
a machine that other programs share, trust the ratios. Radar notes in a library when it was last looked at:
give it copies.
"""

from __future__ import annotations

import argparse
import compileall
import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperQuery

ROOT = Path(__file__).parents[2]
COLUMNS, LINES = 120, 36
PYTHON, EMPTY = "python itself", "empty Textual app"
FIRST_PAGE, FIRST_ROWS = "first page", "first rows by Textual"
_READY = b"READY"
_PAGE_ENDS = b"\x1b[?2026l"
_TAKEN_OVER = b"\x1b[?1004h"
"""Textual asks for this when it has the terminal, and nobody before it."""
_QUESTIONS = {b"\x1b[c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R"}
_PATIENCE = 60.0
_NOTHING = 'print("READY")\n'
_EMPTY_APP = """\
from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("READY")


Empty().run()
"""


@dataclass
class Timing:
    """What several starts took until one moment."""

    wall: list[float] = field(default_factory=list)
    """Milliseconds from the start of the process."""
    cpu: list[float] = field(default_factory=list)
    """Milliseconds of its own time, user and system, where the system tells."""

    @property
    def figures(self) -> tuple[float, float, float]:
        """Median and least of the wall time, and the median of the processor's."""
        return statistics.median(self.wall), min(self.wall), statistics.median(self.cpu)

    def times(self, other: Timing) -> tuple[float, float]:
        """Return how many times as long as another it takes, by the wall and by the processor."""
        return self.figures[0] / other.figures[0], self.figures[2] / other.figures[2]


@dataclass
class Starts:
    """All timings, and the resident memory once a library stands on screen, in MB by its label."""

    timings: dict[tuple[str, str], Timing] = field(default_factory=dict)
    """By what was started and until which moment."""
    memory: dict[str, float] = field(default_factory=dict)

    def add(self, what: str, moment: str, wall: float, cpu: float) -> None:
        """Add one start."""
        timing = self.timings.setdefault((what, moment), Timing())
        timing.wall.append(wall)
        timing.cpu.append(cpu)

    def lines(self) -> list[str]:
        """Return the table: times in milliseconds, ratios to an empty application and to Python itself."""
        titles = ("", "wall median", "least", "cpu median", "to empty app", "to python")
        rows = [f"{titles[0]:44}" + "".join(f"{title:>14}" for title in titles[1:])]
        empty, python = self.timings[EMPTY, EMPTY], self.timings[PYTHON, PYTHON]
        for (what, moment), timing in self.timings.items():
            label = what if what == moment else f"{what}: {moment}"
            cells = [f"{figure:.1f}" for figure in timing.figures]
            for other in (empty, python):
                wall, cpu = timing.times(other)
                cells.append(f"{wall:.2f} / {cpu:.2f}")
            rows.append(f"{label:44}" + "".join(f"{cell:>14}" for cell in cells))
        rows += [f"{label}: {megabytes:.0f} MB resident" for label, megabytes in self.memory.items()]
        return rows


class _Started:
    """One process in a terminal."""

    def __init__(self, command: Sequence[str], variables: Mapping[str, str], folder: Path) -> None:
        self.begin = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if not self.process:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            os.chdir(folder)
            os.execve(command[0], list(command), dict(variables))
        self.read = bytearray()

    def until(self, words: bytes, behind: bytes = b"") -> tuple[float, float]:
        """Return wall and processor time in milliseconds at the moment the words were written."""
        while not self._written(words, behind):
            if not select.select([self.terminal], [], [], _PATIENCE)[0]:
                raise RuntimeError(f"never written: {words!r} behind {behind!r}")
            data = os.read(self.terminal, 65536)
            self.read += data
            for question, answer in _QUESTIONS.items():
                if question in data:
                    os.write(self.terminal, answer)
        return (time.perf_counter() - self.begin) * 1000, _cpu(self.process)

    def memory(self) -> float:
        """Return the resident memory in MB, where the system tells."""
        try:
            status = Path(f"/proc/{self.process}/status").read_text()
        except OSError:
            return float("nan")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def rest(self, seconds: float) -> None:
        """Read for so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if select.select([self.terminal], [], [], 0.05)[0]:
                self.read += os.read(self.terminal, 65536)

    def end(self) -> None:
        """End it, whatever it is at."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)

    def _written(self, words: bytes, behind: bytes) -> bool:
        start = self.read.find(behind)
        return start >= 0 and self.read.find(words, start) >= 0


def measure(libraries: Mapping[str, Path], runs: int = 11) -> Starts:
    """Start everything so many times, in turn.

    Args:
        libraries: copies of libraries by their labels.
    """
    starts = Starts()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _compiled_copy(folder)
        newest = {label: _first_words(path) for label, path in libraries.items()}
        for label, path in libraries.items():
            starts.memory[label] = _leave_record(folder, path)
        for _ in range(runs):
            for label, script in ((PYTHON, "nothing.py"), (EMPTY, "empty.py")):
                started = _Started([sys.executable, script], _variables(folder), folder)
                starts.add(label, label, *started.until(_READY))
                started.end()
            for label, path in libraries.items():
                started = _radar(folder, path)
                starts.add(label, FIRST_PAGE, *started.until(_PAGE_ENDS))
                starts.add(label, FIRST_ROWS, *started.until(newest[label], _TAKEN_OVER))
                started.end()
    return starts


def _radar(folder: Path, library: Path) -> _Started:
    variables = _variables(folder) | {"RADAR_LIBRARY": str(library.absolute())}
    return _Started([sys.executable, "-m", "radar"], variables, folder)


def _leave_record(folder: Path, library: Path) -> float:
    """Show the screen until it has left what the first page is painted from; return its memory in MB."""
    records = folder / "cache" / "radar" / "first-page"
    before = len(list(records.glob("[!.]*")))
    started = _radar(folder, library)
    until = time.monotonic() + _PATIENCE
    while len(list(records.glob("[!.]*"))) == before and time.monotonic() < until:
        started.rest(0.1)
    started.rest(1.0)
    memory = started.memory()
    os.write(started.terminal, b"q")
    started.until(b"\x1b[?1049l")
    os.waitpid(started.process, 0)
    os.close(started.terminal)
    return memory


def _compiled_copy(folder: Path) -> None:
    shutil.copytree(ROOT / "radar", folder / "radar", ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(folder / "radar", quiet=1)
    (folder / "nothing.py").write_text(_NOTHING)
    (folder / "empty.py").write_text(_EMPTY_APP)


def _variables(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    folders = {
        f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")
    }
    return kept | folders | {"HOME": str(folder), "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def _first_words(library: Path) -> bytes:
    """Return the beginning of the title that the list shows first."""
    reader = LibraryReader.open(library)
    row = reader.rows(reader.first(PaperQuery())[:1])[0]
    reader.close()
    return row.title[:12].encode()


def _cpu(process: int) -> float:
    """Return the processor time of a process in milliseconds, all its threads together."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6
    except OSError:
        return float("nan")


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("libraries", nargs="+", type=Path, help="copies of libraries")
    options.add_argument("--runs", type=int, default=11, help="starts of each")
    chosen = options.parse_args()
    print("\n".join(measure({path.stem: path for path in chosen.libraries}, chosen.runs).lines()))


if __name__ == "__main__":
    main()
