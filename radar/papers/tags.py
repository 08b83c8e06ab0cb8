"""Tags as readers write them: kept as typed, parted by commas, compared without regard to case."""

from __future__ import annotations

from collections.abc import Iterable

from radar.papers.text import clean

LONGEST = 60
"""Characters that a tag has at most."""


def folded(tag: str) -> str:
    """Return the form in which tags are compared."""
    return bare(tag).casefold()


def bare(tag: str) -> str:
    """Return a tag as it is shown: clean, and without the sign that it may be typed with."""
    return clean(tag).lstrip("#").strip()


def tags_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the tags in texts, each once, cut at `LONGEST`; a comma parts two."""
    kept: dict[str, str] = {}
    for text in texts:
        for part in text.split(","):
            if tag := bare(part)[:LONGEST].strip():
                kept.setdefault(tag.casefold(), tag)
    return tuple(kept.values())
