"""The left of the first line: what the library holds."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class CountsLine(Widget):
    """How many papers are new, how many there are, and how many have code."""

    DEFAULT_CSS = """
    CountsLine { width: auto; height: 1; padding: 0 1; }
    """
    new: reactive[int] = reactive(0, layout=True)
    papers: reactive[int] = reactive(0, layout=True)
    with_code: reactive[int] = reactive(0, layout=True)

    def __init__(self, dot: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._dot = dot

    def show(self, new: int, papers: int, with_code: int) -> None:
        """Show these counts."""
        self.new, self.papers, self.with_code = new, papers, with_code

    def render(self) -> Content:
        new = f"{self.new:,} new"
        rest = f"{self._dot}{self.papers:,} papers{self._dot}{self.with_code:,} with code"
        shown_new = Content.styled(new, "bold $primary") if self.new else Content(new)
        return Content.assemble(("radar", "bold $primary"), "   ", shown_new, rest)
