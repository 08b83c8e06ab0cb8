"""Copying a paper as BibTeX, link or title."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from radar.tui.flows.step import Ask, Say

FORMATS = {"b": "bibtex", "l": "link", "t": "title", "k": "takeaway"}
WORDS = {"b": "BibTeX", "l": "link", "t": "title", "k": "takeaway"}


class TextSource(Protocol):
    """Gives a paper as text."""

    def text_of(self, key: int, format: str) -> str:
        """Return the paper in a format."""
        ...


class Copying:
    """Asks for the form, then puts the paper on the clipboard."""

    def __init__(self, source: TextSource, copy: Callable[[str], None]) -> None:
        self._source = source
        self._copy = copy
        self._key = 0

    def start(self, key: int) -> Ask:
        """Ask what to copy."""
        self._key = key
        return Ask("copy", "copy", choices=WORDS)

    def answer(self, _purpose: str, choice: str) -> Say:
        """Copy in the form chosen."""
        text = self._source.text_of(self._key, FORMATS[choice])
        if not text:
            return Say(f"this paper has no {WORDS[choice]}")
        self._copy(text)
        first = text.splitlines()[0]
        return Say(f"copied {WORDS[choice]}: {first}")
