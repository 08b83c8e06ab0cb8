"""Keys held down, keys held while others write, and memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Sequence

from radar.library.reader import LibraryReader
from radar.papers.reader.query import PaperQuery
from radar.tui.detail.readable import readable
from tests.benchmarks.screen_driving import Seat
from tests.benchmarks.screen_keys import PAGE_DOWN, loop_lag
from tests.benchmarks.screen_table import FRAME, Table
from tests.benchmarks.timed_terminal import Held, share_over
from tests.terminal import ROOT

_COMPARED = 20
"""Letters by which a title is recognised."""


def measure_holding(seats: Sequence[Seat], table: Table, seconds: float) -> None:
    """Hold `j` and page down at two rates."""
    spans = defaultdict[int, list[tuple[float, float]]](list)
    for rate in (30, 60):
        for name, key in (("j", "j"), ("page down", PAGE_DOWN)):
            table.heading(f"holding {name} at {rate} Hz for {seconds:g} s", "ms from each key to its frame")
            held: dict[int, Held] = {}
            lost: dict[int, float] = {}
            for seat in seats:
                step = 1 if name == "j" else _papers_a_page(seat)
                if step * rate * seconds < seat.size:
                    begun = time.monotonic()
                    held[seat.size], lost[seat.size] = _hold(seat, key, rate, seconds, step)
                    spans[seat.size].append((begun, time.monotonic()))
            _print_held(table, held)
            table.figures("papers from where it should be", lost, "{:.0f}")
    loop_lag(seats, table, spans)


def measure_writes(seats: Sequence[Seat], table: Table, seconds: float) -> None:
    """Hold `j` while another process marks papers, and while summaries of the papers in sight come in."""
    for kind in ("marks", "summaries"):
        spans: dict[int, list[tuple[float, float]]] = {}
        table.heading(
            f"holding j at 30 Hz while another process writes {kind}", "ms from each key to its frame"
        )
        held: dict[int, Held] = {}
        for seat in seats:
            seat.terminal.type("g")
            seat.terminal.answer()
            writer = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "tests.benchmarks.screen_writer",
                    str(seat.library),
                    kind,
                    str(seconds + 3),
                ],
                cwd=ROOT,
                stdout=subprocess.PIPE,
            )
            assert writer.stdout is not None
            writer.stdout.readline()
            begun = time.monotonic()
            held[seat.size] = seat.terminal.hold("j", 30, seconds)
            spans[seat.size] = [(begun, time.monotonic())]
            writer.wait()
            seat.terminal.answer(0.5)
        _print_held(table, held)
        loop_lag(seats, table, spans)


def measure_memory(seats: Sequence[Seat], table: Table) -> None:
    """Look at resident memory after the start, after G, and after a search; the loop is not watched."""
    table.heading("memory", "MB resident, then the most there was")
    for name, keys in (
        ("at the start", ""),
        ("after G", "G"),
        ("and a search", "/the"),
        ("and back", "\x1b"),
    ):
        now: dict[int, float] = {}
        most: dict[int, float] = {}
        for seat in seats:
            for key in keys:
                seat.terminal.press(key, 0.3)
            seat.terminal.answer(1.0)
            now[seat.size], most[seat.size] = seat.terminal.memory()
        table.figures(f"{name}, MB", now)
        table.figures(f"{name}, most, MB", most)


def _print_held(table: Table, held: dict[int, Held]) -> None:
    table.times("wait", {size: one.waits for size, one in held.items()})
    table.figures("longest wait, ms", {size: 1000 * max(one.waits) for size, one in held.items()})
    for name, frames in (("a frame", 1), ("two frames", 2)):
        shares = {size: 100 * share_over(one.waits, frames * FRAME) for size, one in held.items()}
        table.figures(f"keys over {name}, of 100", shares, "{:.2f}")
    table.figures("caught up after the last key, ms", {size: 1000 * one.behind for size, one in held.items()})
    table.figures("of a core, %", {size: 100 * one.share for size, one in held.items()})


def _hold(seat: Seat, key: str, rate: int, seconds: float, step: int) -> tuple[Held, float]:
    """Hold a key from the top, and return how many papers the cursor is from where it should be."""
    seat.terminal.type("g")
    seat.terminal.answer(0.3)
    held = seat.terminal.hold(key, rate, seconds)
    titles = _titles(seat, held.keys * step - 64, held.keys * step + 64)
    shown = seat.terminal.under_cursor[:_COMPARED].rstrip()
    places = [place for place, title in titles.items() if title[:_COMPARED].rstrip() == shown]
    return held, min((abs(place - held.keys * step) for place in places), default=float("inf"))


def _papers_a_page(seat: Seat) -> int:
    """Return how many papers a page down goes."""
    seat.terminal.type("g")
    seat.terminal.answer()
    seat.terminal.press(PAGE_DOWN)
    shown = seat.terminal.under_cursor[:_COMPARED].rstrip()
    return next(
        (place for place, title in _titles(seat, 1, 64).items() if title[:_COMPARED].rstrip() == shown), 1
    )


def _titles(seat: Seat, first: int, last: int) -> dict[int, str]:
    """Return the titles of the newest papers from one place to another, as the screen shows them."""
    reader = LibraryReader.open(seat.library)
    places = range(max(0, first), min(last, seat.size))
    keys = reader.first(PaperQuery(), last)
    rows = reader.rows([keys[place] for place in places])
    reader.close()
    return {place: readable(row.title).text for place, row in zip(places, rows, strict=True)}
