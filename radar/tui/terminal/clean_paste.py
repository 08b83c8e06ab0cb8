"""Keeps what a clipboard may hide out of the terminal, and its end in sight."""

from __future__ import annotations

from textual import events

from radar.papers.text.safe_text import clean


class CleanPaste:
    """Stands before an input of one line among the bases of a widget.

    What is pasted has no control characters then, and its lines follow each other: Textual takes the first
    alone, and a title copied from a PDF has two. A text of many letters that is the first one of a line is
    seen at its end, where the next letter goes: Textual shows its beginning, and no cursor.
    """

    _initial_value: bool

    def on_mount(self) -> None:
        # Textual's own mark of a line in which nothing has stood yet, whose cursor it does not follow.
        self._initial_value = False

    def on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)
