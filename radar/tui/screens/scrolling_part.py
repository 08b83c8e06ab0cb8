"""The part of an opened screen that moves by the keys that move in the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll

if TYPE_CHECKING:
    from textual.widget import Widget as _Widget
else:
    # A part of a screen, no screen: Textual takes rules from the first thing inherited that is one.
    _Widget = object

_hidden = partial(Binding, show=False)

LINES: tuple[Binding, ...] = (
    _hidden("j,down", "lines(1)", "down", id="scroll.down", tooltip="One line down"),
    _hidden("k,up", "lines(-1)", "up", id="scroll.up", tooltip="One line up"),
)
"""By lines, where no cursor goes from one thing to the next."""
PAGES: tuple[Binding, ...] = (
    _hidden("ctrl+d", "half(1)", "half page down", id="scroll.half_down", tooltip="Half a page down"),
    _hidden("ctrl+u", "half(-1)", "half page up", id="scroll.half_up", tooltip="Half a page up"),
    _hidden("pagedown,space", "half(2)", "page down", id="scroll.page_down", tooltip="A page down"),
    _hidden("pageup", "half(-2)", "page up", id="scroll.page_up", tooltip="A page up"),
    _hidden("g,home", "edge(False)", "top", id="scroll.top", tooltip="To the top"),
    _hidden("G,end", "edge(True)", "bottom", id="scroll.bottom", tooltip="To the end"),
)
"""By pages and to the ends."""


class ScrollArea(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What scrolls of a screen, and leaves all keys to it."""


class Scrolling(_Widget):
    """Scrolls the one area of the screen that scrolls."""

    @property
    def scrolled(self) -> ScrollArea:
        """The area that scrolls."""
        return self.query_one(ScrollArea)

    @property
    def half_page(self) -> int:
        """Lines of half a page."""
        return max(1, self.scrolled.size.height // 2)

    def action_lines(self, count: int) -> None:
        """Scroll by lines."""
        area = self.scrolled
        area.scroll_to(y=area.scroll_target_y + count, animate=False)

    def action_half(self, halves: int) -> None:
        """Scroll by half pages."""
        self.action_lines(halves * self.half_page)

    def action_edge(self, bottom: bool) -> None:
        """Scroll to the top or the end."""
        self.scrolled.scroll_to(y=self.scrolled.max_scroll_y if bottom else 0, animate=False)
