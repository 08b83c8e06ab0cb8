"""The last look at every line before the terminal has it: all that can be seen, and nothing that it obeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from radar.tui.lines.cells import cell_len, drawn_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App
    from textual.color import Color

    _App = App[None]
else:
    # A part of an application, no application.
    _App = object


class OnlyVisible(LineFilter):
    """Takes control and format characters out of lines, which stay as wide as they are.

    Radar cleans texts on their way into the library; what others wrote into its file is met here.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments as they may be written; the same list where nothing is to be taken out."""
        if all(segment.text.isprintable() for segment in segments):
            return segments
        return [Segment(visible(text), style) for text, style, _control in segments]


ONLY_VISIBLE = OnlyVisible()
"""One for all, so that lines that went through it are known again."""


class SafeLines(_App):
    """The part of an application that every line of every widget goes through on its way to the terminal."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what changes lines before they are shown, the look at what is in them last."""
        return [*super().get_line_filters(), ONLY_VISIBLE]


def visible(text: str) -> str:
    """Return a text without what a terminal would obey or hide, as many cells wide."""
    return text if text.isprintable() else "".join(_seen(*part) for part in drawn_parts(text))


def _seen(drawn: str, width: int) -> str:
    if drawn.isprintable():
        return drawn
    left = "".join(filter(str.isprintable, drawn))
    return left if cell_len(left) == width else " " * width
