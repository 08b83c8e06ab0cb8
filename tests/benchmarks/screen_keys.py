"""Single keys: moving, filtering, searching as you type."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tests.benchmarks.screen_driving import Seat
from tests.benchmarks.screen_table import Table, part
from tests.benchmarks.timed_terminal import QUIET, Response

TIMES = 20
_SLOW_TIMES = 10
PAGE_DOWN = "\x1b[6~"
MOVES: Mapping[str, tuple[str, Sequence[str]]] = {
    "j": ("g", ("j",)),
    "k": ("g" + PAGE_DOWN * 4, ("k",)),
    "page down": ("g", (PAGE_DOWN,)),
    "G, then g": ("g", ("G", "g")),
    "next unread": ("g", ("n",)),
}
"""What brings the cursor to a beginning, and the keys that are pressed in turn."""
FILTERS: Mapping[str, Sequence[str]] = {
    "code": ("c",),
    "claims": ("r",),
    "unread": ("u",),
    "order": ("LL",),
    "code, then order": ("c", "LL"),
}
"""The keys that are pressed in turn; the first L offers the orders, the second takes the next one."""
SEARCHES = {
    "rare word": "wiktionary",
    "common word": "model",
    "two words": "language model",
    "one letter": "t",
    "phrase": '"chain of thought"',
    "author:": "author:smith",
    "title:": "title:transformer",
    "id:": "id:1000.1",
    "tag:": "tag:later",
}
COUNTED = 1.0
"""Seconds without a byte after which an answer is whole."""

_LEGEND = "shown: the first screenful; listed: what follows it; counted: the exact count"

Taken = dict[int, list[Response]]
Spans = Mapping[int, Sequence[tuple[float, float]]]


def measure_moves(seats: Sequence[Seat], table: Table) -> None:
    """Measure keys that move the cursor."""
    table.heading("moves", "ms to the last byte, median / p95; work: processor time of the painting thread")
    begun = time.monotonic()
    for name, (before, keys) in MOVES.items():
        for seat in seats:
            go(seat, before)
        taken = in_turn(seats, (keys[number % len(keys)] for number in range(TIMES)))
        table.responses(name, taken, "settled", "loop")
    all_loop_lag(seats, table, begun)


def measure_filters(seats: Sequence[Seat], table: Table) -> None:
    """Measure keys that narrow or order the list."""
    table.heading(
        "filters",
        "ms, median / p95: shown, the first screenful; listed: what follows it; counted: the exact count",
    )
    begun = time.monotonic()
    for name, keys in FILTERS.items():
        for seat in seats:
            go(seat, "g")
        taken = in_turn(seats, (keys[number % len(keys)] for number in range(_SLOW_TIMES)), 0.4, look=True)
        table.responses(name, taken, "shown", "listed", "counted", "loop")
        for seat in seats:
            # Back from every filter and from the last of the orders.
            go(seat, "\x1b")
            while "newest" not in seat.terminal.text:
                go(seat, "LL")
    all_loop_lag(seats, table, begun)


def measure_search(seats: Sequence[Seat], table: Table) -> None:
    """Measure each letter of a search, and the exact count once it is typed."""
    table.heading("search", f"ms a letter, median / p95: {_LEGEND}")
    begun = time.monotonic()
    for filtered in ("", " with code"):
        for seat in seats:
            go(seat, "g" + ("c" if filtered else ""))
        in_turn(seats, "/")
        for name, words in SEARCHES.items():
            taken = in_turn(seats, words[:-1], look=True)
            last = in_turn(seats, words[-1], quiet=COUNTED, look=True)
            both = {size: taken[size] + last[size] for size in last}
            table.responses(name + filtered, both, "shown", "listed", "loop")
            table.responses(name + filtered, last, "counted")
            in_turn(seats, ["\x15"], quiet=0.3)
        for seat in seats:
            go(seat, "\x1b")
            go(seat, "\x1b")
    all_loop_lag(seats, table, begun)


def loop_lag(seats: Sequence[Seat], table: Table, spans: Spans) -> None:
    """Print how long the programs' event loops were held, each in its own spans of time.

    A program that nobody types to collects memory, and that is nothing a key waits for.
    """
    noted: dict[int, tuple[list[float], list[float]]] = {}
    for seat in seats:
        noted[seat.size] = ([], [])
        for begun, ended in spans.get(seat.size, ()):
            for all_of_them, some in zip(noted[seat.size], seat.lag(begun, ended), strict=True):
                all_of_them += some
    for place, name in enumerate(("loop held", "loop at work in one go")):
        lags = {size: both[place] for size, both in noted.items()}
        table.times(f"{name}, median / p95", lags)
        table.figures(f"{name}, p99, ms", {size: 1000 * part(lag, 0.99) for size, lag in lags.items()})
        table.figures(f"{name}, most, ms", {size: 1000 * max(lag, default=0) for size, lag in lags.items()})


def all_loop_lag(seats: Sequence[Seat], table: Table, begun: float) -> None:
    loop_lag(seats, table, {seat.size: [(begun, time.monotonic())] for seat in seats})


def go(seat: Seat, keys: str) -> None:
    """Type keys that are not measured."""
    seat.terminal.type(keys)
    seat.terminal.answer()


def in_turn(seats: Sequence[Seat], keys: Iterable[str], quiet: float = QUIET, *, look: bool = False) -> Taken:
    """Press each key in every program, one program after the other."""
    taken: Taken = defaultdict(list)
    for key in keys:
        for seat in seats:
            taken[seat.size].append(seat.terminal.press(key, quiet, look=look))
    return taken
