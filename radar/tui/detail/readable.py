"""A paper's text as it is shown: TeX made readable, with offsets that still find their words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol


class ReadableText(Protocol):
    """A text for the eye, and where spans of the stored text stand in it."""

    @property
    def text(self) -> str:
        """The text as it is shown."""
        ...

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the stored text stands in the shown one."""
        ...


@dataclass(frozen=True, slots=True)
class AsIs:
    """A text that is shown as it is stored."""

    text: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span, kept within the text."""
        return max(0, min(start, len(self.text))), max(0, min(end, len(self.text)))


@lru_cache(maxsize=256)
def readable(text: str) -> ReadableText:
    """Return the readable form of a stored text, kept for the papers looked at last."""
    return AsIs(text)
