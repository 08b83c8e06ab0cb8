"""Notes as readers write them: a paragraph on a paper, in words of their own."""

from __future__ import annotations

from radar.papers.text import clean

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


def joined(one: str, other: str) -> str:
    """Return two notes on the same paper as one, however long; a part that both have stands in it once."""
    return _BETWEEN.join(dict.fromkeys(part for part in _BETWEEN.join((one, other)).split(_BETWEEN) if part))
