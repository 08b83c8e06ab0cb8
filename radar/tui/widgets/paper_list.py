"""The list of papers, drawn line by line: its cost does not depend on how many there are."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from radar.papers.reader.query import PaperRow
from radar.tui.keys.keymap import LIST
from radar.tui.lines.glyphs import Glyphs
from radar.tui.lines.wrapping import cut
from radar.tui.looks.line_view import LineView
from radar.tui.looks.styles import Drawn, LookStyles
from radar.tui.rows.looks import RowLooks
from radar.tui.rows.pages import FetchRows, RowPages
from radar.tui.rows.painting import INDENT, ROW_LINES, RowPainting
from radar.tui.rows.strips import RowStrips
from radar.tui.terminal.terminal_cursor import cell_of
from radar.tui.timing.resting import Resting

if TYPE_CHECKING:
    from radar.papers.search.nodes import Words

_CSS = """
PaperList {
    background: $background; color: $foreground; overflow-x: hidden; overflow-y: scroll;
    scrollbar-size-vertical: 1;
}
"""
_REST = 0.04
"""Seconds behind a key after which its frames are out; keys that come faster leave no time to paint ahead."""
LOOKS: Mapping[str, Drawn] = {
    "row": ("", "row-cursor", "row-cursor-style"),
    "row-blurred": ("", "row-cursor-blurred", ""),
    "cursor": ("row-primary", "", ""),
    "new": ("row-primary", "", "bold"),
    "starred": ("row-accent", "", "bold"),
    "updated": ("row-success", "", "bold"),
    "failed": ("row-error", "", "bold"),
    "code": ("row-success", "", "bold"),
    "data": ("row-success", "", ""),
    "claim": ("row-accent", "", "bold"),
    "absent": ("row-faint", "", ""),
    "agreed": ("row-success", "", ""),
    "alone": ("row-quiet", "", ""),
    "disputed": ("", "", "underline"),
    "contradicted": ("row-error", "", "bold"),
    "instructs": ("row-error", "", "bold"),
    "unread": ("foreground", "", "bold"),
    "read": ("row-quiet", "", "row-read-style"),
    "date": ("row-quiet", "", ""),
    "model": ("row-text", "", ""),
    "trimmed": ("row-text", "", ""),
    "quoted": ("row-quiet", "", "italic"),
    "offline": ("row-quiet", "", ""),
    "figure": ("row-accent", "", "bold"),
    "found": ("row-accent", "", "underline"),
}
"""How each look is drawn, and the row under the cursor."""


class PaperList(LineView, ScrollView, can_focus=True, inherit_bindings=False):
    """Papers on two lines each, with a cursor that stays on its paper whatever arrives."""

    DEFAULT_CSS = _CSS
    BINDINGS: ClassVar[list[BindingType]] = list(LIST)

    class Opened(Message):
        """The reader wants to read the paper under the cursor."""

    def __init__(
        self,
        fetch: FetchRows,
        glyphs: Glyphs,
        follow: Callable[[], object] = lambda: None,
        *,
        id: str | None = None,
    ) -> None:
        """Make a list of nothing.

        Args:
            fetch: reads rows.
            follow: called when the cursor has come to another paper, or to none, as part of what moved it.
        """
        super().__init__(id=id)
        self._follow = follow
        self.pages = RowPages(fetch)
        self.cursor = 0
        self._placeholder: tuple[str, ...] = ()
        self._looks = RowLooks(lambda: self.rich_style, lambda: LookStyles(LOOKS, self.app.theme_variables))
        self._strips = RowStrips(glyphs, self._looks)
        self._expected = 0
        self._complete = True
        self._to_end = False
        """Whether the reader went to the end while only a beginning was listed."""
        self._stood: tuple[int, int] | None = None
        """Lines above the cursor before a beginning was listed, and how far it was scrolled then; None where
        the cursor was moved since."""
        self._ahead: Callable[[], None] = lambda: None
        self._resting = Resting(_REST, lambda: self.call_later(self._ahead))

    @property
    def key(self) -> int | None:
        """The paper under the cursor."""
        return self.pages.keys[self.cursor] if len(self.pages) else None

    @property
    def row(self) -> PaperRow | None:
        """The row under the cursor."""
        return self.pages.row(self.cursor) if len(self.pages) else None

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the title under the cursor begins."""
        return cell_of(self, INDENT, self.cursor * ROW_LINES - self.scroll_offset.y)

    @property
    def in_sight(self) -> tuple[int, ...]:
        """The papers on screen, from top to bottom."""
        first, last = self._span
        return tuple(self.pages.keys[first:last])

    @property
    def _span(self) -> tuple[int, int]:
        """The places of the papers on screen: the first, and the one behind the last."""
        first = self.scroll_offset.y // ROW_LINES
        last = -(-(self.scroll_offset.y + self.size.height) // ROW_LINES)
        return min(first, len(self.pages)), min(last, len(self.pages))

    def show(
        self,
        keys: array[int],
        words: tuple[Words, ...] = (),
        *,
        cursor_on: int | None = None,
        complete: bool = True,
    ) -> None:
        """List these papers.

        Args:
            complete: False for a beginning that the rest follows at once; the height then waits for that.
            words: what was searched for, to be marked.
            cursor_on: the paper that the cursor goes to, and with it the place on screen where it
                stood; the first one where it is not among them.
        """
        before, above = self.key, self._lines_above()
        looked, others = self._look, words != self._strips.painting.words
        if others:
            self._strips.paint_for(words=words)
        self.pages.show(keys)
        found = self.pages.index_of(cursor_on) if cursor_on is not None else None
        self._complete = complete
        if complete:
            self._expected = 0
            self._set_height()
            if self._to_end and keys:
                found, above = len(keys) - 1, self.size.height - ROW_LINES
            self._to_end = False
        elif len(keys) * ROW_LINES > self.virtual_size.height:
            # In the room of a shorter list the paper under the cursor may be out of sight.
            self._set_height()
        self.cursor = found or 0
        self._scroll_to_line(self.cursor * ROW_LINES - (above if found is not None else 0))
        self._stood = None if complete else (above, self.scroll_offset.y)
        if others or not self.in_sight or looked != self._look:
            self.refresh()
        if self.key != before:
            self._follow()

    def look_style(self, looks: tuple[str, ...], *, on_cursor: bool) -> Style:
        """Return the style of a piece of a row, of the one under the cursor or of the others."""
        styles = self._looks.at_cursor(self.has_focus) if on_cursor else self._looks.common
        return styles[looks]

    def expect(self, count: int) -> None:
        """Make room for so many papers, until all of them are listed: the scroll bar stays as it is then."""
        self._expected = count

    def say_instead(self, lines: tuple[str, ...]) -> None:
        """Show these lines while there is no paper to list."""
        if lines != self._placeholder:
            self._placeholder = lines
            self.refresh()

    def read_again(self, keys: Iterable[int] | None = None) -> None:
        """Read papers anew, all where none are named; only those that changed on screen are painted."""
        first, last = self._span
        if keys is None:
            changed = self.pages.look_again(first, last)
        else:
            named = set(keys)
            self.pages.forget(named)
            changed = tuple(place for place in range(first, last) if self.pages.keys[place] in named)
        for place in changed:
            self.refresh_lines(place * ROW_LINES, ROW_LINES)

    def move_to(self, index: int) -> None:
        """Put the cursor on the paper at a place and show it."""
        if not len(self.pages):
            return
        self._to_end = False
        self._stood = None
        old, self.cursor = self.cursor, max(0, min(len(self.pages) - 1, index))
        above = self.scroll_offset.y
        self._show_cursor()
        moved = self.scroll_offset.y - above
        if abs(moved) > ROW_LINES:
            self._ahead = partial(_paint_ahead, self, *self._span, self.scroll_offset.y, moved > 0)
            self._resting.put_off()
        if old != self.cursor:
            if not moved:
                # Otherwise all lines are painted.
                self.refresh_lines(old * ROW_LINES, ROW_LINES)
                self.refresh_lines(self.cursor * ROW_LINES, ROW_LINES)
            self._follow()

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
        """Go to the first or the last paper; to the last one of all, where not all are known yet."""
        self.move_to(len(self.pages) - 1 if bottom else 0)
        self._to_end = bottom and not self._complete

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
        self._strips.paint_for(width=self.size.width)
        self._set_height()
        self._show_cursor()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.restyle((self.rich_style, self.app.theme_variables))

    def watch_has_focus(self, _has_focus: bool) -> None:
        # Only the row under the cursor shows it: no style sheet has to be gone through.
        if self.key is not None:
            self.refresh_lines(self.cursor * ROW_LINES, ROW_LINES)

    def render_line(self, y: int) -> Strip:
        return self.whole_lines((y,))[0]

    def whole_lines(self, lines: Sequence[int]) -> Sequence[Strip]:
        # Asked for once: to work out a size or an offset takes as long as to find a line that is painted.
        width, above, papers = self.size.width, self.scroll_offset.y, len(self.pages)
        if self._strips.painting.width != width:
            # The first frame comes before the news of the size.
            self._strips.paint_for(width=width)
        instead = () if papers else self._placeholder
        places = [divmod(y + above, ROW_LINES) for y in lines]
        return [
            self.pair(index)[part]
            if index < papers
            else _beyond(y, instead, self._strips.painting, self.rich_style)
            for y, (index, part) in zip(lines, places, strict=True)
        ]

    def pair(self, index: int) -> tuple[Strip, Strip]:
        """Return the two lines of the paper at a place, blank where it is gone."""
        row = self.pages.row(index)
        if row is None:
            blank = Strip.blank(self.size.width, self.rich_style)
            return blank, blank
        return self._strips.pair(row, index == self.cursor, self.has_focus)

    @property
    def _look(self) -> tuple[int, int, tuple[int, ...]]:
        """What is on screen."""
        return self.scroll_offset.y, self.cursor, self.in_sight

    def _lines_above(self) -> int:
        """Return how many lines of the list stand on screen above the cursor, or stood before a beginning."""
        if self._stood is not None and self._stood[1] == self.scroll_offset.y:
            return self._stood[0]
        return self.cursor * ROW_LINES - self.scroll_offset.y

    def _set_height(self) -> None:
        self.fit(Size(self.size.width, max(self._expected, len(self.pages)) * ROW_LINES))

    def _show_cursor(self) -> None:
        top, bottom = self.cursor * ROW_LINES, (self.cursor + 1) * ROW_LINES
        first, height = self.scroll_offset.y, self.size.height
        if top < first:
            self._scroll_to_line(top)
        elif bottom > first + height:
            self._scroll_to_line(bottom - height)

    def _scroll_to_line(self, line: int) -> None:
        self.scroll_to(y=max(0, line), animate=False, force=True)


def _paint_ahead(papers: PaperList, first: int, last: int, above: int, down: bool) -> None:
    """Paint what the same key would show next, unless it was pressed again already.

    Args:
        first, last: what that key showed: the first place, and the one behind the last.
        above: the lines above them.
    """
    if papers.scroll_offset.y != above:
        return
    ahead = range(last, 2 * last - first) if down else range(2 * first - last, first)
    for index in ahead:
        if 0 <= index < len(papers.pages):
            for line in papers.pair(index):
                papers.finish(line)


def _beyond(y: int, instead: Sequence[str], painting: RowPainting, style: Style) -> Strip:
    """Return a line where no paper is.

    Args:
        instead: the lines that stand there instead, from the first line of the list on.
    """
    if y >= len(instead):
        return Strip.blank(painting.width, style)
    text = cut(" " * INDENT + instead[y], painting.width, painting.glyphs.ellipsis)
    return Strip([Segment(text, style)]).extend_cell_length(painting.width, style)
