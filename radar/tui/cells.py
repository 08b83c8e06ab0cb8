"""How many cells a text takes, and what fits into so many; light to import, for the first page needs it."""

from __future__ import annotations

_NARROW = frozenset(" ").union(
    *(
        map(chr, range(first, last + 1))
        for first, last in (
            (0x20, 0x7E),
            (0xA0, 0xAC),
            (0xAE, 0x2FF),
            (0x370, 0x482),
            (0x2010, 0x2026),
            (0x2030, 0x205E),
            (0x2200, 0x22FF),
            (0x2500, 0x25FC),
        )
    )
)
"""Characters that take one cell each: those of nearly every text."""


def cell_len(text: str) -> int:
    """Return how many cells a text takes."""
    if _NARROW.issuperset(text):
        return len(text)
    from rich.cells import cell_len as measured

    return measured(text)


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """Return the text, cut to `width` cells with an ellipsis at its end where it is longer."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    if room <= 0:
        return ellipsis if room == 0 else ""
    return text[: fitting(text, 0, len(text), room)].rstrip() + ellipsis


def fitting(text: str, start: int, end: int, room: int) -> int:
    """Return where the text from `start` has to stop to fit; always at least one character on."""
    if _NARROW.issuperset(text[start : start + room + 1]):
        return min(end, start + max(1, room))
    used = 0
    for index in range(start, end):
        used += cell_len(text[index])
        if used > room and index > start:
            return index
    return end
