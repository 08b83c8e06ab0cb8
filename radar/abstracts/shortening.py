"""A sentence of an abstract as a line: whole, cut before an adjunct, or broken off with an ellipsis."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from radar.abstracts.borders import balanced, clean_cut, hangs, loses_measure
from radar.abstracts.openings import without_opening
from radar.abstracts.patterns import pattern

_CITATION = pattern(
    r"\s?[(\[](?:e\.g\.,? |see |cf\. )?[A-Z][\w'’-]{1,30}(?: (?:et al\.?"
    r"|and [A-Z][\w'’-]{1,30}|& [A-Z][\w'’-]{1,30})),? \(?(?:19"
    r"|20)\d\d[a-z]?\)?(?:[;,] [^)\]]{0,160})?[)\]]"
    r"|\s?[(\[](?:e\.g\.,? |see |cf\. )?[A-Z][\w'’-]{1,30}, (?:19|20)\d\d[a-z]?(?:[;,] [^)\]]{0,160})?[)\]]"
    r"|(?<=[a-z])(?<!interval)(?<!range)(?<!domain)(?<!\bset)(?<!\bin)(?<!\bon)(?<!\bto)(?<!\bof)(?<!\bby)"
    r"(?<!\bas)(?<!\bfrom)(?<!\bwith)(?<!\band)\s?\[[1-9]\d{0,2}(?:[,–-] ?[1-9]\d{0,2}){0,8}\](?=[\s.,;:)])"
)
"""Bracketed references; a bracket that may be an interval or stands for a word of the sentence stays."""
_LINK = pattern(r"\s?[(\[]\s?(?:https?://|www\.)[^\s)\]}]{1,300}\s?[)\]]")
_EMPTY = pattern(r"\s?\(\s?\)")
_SPACED_MARK = pattern(r"\s+(?=[.,;](?:\s|$))")
_PREAMBLE = pattern(
    r"(?:to|by|building on|leveraging|motivated by|inspired by|unlike|while|although) [^,\d]{4,140}, "
    r"(?=(?:we|this paper|this work)\b)",
    re.IGNORECASE,
)
_LEAST_BEHIND_PREAMBLE = 8
_TRAILING = " ,;:—–-"
_LAST_MARKS = ".!?。？！"
_CLOSING = "'\"’”)]"
_BROKEN_OFF_AT = 24
"""A sentence that cannot be cut is broken off behind so many words."""
_LEAST_LEFT = 4
_NUMBER = pattern(r"\d")
_SOON = 8
"""What a number is compared with stands within so many words behind it."""


class Cut(IntEnum):
    """What happened to a sentence on its way to a line."""

    WHOLE = 0
    BORDER = 1
    """It ends before an adjunct."""
    BROKEN = 2
    """It breaks off, and says so with an ellipsis."""


class Line(NamedTuple):
    """A line made of the beginning of a sentence."""

    text: str
    cut: Cut


def tidied(sentence: str) -> str:
    """Return a readable sentence without bracketed citations and links, and openings that say nothing."""
    text = _LINK.sub("", sentence) if "://" in sentence or "www." in sentence else sentence
    if "[" in text or "19" in text or "20" in text:
        text = _CITATION.sub("", text)
    if "(" in text:
        text = _EMPTY.sub("", text)
    return _finished(without_opening(_SPACED_MARK.sub("", " ".join(text.split()))))


def shortened(text: str, limit: int) -> Line:
    """Return a tidied sentence in at most `limit` words, broken off only where no border allows a cut."""
    if _count(text) <= limit:
        return Line(text, Cut.WHOLE)
    found = whole_or_cut(text, limit)
    if found.text:
        return found
    found = whole_or_cut(_without_preamble(text), limit)
    return found if found.text else Line(_broken_off(text, min(limit, _BROKEN_OFF_AT)), Cut.BROKEN)


def whole_or_cut(text: str, limit: int) -> Line:
    """Return a tidied sentence whole or cut before an adjunct, or an empty line where neither fits."""
    if _count(text) <= limit:
        return Line(text, Cut.WHOLE)
    return Line(_finished(clean_cut(text, limit)), Cut.BORDER)


def _without_preamble(text: str) -> str:
    """Leave out "To do X, " before a main clause of the authors', which stands by itself."""
    match = _PREAMBLE.match(text)
    if match and _count(text[match.end() :]) >= _LEAST_BEHIND_PREAMBLE:
        return _finished(without_opening(text[match.end() :]))
    return text


def _broken_off(text: str, limit: int) -> str:
    """Return the beginning of a sentence with an ellipsis, without a number that lost what it measures."""
    words = text.split()
    end = limit
    while end > _LEAST_LEFT and _breaks_badly(words, end):
        end -= 1
    return " ".join(words[:end]).rstrip(_TRAILING + _LAST_MARKS) + "…"


def _breaks_badly(words: list[str], end: int) -> bool:
    head = " ".join(words[:end])
    late = " ".join(words[max(0, end - _SOON) : end])
    return (
        _NUMBER.search(words[end - 1]) is not None
        or not balanced(head)
        or hangs(head)
        or loses_measure(late, " ".join(words[end : end + _SOON]))
    )


def _finished(text: str) -> str:
    text = text.strip().rstrip(_TRAILING)
    if not text:
        return ""
    first = text.split(None, 1)[0]
    if (first.islower() and first.isalpha()) or re.fullmatch(r"[a-z]+[,'’-][a-z]*", first):
        text = text[0].upper() + text[1:]
    last = text.rstrip(_CLOSING)[-1:]
    return text if last and last in _LAST_MARKS + "…" else text + "."


def _count(text: str) -> int:
    return len(text.split())
