"""Notes as readers write them: a paragraph on a paper, in words of their own."""

from __future__ import annotations

from radar.papers.text import clean

LONGEST = 2_000
"""Characters that a note has at most."""


def note_in(text: str) -> str:
    """Return a note as it is kept: clean, in one paragraph, cut at `LONGEST`; empty for none."""
    return whole_note(text)[:LONGEST].rstrip()


def whole_note(text: str) -> str:
    """Return a note as it is kept, however long."""
    return " ".join(clean(text).split())


def joined(one: str, other: str) -> str:
    """Return two notes on the same paper as one; what both say stands in it once."""
    if other in one:
        return one
    return other if one in other else note_in(f"{one} / {other}")
