"""Abstracts that announce a study and propose nothing: there, what was found says more than that."""

from __future__ import annotations

from radar.abstracts import word_classes as classes
from radar.abstracts.claims import SentenceClaim
from radar.abstracts.patterns import EitherCase
from radar.abstracts.telling_words import is_own
from radar.abstracts.words import word_set
from radar.papers.flags import Claim

_OF_ITSELF = classes.WE | classes.PAPER
_ANNOUNCES = EitherCase(
    r"(?:in this (?:paper|work|study|article),? )?"
    r"(?:we|this (?:paper|work|study|article|thesis|letter|survey|report)) "
    r"(?:\w+ly |also |then |first |further )?"
    r"(?:investigate|stud(?:y|ies)|explore|examine|discuss|consider|review|ask|focus|aim|seek|address(?:es)?"
    r"|revisit|report|conduct|perform|evaluate|analy[sz]e|compare|test|assess)e?s?\b"
)
_SURE = 0.9
"""What is claimed less surely is a hint."""
_PRAISES = word_set(
    "effectiveness superiority efficacy usefulness feasibility viability validity potential promise "
    "importance promising applicability utility insight insights valuable provide provides reproducible "
    "future this these"
)
"""Findings with these words praise the study, or point at it."""


def announcement(claims: tuple[SentenceClaim, ...]) -> SentenceClaim | None:
    """Return the sentence that announces what is studied, where the authors propose nothing, or None."""
    found = None
    for claim in claims:
        has = claim.sentence.classes
        if has & classes.PROPOSES and is_own(claim):
            return None
        if found is None and has & _OF_ITSELF and claim.claim is Claim.NONE:
            found = claim if _ANNOUNCES.begins(claim.sentence.lower) else None
    return found


def tells_a_finding(claim: SentenceClaim) -> bool:
    """Say whether a sentence surely tells what was found."""
    return claim.strength >= _SURE and not claim.background and _PRAISES.isdisjoint(claim.sentence.words)
