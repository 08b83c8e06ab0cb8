"""A few choices below each other."""

from __future__ import annotations

from textual.geometry import Offset
from textual.widgets import OptionList

from radar.tui.terminal.terminal_cursor import cell_of


class ChoiceList(OptionList):
    """Choices so few that a page is all of them, whether all are in view or not.

    A page of Textual's own list is counted in lines, which it does not know between a change of its size and
    the next picture: a key that comes just then would end the program.
    """

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the choice under the cursor begins."""
        above = 0 if self.highlighted is None else self._index_to_line.get(self.highlighted, 0)
        return cell_of(self, 0, above - self.scroll_offset.y)

    def action_page_up(self) -> None:
        """Go to the first choice."""
        self.action_first()

    def action_page_down(self) -> None:
        """Go to the last choice."""
        self.action_last()
