"""The list of papers, drawn line by line: its cost does not depend on how many there are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from radar.papers.query import PaperRow
from radar.tui.glyphs import Glyphs
from radar.tui.keymap import LIST
from radar.tui.look_styles import Drawn, look_styles
from radar.tui.row_pages import FetchRows, RowPages
from radar.tui.rows import INDENT, ROW_LINES, Look, RowPainting, row_strips
from radar.tui.wrapping import cut

_STRIPS_KEPT = 512
_PLAIN = Style()


_CSS = """
PaperList {
    background: $background; color: $foreground; overflow-x: hidden; overflow-y: scroll;
    scrollbar-size-vertical: 1;
}
"""
_ROW, _ROW_BLURRED = "row", "row-blurred"
_LOOKS: Mapping[str, Drawn] = {
    "row": ("", "row-cursor", "row-cursor-style"),
    "row-blurred": ("", "row-cursor-blurred", ""),
    "cursor": ("primary", "", ""),
    "new": ("primary", "", "bold"),
    "starred": ("accent", "", "bold"),
    "failed": ("error", "", "bold"),
    "code": ("success", "", "bold"),
    "data": ("success", "", ""),
    "claim": ("accent", "", "bold"),
    "absent": ("row-faint", "", ""),
    "agreed": ("success", "", ""),
    "alone": ("row-quiet", "", ""),
    "disputed": ("", "", "underline"),
    "contradicted": ("error", "", "bold"),
    "instructs": ("error", "", "bold"),
    "unread": ("foreground", "", "bold"),
    "read": ("row-quiet", "", "row-read-style"),
    "date": ("row-quiet", "", ""),
    "model": ("row-text", "", ""),
    "trimmed": ("row-text", "", ""),
    "quoted": ("row-quiet", "", "italic"),
    "offline": ("row-quiet", "", ""),
    "figure": ("accent", "", "bold"),
    "found": ("accent", "", "underline"),
}
"""How each look is drawn, and the row under the cursor."""


class PaperList(ScrollView, can_focus=True, inherit_bindings=False):
    """Papers on two lines each, with a cursor that stays on its paper whatever arrives."""

    DEFAULT_CSS = _CSS
    BINDINGS: ClassVar[list[BindingType]] = list(LIST)

    class Moved(Message):
        """The cursor is on another paper, or on none."""

        def __init__(self, key: int | None) -> None:
            super().__init__()
            self.key = key

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor came to rest matters."""
            return isinstance(message, PaperList.Moved)

    class Opened(Message):
        """The reader wants to read the paper under the cursor."""

    def __init__(self, fetch: FetchRows, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.pages = RowPages(fetch)
        self.cursor = 0
        self._painting = RowPainting(0, glyphs, date.today(), ())
        self._placeholder: tuple[str, ...] = ()
        self._strips: dict[tuple[int, bool], tuple[Strip, Strip]] = {}
        self._styles: dict[tuple[Look, ...], Style] = {}
        self._row_styles: dict[tuple[Look, ...], Style] = {}
        self._drawn: dict[str, Style] = {}
        self._expected = 0

    @property
    def key(self) -> int | None:
        """The paper under the cursor."""
        return self.pages.keys[self.cursor] if len(self.pages) else None

    @property
    def row(self) -> PaperRow | None:
        """The row under the cursor."""
        return self.pages.row(self.cursor) if len(self.pages) else None

    @property
    def in_sight(self) -> tuple[int, ...]:
        """The papers on screen, from top to bottom."""
        first = self.scroll_offset.y // ROW_LINES
        last = -(-(self.scroll_offset.y + self.size.height) // ROW_LINES)
        return tuple(self.pages.keys[first:last])

    def show(
        self,
        keys: array[int],
        words: tuple[str, ...] = (),
        *,
        cursor_on: int | None = None,
        complete: bool = True,
    ) -> None:
        """List these papers.

        Args:
            complete: False for a beginning that the rest follows at once; the height, which costs a
                layout of the screen, then waits for that.
            words: what was searched for, lower case, to be marked.
            cursor_on: the paper that the cursor goes to, and with it the place on screen where it
                stood; the first one where it is not among them.
        """
        before, above = self.key, self.cursor * ROW_LINES - self.scroll_offset.y
        if words != self._painting.words:
            self._repaint(words=words)
        self.pages.show(keys)
        found = self.pages.index_of(cursor_on) if cursor_on is not None else None
        self.cursor = found or 0
        if complete:
            self._expected = 0
            self.virtual_size = Size(self.size.width, len(keys) * ROW_LINES)
        self._scroll_to_line(self.cursor * ROW_LINES - (above if found is not None else 0))
        self.refresh()
        if self.key != before:
            self.post_message(self.Moved(self.key))

    def look_style(self, looks: tuple[Look, ...], *, on_cursor: bool) -> Style:
        """Return the style of a piece of a row, of the one under the cursor or of the others."""
        return self._row_style(looks) if on_cursor else self._style(looks)

    def expect(self, count: int) -> None:
        """Make room for so many papers, until all of them are listed: the scroll bar stays as it is then."""
        self._expected = count

    def say_instead(self, lines: tuple[str, ...]) -> None:
        """Show these lines while there is no paper to list."""
        if lines != self._placeholder:
            self._placeholder = lines
            self.refresh()

    def read_again(self, keys: Iterable[int] | None = None) -> None:
        """Read and paint papers anew; all where none are named."""
        changed = None if keys is None else tuple(keys)
        self.pages.forget(changed)
        if changed is None:
            self._strips.clear()
        for key in changed or ():
            self._strips.pop((key, False), None)
            self._strips.pop((key, True), None)
        self.refresh()

    def move_to(self, index: int) -> None:
        """Put the cursor on the paper at a place and show it."""
        if not len(self.pages):
            return
        old, self.cursor = self.cursor, max(0, min(len(self.pages) - 1, index))
        self._show_cursor()
        if old != self.cursor:
            self.refresh_lines(old * ROW_LINES, ROW_LINES)
            self.refresh_lines(self.cursor * ROW_LINES, ROW_LINES)
            self.post_message(self.Moved(self.key))

    def move_to_key(self, key: int) -> None:
        """Put the cursor on a paper, where it is listed."""
        index = self.pages.index_of(key)
        if index is not None:
            self.move_to(index)

    def action_move(self, step: int) -> None:
        """Go some papers down, or up."""
        self.move_to(self.cursor + step)

    def action_half(self, halves: int) -> None:
        """Go half pages down, or up."""
        self.move_to(self.cursor + halves * max(1, self.size.height // ROW_LINES // 2))

    def action_edge(self, bottom: bool) -> None:
        """Go to the first or the last paper."""
        self.move_to(len(self.pages) - 1 if bottom else 0)

    def on_click(self, event: events.Click) -> None:
        """One click selects, a second one opens."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = (offset.y + self.scroll_offset.y) // ROW_LINES
        if index >= len(self.pages):
            return
        self.move_to(index)
        if event.chain > 1:
            self.post_message(self.Opened())

    def on_resize(self) -> None:
        self._repaint(width=self.size.width)
        self.virtual_size = Size(self.size.width, max(self._expected, len(self.pages)) * ROW_LINES)
        self._show_cursor()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._drawn = {}
        self._styles.clear()
        self._row_styles.clear()
        self._strips.clear()

    def watch_has_focus(self, _has_focus: bool) -> None:
        super().watch_has_focus(_has_focus)
        self._row_styles.clear()
        if self.key is not None:
            self._strips.pop((self.key, True), None)
            self.refresh_lines(self.cursor * ROW_LINES, ROW_LINES)

    def render_line(self, y: int) -> Strip:
        if self._painting.width != self.size.width:
            # The first frame comes before the news of the size.
            self._repaint(width=self.size.width)
        index, part = divmod(y + self.scroll_offset.y, ROW_LINES)
        if index < len(self.pages):
            return self._pair(index)[part]
        if not len(self.pages) and y < len(self._placeholder):
            text = cut(" " * INDENT + self._placeholder[y], self.size.width, self._painting.glyphs.ellipsis)
            return Strip([Segment(text, self.rich_style)]).extend_cell_length(
                self.size.width, self.rich_style
            )
        return Strip.blank(self.size.width, self.rich_style)

    def _pair(self, index: int) -> tuple[Strip, Strip]:
        cursor = index == self.cursor
        place = (self.pages.keys[index], cursor)
        if place not in self._strips:
            row = self.pages.row(index)
            if row is None:
                blank = Strip.blank(self.size.width, self.rich_style)
                return blank, blank
            if len(self._strips) > _STRIPS_KEPT:
                self._strips.clear()
            style = self._row_style if cursor else self._style
            self._strips[place] = row_strips(row, self._painting, cursor, style)
        return self._strips[place]

    def _style(self, looks: tuple[Look, ...]) -> Style:
        if looks not in self._styles:
            self._styles[looks] = self._styled(self.rich_style, looks)
        return self._styles[looks]

    def _row_style(self, looks: tuple[Look, ...]) -> Style:
        if looks not in self._row_styles:
            ground = self.rich_style + self._look_styles[_ROW if self.has_focus else _ROW_BLURRED]
            self._row_styles[looks] = self._styled(ground, looks)
        return self._row_styles[looks]

    def _styled(self, ground: Style, looks: tuple[Look, ...]) -> Style:
        for look in looks:
            ground += self._look_styles.get(look, _PLAIN)
        return ground

    @property
    def _look_styles(self) -> dict[str, Style]:
        if not self._drawn:
            self._drawn = look_styles(_LOOKS, self.app.theme_variables)
        return self._drawn

    def _repaint(self, *, width: int | None = None, words: tuple[str, ...] | None = None) -> None:
        old = self._painting
        self._painting = RowPainting(
            old.width if width is None else width,
            old.glyphs,
            date.today(),
            old.words if words is None else words,
        )
        self._strips.clear()

    def _show_cursor(self) -> None:
        top, bottom = self.cursor * ROW_LINES, (self.cursor + 1) * ROW_LINES
        first, height = self.scroll_offset.y, self.size.height
        if top < first:
            self._scroll_to_line(top)
        elif bottom > first + height:
            self._scroll_to_line(bottom - height)

    def _scroll_to_line(self, line: int) -> None:
        self.scroll_to(y=max(0, line), animate=False, force=True)
