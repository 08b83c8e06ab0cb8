"""The box that a listing is pasted into; a module of its own because a text area is slow to import."""

from __future__ import annotations

from textual.widgets import TextArea

from radar.tui.clean_paste import CleanPaste


class ListingArea(CleanPaste, TextArea):
    """Takes a listing as it was copied from a page."""

    DEFAULT_CSS = """
    ListingArea, ListingArea:focus {
        border: none;
        padding: 0 1;
        background: $surface;
    }
    """
