"""The painted lines of the rows looked at lately: a row is painted once for as long as it is the same."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from radar.papers.reader.query import PaperRow
from radar.tui.lines.cells import cell_len
from radar.tui.lines.glyphs import Glyphs
from radar.tui.looks.joined import Joined, Line
from radar.tui.rows.looks import Looks, RowLooks
from radar.tui.rows.painting import INDENT, Piece, RowPainting, row_signs, row_texts, signs_told_by

if TYPE_CHECKING:
    from radar.papers.search.nodes import Words

_KEPT = 512
"""Rows; the one that was painted first goes first."""

_SIGNS_KEPT = 512
"""Signs of papers; there are few, and all are forgotten when they become many."""

Pair = tuple[Strip, Strip]


class RowStrips:
    """Paints rows and keeps what it painted, within a bound."""

    def __init__(self, glyphs: Glyphs, looks: RowLooks) -> None:
        self.painting = RowPainting(0, glyphs, date.today(), ())
        """What all rows have in common."""
        self._looks = looks
        self._colours: object = None
        self._kept: dict[tuple[int, bool, bool], tuple[PaperRow, Pair]] = {}
        self._signs: dict[Hashable, Pair] = {}

    def pair(self, row: PaperRow, cursor: bool, focused: bool) -> Pair:
        """Return the two lines of a row.

        Args:
            cursor: whether the cursor is on it.
            focused: whether the list has the focus; matters to the row under the cursor only.
        """
        place = (row.key, cursor, cursor and focused)
        kept = self._kept.get(place)
        if kept is not None and (kept[0] is row or kept[0] == row):
            return kept[1]
        self._kept.pop(place, None)
        if len(self._kept) >= _KEPT:
            del self._kept[next(iter(self._kept))]
        pair = self._paint(row, cursor, focused)
        self._kept[place] = row, pair
        return pair

    def _paint(self, row: PaperRow, cursor: bool, focused: bool) -> Pair:
        style = self._looks.at_cursor(focused) if cursor else self._looks.common
        # To put the signs together takes longer than the texts, and few papers have others than those before.
        told_by = (cursor, focused and cursor, signs_told_by(row))
        if (signs := self._signs.get(told_by)) is None:
            if len(self._signs) >= _SIGNS_KEPT:
                self._signs.clear()
            beginnings = row_signs(row, self.painting.glyphs, cursor)
            signs = _line(beginnings[0], INDENT, style), _line(beginnings[1], INDENT, style)
            self._signs[told_by] = signs
        (above, below), (title, takeaway) = signs, row_texts(row, self.painting)
        width = self.painting.width
        return _row_line(above, title, width, style), _row_line(below, takeaway, width, style)

    def paint_for(self, *, width: int | None = None, words: tuple[Words, ...] | None = None) -> None:
        """Paint for another width, or for other words to be marked."""
        old = self.painting
        self.painting = RowPainting(
            old.width if width is None else width,
            old.glyphs,
            date.today(),
            old.words if words is None else words,
        )
        self._kept.clear()

    def restyle(self, colours: object) -> None:
        """Paint in other colours, where these are others: a change of the focus changes none."""
        if colours != self._colours:
            self._colours = colours
            self._looks.forget()
            self._kept.clear()
            self._signs.clear()


def _row_line(signs: Strip, pieces: Sequence[Piece], width: int, style: Mapping[Looks, Style]) -> Strip:
    """Return a line of a paper, exactly as wide as the list."""
    # The last cell is free: where a scroll bar stands, the line is cut before it.
    line = Joined(Joined(signs, _line(pieces, width - INDENT - 1, style)), Line.blank(1, style[()]))
    return line if line.cell_length == width else line.adjust_cell_length(width)


def _line(pieces: Sequence[Piece], width: int, style: Mapping[Looks, Style]) -> Line:
    """Return the pieces as a line, filled up to a width."""
    segments = [Segment(text, style[looks]) for text, looks in pieces if text]
    # Measured as the pieces were when they were cut: nearly every text has one cell a character.
    cells = sum([cell_len(segment.text) for segment in segments])
    if cells < width:
        segments.append(Segment(" " * (width - cells), style[()]))
    return Line(segments, max(cells, width))
