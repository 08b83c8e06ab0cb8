"""Items of a source that are no papers to radar: told once, and not every morning that they are there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from radar.papers.listed.listing import NotUnderstood

if TYPE_CHECKING:
    from radar.library.library import Library

_MOST_TOLD = 3
"""Of one source at once; of the rest the number is told."""


class ItemsLeftOut:
    """Gathers what one answer of a source holds and radar leaves out, and knows which of it is new."""

    def __init__(self, library: Library, source: str) -> None:
        self._library = library
        self._source = source
        self._before = library.left_out_before(source)
        self._now: set[str] = set()
        self._fresh: list[NotUnderstood] = []

    @property
    def fresh(self) -> tuple[NotUnderstood, ...]:
        """What the last answer did not hold, each once."""
        return tuple(self._fresh)

    def take(self, items: Iterable[NotUnderstood]) -> None:
        """Take what a page holds."""
        for item in items:
            digest = _digest(item)
            if digest not in self._before and digest not in self._now:
                self._fresh.append(item)
            self._now.add(digest)

    def note(self, *, whole: bool) -> None:
        """Note what was told.

        Args:
            whole: whether the answer came to its end, so that what it does not hold can be forgotten.
        """
        noted = self._now if whole else self._before | self._now
        if noted != self._before:
            self._library.note_left_out(self._source, noted)


def lines_of(items: tuple[NotUnderstood, ...]) -> tuple[str, ...]:
    """Return what is told of items: of the first few the place, why and what it is, then how many more."""
    lines = [_line(item) for item in items[:_MOST_TOLD]]
    more = len(items) - _MOST_TOLD
    return (*lines, f"and {more:,} more") if more > 0 else tuple(lines)


def _line(item: NotUnderstood) -> str:
    return f"item {item.line}: {item.reason}" + (f": {item.text}" if item.text else "")


def _digest(item: NotUnderstood) -> str:
    # Imported where it is needed: most answers leave nothing out.
    from hashlib import sha256

    # Without its place, which is another one as soon as something stands before it.
    return sha256(f"{item.reason}\n{item.text}".encode("utf-8", "replace")).hexdigest()[:16]
