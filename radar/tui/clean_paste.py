"""Keeps what a clipboard may hide out of the terminal."""

from __future__ import annotations

from textual import events

from radar.papers.text import clean_lines


class CleanPaste:
    """Stands before an input among the bases of a widget; what is pasted has no control characters then."""

    def on_paste(self, event: events.Paste) -> None:
        event.text = clean_lines(event.text)
