"""Keeps what a clipboard may hide out of the terminal."""

from __future__ import annotations

from textual import events

from radar.papers.text import clean


class CleanPaste:
    """Stands before an input of one line among the bases of a widget.

    What is pasted has no control characters then, and its lines follow each other: Textual takes the first
    alone, and a title copied from a PDF has two.
    """

    def on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)
