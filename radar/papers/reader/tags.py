"""Tags as readers write them: kept as typed, parted by commas or semicolons, compared without regard to case.

No tag holds either sign, by which one or the other is parted from the next in every file that tags are
exported to, and none begins with "-", which before a tag means "without" wherever one is written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from radar.papers.text.safe_text import clean

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
    return _kept(bare(part).lstrip("-") for text in texts for part in parted(text))


def added_and_removed(text: str, held: Collection[str] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags that a text gives, and those that it takes away: the ones behind a "-".

    Args:
        held: tags as libraries hold them from when one could begin with that sign; they stay what they are.
    """
    pieces = list(map(clean, text.split(",")))
    # As libraries hold them from when a semicolon parted none.
    whole = [piece for piece in pieces if ";" in piece and piece.startswith("-")]
    named = [piece for piece in whole if clean(piece[1:]) in held]
    parts = [
        part
        for piece in pieces
        if piece not in named
        for part in map(clean, parted(piece))
        if part not in held
    ]
    removed = _kept(part[1:] for part in (*parts, *whole) if part.startswith("-"))
    return tags_in(part for part in parts if not part.startswith("-")), removed


def is_cut(text: str) -> bool:
    """Return whether a tag of a text is longer than one may be."""
    return any(len(bare(part)) > LONGEST for part in parted(text))


def parted(text: str) -> list[str]:
    """Return the parts of a text that are a tag each."""
    return text.replace(";", ",").split(",")


def named_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the tags that texts may name, also as libraries hold them from when a semicolon parted none."""
    named = tuple(texts)
    whole = _kept(part for text in named for part in text.split(","))
    return tuple(dict.fromkeys((*_kept(part for text in named for part in parted(text)), *whole)))


def _kept(parts: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for part in parts:
        if tag := bare(part)[:LONGEST].strip():
            kept.setdefault(tag.casefold(), tag)
    return tuple(kept.values())
