"""How many cells a text takes, and what fits into so many; light to import, for the first page needs it."""

from __future__ import annotations

from collections.abc import Iterator

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
            (0x2190, 0x21FF),
            (0x2200, 0x22FF),
            (0x2500, 0x25FC),
            (0x2605, 0x2606),
        )
    )
)
"""Characters that take one cell each: those of nearly every text."""
_AS_EMOJI = "\ufe0f"


def one_cell_each(text: str) -> bool:
    """Return whether every character is sure to take a cell of its own, as nearly everywhere."""
    # The printable characters of ASCII are those from the blank on: nearly every text has no others.
    return (text.isascii() and text.isprintable()) or _NARROW.issuperset(text)


def cell_len(text: str) -> int:
    """Return how many cells a text takes."""
    if one_cell_each(text):
        return len(text)
    from rich.cells import cell_len as measured

    return measured(text)


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """Return the text, cut to `width` cells with an ellipsis at its end where it is longer."""
    narrow = one_cell_each(text)
    if (len(text) if narrow else cell_len(text)) <= width:
        return text
    room = width - cell_len(ellipsis)
    if room <= 0:
        return ellipsis if room == 0 else ""
    if narrow:
        return text[:room].rstrip() + ellipsis
    kept = text[: fitting(text, 0, len(text), room)]
    return (kept.rstrip() if cell_len(kept) <= room else "") + ellipsis


def fitting(text: str, start: int, end: int, room: int) -> int:
    """Return where the text from `start` has to stop to fit; always at least one character on."""
    if one_cell_each(text[start : start + room + 1]):
        return min(end, start + max(1, room))
    used, index = 0, start
    for drawn, width in drawn_parts(text[start:end]):
        used += width
        if used > room and index > start:
            return index
        index += len(drawn)
    return end


def drawn_parts(text: str) -> Iterator[tuple[str, int]]:
    """Yield what a terminal draws as one, such as a letter with its marks, and the cells it takes.

    A text is as wide as its parts together, but not as its characters: the sign that asks for an emoji makes
    a narrow character wide, and a skin tone takes no cells of its own.
    """
    from rich.cells import cell_len as measured

    drawn, width = "", 0
    for character in text:
        own = measured(character)
        together = width if not own and character != _AS_EMOJI else measured(drawn + character)
        if drawn and (not own or together < width + own):
            drawn, width = drawn + character, together
            continue
        if drawn:
            yield drawn, width
        drawn, width = character, own
    if drawn:
        yield drawn, width
