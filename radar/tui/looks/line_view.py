"""A scroll view that hands its lines to the screen as they are: what was painted once costs nothing again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Offset, Region, Size
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from radar.papers.bases import Value
from radar.tui.looks.joined import Joined, Line
from radar.tui.looks.scroll_bar import QuickScrollBar
from radar.tui.terminal.terminal_cursor import cell_of

if TYPE_CHECKING:
    from textual.scroll_view import ScrollView as _View
else:
    # A part of a widget, no widget: Textual looks through all that a class inherits for each that is one.
    _View = object

_KEPT = 256
"""Finished lines; the one that was made first goes first."""
_BARS = {"solid": "│", "ascii": "|"}
"""The sign of a border at the left, by its name."""
_NO_STYLE = Style()


class _Edges(Value):
    """What stands beside every line."""

    colour: Color
    style: Style
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    cells: int


class _Finished:
    """Lines as the screen takes them: at full width, their colours changed by what changes all colours.

    The same line is given again as the same strip, which knows by then how it is cut and written out.
    """

    def __init__(self) -> None:
        self._made_for: tuple[int, _Edges, Sequence[LineFilter]] | None = None
        self._lines: dict[int, tuple[Strip, Strip]] = {}
        self._behind: dict[int, Strip] = {}
        self._stay: dict[int, tuple[Style, bool]] = {}

    def keep_for(self, width: int, edges: _Edges, filters: Sequence[LineFilter]) -> None:
        """Forget the lines that were made for another width or other colours."""
        made_for = (width, edges, filters)
        if made_for != self._made_for:
            self._made_for = made_for
            self._lines.clear()
            self._behind.clear()
            self._stay.clear()

    def of(self, line: Strip) -> Strip:
        """Return a finished line."""
        kept = self._lines.get(id(line))
        if kept is not None and kept[0] is line:
            return kept[1]
        if self._made_for is None:
            return line
        width, edges, filters = self._made_for
        finished = self._filtered(line, filters, edges.colour)
        # Wider than the text: a place that is kept free for the scroll bar.
        if (free := width - finished.cell_length) > 0:
            finished = Joined(finished, self.behind(free))
        elif free < 0:
            finished = finished.adjust_cell_length(width)
        if len(self._lines) >= _KEPT:
            del self._lines[next(iter(self._lines))]
        self._lines[id(line)] = line, finished
        return finished

    def behind(self, cells: int) -> Strip:
        """Return what stands behind the text of a line."""
        if cells not in self._behind and self._made_for is not None:
            _width, edges, filters = self._made_for
            self._behind[cells] = self._filtered(Strip.blank(cells, edges.style), filters, edges.colour)
        return self._behind[cells]

    def _filtered(self, line: Strip, filters: Sequence[LineFilter], ground: Color) -> Strip:
        """Return the line as it is shown; as it is where its colours are those and all of it can be seen."""
        stay = self._stay
        for segment in line:
            style = segment.style or _NO_STYLE
            # By the object, which is kept: to hash a style takes longer than all else here.
            kept = stay.get(id(style))
            if kept is None:
                kept = stay[id(style)] = style, _stays(style, filters, ground)
            if not (kept[1] and segment.text.isprintable()):
                for one in filters:
                    line = line.apply_filter(one, ground)
                break
        return line


def _stays(style: Style, filters: Sequence[LineFilter], ground: Color) -> bool:
    """Whether a style is the same behind all filters."""
    sample = filtered = [Segment("x", style)]
    for one in filters:
        filtered = one.apply(filtered, ground)
    return filtered == sample


class LineView(_View):
    """What makes a ScrollView one of lines at full width, with padding and a border at the sides at most.

    Textual keeps the finished lines of a widget by their place on screen, and throws all of them away when
    it scrolls. Here a line stays finished for as long as the strip that `whole_lines` returns is the same.
    """

    BAR_FADES: ClassVar[bool] = False
    """Whether a scroll bar, once there, stays, and without a thumb looks as the place kept free for it."""
    BEFORE: ClassVar[int] = 0
    """Cells before the text of a line."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor goes: to the first line in view."""
        return cell_of(self, self.BEFORE, 0)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar; made when it is asked for first."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = QuickScrollBar(
                vertical=True, name="vertical", thickness=self.scrollbar_size_vertical
            )
            if self.BAR_FADES:
                self._vertical_scrollbar.faded = self.behind
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)  # noqa: SLF001 (as Textual makes its own)
        return self._vertical_scrollbar

    def fit(self, size: Size) -> None:
        """Take the size of all that there is to show.

        Set as it usually is, it would have the screen laid out anew for every paper passed by, in a frame
        behind the one that shows it; so would a scroll bar that comes and goes.
        """
        if size != self.virtual_size:
            self.set_reactive(type(self).virtual_size, size)
            self._scroll_update(size)
            if self.BAR_FADES and self.show_vertical_scrollbar:
                self.styles.overflow_y = "scroll"

    def whole_lines(self, lines: Sequence[int]) -> Sequence[Strip]:
        """Return lines of the widget, from edge to edge.

        Args:
            lines: which ones, counted from the top of the widget.
        """
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the widget."""
        width = self._begin_lines()
        first, last = crop.column_span
        lines = list(map(self._finished.of, self.whole_lines(crop.line_range)))
        return lines if (first, last) == (0, width) else [line.crop(first, last) for line in lines]

    def behind(self, cells: int) -> Strip:
        """Return what stands in a place that is kept free for the scroll bar, so many cells wide."""
        self._begin_lines()
        return self._finished.behind(cells)

    def _begin_lines(self) -> int:
        width = self.outer_size.width
        self._finished.keep_for(width, self._edges, self.get_line_filters())
        return width

    def finish(self, line: Strip) -> None:
        """Make a line ready for the screen before it is asked for."""
        self._finished.of(line)

    def framed(self, segments: Iterable[Segment], cells: int) -> Strip:
        """Return a line of so many cells with the border and the padding beside it."""
        edges = self._edges
        return Line([*edges.left, *segments, *edges.right], edges.cells + cells)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.__dict__.pop("_edges", None)

    @cached_property
    def _finished(self) -> _Finished:
        return _Finished()

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
