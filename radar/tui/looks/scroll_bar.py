"""A scroll bar that hands its cells to the screen as they are, and not by way of a text that is laid out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Self

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from radar.tui.looks.joined import Line

_EIGHTHS = len(ScrollBarRender.VERTICAL_BARS)


class QuickScrollBar(ScrollBar):
    """Textual's vertical scroll bar, the same cell by cell; painted by the keys that move its thumb."""

    position: Reactive[float] = Reactive(0, repaint=False)
    _GROUND: ClassVar[Color] = Color.parse("default")
    _top: int = -1
    """Where the painted thumb begins, in the eighths of a cell that it is drawn in."""
    _drawn: tuple[Size, Sequence[LineFilter]] | None = None
    """What the cells were painted for, while they show what there is to show."""
    _cells: list[Strip]
    faded: Callable[[int], Strip] | None = None
    """Gives a line of what it looks like without a thumb; None for Textual's own look."""

    def watch_position(self) -> None:
        """Paint where the thumb moves by an eighth of a cell: in a long list few keys move it so far."""
        top = self._thumb()
        if top < 0 or top != self._top:
            self.refresh()

    def _thumb(self) -> int:
        """Return where the thumb is to begin, in eighths of a cell; -1 where there is none."""
        size, whole, shown = self.size.height, self.window_virtual_size, self.window_size
        if not size or not whole > shown > 0:
            return -1
        return int((size - max(1, shown * size / whole)) * self.position / (whole - shown) * _EIGHTHS)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Have it painted, or laid out; as Textual's own, which throws away what was painted."""
        if repaint:
            self._drawn = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._drawn = None

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.faded is not None and self._thumb() < 0:
            # Not kept: it is another one with every change of the colours around it.
            self._drawn, self._cells = None, [self.faded(self.size.width)] * self.size.height
            return self._cut(crop)
        drawn = (self.size, self.get_line_filters())
        if drawn != self._drawn:
            bar = self.render()
            if not isinstance(bar, ScrollBarRender) or not isinstance(bar.style, Style):
                return super().render_lines(crop)
            self._drawn, self._cells = drawn, self._paint(bar, bar.style, *drawn)
            self._top = self._thumb()
        return self._cut(crop)

    def _cut(self, crop: Region) -> list[Strip]:
        first, last = crop.column_span
        cells = self._cells[crop.y : crop.bottom]
        return cells if (first, last) == (0, self.size.width) else [cell.crop(first, last) for cell in cells]

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
        own, ground = self.rich_style, self.background_colors[1]
        for cell in cells:
            # What a bar is made of is a few cells, each many times over.
            if id(cell) not in painted:
                style = own + cell.style if cell.style else own
                strip: Strip = Line([Segment(cell.text, style)], size.width)
                for one in filters:
                    strip = strip.apply_filter(one, ground)
                painted[id(cell)] = strip
        return [painted[id(cell)] for cell in cells]
