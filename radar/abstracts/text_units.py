"""An abstract taken apart once for all rules: its sentences, in lower case, with their words."""

from __future__ import annotations

import re

from radar.abstracts.sentences import Span
from radar.abstracts.word_classes import classes_of
from radar.abstracts.words import SPACED, lowered
from radar.papers.bases import Mutable

_WORD = re.compile(r"[a-z][a-z0-9@-]*")
_DIGIT = re.compile(r"\d")
_BEFORE_WORDS = "0123456789@-"
_MARKED = bytes(48 if chr(code) in _BEFORE_WORDS else code for code in range(256))
"""Turns whatever a word may begin with beside a letter into 0."""


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
    """One of its words begins with a digit."""
    classes: int
    """Which classes of `word_classes` its words belong to."""


def units(text: str, spans: tuple[Span, ...]) -> list[Sentence]:
    """Return the sentences of a text that stand at the spans."""
    lower = lowered(text)
    if not lower.isascii():
        return [_one(text, lower, span) for span in spans]
    spaced = lower.encode("ascii").translate(SPACED)
    plain, marked = spaced.decode("ascii"), spaced.translate(_MARKED)
    found = []
    for start, end in spans:
        words = plain[start:end].split()
        numbered = marked.find(b" 0", start, end) >= 0 or marked.startswith(b"0", start, end)
        if numbered:
            words = [word if word >= "a" else word.lstrip(_BEFORE_WORDS) for word in words]
        found.append(
            Sentence(start, end, text[start:end], lower[start:end], words, numbered, classes_of(words))
        )
    return found


def _one(text: str, lower: str, span: Span) -> Sentence:
    inside = lower[span.start : span.end]
    words = _WORD.findall(inside)
    numbered = _DIGIT.search(inside) is not None
    return Sentence(
        span.start, span.end, text[span.start : span.end], inside, words, numbered, classes_of(words)
    )
