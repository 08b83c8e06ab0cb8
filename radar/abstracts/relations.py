"""Findings told as a relation of two things, without anyone who finds: "error grows linearly with depth"."""

from __future__ import annotations

from radar.abstracts import claim_words as words
from radar.abstracts.patterns import pattern
from radar.abstracts.text_units import Sentence
from radar.abstracts.words import word_set


def relates(sentence: Sentence) -> bool:
    """Say whether a sentence tells how one thing goes with another, as findings without a finder do."""
    if _SIGNS.isdisjoint(sentence.words):
        return False
    lower = sentence.lower
    return _RELATES.search(lower) is not None and words.AIM.search(" " + lower) is None


_RELATES = pattern(
    r"\b(?<!that )(?<!which )(?<!how )(?<!to )(?<!at )(?:"
    r"(?:grow|increase|decrease|decline|rise|fall|degrade|scale)s? (?:\w+ly )?with\b"
    r"|depends? (?:only|solely|mainly|linearly|strongly|weakly|sensitively) on\b"
    r"|follows? an? (?:[\w-]+,? ){0,4}?(?:law|curve|distribution|trend)s?\b"
    r"|(?:has|have) the same (?:[\w-]+ ){1,3}as\b|(?:excellent|good|close) match to\b"
    r"|match(?:es)? those observed\b|(?:is|are|was|were) (?:\w+ly )?(?:associated|(?:anti)?correlated) with\b"
    r"|appears? (?:preferentially|predominantly|mainly)\b"
    r"|(?:differences|deviations|corrections|biases) (?:[\w-]+ ){0,6}are (?:\w+ly )?(?:small|negligible"
    r"|large)\b)"
)
_SIGNS = word_set(
    "grow grows increase increases decrease decreases decline declines rise rises fall falls "
    "degrade degrades scale scales depend depends follow follows same match matches associated correlated "
    "anticorrelated appear appears differences deviations corrections biases"
)
"""One of these stands wherever `_RELATES` matches."""
