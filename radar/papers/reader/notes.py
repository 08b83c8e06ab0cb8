"""Notes as readers write them: a paragraph on a paper, in words of their own."""

from __future__ import annotations

from radar.papers.text.safe_text import clean

LONGEST = 2_000
"""Characters of a note that is written."""
_BETWEEN = " / "
"""Parts two notes that became one."""


def note_in(text: str) -> str:
    """Return a note as it is kept: clean, in one paragraph, cut at `LONGEST`; empty for none."""
    return whole_note(text)[:LONGEST].rstrip()


def whole_note(text: str) -> str:
    """Return a note as it is kept, however long."""
    return " ".join(clean(text).split())


def revised(held: str, before: str, note: str) -> str:
    """Return what becomes of the note that is held when a reader who saw the one before writes another.

    What somebody else wrote meanwhile stays in front of it, and is not taken away with what was seen.
    """
    if note in (before, held):
        return held
    if held in (before, ""):
        return note
    return joined(held, note) if note else held


def joined(one: str, other: str) -> str:
    """Return two notes on the same paper as one, however long; a part that both have stands in it once."""
    return _BETWEEN.join(dict.fromkeys(part for part in _BETWEEN.join((one, other)).split(_BETWEEN) if part))
