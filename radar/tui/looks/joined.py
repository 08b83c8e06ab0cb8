"""Lines of the screen that cost little: they keep little but how they are written, and may have parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.console import Console

_NOTHING = Strip([], 0)


class Line(Strip):
    """A line of which nothing is often wanted: Textual asks so of whatever stands beside what changed.

    Textual's own makes six memories of what was cut out of it; here one is made when it is first used. A page
    of the list is a hundred lines, nearly all of which are written out as they are.
    """

    __slots__ = ()

    def __init__(self, segments: Iterable[Segment], cell_length: int) -> None:
        # Not by Textual's, which makes the memories.
        self._segments = list(segments)
        self._begin(cell_length)

    def _begin(self, cell_length: int) -> None:
        self._cell_length = cell_length
        self._render_cache = self._link_ids = self._cell_count = None

    def __getattr__(self, name: str) -> Any:
        """Make what was left out; Python asks for that which is not there."""
        if not name.endswith("_cache"):
            raise AttributeError(name)
        made: FIFOCache[Any, Any] = FIFOCache(4)
        setattr(self, name, made)
        return made

    def crop(self, start: int, end: int | None = None) -> Strip:
        """Return the part from one cell to before another."""
        return _NOTHING if end is not None and end <= start else super().crop(start, end)


class Joined(Line):
    """Lines behind each other: such a line is cut where it was put together, and so without being measured.

    What several lines have in common, such as the signs of a paper, is written out once.
    """

    __slots__ = ("parts",)

    def __init__(self, *parts: Strip) -> None:
        self.parts = parts
        """What stands behind each other."""
        self._begin(sum([part.cell_length for part in parts]))

    def __getattr__(self, name: str) -> Any:
        """Put the segments together when they are asked for, which is seldom."""
        if name != "_segments":
            return super().__getattr__(name)
        self._segments = list(chain.from_iterable(self.parts))
        return self._segments

    def __iter__(self) -> Iterator[Segment]:
        return chain.from_iterable(self.parts)

    def crop(self, start: int, end: int | None = None) -> Strip:
        """Return the part from one cell to before another."""
        first = self.parts[0]
        return first if start == 0 and end == first.cell_length else super().crop(start, end)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Return the parts between the cuts, the last of which is the end."""
        wanted = list(cuts)
        if len(wanted) == len(self.parts) == 2 and wanted == [self.parts[0].cell_length, self.cell_length]:
            return self.parts
        return super().divide(wanted)

    def render(self, console: Console) -> str:
        """Return the line as it is written to the terminal."""
        if self._render_cache is None:
            self._render_cache = "".join([part.render(console) for part in self.parts])
        return self._render_cache
