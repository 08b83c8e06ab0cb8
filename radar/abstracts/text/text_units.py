"""An abstract taken apart once for all rules: its sentences, in lower case, with their words."""

from __future__ import annotations

import re

from radar.abstracts.text.pronouns import of_pronouns
from radar.abstracts.text.sentences import Span
from radar.abstracts.text.word_classes import PERHAPS_SELF, classes_of, gates_of, rejoined
from radar.abstracts.vocabulary.words import SPACED, lowered
from radar.papers.bases import Mutable

_DIGIT = re.compile(r"\d")
_BEFORE_WORDS = "0123456789@-"
"""What a word may begin with beside a letter."""
_MARKED = bytes(
    48 if chr(code) in "0123456789" else 45 if chr(code) in "@-" else 97 if chr(code).isalpha() else 32
    for code in range(256)
)
"""Turns ASCII digits into 0, what else words may begin with into a hyphen, and letters into "a"."""


class Sentence(Mutable):
    """A sentence, by offsets into its text."""

    start: int
    end: int
    text: str
    lower: str
    """As long as `text`."""
    words: list[str]
    """Its words in order, in lower case; hyphens belong to them."""
    numbered: bool
    """It has a digit, or a word that begins with a hyphen or the like, as a number below zero does."""
    classes: int
    """Which classes of `word_classes` its words belong to, and which gates are open."""


def units(text: str, spans: tuple[Span, ...]) -> list[Sentence]:
    """Return the sentences of a text that stand at the spans."""
    lower = lowered(text)
    gates, only_ascii = gates_of(lower), lower.isascii()
    encoded = lower.encode("ascii", "replace")
    plain, marked = encoded.translate(SPACED).decode("ascii"), encoded.translate(_MARKED)
    broken = "- " in plain
    any_number = b"0" in marked or b" -" in marked or marked.startswith(b"-")
    found = []
    for start, end in spans:
        words, inside = plain[start:end].split(), lower[start:end]
        numbered = any_number and (
            marked.find(b"0", start, end) >= 0
            or marked.find(b" -", start, end) >= 0
            or marked.startswith(b"-", start, end)
        )
        if numbered:
            words = [word if word >= "a" else word.lstrip(_BEFORE_WORDS) for word in words]
        if not only_ascii:
            words, numbered = list(filter(None, words)), _DIGIT.search(inside) is not None
        if broken:
            words = rejoined(words)
        has = classes_of(words) | gates
        if has & PERHAPS_SELF:
            has = has ^ PERHAPS_SELF | of_pronouns(inside, text[start:end], words)
        found.append(Sentence(start, end, text[start:end], inside, words, numbered, has))
    return found
