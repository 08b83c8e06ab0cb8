"""Lines that say less than another may: they tell what goes beside what was made."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.takeaways.findings.announcing import makes
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.patterns import pattern

_BESIDES = pattern(
    r"[^,]{0,60}?\b(?:also|further\w*|additionally|in addition|moreover|finally|lastly|besides)\b"
)
_NAME = pattern(r"\b(?!(?:LLM|VLM|MLLM)s?\b)[A-Za-z]*[A-Z][a-z0-9-]*[A-Z][\w-]+")
_SHORT = pattern(r"\([A-Z][\w-]*[A-Z]\)")
"""What is made is given with its short name."""
SURELY_FOUND = 1.1
"""What is claimed no less surely is a finding."""


def goes_beside(claim: SentenceClaim) -> bool:
    """Say whether a sentence tells something more, beside what is told before it."""
    return _BESIDES.match(claim.sentence.lower) is not None


def names_what_was_made(line: str, title: str) -> bool:
    """Say whether a line gives the name of what was made."""
    name, colon, _ = title.partition(": ")
    if colon and " " not in name and name in line:
        return True
    return bool((makes(line) and _NAME.search(line)) or _SHORT.search(line))


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
