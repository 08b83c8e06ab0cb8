"""Scrolling by keys, the same wherever something scrolls without a cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget as _Widget
else:
    # A part of a widget, no widget: Textual looks through all that a class inherits for each that is one.
    _Widget = object


class Scrolling(_Widget):
    """Scrolls by lines, by half pages and to the ends."""

    @property
    def scrolled(self) -> _Widget:
        """What scrolls."""
        return self

    @property
    def half_page(self) -> int:
        """Lines of half a page."""
        return max(1, self.scrolled.size.height // 2)

    def action_lines(self, count: int) -> None:
        """Scroll by lines."""
        self.scrolled.scroll_to(y=self.scrolled.scroll_target_y + count, animate=False)

    def action_half(self, halves: int) -> None:
        """Scroll by half pages."""
        self.action_lines(halves * self.half_page)

    def action_edge(self, bottom: bool) -> None:
        """Scroll to the top or the end."""
        self.scrolled.scroll_to(y=self.scrolled.max_scroll_y if bottom else 0, animate=False)
