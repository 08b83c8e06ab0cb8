"""The painted lines of the rows looked at lately: a row is painted once for as long as it is the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.strip import Strip

from radar.papers.query import PaperRow
from radar.tui.glyphs import Glyphs
from radar.tui.row_looks import RowLooks
from radar.tui.rows import RowPainting, row_strips

if TYPE_CHECKING:
    from radar.papers.search.nodes import Words

_KEPT = 512
"""Rows; the one that was painted first goes first."""

Pair = tuple[Strip, Strip]


class RowStrips:
    """Paints rows and keeps what it painted, within a bound."""

    def __init__(self, glyphs: Glyphs, looks: RowLooks) -> None:
        self.painting = RowPainting(0, glyphs, date.today(), ())
        """What all rows have in common."""
        self._looks = looks
        self._colours: object = None
        self._kept: dict[tuple[int, bool, bool], tuple[PaperRow, Pair]] = {}

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
        style = self._looks.at_cursor(focused) if cursor else self._looks.common
        pair = row_strips(row, self.painting, cursor, style)
        self._kept[place] = row, pair
        return pair

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
