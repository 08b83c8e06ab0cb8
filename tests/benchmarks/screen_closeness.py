"""The order by closeness to what is starred: asking for it, searching in it, and moving in it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from tests.benchmarks.screen_driving import Seat
from tests.benchmarks.screen_keys import COUNTED, PAGE_DOWN, TIMES, all_loop_lag, go, in_turn
from tests.benchmarks.screen_table import Table

_STARRED = 5
_CLOSEST, _NEWEST = "Lc", "Ld"
_SHOWN = "close to starred"
_TURNS = 10
_WORDS = ("diffusion", "language model", "t")


def measure_closeness(seats: Sequence[Seat], table: Table) -> None:
    """Measure the order by closeness to five papers that are starred before and left as they were after."""
    for seat in seats:
        _star(seat)
    table.heading(
        "closest to what is starred",
        "ms, median / p95: shown, the first screenful; listed: what follows it; counted: the exact count",
    )
    begun = time.monotonic()
    first = in_turn(seats, [_CLOSEST], COUNTED, look=True)
    table.responses("asked for once papers were starred", first, "shown", "listed", "loop")
    there_and_back = in_turn(seats, [_NEWEST, _CLOSEST] * _TURNS, 0.4, look=True)
    again = {size: taken[1::2] for size, taken in there_and_back.items()}
    table.responses("asked for again", again, "shown", "listed", "loop")
    for seat in seats:
        seat.terminal.wait_for(_SHOWN)
    in_turn(seats, "/")
    for words in _WORDS:
        taken = in_turn(seats, words, COUNTED, look=True)
        table.responses(words, taken, "shown", "listed", "loop")
        in_turn(seats, ["\x15"], quiet=COUNTED)
    for seat in seats:
        go(seat, "\x1b")
    for name, keys in {"j": ("j",), "page down": (PAGE_DOWN,), "G, then g": ("G", "g")}.items():
        for seat in seats:
            go(seat, "g")
        moved = in_turn(seats, (keys[number % len(keys)] for number in range(TIMES)))
        table.responses(name, moved, "settled", "loop")
    all_loop_lag(seats, table, begun)
    for seat in seats:
        go(seat, _NEWEST)
        _star(seat)


def _star(seat: Seat) -> None:
    """Star the first of some pages, or take their stars away again."""
    go(seat, "g")
    for _ in range(_STARRED):
        go(seat, "s")
        go(seat, PAGE_DOWN)
    go(seat, "g")
