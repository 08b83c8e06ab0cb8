"""A scroll view that hands its lines to the screen as they are: what was painted once costs nothing again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from radar.tui.scroll_bar import QuickScrollBar

_BARS = {"solid": "│", "ascii": "|"}
"""The sign of a border at the left, by its name."""


@dataclass(frozen=True, slots=True)
class _Edges:
    """What stands beside every line."""

    colour: Color
    style: Style
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    cells: int


class LineView(ScrollView):
    """Lines at full width, with padding and a border at the sides at most.

    Textual keeps the finished lines of a widget by their place on screen, and throws all of them away when
    it scrolls. Here a line stays finished for as long as the strip that `whole_line` returns is the same.
    """

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar; made when it is asked for first."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = QuickScrollBar(
                vertical=True, name="vertical", thickness=self.scrollbar_size_vertical
            )
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)  # noqa: SLF001 (as Textual makes its own)
        return self._vertical_scrollbar

    def whole_line(self, y: int) -> Strip:
        """Return a line of the widget, from edge to edge.

        Args:
            y: the line, counted from the top of the widget.
        """
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the widget."""
        filters, background = self.get_line_filters(), self._edges.colour
        strips = []
        for y in crop.line_range:
            # Wider than the text: a place that is kept free for the scroll bar.
            strip = self.whole_line(y).adjust_cell_length(self.outer_size.width, self._edges.style)
            for one in filters:
                strip = strip.apply_filter(one, background)
            strips.append(strip)
        first, last = crop.column_span
        return [strip.crop(first, last) for strip in strips]

    def framed(self, segments: Iterable[Segment], cells: int) -> Strip:
        """Return a line of so many cells with the border and the padding beside it."""
        edges = self._edges
        return Strip([*edges.left, *segments, *edges.right], edges.cells + cells)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.__dict__.pop("_edges", None)

    @cached_property
    def _edges(self) -> _Edges:
        background = self.background_colors[1]
        ground = Style(bgcolor=background.rich_color)
        kind, colour = self.styles.border_left
        bar = Segment(
            _BARS.get(kind, " " if kind else ""), ground + Style(color=(background + colour).rich_color)
        )
        padding = self.styles.padding
        left = (bar, Segment(" " * padding.left, ground))
        right = (Segment(" " * padding.right, ground),)
        return _Edges(
            background,
            ground,
            tuple(one for one in left if one.text),
            tuple(one for one in right if one.text),
            len(bar.text) + padding.width,
        )
