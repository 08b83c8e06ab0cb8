"""A sentence of an abstract cut down to a line that reads well."""

from __future__ import annotations

import re

from radar.abstracts.openings import without_opening
from radar.abstracts.patterns import pattern
from radar.abstracts.tex import readable_text
from radar.abstracts.words import any_of, word_set

_CITATION = pattern(
    r"\s?\\cite[a-z]*\*?(?:\[[^\]]{0,40}\]){0,2}\{[^}]{0,200}\}"
    r"|\s?[(\[](?:e\.g\.,? |see |cf\. )?[A-Z][\w'’-]{1,30}(?: (?:et al\.?"
    r"|and [A-Z][\w'’-]{1,30}|& [A-Z][\w'’-]{1,30}))?,? \(?(?:19"
    r"|20)\d\d[a-z]?\)?(?:[;,] [^)\]]{0,160})?[)\]]"
    r"|\s?\[\d{1,3}(?:[,–-] ?\d{1,3}){0,8}\]|\s[a-z]{3,15}(?:19|20)\d\d[a-z]{2,20}\b"
)
_LINK = pattern(r"\s?[(\[]?(?:\\url\{)?(?:https?://|www\.)[^\s)\]}]{1,300}[)\]}]{0,2}")
_PARENTHESIS = pattern(r"\s\((?!\d{4}\))[^()]{1,200}\)")
_DASHED = pattern(r"\s(?:--?-?|[—–])\s[^—–]{3,160}?\s(?:--?-?|[—–])\s")
_OPENS_CLAUSE = word_set("that which and or to who can we only")
"""A head does not end right behind the word that opened a clause."""
_ASKS = pattern(r"\b(?:whether|how|why)\b")
_PAIRS = ("both", "either", "between", "not only", "neither", "Both", "Either", "Neither", "Not only")
_PAIRED = pattern(
    r"\b(?:both|between|either|not only|neither)\b(?!.*\b(?:and|or|but|to|nor)\b)", re.IGNORECASE
)
"""A pair of which only the first half is left."""
_CLAUSE_ENDS = pattern(
    r"(?:;|:|\s[—–-]{1,3}|—)\s|,\s(?=\w{1,20}ly \w{2,20}ing\b|\w{2,20}ing\b|(?:which|while"
    r"|where|whereas|thereby|thus|enabling"
    r"|allowing|making|leading|resulting|providing|offering|highlighting|suggesting"
    r"|indicating|demonstrating|showing|with|without|including|such as|and|but|as well as"
    r"|outperforming|achieving"
    r"|especially|particularly|even|so|because|since|although|though|despite|compared"
    r"|yielding|improving|reducing|using|by|under|across|for|in|on|from|based|ensuring"
    r"|facilitating|paving|establishing|surpassing|revealing|often|i\.e\.|e\.g\.)\b)"
)
_BREAKS = pattern(
    r"\s(?=(?:while|when|which|that|where|because|since|so that|in order to|without|with|by"
    r"|across|through|via|using|under|for|on|in|from|at|over|during|after|before|as|than|to"
    r"|into|between|among|and|compared|relative|such|including|based)\b)"
)
_MODIFIERS = pattern(r"\s(?=(?:that|which|using|by|via|through|while|where|based on)\b)")
"""Behind the thing that was made stands how it was made."""
_BARE_KIND = pattern(r", (?:an?|the|our)(?: \w+)? (?:framework|method|approach|model|system|algorithm)\.$")
"""A kind that says nothing when its modifier is gone."""
_SETTINGS = pattern(
    r"\s(?=(?:compared|relative|while|without|on|across|when|under|using|for|in)\b"
    r"(?! (?:average|terms)\b))"
)
"""Behind what was found stands where."""
_HALF_RANGE = pattern(r"\bfrom (?!.* to )|\bbetween (?!.* and )|\b(?:by|of|to|at|than|exceeding)\.$")
_DANGLING = word_set(
    "a an the of in on at for with and or to by from as that which while than via into our "
    "its their this "
    "these is are be using over under between both not such can we it when where was were has have more "
    "most very up through across per no if but so about approximately only also without within e.g., "
    "i.e., e.g. i.e. including due according depending relative compared such related well respect order "
    "instead rather first several many other various any all each every some new"
)
_TRAILING = " ,;:—–-("


Borders = tuple[tuple[re.Pattern[str], int, int], ...]
"""Where a text may be cut: a pattern, the least words before it, and how many words more it may cost."""


def tidied(sentence: str) -> str:
    """Return the sentence readable, without citations, links, and openings that say nothing."""
    text = _LINK.sub("", sentence) if "://" in sentence or "www." in sentence else sentence
    if "[" in text or "\\" in text or "19" in text or "20" in text:
        text = _CITATION.sub("", text)
    text = readable_text(text)
    text = " ".join(text.replace("()", "").replace("( )", "").split())
    return _finished(without_opening(text))


def shortened(text: str, limit: int) -> str:
    """Return a tidied sentence in at most `limit` words, cut where it hurts least."""
    if _count(text) <= limit:
        return text
    text = _finished(" ".join(_PARENTHESIS.sub("", _DASHED.sub(" ", text)).split()))
    if _count(text) <= limit:
        return text
    text = _without_preamble(text, limit)
    if _count(text) <= limit:
        return text
    cut = _best_cut(text, limit, ((_CLAUSE_ENDS, 9, _CLAUSE_BONUS), (_BREAKS, 11, 0)))
    if cut:
        return _finished(cut, cut_off=True)
    return _finished(" ".join(text.split()[:limit]), cut_off=True)


def deed(text: str, limit: int) -> str:
    """Return what a tidied sentence says was done, cut before a modifier where it is long, or nothing."""
    cut = _cut_well(text, limit, ((_CLAUSE_ENDS, 6, 2), (_MODIFIERS, 7, 0)))
    return cut if cut == text else _BARE_KIND.sub(".", cut)


def finding(text: str, limit: int) -> str:
    """Return what a tidied sentence says was found, cut before a setting where it is long, or nothing."""
    found = _cut_well(text, limit, ((_CLAUSE_ENDS, 6, 2), (_SETTINGS, 6, 0)))
    return "" if found != text and _HALF_RANGE.search(found) else found


def _cut_well(text: str, limit: int, borders: Borders) -> str:
    if _count(text) > limit:
        text = _finished(" ".join(_PARENTHESIS.sub("", _DASHED.sub(" ", text)).split()))
    if _count(text) <= limit:
        return text
    cut = _best_cut(text, limit, borders)
    return _finished(cut, cut_off=True) if cut else ""


def _without_preamble(text: str, limit: int) -> str:
    """Leave out "By doing X, " before the main clause when what remains stands by itself."""
    match = re.match(
        r"(?:to|by|using|with|through|via|for|under|on|in|across|despite|unlike|given|based on"
        r"|building on|leveraging|while|although|when|as) [^,]{4,140}, (?=(?:we|our|the|this|it"
        r"|(?-i:[A-Z])))",
        text,
        re.IGNORECASE,
    )
    if match and _count(text[match.end() :]) >= 8 and _count(text) > limit:
        return _finished(without_opening(text[match.end() :]))
    return text


def _best_cut(text: str, limit: int, borders: Borders) -> str:
    """Return the longest beginning of a text that ends where a thought does, or nothing."""
    best, longest = "", 0
    for border, least, bonus in borders:
        for match in border.finditer(text):
            head = text[: match.start()]
            count = _count(head)
            if count > limit:
                break
            if (
                count >= least
                and count + bonus >= longest
                and _balanced(head)
                and not _left_hanging(head, text[match.start() : match.start() + 8])
            ):
                best, longest = head, count + bonus
    return best


_CLAUSE_BONUS = 10
"""So many words more are given up to cut between clauses rather than within one."""


def _balanced(text: str) -> bool:
    return (
        text.count("(") == text.count(")") and text.count("“") == text.count("”") and text.count('"') % 2 == 0
    )


_LIST_ITEM = 4
"""An item of a list has less than so many words."""
_LIST_GOES_ON = (" and ", " or ", ", and", ", or")


def _left_hanging(head: str, behind: str) -> bool:
    *_, before, last = ("", "", *head.lower().rsplit(None, 2))
    if last in _DANGLING or last.endswith(("ed", "ing")):
        return True
    if behind.startswith(", inc") and _ASKS.search(head):
        return True
    if before in _OPENS_CLAUSE and "," not in last and ";" not in last:
        return True
    listed = head.rfind(", ")
    if listed >= 0 and head.count(" ", listed) < _LIST_ITEM and any_of(_LIST_GOES_ON, behind):
        return True
    if not any_of(_PAIRS, head):
        return False
    return _PAIRED.search(head[max(head.rfind(", "), head.rfind("; "), 0) :]) is not None


def _finished(text: str, *, cut_off: bool = False) -> str:
    text = text.strip().rstrip(_TRAILING)
    while cut_off and _count(text) > 6 and text.rsplit(None, 1)[-1].lower() in _DANGLING:
        text = text.rsplit(None, 1)[0].rstrip(_TRAILING)
    if not text:
        return ""
    first = text.split(None, 1)[0]
    if (first.islower() and first.isalpha()) or re.fullmatch(r"[a-z]+[,'’-][a-z]*", first):
        text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?。？！" else text + "."


def _count(text: str) -> int:
    return len(text.split())
