"""Text cut and wrapped by the cells it takes on a terminal, where a wide character takes two."""

from __future__ import annotations


def cells(text: str) -> int:
    """Return how many cells the text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def shortened(text: str, width: int, mark: str = "…") -> str:
    """Return the text cut at a word, if possible, so that it and the mark fit the width."""
    if cells(text) <= width:
        return text
    room = width - cells(mark)
    if room <= 0:
        return ""
    cut = _head(text, room)
    at_word = cut.rfind(" ")
    if not text.startswith(" ", len(cut)) and at_word > len(cut) * 2 // 3:
        cut = cut[:at_word]
    return cut.rstrip() + mark


def padded(text: str, width: int) -> str:
    """Return the text with spaces up to the width."""
    return text + " " * max(width - cells(text), 0)


def wrapped(text: str, width: int) -> list[str]:
    """Return the text as lines of at most the width, broken at spaces; a longer word stays whole."""
    lines: list[str] = []
    for word in text.split():
        if lines and cells(lines[-1]) + 1 + cells(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _head(text: str, width: int) -> str:
    taken = 0
    for position, character in enumerate(text):
        taken += cells(character)
        if taken > width:
            return text[:position]
    return text
