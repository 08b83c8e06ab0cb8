"""The line that says what is listed: which filters are on, in which order, how many papers."""

from __future__ import annotations

from functools import partial

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from radar.papers.query import PaperQuery
from radar.tui.filters import filter_words
from radar.tui.wrapping import shortened

PATIENCE = 0.25
"""Seconds of counting before that is said; most counts are there much sooner."""
_GAP = "    "


class FilterLine(Widget):
    """Which filters are on, the order, and how many of all papers are left; a click acts like the key."""

    DEFAULT_CSS = """
    FilterLine { width: 3fr; height: 1; color: $text-muted; padding: 0 1; text-align: right; }
    """
    query_shown: reactive[PaperQuery] = reactive(PaperQuery())
    found: reactive[int | None] = reactive[int | None](None)
    """How many papers pass; None while they are being counted."""
    mistake: reactive[str] = reactive("")
    """What is wrong with the words searched for, in the place of the filters; empty where nothing is."""
    papers: reactive[int] = reactive(0)
    """How many there are in all."""
    starred: reactive[bool] = reactive(True)
    """Whether any paper is starred."""

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
        if self._timer is not None:
            self._timer.stop()
        if found is None:
            self._timer = self.set_timer(PATIENCE, partial(setattr, self, "found", None))
        else:
            self.found = found

    def render(self) -> Content:
        if self.mistake:
            count = _GAP + self._count()
            room = max(0, self.content_size.width - cell_len(count))
            said = shortened(Content.styled(self.mistake, "bold $text-warning"), room, self._ellipsis)
            return Content.assemble(said, (count, "$foreground"))
        parts: list[Content] = []
        for words, narrows, _name in filter_words(self.query_shown, starred=self.starred):
            parts.append(Content.styled(words, "bold $accent") if narrows else Content(words))
        line = Content.assemble(Content(self._dot).join(parts), _GAP, (self._count(), "$foreground"))
        return shortened(line, self.content_size.width, self._ellipsis)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.mistake:
            return
        parts = list(filter_words(self.query_shown, starred=self.starred))
        start = self.content_size.width - cell_len(
            self._dot.join(words for words, _, _ in parts) + _GAP + self._count()
        )
        for words, _narrows, name in parts:
            if start <= offset.x < start + cell_len(words) and name:
                self.post_message(self.Clicked(name))
            start += cell_len(words) + len(self._dot)

    def _count(self) -> str:
        if not self.query_shown.filters:
            return f"{self.papers:,}"
        found = "counting" if self.found is None else f"{self.found:,}"
        return f"{found} of {self.papers:,}"
