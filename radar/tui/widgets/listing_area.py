"""The box that a listing is pasted into; a module of its own because a text area is slow to import."""

from __future__ import annotations

from textual import events
from textual.widgets import TextArea

from radar.papers.text import clean_layout


class ListingArea(TextArea):
    """Takes a listing as it was copied from a page."""

    DEFAULT_CSS = """
    ListingArea, ListingArea:focus {
        border: none;
        padding: 0 1;
        background: $surface;
    }
    """

    def on_paste(self, event: events.Paste) -> None:
        # Tags, indentation and columns are what formats are told by, so that blanks must stay.
        event.text = clean_layout(event.text).strip("\n")

    def on_unmount(self) -> None:
        # Textual tells every text area of new colours, also one that is gone, and so holds it for good: what
        # was pasted would be held with it.
        self.load_text("")
