"""Lines of the screen that are cut where they were put together, and so without being measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.strip import Strip

_NOTHING = Strip([], 0)


class Line(Strip):
    """A line of which nothing is often wanted: Textual asks so of whatever stands beside what changed."""

    __slots__ = ()

    def crop(self, start: int, end: int | None = None) -> Strip:
        """Return the part from one cell to before another."""
        return _NOTHING if end is not None and end <= start else super().crop(start, end)


class Joined(Line):
    """A line, and behind it what a scroll bar hides."""

    __slots__ = ("_parts",)

    def __init__(self, line: Strip, behind: Strip) -> None:
        super().__init__([*line, *behind], line.cell_length + behind.cell_length)
        self._parts = (line, behind)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Return the parts between the cuts, the last of which is the end."""
        wanted = list(cuts)
        if wanted == [self._parts[0].cell_length, self.cell_length]:
            return self._parts
        return super().divide(wanted)
