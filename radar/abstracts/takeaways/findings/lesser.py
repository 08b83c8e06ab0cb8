"""Lines that say less than another may: they tell what goes beside what was made."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.patterns import pattern

_BESIDES = pattern(
    r"[^,]{0,60}?\b(?:also|further\w*|additionally|in addition|moreover|finally|lastly|besides)\b"
)
SURELY_FOUND = 1.1
"""What is claimed no less surely is a finding."""


def goes_beside(claim: SentenceClaim) -> bool:
    """Say whether a sentence tells something more, beside what is told before it."""
    return _BESIDES.match(claim.sentence.lower) is not None


def says_less(chosen: SentenceClaim, claims: tuple[SentenceClaim, ...]) -> bool:
    """Say whether a sentence likely says less than one that tells what was made, or what was surely found.

    Args:
        chosen: the sentence.
        claims: of all sentences of the abstract.
    """
    return goes_beside(chosen) or _follows_what_was_made(chosen, claims)


def _follows_what_was_made(chosen: SentenceClaim, claims: tuple[SentenceClaim, ...]) -> bool:
    """Say whether a sentence behind one that proposes something neither does so nor surely finds anything."""
    if chosen.sentence.classes & classes.PROPOSES or chosen.strength >= SURELY_FOUND:
        return False
    start = chosen.sentence.start
    return any(claim.sentence.classes & classes.PROPOSES and claim.sentence.start < start for claim in claims)
