"""What the mouse selected of the detail, as a text for elsewhere: without the lines that the screen made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.selection import Selection

    from radar.tui.detail.blocks import Line


def selected_text(lines: Sequence[Line], selection: Selection) -> str:
    """Return the selected part of some lines; those of a paragraph are joined, and blanks are plain ones."""
    chosen = [
        (line, _part(line, *span))
        for number, line in enumerate(lines)
        if (span := selection.get_span(number)) is not None
    ]
    text = chosen[0][1] if chosen else ""
    for (before, _), (line, part) in pairwise(chosen):
        text = text.rstrip(" ") + _gap(before, line) + part
    return text.replace("\xa0", " ")


def _part(line: Line, start: int, end: int) -> str:
    """Return the part of a line between two places, without blanks that only move it to the right."""
    if not line.indent.strip():
        start = max(start, len(line.indent))
    return line.plain[start : len(line.plain) if end < 0 else end]


def _gap(before: Line, line: Line) -> str:
    """Return what stands between two lines: a break, or what stands there in the text of their block."""
    if line.first:
        return "\n"
    return " " if line.start > before.end else ""
