"""The line that says what is listed: which filters are on, in which order, how many papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from radar.papers.bases import replace
from radar.papers.reader.query import PaperQuery
from radar.tui.lines.live_lines import FOUND_GAP, found_text
from radar.tui.lines.wrapping import cut, shortened
from radar.tui.words.filters import filter_words

if TYPE_CHECKING:
    from radar.papers.reader.watch import Watch

PATIENCE = 0.25
"""Seconds of counting before that is said; most counts are there much sooner."""
_NAME = 30
_LEAST_NAME = 8
"""Cells that the name of a watch takes at most, and has at least."""
_LEAST_WORDS = 8
"""Cells that the filters have at least; before they have fewer, the number of all papers goes."""


class FilterLine(Widget):
    """Which filters are on, the order, and how many of all papers are left; a click acts like the key."""

    DEFAULT_CSS = """
    FilterLine { width: 3fr; height: 1; color: $text-muted; padding: 0 1; text-align: right; }
    """
    query_shown: reactive[PaperQuery] = reactive(PaperQuery())
    found: reactive[int | None] = reactive[int | None](None)
    """How many papers pass; None while they are being counted."""
    uncounted: reactive[bool] = reactive(False)
    """Whether the count has failed."""
    mistake: reactive[str] = reactive("")
    """What is wrong with the words searched for, in the place of the filters; empty where nothing is."""
    papers: reactive[int] = reactive(0)
    """How many there are in all."""
    starred: reactive[bool] = reactive(True)
    """Whether any paper is starred."""
    watch_listed: reactive[Watch | None] = reactive(None)
    """The watch that is listed, or that the question began with."""

    class Clicked(Message):
        """The reader clicked the words of a filter, or of the order."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, dot: str, ellipsis: str = "…", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._dot = dot
        self._ellipsis = ellipsis
        self._timer: Timer | None = None

    def count(self, found: int | None) -> None:
        """Show how many papers pass; None while they are being counted, which is said only if it lasts."""
        self.uncounted = False
        if self._timer is not None:
            self._timer.stop()
        if found is None:
            self._timer = self.set_timer(PATIENCE, partial(setattr, self, "found", None))
        else:
            self.found = found

    def give_up_counting(self) -> None:
        """Show that nobody knows how many papers pass."""
        self.count(None)
        self.uncounted = True

    def render(self) -> Content:
        said, gap, count = self._fitted()
        return Content.assemble(said, gap, (count, "$foreground"))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.mistake:
            return
        said, gap, count = self._fitted()
        end = self.content_size.width - cell_len(gap + count)
        start = end - said.cell_length
        for words, _narrows, name in self._parts():
            if start <= offset.x < min(end, start + cell_len(words)) and name:
                self.post_message(self.Clicked(name))
            start += cell_len(words) + len(self._dot)

    def _fitted(self) -> tuple[Content, str, str]:
        """Return the words, the gap behind them and the count, cut so that they fit and that it is seen.

        Half a count would be read as another one: it is the words that give way, then the number of all
        papers, which stands elsewhere too. That goes first where the words are what is wrong.
        """
        said, width, whole = self._said(), self.content_size.width, self._count()
        least = said.cell_length if self.mistake else min(said.cell_length, _LEAST_WORDS)
        counts = (whole, whole.partition(" of ")[0])
        for count in counts:
            if (room := width - cell_len(FOUND_GAP + count)) >= least:
                return shortened(said, room, self._ellipsis), FOUND_GAP, count
        count = counts[-1]
        if (room := width - cell_len(FOUND_GAP + count)) > cell_len(self._ellipsis):
            return shortened(said, room, self._ellipsis), FOUND_GAP, count
        if cell_len(count) <= width:
            return Content(""), "", count
        return shortened(Content(self._ellipsis), width, ""), "", ""

    def _said(self) -> Content:
        """Return what is wrong with the search or, where nothing is, which filters are on and the order."""
        if self.mistake:
            return Content.styled(self.mistake, "bold $text-warning")
        return Content(self._dot).join(
            Content.styled(words, "bold $row-accent") if narrows else Content(words)
            for words, narrows, _name in self._parts()
        )

    def _parts(self) -> list[tuple[str, bool, str]]:
        """Return each part of the line as `filter_words` does, the watch first.

        The name of a watch stands for its filters, of which it is often made, until they were changed. Then
        it is cut first where there is no room for both, and only stands for them where that is not enough.
        """
        parts = list(filter_words(self.query_shown, starred=self.starred))
        if self.watch_listed is None:
            return parts
        parts = [part for part in parts if part[2]]
        name, changed = self.watch_listed.name, ""
        if replace(self.query_shown, added_after=None) != self.watch_listed.query:
            changed = ", changed"
        if not changed or min(cell_len(name), _LEAST_NAME) > self._room_beside(parts) - len(changed):
            parts = [part for part in parts if part[2] in ("new", "order")]
        room = self._room_beside(parts) - len(changed)
        return [(cut(name, max(_LEAST_NAME, min(_NAME, room)), self._ellipsis) + changed, True, ""), *parts]

    def _room_beside(self, parts: list[tuple[str, bool, str]]) -> int:
        taken = self._dot.join(["", *(words for words, _, _ in parts)]) + FOUND_GAP + self._count()
        return self.content_size.width - cell_len(taken)

    def _count(self) -> str:
        if not self.query_shown.filters:
            return found_text(self.papers)
        found = "counting" if self.found is None else f"{self.found:,}"
        if self.uncounted:
            found = "?"
        return f"{found} of {self.papers:,}"
