"""A sentence too long for a line in fewer words, where it says the same without them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from radar.abstracts.takeaways.lines.borders import longest_before, loses_measure
from radar.abstracts.vocabulary.limiting import denies
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of

_BRACKETS = pattern(
    r"(?<=[a-z]) \((?!(?:non|not|un|only|except|without|but|if|when|where|assuming|given|weights?|under|with"
    r"|especially|at|up|less|more|in|on|for)\b|un)"
    r"[a-z][^()\d$:;=]*? [^()\d$:;=]{1,120}\)"
)
"""Words in brackets; those that take something back, or say where something holds, stay."""
_IN_ORDER = pattern(r"(?<=\w)(?P<mark>,?) (?:in order|so as) to (?=[a-z])")
_NOVEL = pattern(
    r"\b(?P<article>[Aa])n? novel(?: and|, yet| yet|,)? "
    r"(?!(?:ways?|insights?|perspectives?|phenomen\w+|states?|and)\b)"
    r"(?=(?P<next>[aeio][a-z-]+|[b-df-gj-np-tv-z](?!-)[a-z-]+))"
)
"""Praise that an adjective or a noun follows, whose first sound can be told by its first letter."""
_SOUNDS_LIKE_A_CONSONANT = ("one", "once", "eu", "ew")
_PRAISE = (
    "(?:significantly|substantially|dramatically|considerably|greatly|effectively|efficiently|successfully)"
)
_PRAISING = pattern(
    rf" (?={_PRAISE} )"
    r"(?<!\bmore )(?<!\bmost )(?<!\bas )(?<!\bvery )(?<!\band )(?<!\bto )(?<!\bor )(?<!, )"
    rf"{_PRAISE} "
    r"(?=(?:improv|reduc|outperform|increas|boost|enhanc|accelerat|surpass|exceed|captur|learn|generat|model"
    r"|integrat|combin|leverag|exploit|utili[sz]|handl|mitigat|lower|decreas|speed|simplif|alleviat|address)"
    r"[a-z]*\b)"
)
"""How well something is done, before the verb that says what is done; it begins with what is found fast."""
_CONCESSION = pattern(
    r"(?:, | )(?=(?:while|whereas|even (?:if|when|in|for|with|under)|despite|regardless of|because"
    r"|rather than|instead of|together with|along with|such as|including|e\.g\.|i\.e\.)[ ,]"
    r"|without (?:\w+ly )?\w+ing\b)"
)
"""Where a sentence goes on with what may as well be left out: a contrast, a reason, examples."""
_SAYS_OF_WHAT = pattern(r",? (?:without|even|together|along)\b")
"""What is denied may be so only without this, or beside it."""
NEGATED = (" not ", "n't ", " nor ", " neither ", " without ", " never ", " cannot ")
_LONG_TO = (" order to ", "so as to ")
_GATES = ("(", *_LONG_TO, " novel", "ly ")


def condensed(text: str) -> Iterator[str]:
    """Return a sentence in fewer and fewer words: without brackets, long forms of "to", and praise."""
    if not any_of(_GATES, text):
        return
    steps: tuple[Callable[[str], str], ...] = (
        _without_brackets,
        _with_plain_to,
        _without_praise,
        without_novelty,
    )
    for step in steps:
        shorter = step(text)
        if shorter != text:
            yield shorter
        text = shorter


def cut_before_a_concession(text: str, limit: int) -> str:
    """Return the longest beginning of a sentence without a last contrast, reason, or examples."""
    head = longest_before(_CONCESSION, text, limit)
    rest = text[len(head) :]
    return "" if loses_measure(head, rest) or (_SAYS_OF_WHAT.match(rest) and denies(head)) else head


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text) if "(" in text else text


def _with_plain_to(text: str) -> str:
    return _IN_ORDER.sub(r"\g<mark> to ", text) if any_of(_LONG_TO, text) else text


def _without_praise(text: str) -> str:
    return text if any_of(NEGATED, text) else _PRAISING.sub(" ", text)


def without_novelty(text: str) -> str:
    """Leave out what says only that something is new."""
    return _NOVEL.sub(_article, text) if " novel" in text else text


def _article(match: re.Match[str]) -> str:
    """Return the article of a noun phrase without its praise."""
    following = match["next"]
    vowel = following[0] in "aeio" and not following.startswith(_SOUNDS_LIKE_A_CONSONANT)
    return f"{match['article']}{'n' if vowel else ''} "
