"""Hyphens that a line break of the source left in a takeaway: "esti- mation", "SAE- RNA", "Re-port"."""

from __future__ import annotations

import re
from functools import partial

from radar.abstracts.text.titles import ordinary_words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_SPACED = pattern(
    r"(?<![\w-])(?P<before>[\w.-]*-)?(?P<left>[\w.]+[)\]]?)- (?P<right>(?!(?:and|or|to|nor|versus|vs|but|as|a"
    r"|an|the|that|which|we|it|is|in|of|for|with|on|by|this|our|from|where|who|not|und)\b)\w+)"
)
"""A hyphen with a space behind it; before "and" and its like it is meant, before "that" a dash is."""
_DASH_GATES = ("-a ", "-an ", "-the ", "-where ", "-which ")
_DASH = pattern(r"(?:(?<=[a-z]{3})|(?<=[A-Z]{3})|(?<=[)\]])|(?<=[\w)\]]) )-(?=(?:an?|the|where|which) [a-z])")
"""A hyphen before an article, where a dash lost its spaces: "sand-a lattice of grains"."""
_BROKEN = pattern(r"-(?P<right>[a-z]{2,})(?![\w-])")
_LEFT = pattern(r"(?<![\w-])[A-Za-z][a-z]{1,15}$")
"""The first part of a broken word, looked for only where the second is no word by itself."""
_LONGEST_LEFT = 17
_LEAST_LETTERS = 2
_ENDS = ("e", "s", "d", "es", "ed", "ing")
"""With one of these a word is as ordinary as without."""


def without_line_breaks(line: str, text: str, limit: int) -> str:
    """Return a line without the hyphens of line breaks.

    A word is put together where the abstract has it, and behind a space where it is an ordinary one; else a
    hyphen is left.

    Args:
        line: of a takeaway, no longer than one.
        text: the abstract.
        limit: in words, of which a dash that stands apart is one.
    """
    if any_of(_DASH_GATES, line):
        apart = _DASH.sub(" – ", line)
        line = apart if apart.count(" ") < limit else _DASH.sub("—", line)
    if "- " in line:
        line = _SPACED.sub(partial(_joined, text), line)
    return _BROKEN.sub(partial(_whole, text.lower()), line) if "-" in line else line


def _joined(text: str, match: re.Match[str]) -> str:
    left, right = match["left"], match["right"]
    whole = left + right
    if left[-1].islower() and right[0].isupper() and len(right) >= _LEAST_LETTERS:
        return match[0]  # a dash that lost a space: "techniques- Structured Tokens"
    if match["before"] is None and right.islower() and _is_word(whole, text):
        return whole
    return match[0].replace("- ", "-")


def _whole(lower: str, match: re.Match[str]) -> str:
    """Return "port" for the end of "re-port", where that is no word and the text has both as one."""
    right, start = match["right"], match.start()
    if right in ordinary_words():
        return match[0]
    left = _LEFT.search(match.string, max(0, start - _LONGEST_LEFT), start)
    return right if left and f" {left[0].lower()}{right}" in lower else match[0]


def _is_word(whole: str, text: str) -> bool:
    lower = whole.lower()
    stems = {lower, *(lower.removesuffix(end) for end in _ENDS)}
    stems |= {stem + "ing" for stem in stems}
    return not ordinary_words().isdisjoint(stems) or f" {whole} " in text
