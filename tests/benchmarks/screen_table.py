"""The table of the screen's figures: a line a figure, a column a size, printed as it is measured."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence

from tests.benchmarks.timed_terminal import Response

_NAME, _CELL = 40, 18
FRAME = 1 / 60
"""Seconds of a frame at 60 Hz."""


def part(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of them lies; 0.5 is the median."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


class Table:
    """Prints figures for several sizes beside each other, and the largest as a multiple of the smallest."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self._sizes = sizes

    def heading(self, title: str, legend: str) -> None:
        """Begin a group."""
        sizes = "".join(f"{size:>{_CELL},}" for size in self._sizes)
        print(f"\n{title}: {legend}\n{'':{_NAME}}{sizes}{'ratio':>8}", flush=True)

    def times(self, name: str, values: Mapping[int, Sequence[float]]) -> None:
        """Print median and 95th percentile in milliseconds."""
        cells = {
            size: f"{1000 * part(taken, 0.5):.1f} / {1000 * part(taken, 0.95):.1f}"
            for size, taken in values.items()
        }
        self._line(name, cells, {size: statistics.median(taken) for size, taken in values.items() if taken})

    def responses(self, name: str, taken: Mapping[int, Sequence[Response]], *what: str) -> None:
        """Print a line for each part of the responses: first, listed, settled, loop or others."""
        for one in what:
            self.times(f"{name}, {one}", {size: [getattr(r, one) for r in rs] for size, rs in taken.items()})

    def figures(self, name: str, values: Mapping[int, float], form: str = "{:.1f}") -> None:
        """Print one figure a size."""
        self._line(name, {size: form.format(value) for size, value in values.items()}, values)

    def _line(self, name: str, cells: Mapping[int, str], weighed: Mapping[int, float]) -> None:
        first, last = weighed.get(self._sizes[0]), weighed.get(self._sizes[-1])
        ratio = f"{last / first:8.2f}" if first and last is not None else f"{'-':>8}"
        print(
            f"{name:{_NAME}}" + "".join(f"{cells.get(size, '-'):>{_CELL}}" for size in self._sizes) + ratio,
            flush=True,
        )
