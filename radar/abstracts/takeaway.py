"""The offline takeaway: the sentence of an abstract that says most of what was done and found."""

from __future__ import annotations

import re

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.sentences import Span
from radar.abstracts.shortening import shortened, tidied
from radar.abstracts.words import word_set
from radar.papers.flags import Claim
from radar.papers.summary import TAKEAWAY_WORDS, Takeaway, TakeawayOrigin

_WORD = re.compile(r"[a-z][a-z0-9-]{2,}")
_STOP = word_set(
    "the and for with from that this are our can via using towards toward into over under based than its "
    "their how what why when not paper work study approach method methods model models new "
    "novel learning "
    "analysis"
)
_CONTRIBUTION = re.compile(
    r"\b(?:we|i|this (?:paper|work|study|article|letter|thesis|survey|report|review)"
    r"|the (?:authors|paper)) (?:\w+ ){0,3}?(?:propos|present|introduc|develop|design|show"
    r"|demonstrat|find|prove|study|studie|investigat|explor|describ|"
    r"examin|analy[sz]|deriv|establish|provid|construct|build|creat|address|report|conduct"
    r"|formulat|extend|compar|evaluat|use|train|argue|apply|release|perform|survey|review"
    r"|reveal|discover|observ|identif|measur|achiev)"
    r"|\b(?:is|are) (?:proposed|presented|introduced|developed|studied|investigated|described)\b",
    re.IGNORECASE,
)
_PROPOSES = re.compile(r"\b(?:propos|present|introduc|develop|design)(?:e|es|ed|ing|s)?\b", re.IGNORECASE)
_GENERIC = re.compile(
    r"^(?:our|the) (?:proposed |new |resulting |overall )?(?:method|approach|model|system"
    r"|framework|algorithm|results|technique|models|solution|experiments|methods|findings"
    r"|work)\b|^(?:it|this|they|these|that|those|both|such|experiments|results)\b",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(
    r"^(?:it|this|they|these|that|those|such|both|he|she|its|their|doing so|in doing so"
    r"|the former|the latter|here|some|others|another|all of these)\b",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"\b(?:code|dataset|data|models?|implementation|software|project|benchmark|demo"
    r"|resources?)\b.{0,60}\b(?:available|released|found|accessed|open-source\w*)\b|https?:"
    r"|github|\bwill be (?:made|released|publicly)|\bwe (?:also |publicly |further |have "
    r"|will )*(?:release|open-source)\b|project page",
    re.IGNORECASE,
)
_WARNING = re.compile(
    r"\b(?:warning|disclaimer|trigger|caution)\b.{0,80}\b(?:contain\w*|offensive|harmful"
    r"|content|disturbing|examples?|toxic|explicit|may)\b"
    r"|\bmay contain\b.{0,40}\b(?:offensive|harmful|toxic|disturbing)",
    re.IGNORECASE,
)
_OUTLOOK = re.compile(
    r"\b(?:future (?:work|research|directions?|studies)|paves? the way|opens? (?:up )?(?:new"
    r"|the)|we hope|hope that|call for|potential (?:applications|to)|will (?:be|help|enable"
    r"|serve)|further research|organi[sz]ed as follows|we discuss|discusses|implications)\b",
    re.IGNORECASE,
)
_PROBLEM = re.compile(
    r"\b(?:challeng\w+|remains?|difficult\w*|limited|lack(?:s|ing)?|suffers?|however"
    r"|struggle\w*|critical|crucial|essential|important|increasingly|widely|popular|unclear"
    r"|understudied|underexplored|hinder\w*|problem)\b",
    re.IGNORECASE,
)


def takeaway(title: str, text: str, spans: tuple[Span, ...], claims: tuple[SentenceClaim, ...]) -> Takeaway:
    """Return the takeaway of an abstract.

    Args:
        title: never repeated as the takeaway.
        text: the abstract.
        spans: its sentences.
        claims: what they claim, one for each.
    """
    title_words = set(_WORD.findall(title.lower())) - _STOP
    same = _letters(title)
    ranked = sorted(
        range(len(spans)),
        key=lambda number: (
            -_score(
                text[spans[number].start : spans[number].end], number, len(spans), claims[number], title_words
            )
        ),
    )
    for number in ranked[:5]:
        sentence = text[spans[number].start : spans[number].end]
        line = shortened(tidied(sentence), TAKEAWAY_WORDS)
        if len(line.split()) >= 4 and _letters(line) != same and not _WARNING.search(sentence):
            return Takeaway(line, TakeawayOrigin.QUOTED)
    best = next(
        (
            line
            for number in ranked
            if (line := shortened(tidied(text[spans[number].start : spans[number].end]), TAKEAWAY_WORDS))
            and _letters(line) != same
        ),
        "",
    )
    return Takeaway(best, TakeawayOrigin.QUOTED)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _score(sentence: str, number: int, total: int, claim: SentenceClaim, title_words: set[str]) -> float:
    lower = sentence.lower()
    found = set(_WORD.findall(lower))
    shared = len(found & title_words) / (len(title_words) or 1)
    words = sentence.count(" ") + 1
    score = 3.0 * shared
    if _CONTRIBUTION.search(sentence):
        score += 1.6
    if _PROPOSES.search(sentence) and not claim.background:
        score += 0.5
    if claim.claim is Claim.QUANTIFIED:
        score += 0.9
    elif claim.claim is Claim.QUALITATIVE:
        score += 0.5
    if claim.background or (_PROBLEM.search(sentence) and claim.claim is not Claim.QUANTIFIED):
        score -= 1.0
    if _RELEASE.search(sentence):
        score -= 2.5
    if _WARNING.search(sentence):
        score -= 9.0
    if _OUTLOOK.search(sentence):
        score -= 0.9
    if _REFERS_BACK.match(sentence) and not _CONTRIBUTION.match(sentence):
        score -= 1.2
    if _GENERIC.match(tidied(sentence) if claim.claim is not Claim.NONE else sentence):
        score -= 0.5
    if words < 7 or words > 55:
        score -= 1.5
    if total > 2 and number == 0 and not _CONTRIBUTION.search(sentence):
        score -= 0.8
    return score - 0.01 * abs(number - total * 0.55)
