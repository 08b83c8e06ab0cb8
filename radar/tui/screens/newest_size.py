"""A screen that is never laid out for a size which the terminal has no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.message import Message

if TYPE_CHECKING:
    from textual.screen import Screen

    _Screen = Screen[Any]
else:
    # A part of a screen, no screen: Textual takes rules from the first thing inherited that is one.
    _Screen = object


class NewestSize(_Screen):
    """The part of a screen that is told of no size but that of the terminal.

    Textual tells a screen of its size once more behind each change of it. Where two sizes are on their way at
    once, as while a window is drawn larger, each of them brings the other one back: the screen is laid out in
    turns for ever, or keeps the one that the terminal had before.
    """

    def check_message_enabled(self, message: Message) -> bool:
        """Return whether a message is to be sent here."""
        outdated = isinstance(message, events.Resize) and message.size != self.app.size
        return not outdated and super().check_message_enabled(message)
