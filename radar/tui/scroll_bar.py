"""A scroll bar that hands its cells to the screen as they are, and not by way of a text that is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class QuickScrollBar(ScrollBar):
    """Textual's vertical scroll bar, the same cell by cell: every key that scrolls paints it."""

    _GROUND: ClassVar[Color] = Color.parse("default")
    _drawn: tuple[object, ...] = ()
    _cells: Sequence[Strip] = ()

    def render_lines(self, crop: Region) -> list[Strip]:
        bar = self.render()
        if not isinstance(bar, ScrollBarRender) or not isinstance(bar.style, Style):
            return super().render_lines(crop)
        size, filters = self.size, self.get_line_filters()
        drawn = (bar.virtual_size, bar.window_size, bar.position, bar.style, size, filters, self.rich_style)
        if drawn != self._drawn:
            self._drawn, self._cells = drawn, self._paint(bar, bar.style, size, filters)
        first, last = crop.column_span
        return [self._cells[y].crop(first, last) for y in crop.line_range]

    def _paint(
        self, bar: ScrollBarRender, style: Style, size: Size, filters: Sequence[LineFilter]
    ) -> list[Strip]:
        cells = bar.render_bar(
            size=size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=size.width,
            back_color=style.bgcolor or self._GROUND,
            bar_color=style.color or self._GROUND,
        ).segments
        painted: dict[int, Strip] = {}
        for cell in cells:
            # What a bar is made of is a few cells, each many times over.
            if id(cell) not in painted:
                painted[id(cell)] = self._strip(cell, size.width, filters)
        return [painted[id(cell)] for cell in cells]

    def _strip(self, cell: Segment, width: int, filters: Sequence[LineFilter]) -> Strip:
        style = self.rich_style + cell.style if cell.style else self.rich_style
        strip = Strip([Segment(cell.text, style)], width)
        for one in filters:
            strip = strip.apply_filter(one, self.background_colors[1])
        return strip
