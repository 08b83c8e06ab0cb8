"""A sentence of an abstract as a line: whole, cut before an adjunct, or broken off with an ellipsis."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from radar.abstracts.takeaways.lines.borders import (
    clean_cut,
    cut_before_an_adjunct,
    cut_before_an_enumeration,
    cut_before_the_way,
)
from radar.abstracts.takeaways.lines.breaking_off import broken_off
from radar.abstracts.takeaways.lines.condensing import condensed, cut_before_a_concession
from radar.abstracts.takeaways.lines.loose_ends import without_bare_verb, without_unnamed_parts
from radar.abstracts.takeaways.lines.openings import without_opening
from radar.abstracts.takeaways.lines.pointing import without_pointing
from radar.abstracts.takeaways.lines.pointing_ends import (
    POINTERS,
    without_pointing_deed,
    without_pointing_end,
    without_pointing_opening,
)
from radar.abstracts.takeaways.lines.pointing_words import without_pointing_words
from radar.abstracts.text.placeholders import without_placeholder
from radar.abstracts.vocabulary.patterns import EitherCase, pattern
from radar.abstracts.vocabulary.words import any_of, has_digit

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
_EMPHASIS = pattern(r"\*\*(?=[^\s*])([^*]{1,80})(?<!\s)\*\*|(?<![\w*])\*(?=\w)([^*]{1,80})(?<!\s)\*(?![\w*])")
"""Words between the asterisks of Markdown."""
_EMPTY = pattern(r"\s?\(\s?\)")
_NOTHING_INSIDE = pattern(r"\(\s?\)")
"""What `_EMPTY` asks for, where most brackets are found to hold something for less."""
_SPACED_MARKS = (" .", " ,", " ;")
_SPACED_MARK = pattern(r"\s+(?=[.,;](?:\s|$))")
_PREAMBLE = EitherCase(
    r"(?:(?:to|by|building on|leveraging|motivated by|inspired by|unlike|different from"
    r"|in contrast (?:to|with)|as opposed to|contrary to|while|although|though|whereas) [^,\d]{4,140}"
    r"|(?:motivated by|inspired by|guided by|drawing on|while|although|though|whereas|as part of|unlike)"
    r" [^\d;:.]{4,200}), "
    r"(?=(?:in this (?:paper|work|study|article),? )?(?:we|this paper|this work)\b)",
)
_LEADS_UP = EitherCase(
    r"(?!we\b|this\b|our\b|here\b)[a-z][^\d;:.]{3,240}, "
    r"(?=(?:in this (?:paper|work|study|article),? )?(?:we|this paper|this work)"
    r" (?:\w+ly |also |further )?(?:propose|present|introduce|develop|design|build)s?\b)",
)
_LONG_OPENING = pattern(
    r"(?:To|In order to|In addition to|As part of|(?:Consistent|In line|Together) with|Following"
    r"|(?:Inspired|Motivated|Guided|Driven) by|Striving for|Targeting|After"
    r"|(?P<means>By|Using|Through|(?:Based|Building|Drawing|Relying) (?:up)?on|Leveraging|Starting from"
    r"|Utili[sz]ing|Employing|Exploiting|Combining|Applying)) .{5,400}?, "
    r"(?:in this (?:paper|work|study|article),? |here,? )?"
    r"(?=(?:we|this (?:paper|work|study|article)|the present (?:paper|work|study)) (?!can |could )[a-z])"
)
"""What leads up to a main clause so late that a line breaks off before it."""
_LEAST_BEHIND_PREAMBLE = 8
_REMEMBERED = 16
"""So many sentences are remembered without what leads up to them: whatever may be told with one asks."""
_APPOSED = pattern(r"(?:[Aa]n?|[Tt]he) [^,;:.]{3,120}, (?=(?:we|this (?:paper|work|study)) [a-z])")
_ARTICLES, _BEGINNING = ("a ", "an", "th"), 40
_ASIDE = pattern(
    r" \((?:(?P<short>[A-Z][A-Za-z-]{1,11})|(?:e\.g\.|i\.e\.|such as|also known as)[^()\d]{2,100})\)(?!\w)"
)
_INSERTION_GATES = (", such as", ", includ", ", e.g.", ", especially", ", particularly", ", which")
_INSERTION = pattern(
    r", (?:such as|including|e\.g\.,?|especially|particularly|which (?:is|are|has|have|can|may)) "
    r"[^,;:()\d]{3,80}(?<! that)(?<! which)(?:, [^,;:()\d]{2,30}){0,2}?,(?= (?:is|are|was|were|has|have"
    r"|can|to|for|that|while|which|by|with|from|on|in|we|using|without|under)\b)"
)
"""What is put in between two commas, before a word that goes on with the sentence."""
_DENSE_LIMIT, _DENSE_WORD = 60, 12
"""So many characters of a text without spaces are a line; words of so many letters are none."""
_DENSE_MARKS = "，、；：,;"
_TRAILING = " ,;:—–-"
_LAST_MARKS = ".!?。？！"
_CLOSING = "'\"’”)]"
_MARKED_WORD = pattern(r"[a-z]+(?:-[a-z]+)*(?:[,'’-][a-z]*|(?<=[a-z]{2})-[A-Z][a-z]+)")


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
    plain: str = ""
    """The line without what the title adds to it."""


def tidied(sentence: str) -> str:
    """Return a readable sentence without citations, links, emphasis, and what says nothing or points back."""
    text = _LINK.sub("", sentence) if "://" in sentence or "www." in sentence else sentence
    if "[" in text or ("(" in text and ("19" in text or "20" in text)):
        text = _CITATION.sub("", text)
    if "*" in text:
        text = _EMPHASIS.sub(r"\1\2", text)
    text = without_placeholder(text)
    if "(" in text and _NOTHING_INSIDE.search(text):
        text = _EMPTY.sub("", text)
    text = " ".join(text.split())
    if any_of(_SPACED_MARKS, text):
        text = _SPACED_MARK.sub("", text)
    text = _without_left_over(without_opening(without_pointing(text)), text)
    if any_of(POINTERS, text):
        text = without_pointing_deed(finished(without_pointing_opening(text)))
    return finished(without_unnamed_parts(without_pointing_words(text)))


def _without_left_over(text: str, before: str) -> str:
    """Return a sentence without what told what a thing is that was named in an opening that is gone."""
    if text[:2].lower() not in _ARTICLES or not (found := _APPOSED.match(text)):
        return text
    return text if before.startswith(text[:_BEGINNING]) else text[found.end() :]


def lines(text: str, limit: int, *, made: bool = False, deed: bool = False) -> list[Line]:
    """Return the lines of at most `limit` words that a tidied sentence can be made into.

    Besides the sentence itself, what is left of it without a preamble and without asides is tried; a line
    breaks off only where none of them fits or can be cut.

    Args:
        text: the sentence.
        limit: in words.
        made: whether the sentence says what the authors made, so that it stays true without how that works.
        deed: whether it says what they did, so that it breaks off best before where, when and what for.
    """
    if not text:
        return []
    if _is_dense(text):
        return [_dense_line(text)]
    forms = _forms(text, made=made)
    found = _whole_lines(forms, limit, made=made)
    if not found and deed:
        heads = dict.fromkeys(cut_before_an_adjunct(form, limit) for form in forms)
        found = [Line(head + "…", Cut.BROKEN) for head in heads if head]
    return found or [Line(broken_off(text, limit), Cut.BROKEN)]


def whole_lines(text: str, limit: int, *, made: bool = False) -> list[Line]:
    """Return those of the same lines that do not break off, maybe none."""
    return [] if not text or _is_dense(text) else _whole_lines(_forms(text, made=made), limit, made=made)


def _forms(text: str, *, made: bool) -> list[str]:
    """Return a sentence, and what is left of it without a preamble and without asides."""
    forms = [text]
    for without in (without_any_preamble if made else without_preamble, without_asides):
        forms += [form for known in forms if (form := without(known)) not in forms]
    return forms


def _whole_lines(forms: list[str], limit: int, *, made: bool) -> list[Line]:
    found = [line for form in forms if (line := whole_or_cut(form, limit)).text]
    if made and not any(line.cut is Cut.WHOLE for line in found):
        heads = dict.fromkeys(cut_before_the_way(form, limit) for form in forms)
        found += [_cut(head) for head in heads if head]
    if not found:
        found = _condensed(forms, limit)
    if not found:
        heads = dict.fromkeys(without_bare_verb(cut_before_an_enumeration(form, limit)) for form in forms)
        found = [_cut(head) for head in heads if head]
    return found


def main_clause(text: str) -> str:
    """Return what the authors did without a long opening that says what for or by what means, or nothing.

    What was measured, or can be done, may be so only by those means.
    """
    opening = _LONG_OPENING.match(text)
    main = text[opening.end() :] if opening else ""
    if opening is None or _count(main) < _LEAST_BEHIND_PREAMBLE or (opening["means"] and has_digit(main)):
        return ""
    return finished(without_opening(main))


def without_openings(text: str) -> list[str]:
    """Return a tidied sentence, and what is left of it without what leads up to it and is said in passing."""
    forms = [text]
    for without in (without_preamble, without_any_preamble, main_clause, without_asides):
        forms += [form for known in forms if (form := without(known)) and form not in forms]
    return forms


def _condensed(forms: list[str], limit: int) -> list[Line]:
    """Return the lines of a sentence that has no border, in fewer words or without a last contrast."""
    found = []
    for form in forms:
        shorter = next((line for one in condensed(form) if (line := whole_or_cut(one, limit)).text), None)
        if shorter:
            found.append(shorter)
        elif head := cut_before_a_concession(form, limit):
            found.append(_cut(head))
    return list(dict.fromkeys(found))


def whole_or_cut(text: str, limit: int) -> Line:
    """Return a tidied sentence whole or cut before an adjunct, or an empty line where neither fits."""
    if _count(text) <= limit:
        return Line(without_pointing_end(text), Cut.WHOLE)
    head = clean_cut(text, limit)
    return _cut(head) if head else Line("", Cut.BORDER)


def _cut(head: str) -> Line:
    return Line(finished(without_pointing_end(without_unnamed_parts(head))), Cut.BORDER)


def without_preamble(text: str) -> str:
    """Leave out "To do X, " before a main clause of the authors', which stands by itself."""
    return _without(_PREAMBLE, text)


@lru_cache(_REMEMBERED)
def without_any_preamble(text: str) -> str:
    """Leave out whatever leads up to what the authors made; a number in it may be a condition, and stays."""
    return _without(_LEADS_UP, text)


def _without(preamble: EitherCase, text: str) -> str:
    end = preamble.end(text)
    if end >= 0 and _count(text[end:]) >= _LEAST_BEHIND_PREAMBLE:
        return finished(without_opening(text[end:]))
    return text


def without_asides(text: str) -> str:
    """Leave out what a sentence says in passing: abbreviations that it never uses, examples, insertions."""
    if "(" in text:
        text = _ASIDE.sub(_left_of_aside, text)
    if text.count(",") > 1 and any_of(_INSERTION_GATES, text):
        text = _INSERTION.sub("", text)
    return text


def _left_of_aside(match: re.Match[str]) -> str:
    short = match["short"]
    return match[0] if short and short.rstrip("s") in match.string[match.end() :] else ""


def _is_dense(text: str) -> bool:
    """Say whether a text is written without spaces between words, as Chinese and Japanese are."""
    return len(text) > _DENSE_LIMIT and text.count(" ") * _DENSE_WORD < len(text) and not text.isascii()


def _dense_line(text: str) -> Line:
    """Return a sentence without spaces, broken off behind the last of its clauses that fits."""
    end = max(text.rfind(mark, _DENSE_LIMIT // 3, _DENSE_LIMIT) for mark in _DENSE_MARKS)
    return Line(text[: end if end > 0 else _DENSE_LIMIT - 1] + "…", Cut.BROKEN)


def finished(text: str) -> str:
    """Return the words of a line as a sentence, with a capital at its beginning and a mark at its end."""
    text = text.strip().rstrip(_TRAILING)
    if not text:
        return ""
    first = text.split(None, 1)[0] if text[0].islower() else ""
    if first and ((first.islower() and first.isalpha()) or _MARKED_WORD.fullmatch(first)):
        text = text[0].upper() + text[1:]
    last = text.rstrip(_CLOSING)[-1:]
    return text if last and last in _LAST_MARKS + "…" else text + "."


def _count(text: str) -> int:
    return len(text.split())
