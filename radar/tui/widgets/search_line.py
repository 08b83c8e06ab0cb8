"""The line that words to search for are typed into."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input
from textual.widgets.input import Selection

from radar.tui.keys.keymap import SEARCH
from radar.tui.lines.live_lines import SOUGHT
from radar.tui.terminal.clean_paste import CleanPaste


class SearchLine(CleanPaste, Input, inherit_css=False):
    """Searches as you type: what is found stands on screen in the same frame as the letter."""

    # Only what holds for this line: the rules of Textual's inputs are forty, and a start reads each of them.
    DEFAULT_CSS = """
    SearchLine {
        height: 1; background: $background; color: $foreground;
        overflow: auto auto; scrollbar-size: 0 0; pointer: text;
    }
    SearchLine > .input--cursor {
        background: $input-cursor-background;
        color: $input-cursor-foreground;
        text-style: $input-cursor-text-style;
    }
    SearchLine > .input--selection {
        background: $input-selection-background;
        color: $input-selection-foreground;
    }
    SearchLine > .input--placeholder { color: $text-muted; }
    SearchLine:ansi > .input--cursor, SearchLine:ansi > .input--selection {
        background: ansi_default; color: ansi_default; text-style: reverse;
    }
    SearchLine:ansi > .input--placeholder { color: ansi_default; text-style: dim; }
    """
    # Nothing is suggested here, and each of them takes its styles as a widget does.
    COMPONENT_CLASSES: ClassVar[set[str]] = {"input--cursor", "input--selection", "input--placeholder"}
    BINDINGS: ClassVar[list[BindingType]] = list(SEARCH)
    # Every letter changes it, and the line takes as much room as before.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    class Left(Message):
        """The reader is done with typing; `dropped` where the words go as well."""

        def __init__(self, dropped: bool) -> None:
            super().__init__()
            self.dropped = dropped

    class Moved(Message):
        """The reader moves in the list without leaving the line."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    def __init__(self, typed: Callable[[str], None], *, id: str | None = None) -> None:
        """Make the line.

        Args:
            typed: called with the words inside the handling of the key, so that echo and results are
                one frame; a message would come a frame later.
        """
        self._typed = typed
        super().__init__(placeholder=SOUGHT, id=id, select_on_focus=False)
        self.cursor_blink = False

    def watch_virtual_size(self) -> None:
        # Words that became shorter are not left scrolled away.
        self.scroll_x = min(self.scroll_x, self.max_scroll_x)

    def watch_value(self, value: str) -> None:
        if self.is_mounted:
            self._typed(value)

    def begin(self) -> None:
        """Take the focus for another search: a letter replaces the words, an arrow or `end` keeps them."""
        self.selection = Selection(0, len(self.value))
        self.focus()

    def hold(self, words: str) -> None:
        """Have other words stand here, as if they had been typed."""
        self.value = words
        self.cursor_position = len(words)

    def action_keep(self) -> None:
        """Keep the words and leave."""
        self.post_message(self.Left(dropped=False))

    def action_drop(self) -> None:
        """Drop the words and leave."""
        self.post_message(self.Left(dropped=True))

    def action_move(self, step: int) -> None:
        """Move in the list and go on typing."""
        self.post_message(self.Moved(step))
