"""The box that a listing is pasted into; a module of its own because a text area is slow to import."""

from __future__ import annotations

from textual import events
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from radar.papers.text.safe_text import clean_layout

_LONG_LINE = 10_000
_LONG_TEXT = 100_000
"""Characters beyond which folding would take seconds, those of the line anew with each key."""


class ListingArea(TextArea):
    """Takes a listing as it was copied from a page; what is long is not folded, so that keys stay quick."""

    DEFAULT_CSS = """
    ListingArea, ListingArea:focus {
        border: none;
        padding: 0 1;
        background: $surface;
    }
    """

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        self._pasting = False
        self._behind: tuple[int, int] | None = None
        """Where what was pasted last ends, until something else is changed."""
        super().__init__(text, id=id, soft_wrap=not _is_long(text))

    def on_mount(self) -> None:
        """Go behind what the box is made with, as if it had been pasted into it."""
        self.move_cursor(self.document.end)
        self._behind = self.document.end

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, in which long lines are not folded from then on."""
        if self.soft_wrap and _is_long(edit.text):
            self.soft_wrap = False
        done = super().edit(edit)
        self._behind, self._pasting = done.end_location if self._pasting else None, False
        return done

    def add(self, text: str) -> None:
        """Put in a text where the cursor is, as if it had been pasted."""
        text = self._begun(text)
        self._pasting = True
        self.insert(text)

    def on_paste(self, event: events.Paste) -> None:
        # Tags, indentation and columns are what formats are told by, so that blanks must stay.
        text = clean_layout(event.text).strip("\n")
        if not text:
            event.prevent_default()
            return
        event.text = self._begun(text)
        self._pasting = True

    def _begun(self, text: str) -> str:
        """Return a text that is pasted, which begins a line of its own behind another one."""
        behind = self.selection.is_empty and self.cursor_location == self._behind
        return f"\n{text}" if behind and self.document.get_line(self.cursor_location[0]) else text

    def on_unmount(self) -> None:
        # Textual tells every text area of new colours, also one that is gone, and so holds it for good: what
        # was pasted would be held with it.
        self.load_text("")


def _is_long(text: str) -> bool:
    return len(text) > _LONG_TEXT or max(map(len, text.split("\n"))) > _LONG_LINE
