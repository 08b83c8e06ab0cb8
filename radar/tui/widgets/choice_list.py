"""A few choices below each other."""

from __future__ import annotations

from textual.widgets import OptionList


class ChoiceList(OptionList):
    """Choices so few that a page is all of them, whether all are in view or not.

    A page of Textual's own list is counted in lines, which it does not know between a change of its size and
    the next picture: a key that comes just then would end the program.
    """

    def action_page_up(self) -> None:
        """Go to the first choice."""
        self.action_first()

    def action_page_down(self) -> None:
        """Go to the last choice."""
        self.action_last()
