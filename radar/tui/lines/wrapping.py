"""Breaking text into lines by the cells it takes, without changing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from textual.content import Content

from radar.papers.text.patterns import pattern
from radar.tui.lines.cells import cell_len, fitting
from radar.tui.lines.cells import cut as cut

_WIDE = (
    r"\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3"
    r"\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
)
_CLOSING = r"\u3001\u3002\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\u0300-\u036f"
_NARROW = pattern(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2026\u2030-\u205e\u2200-\u22ff]*")
"""Characters that take one cell each, and blanks as the only white space: nearly every text."""


@cache
def _any_word() -> re.Pattern[str]:
    """Return what a word is in any script; compiled where a text is not narrow, which few are."""
    return re.compile(rf"([{_WIDE}][{_CLOSING}]*|(?:[^\s{_WIDE}]|\xa0)+)(?:(?!\xa0)\s)*")


def wrap(text: str, width: int, first_width: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return start and end offsets of lines of at most `width` cells.

    Lines break at white space, which belongs to no line, and beside wide characters, never at a
    no-break space; a word that is too long is broken where the line is full.
    `first_width` holds for the first line.
    """
    first = max(1, width if first_width is None else first_width)
    # The printable characters of ASCII are those from the blank on, and few texts have others.
    if (text.isascii() and text.isprintable()) or _NARROW.fullmatch(text):
        return _wrap_narrow(text, max(1, width), first)
    lines: list[tuple[int, int]] = []
    room = first
    start = end = -1
    used = 0
    for word_start, word_end in _words(text):
        cells = _cells(text, word_start, word_end)
        gap = 0 if start < 0 else word_start - end
        if start >= 0 and used + gap + cells > room:
            lines.append((start, end))
            start, used, gap, room = -1, 0, 0, max(1, width)
        if cells > room:
            *full, (word_start, word_end) = _fold(text, word_start, word_end, room, width)
            lines.extend(full)
            cells = _cells(text, word_start, word_end)
            room = max(1, width) if full else room
        if start < 0:
            start = word_start
        used += gap + cells
        end = word_end
    if start >= 0:
        lines.append((start, end))
    return tuple(lines) or ((0, 0),)


def shortened(line: Content, width: int, ellipsis: str) -> Content:
    """Return the line cut to `width` cells, with the ellipsis at its end where it was longer."""
    if line.cell_length <= width:
        return line
    return line.truncate(max(0, width - cell_len(ellipsis))) + ellipsis


def index_at(text: str, cell: int) -> int:
    """Return the offset of the character that covers a cell; the length of the text behind its end."""
    if text.isascii():
        return min(cell, len(text))
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > cell:
            return index
    return len(text)


def _wrap_narrow(text: str, width: int, room: int) -> tuple[tuple[int, int], ...]:
    lines: list[tuple[int, int]] = []
    start, length = _behind_blanks(text, 0), len(text.rstrip(" "))
    while start < length:
        end = length
        if length - start > room:
            blank = text.rfind(" ", start, start + room + 1)
            end = blank if blank > start else start + room
        lines.append((start, len(text[:end].rstrip(" "))))
        start, room = _behind_blanks(text, end), width
    return tuple(lines) or ((0, 0),)


def _behind_blanks(text: str, start: int) -> int:
    while text[start : start + 1] == " ":
        start += 1
    return start


def _words(text: str) -> Iterator[tuple[int, int]]:
    return (match.span(1) for match in _any_word().finditer(text))


def _cells(text: str, start: int, end: int) -> int:
    return end - start if text.isascii() else cell_len(text[start:end])


def _fold(text: str, start: int, end: int, room: int, width: int) -> list[tuple[int, int]]:
    """Break one word into pieces of at most `room` cells for the first and `width` for the others."""
    pieces: list[tuple[int, int]] = []
    while start < end:
        stop = fitting(text, start, end, room)
        pieces.append((start, stop))
        start, room = stop, max(1, width)
    return pieces
