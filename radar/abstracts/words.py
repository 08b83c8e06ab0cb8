"""Word lists, and lower case that keeps every character at its place."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text that is separated by spaces."""
    return frozenset(text.split())


def lowered(text: str) -> str:
    """Return the text in lower case with every character at its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
