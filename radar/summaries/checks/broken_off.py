"""Whether a line ends in the middle of a sentence, as the answers of small models do.

Many words that a sentence is broken off behind may end a whole one as well ("what it is based on", "as
humans do"), so that each kind of word asks what stands before it; in doubt the line counts as whole.
"""

from __future__ import annotations

import re
from typing import Final

from radar.abstracts.vocabulary.words import verb_forms, word_set

_END = " \t\r\n.!?…\"'”’"
_MARK = re.compile(r"(?:[:,;–—=(\[{]|\s[-&/+]|…|\.{3})[\s.]*$")
"""What a sentence goes on behind."""
_OPENING, _CLOSING = "([{", ")]}"
_HALF_OPEN = re.compile(r"[\[(]\s*[^\s,()\[\]]+\s*,\s*[^\s,()\[\]]+\s*[\])]")
"""An interval, whose brackets may differ."""
_INCH = re.compile(r"(?<=\d)\"")
_OTHER_QUOTES = ("``", "''", '\\"', "„")
"""How TeX writes quotes and umlauts, and a quote that “ closes."""
_LAST = re.compile(r"(?:^|\s)([^\W\d_]+)$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NEVER: Final = word_set("the an and or nor because although whereas unless than via whose whether")
"""Words that no sentence ends with."""
_NEVER_PHRASES = re.compile(
    r"\b(?:such as|due to|according to|as well as|rather than|instead of|in order to|so as to"
    r"|in terms of|with respect to|as opposed to|in contrast to|because of|including"
    r"|respect to|in addition to|(?:in|of|for|by|from|on|at|to|under|through|during|within) (?:which|whom)"
    r"|(?:show|demonstrat|find|found|prov|suggest|reveal|indicat|argu|conclud|report|observ|confirm"
    r"|establish|hypothesi[sz])(?:s|e|es|n|ed|en|ing)? that"
    r"|(?:methods?|models?|frameworks?|approach|approaches|systems?|networks?|algorithms?|datasets?"
    r"|benchmarks?|techniques?|strategy|strategies|architectures?|pipelines?|mechanisms?|tools?|tasks?"
    r"|settings?|problems?|scenarios?|cases|agents?) (?:that|which|where|who|whose)"
    r"|(?:of|in|with|for|on) [a-z-]+ (?:which|where|who))$"
)
_UNLESS_NAMED_BEFORE = re.compile(r"\b(?:able to|compared (?:to|with))$")
"""The same, unless what belongs there stands before: "what it is compared with"."""
_CONTACT = re.compile(
    r"\b(?!(?:of|for|with|from|to|into|by|in|on|at|as|and|or|but|than)\b)[a-z-]+ (?:an?|the) "
    r"(?:[a-z-]+ ){1,3}?"
    r"(?:(?:is|are|was|were|can|could|has|have|had) )?(?:\w+ed|\w+[^s\W]s|built|made|drawn|shown|run) [a-z]+$"
)
"""A clause that belongs to the noun before it: "the data a model was trained on"."""
_BEHIND_A_COMMA = re.compile(
    r"[,;:–—]\s+(?:a|an|the|and|or|but|nor|so|as|if|that|which|who|whom|where|when|while|since|whose|how|in"
    r"|of|on|at|by|for|from|to|with|into|using|including|making|thereby|thus)$"
)
_IN_A_ROW = re.compile(
    r"\b(?:who|what|which|where|when|why|how),\s+(?:and |or )?(?:who|which|where|when|how|what)$"
)
"""Questions that are named one after the other: "who, what, where"."""
_STRANDED: Final = word_set(
    "of for with from to into onto at upon about against between among by on in as toward towards"
)
"""Words that end a sentence where what they belong to stands before."""
_LICENSES: Final = word_set(
    "what whatever which whichever who whom how however where when why that than not while as so"
)
_PRONOUNS: Final = word_set("it they he she we one them i you nobody people humans")
_BE: Final = word_set("be been being is are was were get gets worth")
_NOT_RELIED_ON: Final = word_set(
    "trained evaluated based applied compared tested combined used built designed proposed derived obtained "
    "extended measured introduced presented developed validated integrated demonstrated shown studied"
)
"""Participles whose preposition is no part of the verb, as it is in "is relied on"."""
_VERBS: Final = verb_forms(
    "go come switch turn log plug fill set kick build bake zoom carry opt give drop lock tune hold walk run "
    "move drive live read play hang keep pass look stand stay watch travel press act catch follow stand sink "
    "set push step join tag work sign drift swim fly ride roll grow flow blend fit take bring break cave"
) | word_set(
    "went came built read stood held hung gave caught ran drove kept logged plugged dropped so later early "
    "further"
)
"""What "on", "in" and "by" are a part of."""
_WANTING: Final = word_set(
    "asked told want wants wanted need needs needed how not have has used trying supposed meant ought "
    "trained going like likes"
)
"""What "to" stands behind for a verb that was said before."""
_AUXILIARIES: Final = word_set(
    "is are was were has have had can could will would should may might must be been"
)
_LETS_END: Final = _LICENSES | word_set(
    "whether if but like way more less fewer there others some all only nobody none neither nor"
)
"""What may stand before an auxiliary at the end: "as humans do", "how good they are", "few can"."""
_ENDS: Final = (
    _NEVER
    | _STRANDED
    | _AUXILIARIES
    | word_set(
        "a but nor so if that which who whom where when while since how including using making thereby thus"
    )
)
"""Whatever a sentence may be broken off behind; hardly any ends with one of them."""
_TAIL = 80
"""So many characters hold the last words."""
_FEW, _NEAR = 9, 3


def is_broken_off(text: str, *, english: bool = True) -> bool:
    """Say whether a line ends in the middle of a sentence.

    Args:
        text: one line.
        english: whether its words may be told; else what it ends with and what it leaves open.
    """
    bare = text.rstrip()
    if _MARK.search(bare[-_TAIL:]) or _is_left_open(bare, quotes=english):
        return True
    return english and _ends_in_the_middle(bare.rstrip(_END))


def _is_left_open(text: str, *, quotes: bool) -> bool:
    plain = _HALF_OPEN.sub("", text)
    if sum(map(plain.count, _OPENING)) > sum(map(plain.count, _CLOSING)):
        return True
    if not quotes:
        return False
    if any(other in plain for other in _OTHER_QUOTES):
        return False
    if '"' in plain:
        return plain.count('"') % 2 == 1 and _INCH.sub("", plain).count('"') % 2 == 1
    return plain.count("“") > plain.count("”")


def _ends_in_the_middle(bare: str) -> bool:
    found = _LAST.search(bare[-_TAIL:])
    if not found or (len(found[1]) > 1 and found[1].isupper()):
        return False
    if (last := found[1].lower()) not in _ENDS:
        return False
    lower = bare[-_TAIL:].lower()
    if _BEHIND_A_COMMA.search(lower) and not _IN_A_ROW.search(lower):
        return True
    if last == "a":
        return found[1] == "a"
    if last in _NEVER or _NEVER_PHRASES.search(lower):
        return True
    if last in _STRANDED and last != "of" and _CONTACT.search(lower):
        return False
    before = [word.lower() for word in _WORD.findall(bare)][:-1][-_FEW:]
    if _UNLESS_NAMED_BEFORE.search(lower):
        return not _has_license(before)
    if last in _STRANDED:
        return not _may_be_stranded(last, before)
    return last in _AUXILIARIES and not _may_end(last, before)


def _may_be_stranded(last: str, before: list[str]) -> bool:
    """Say whether what a preposition belongs to stands before it, or it is a part of the verb."""
    if last == "between" and before[-1:] == ["in"]:
        return True
    if not before or before[-1] in _STRANDED or before[-1] in ("without", "or", "and"):
        # Two may belong together, as in "for and against".
        return bool(before) and (before[-1] in ("or", "and") or _has_license(before))
    if last == "to" and before[-1] in _WANTING:
        return True
    if last in ("on", "in", "by") and before[-1] in _VERBS:
        return True
    told = before[-1].endswith(("ed", "t", "n", "heard"))
    passive = len(before) > 1 and bool(_BE & set(before[-_NEAR:-1])) and told
    return (passive and before[-1] not in _NOT_RELIED_ON) or _has_license(before)


def _has_license(before: list[str]) -> bool:
    near = before[-_NEAR - 1 :]
    relative = any(word in _LICENSES for word in before[:-1]) or (bool(before) and before[-1] == "what")
    return relative or bool(_PRONOUNS & set(near)) or "to" in near[:-1] or "worth" in near


def _may_end(last: str, before: list[str]) -> bool:
    if (
        last in ("can", "will", "might", "may", "must")
        and before
        and before[-1] in ("a", "the", "free", "of")
    ):
        return True
    return bool(_LETS_END & set(before))
