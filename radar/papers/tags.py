"""Tags as readers write them: kept as typed, parted by commas or semicolons, compared without regard to case.

No tag holds either sign, by which one or the other is parted from the next in every file that tags are
exported to.
"""

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
    """Return the tags in texts, each once, cut at `LONGEST`."""
    return _kept(part for text in texts for part in parted(text))


def parted(text: str) -> list[str]:
    """Return the parts of a text that are a tag each."""
    return text.replace(";", ",").split(",")


def named_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the tags that texts may name, also as libraries hold them from when a semicolon parted none."""
    named = tuple(texts)
    whole = _kept(part for text in named for part in text.split(","))
    return tuple(dict.fromkeys((*tags_in(named), *whole)))


def _kept(parts: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for part in parts:
        if tag := bare(part)[:LONGEST].strip():
            kept.setdefault(tag.casefold(), tag)
    return tuple(kept.values())
