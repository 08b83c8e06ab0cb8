"""Puts what changed on the screen together: only the lines that changed are asked for, and only once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate, LayoutUpdate
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from rich.console import Console

Spans = Sequence[tuple[int, int, int]]
"""Line, first cell, and the cell behind the last one."""


_Part = tuple[int, int, Widget, int, int]
"""A stretch of a line, from a cell to before another, the widget seen there, and its left and upper edge."""
_Parts = tuple[_Part, ...]
_Block = tuple[int, int, list[list[Strip]]]
"""First cell and line of lines below each other, and what stands side by side in them."""


class LinesUpdate(CompositorUpdate):
    """Lines, or parts of them, with where they stand."""

    def __init__(self, blocks: Sequence[_Block]) -> None:
        self._blocks = blocks

    def render_segments(self, console: Console) -> str:
        """Return what is written to the terminal."""
        written: list[str] = []
        for x, y, columns in self._blocks:
            for number, strips in enumerate(zip(*columns, strict=True), y + 1):
                written.append(f"\x1b[{number};{x + 1}H")
                written += [strip.render(console) for strip in strips]
        return "".join(written)


class QuickCompositor(Compositor):
    """Textual's, with the same result, for a screen on which single places change with every key.

    Textual's own asks every widget near what changed for all of its lines, cuts each of these at the edges of
    all widgets, and keeps what lies in front. Which widget is seen where only changes with the layout.
    """

    _laid_out: tuple[object, object] = (None, None)
    """The cuts and widgets of the layout that is known."""
    _lines: dict[int, _Parts]
    _all_parts: dict[_Parts, _Parts]
    """Each once, so that lines with the same are told by identity."""

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Return all of the screen.

        Args:
            simplify: join what looks the same, for a picture of the screen.
        """
        if simplify:
            return super().render_full_update(simplify)
        self._dirty_regions.clear()
        lines: list[list[Strip]] = [[] for _ in range(self.size.height)]
        for run in self._runs([(y, 0, self.size.width) for y in range(self.size.height)]):
            for _x, first, columns in _blocks(*run):
                for line, strips in zip(lines[first:], zip(*columns, strict=True), strict=False):
                    line.extend(strips)
        return LayoutUpdate([*lines], self.size.region)

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what changed since it was last asked for; None where nothing did."""
        spans = [span for span in self._regions_to_spans(self._dirty_regions) if span[0] < self.size.height]
        self._dirty_regions.clear()
        blocks = [block for run in self._runs(spans) for block in _blocks(*run)]
        # Both are an update to whoever shows it.
        return LinesUpdate(blocks) if blocks else None  # type: ignore[return-value]

    def _runs(self, spans: Spans) -> Iterator[tuple[_Parts, Region]]:
        """Yield the spans, those that go on below each other with the same widgets as one."""
        run: tuple[_Parts, Region] | None = None
        for y, start, end in spans:
            parts = self._seen_in(y)
            if run is not None:
                before, place = run
                if parts is before and (y, start, end) == (place.bottom, place.x, place.right):
                    run = before, Region(start, place.y, end - start, place.height + 1)
                    continue
                yield run
            run = parts, Region(start, y, end - start, 1)
        if run is not None:
            yield run

    def _seen_in(self, y: int) -> _Parts:
        """Return what is seen in a line, from left to right."""
        laid_out = (self.cuts, self.visible_widgets)
        if laid_out[0] is not self._laid_out[0] or laid_out[1] is not self._laid_out[1]:
            self._laid_out, self._lines, self._all_parts = laid_out, {}, {}
        if y not in self._lines:
            parts = tuple(self._parts(y))
            self._lines[y] = self._all_parts.setdefault(parts, parts)
        return self._lines[y]

    def _parts(self, y: int) -> Iterator[_Part]:
        cuts = self.cuts[y]
        # From front to back.
        there = [
            (widget, region, shown)
            for widget, (region, clip) in self.visible_widgets.items()
            if (shown := region.intersection(clip)) and shown.y <= y < shown.bottom
        ]
        for start, end in pairwise(cuts):
            for widget, region, shown in there:
                if shown.x <= start < shown.right:
                    yield start, end, widget, region.x, region.y
                    break


def _blocks(parts: _Parts, place: Region) -> Iterator[_Block]:
    """Yield the lines of a place as their widgets give them, one block unless there are gaps."""
    block: _Block | None = None
    reached = -1
    for start, until, widget, x, y in parts:
        end = min(until, place.right)
        if start >= end or until <= place.x:
            continue
        if block is None or start != reached:
            if block is not None:
                yield block
            block = (start, place.y, [])
        there = Region(start - x, place.y - y, end - start, place.height)
        block[2].append(_whole(widget.render_lines(there), there.size))
        reached = end
    if block is not None:
        yield block


def _whole(lines: list[Strip], size: Size) -> list[Strip]:
    """Return as many lines as were asked for: a widget that shrank has fewer until all is laid out anew."""
    missing = size.height - len(lines)
    return lines if not missing else [*lines[: size.height], *[Strip.blank(size.width)] * missing]
