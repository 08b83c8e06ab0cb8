"""Copying a paper as BibTeX, link, title, abstract or takeaway."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from radar.tui.flows.step import Ask, Say, Step

FORMATS = {"b": "bibtex", "l": "link", "t": "title", "a": "abstract", "k": "takeaway"}
WORDS = {"b": "BibTeX", "l": "link", "t": "title", "a": "abstract", "k": "takeaway"}


class TextSource(Protocol):
    """Gives a paper as text."""

    def text_of(self, key: int, format: str) -> str:
        """Return the paper in a format."""
        ...


class ClipboardTaker(Protocol):
    """Takes texts to the clipboard."""

    def copy(self, text: str, shown: str, name: str = "") -> Step:
        """Hand a text over, and return what tells of it."""
        ...


class Copying:
    """Asks for the form, then puts the paper on the clipboard."""

    def __init__(self, source: TextSource, clipboard: ClipboardTaker) -> None:
        self._source = source
        self._clipboard = clipboard

    def start(self, key: int) -> Ask:
        """Ask what to copy."""
        return Ask("copy", "copy", partial(self._chosen, key), choices=WORDS)

    def _chosen(self, key: int, choice: str) -> Step:
        text = self._source.text_of(key, FORMATS[choice])
        if not text:
            return Say(f"this paper has no {WORDS[choice]}")
        return self._clipboard.copy(text, text.splitlines()[0], WORDS[choice])
