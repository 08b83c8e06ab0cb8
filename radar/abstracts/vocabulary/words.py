"""Word lists, and lower case that keeps every character at its place."""

from __future__ import annotations

import re

_OF_WORDS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789@-")
SPACED = bytes(code if code in _OF_WORDS else 32 for code in range(256))
"""Translates what is no part of a word, in lower-case ASCII, to spaces."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text that is separated by spaces."""
    return frozenset(text.split())


def lowered(text: str) -> str:
    """Return the text in lower case with every character at its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


_NO_DIGITS = bytes(code for code in range(256) if code not in b"0123456789")


def has_digit(text: str) -> bool:
    """Say whether a text has a digit, by taking away all else, which is faster than to search for one."""
    return bool(text.encode(errors="replace").translate(None, _NO_DIGITS))


_DECIMAL = re.compile(r"\.\d")


def has_decimal(text: str) -> bool:
    """Say whether a text has a digit behind a point."""
    return _DECIMAL.search(text) is not None


def verb_forms(text: str) -> frozenset[str]:
    """Return the verbs of a text with their regular forms: improve, improves, improved, improving."""
    forms: set[str] = set()
    for verb in text.split():
        if verb.endswith("e"):
            forms.update((verb, verb + "s", verb + "d", verb[:-1] + "ing"))
        elif verb.endswith("y") and verb[-2] not in "aeiou":
            forms.update((verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"))
        elif verb.endswith(("s", "x", "ch", "sh")):
            forms.update((verb, verb + "es", verb + "ed", verb + "ing"))
        else:
            forms.update((verb, verb + "s", verb + "ed", verb + "ing"))
    return frozenset(forms)


def is_plural(word: str) -> bool:
    """Say whether a noun ends as several things do: "crabs", and not "glass", "virus", "axis"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def last_words(text: str, count: int) -> int:
    """Return where so many last words of a text begin, the space before them included."""
    parts = text.rsplit(" ", count)
    return len(parts[0]) if len(parts) > count else 0


def present(pieces: tuple[str, ...], lower: str) -> tuple[str, ...]:
    """Return which pieces occur in a lower-case text, so that its sentences are asked for these only."""
    return tuple([piece for piece in pieces if piece in lower])


def any_of(pieces: tuple[str, ...], lower: str) -> bool:
    """Say whether one of the pieces occurs in a lower-case text, the cheap question before a costly one."""
    for piece in pieces:  # noqa: SIM110 (a generator costs more than it asks)
        if piece in lower:
            return True
    return False


SAYS_NOTHING = word_set(
    "a an the of in on at for with and or to by from as that which we our us its their this these is are be "
    "via into using use used through based toward towards under both can how whether between across over "
    "paper work study studies article letter propose proposes present presents introduce introduces develop "
    "develops design designed describe describes investigate investigates examine examines explore explores "
    "analyze analyse analyzes new novel first approach method framework called named it not while when what "
    "provide provides simple effective efficient general address addresses consider problem task"
)
"""Words that tell nothing of what a line is about."""
