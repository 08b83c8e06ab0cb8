"""The part of an opened screen that moves by the keys that move in the list."""

from __future__ import annotations

from functools import partial

from textual.binding import Binding
from textual.containers import VerticalScroll

from radar.tui.keys.scrolling import Scrolling

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


class ScrollingPart(Scrolling):
    """Scrolls the one area of the screen that scrolls."""

    @property
    def scrolled(self) -> ScrollArea:
        """The area that scrolls."""
        return self.query_one(ScrollArea)
