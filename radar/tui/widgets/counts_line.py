"""The left of the first line: what the library holds."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from radar.tui.lines.live_lines import BRAND, NEW, REST, counts_pieces


class CountsLine(Widget):
    """How many papers are new, how many there are, and how many have code."""

    DEFAULT_CSS = """
    CountsLine { width: auto; height: 1; padding: 0 1; }
    """
    new: reactive[int] = reactive(0, layout=True)
    papers: reactive[int] = reactive(0, layout=True)
    with_code: reactive[int] = reactive(0, layout=True)

    def __init__(self, dot: str) -> None:
        super().__init__()
        self._dot = dot
        self._stock: tuple[int, datetime | None] = (0, None)
        """How many papers there are, and when the last one came."""
        self._room = 0
        self._followed: tuple[int, datetime | None] = (0, None)

    def show(self, new: int, papers: int, with_code: int, latest: datetime | None = None) -> None:
        """Show these counts; `latest` is when the last paper came."""
        self.new, self.papers, self.with_code = new, papers, with_code
        self._stock = (papers, latest)

    @property
    def latest(self) -> datetime | None:
        """When the last paper came that is counted."""
        return self._stock[1]

    def changed(self) -> bool:
        """Return whether papers came or went since this was last asked, however often they were counted."""
        before, self._followed = self._followed, self._stock
        return before != self._followed

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return how wide the counts are that the container has room for."""
        self._room = container.width
        return self.render().cell_length

    def render(self) -> Content:
        looks = {BRAND: "bold $row-primary", NEW: "bold $row-primary", REST: ""}
        pieces = counts_pieces(self.new, self.papers, self.with_code, self._dot, self._room)
        return Content.assemble(*((text, looks[look]) for look, text in pieces))
