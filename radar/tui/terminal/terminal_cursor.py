"""The terminal's own cursor, unseen here, which screen readers, magnifiers and lines of braille go after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

    _App = App[None]
else:
    # A part of an application, none itself: Textual looks through all that a class inherits for each.
    _App = object


class FollowedCursor(_App):
    """The part of an application that keeps the terminal's cursor where the reader is.

    Textual asks for the place with each frame that it writes, and puts the cursor there. To work it out then
    finds it whatever moved: the cursor of a list, what is scrolled, the focus or the screen.
    """

    _cursor_left_at = Offset(0, 0)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor goes: to that of what has the focus; where it has none, it stays."""
        focused = self.focused
        if focused is not None and hasattr(focused, "cursor_screen_offset"):
            self._cursor_left_at = focused.cursor_screen_offset
        return self._cursor_left_at

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._cursor_left_at = place


def cell_of(widget: Widget, column: int, line: int) -> Offset:
    """Return where on the screen a cell of a widget is; of a line that is scrolled away, the nearest one."""
    x, y, _width, height = widget.content_region
    return Offset(x + column, y + max(0, min(height - 1, line)))
