"""A scroll bar that hands its cells to the screen as they are, and not by way of a text that is laid out."""

from __future__ import annotations

from typing import ClassVar

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip


class QuickScrollBar(ScrollBar):
    """Textual's vertical scroll bar, the same cell by cell: every key that scrolls paints it."""

    _GROUND: ClassVar[Color] = Color.parse("default")

    def render_lines(self, crop: Region) -> list[Strip]:
        bar = self.render()
        if not isinstance(bar, ScrollBarRender) or not isinstance(bar.style, Style):
            return super().render_lines(crop)
        cells = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=self.size.width,
            back_color=bar.style.bgcolor or self._GROUND,
            bar_color=bar.style.color or self._GROUND,
        ).segments
        painted: dict[int, Strip] = {}
        for cell in cells:
            # What a bar is made of is a few cells, each many times over.
            if id(cell) not in painted:
                painted[id(cell)] = self._strip(cell, crop)
        return [painted[id(cells[y])] for y in crop.line_range]

    def _strip(self, cell: Segment, crop: Region) -> Strip:
        style = self.rich_style + cell.style if cell.style else self.rich_style
        strip = Strip([Segment(cell.text, style)], self.size.width)
        _, background = self.background_colors
        for one in self.get_line_filters():
            strip = strip.apply_filter(one, background)
        return strip.crop(*crop.column_span)
