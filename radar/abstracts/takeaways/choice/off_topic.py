"""Sentences that are no takeaway: of others, files, the future, earlier work, warnings, keywords, orders."""

from __future__ import annotations

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of
from radar.papers.summaries.flags import Claim

_PLACES = ("github", "http:", "https:", "project page")
_WILL_BE = pattern(r"will be (?<!\wwill be )(?:made|released|publicly)")
_WE_RELEASE = pattern(r"we (?<!\wwe )(?:also |publicly |further |have |will )*(?:release|open-source)\b")
_THINGS = (
    "code", "data", "model", "implementation", "software", "project", "benchmark", "demo", "resource",
    "weights",
)  # fmt: skip
_THING_OUT = pattern(
    r"\b(?:code|dataset|data|models?|implementation|software|project|benchmark|demo"
    r"|resources?|weights)\b.{0,60}\b(?:available|released|found|accessed|open-source\w*)\b"
)
_RELEASE_GATES = (
    "availab", "releas", "http", "github", "open-sourc", "can be found", "project page", "accessed",
)  # fmt: skip
_FILES_ABROAD = pattern(
    r"数据|代码|程式碼|データ|コード|公开|公開|\b(?:code|codes|código|códigos|datos|dados|données|quellcode|daten|код|данные)\b"
)
"""Words for code and data in sentences of other languages."""
_PLAIN_FILES = ("code", "dat", "dados")
"""One of these stands wherever `_FILES_ABROAD` matches ASCII."""
_WARNING = pattern(
    r"\b(?:warning|disclaimer|trigger|caution)\b.{0,80}\b(?:contain\w*|offensive|harmful"
    r"|content|disturbing|examples?|toxic"
    r"|explicit|may)\b|\bmay contain\b.{0,40}\b(?:offensive|harmful|toxic|disturbing)|\breader discretion\b"
    r"|\b(?:paper|work|article) contains (?:\w+ ){0,4}(?:offensive|harmful|toxic|disturbing|upsetting)"
)
_OUTLOOKS = (
    "future work", "future research", "future direction", "future studies", "pave", "opens up", "open up",
    "opens the", "opens new", "we hope", "hope that", "call for", "further research", "organized as follows",
    "organised as follows", "we discuss", "discusses", "implications", "will help", "will enable",
    "will serve", "potential applications",
)  # fmt: skip
_LISTS_WORDS = ("keyword", "key word", "index terms")
"""What a list of keywords begins with that was pasted behind the abstract."""
_ORDERS = (
    "ignore all", "ignore any", "ignore every", "ignore previous", "ignore prior", "ignore the above",
    "ignore the previous", "ignore your", "please ignore ", "disregard ", "please disregard ",
    "forget all", "forget every", "forget previous", "forget your", "you are now ",
)  # fmt: skip
"""What begins a sentence that speaks to a model and not to readers."""
_NEVER = (*_LISTS_WORDS, *_ORDERS)
_EARLIER = (
    "in our previous ", "in our prior ", "in our earlier ", "in previous work", "in prior work",
    "in earlier work", "in a previous ", "in a prior ", "in an earlier ", "previously, we ", "in a recent ",
    "in a companion ", "our previous ", "our earlier ", "our prior ", "in our companion ",
)  # fmt: skip
_DID_EARLIER = pattern(
    r"we (?:have )?(?:recently|previously) (?:demonstrated|developed|established|found|introduced|observed"
    r"|presented|proposed|proved|reported|show(?:ed|n))\b"
)
_BEGINNINGS = frozenset(
    words[:7]
    for words in (*_LISTS_WORDS, *_ORDERS, *_EARLIER, "we have recently", "we recently", "we previously")
)
"""What they begin with."""
_AND_NOW = (" here", " now ", " this ", "; we ", " in turn")
"""The sentence goes on to the paper itself."""
_OTHERS, _FILES, _FUTURE, _WARNS, _BEFORE = 0.06, 0.3, 0.06, 5.0, 0.3
"""What counts against a sentence, in what sentences are worth."""


_OF_ITSELF = classes.WE | classes.PAPER
_RARE = classes.CAUTION | classes.OUTLOOK
_GATES = _RARE | classes.RELEASES


def all_off_topic(claims: tuple[SentenceClaim, ...]) -> list[float]:
    """Return what counts against each sentence of an abstract, most of which need not be asked."""
    penalties: list[float] = []
    for claim in claims:
        sentence = claim.sentence
        has = sentence.classes
        asked = (
            has & _GATES
            or not has & ~classes.GATES
            or claim.background
            or not penalties
            or sentence.lower[:7] in _BEGINNINGS
            or (has & classes.LINKED and any_of(classes.LINK_SIGNS, sentence.lower))
        )
        penalties.append(off_topic(claim, len(penalties)) if asked else 0.0)
    return penalties


def off_topic(claim: SentenceClaim, number: int) -> float:
    """Return what counts against a sentence that speaks of others, or of something beside what was done."""
    lower, has = claim.sentence.lower, claim.sentence.classes
    penalty = 0.0
    if claim.background or (number == 0 and not has & _OF_ITSELF and claim.claim is not Claim.QUANTIFIED):
        penalty += _OTHERS
    if (has & classes.RELEASES or "://" in lower or "github" in lower) and _speaks_of_files(lower):
        penalty += _FILES
    if (
        not has & ~classes.GATES
        and (any_of(_PLAIN_FILES, lower) or not lower.isascii())
        and _FILES_ABROAD.search(lower)
    ):
        penalty += _FILES
    if lower[:7] in _BEGINNINGS:
        if lower.startswith(_NEVER):
            penalty += _WARNS
        elif (lower.startswith(_EARLIER) or _DID_EARLIER.match(lower)) and not any_of(_AND_NOW, lower):
            penalty += _BEFORE
    if has & _RARE:
        if has & classes.CAUTION and _WARNING.search(lower):
            penalty += _WARNS
        if has & classes.OUTLOOK and any_of(_OUTLOOKS, lower):
            penalty += _FUTURE
    return penalty


def _speaks_of_files(lower: str) -> bool:
    if not any_of(_RELEASE_GATES, lower):
        return False
    if any_of(_PLACES, lower) or _WILL_BE.search(lower) or _WE_RELEASE.search(lower):
        return True
    return any_of(_THINGS, lower) and _THING_OUT.search(lower) is not None
