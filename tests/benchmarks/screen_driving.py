"""The real program on a library, in a terminal that notes when each byte came, with a watch on its loop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.timed_terminal import TimedTerminal
from tests.benchmarks.watched_radar import lags

_WATCHED = "tests.benchmarks.watched_radar"
_REST = 0.6
"""Seconds without a byte after which the program has started."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One program, on a library of one size."""

    size: int
    library: Path
    terminal: TimedTerminal
    record: Path

    def lag(self, since: float, until: float) -> tuple[list[float], list[float]]:
        """Return the seconds that the loop was held, or late, between two moments, and those of its work."""
        return lags(self.record, since, until)


@contextmanager
def seats(
    libraries: Mapping[int, Path], scratch: Path, *, watched: bool = True, profile: bool = False
) -> Iterator[list[Seat]]:
    """Start a program for each library, wait until all rest, and end them."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(_seat(size, path, scratch / str(size), watched, profile))
            for size, path in libraries.items()
        ]


@contextmanager
def _seat(size: int, library: Path, scratch: Path, watched: bool, profile: bool) -> Iterator[Seat]:
    scratch.mkdir(parents=True, exist_ok=True)
    folders = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
    environment = {name: str(scratch) for name in folders} | {"RADAR_LIBRARY": str(library)}
    record = scratch / "lag"
    arguments = [str(record), *(["--profile"] if profile else [])] if watched else []
    with TimedTerminal(_WATCHED if watched else "radar", arguments, environment) as terminal:
        terminal.wait_for("with code")
        terminal.answer(_REST)
        yield Seat(size, library, terminal, record)
        terminal.type("\x1b\x1b")
        terminal.answer()
        terminal.type("q")
        terminal.wait_for_end()
