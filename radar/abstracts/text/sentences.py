"""Where the sentences of an abstract begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import word_set


class Span(NamedTuple):
    """A stretch of a text, by offsets; a tuple, because many are made."""

    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""


_BEHIND = r"""(?<![.?!][.?!]) [.?!]{0,7}+  (?:['"”’)\]}*」』）]|\\\)){0,4}
    (?: (?P<space>[\s~]{1,8})
    | (?P<note>(?:\d{1,2}|\$?\^\{?[\d,-]{1,9}\}?\$?|\[\d[\d,\ -]{0,12}\])\s{1,8}(?=[A-Z]))
    | (?=[A-Z“\[]) | (?<=[。．？！؟।۔]) | (?<=[。．？！][”’）」』]) )"""
_END = pattern("[.?!。．？！؟।۔]" + _BEHIND, re.VERBOSE)
_PLAIN_END = pattern("[.?!]" + _BEHIND, re.VERBOSE)
"""The same for ASCII, where it is found faster."""
_BULLETS = "-–—•%"
_BULLET = pattern(r"(?:(?:-{1,3}|[–—•])\s+|%\s*)")
_OTHER_ENDS = "。．？！؟।۔"
"""What ends a sentence whatever follows, in Chinese, Japanese, Arabic, Urdu and Hindi."""
_PLAIN_MARKS = ("?", "!")
_MARKS = (*_PLAIN_MARKS, *_OTHER_ENDS)
"""What ends a sentence beside the full stop."""
_LONGEST = 50_000
"""No abstract is longer; what stands behind it counts as one sentence."""
_BORDERS = (" ", "(", "[", "{", "~")
_FIRST_WORD = pattern(r"[\"'“‘«„¿¡(\[{$*_`\\]{0,4}(\w*)")
_ABBREVIATIONS = word_set(
    "al e.g i.e cf vs fig figs eq eqs sec sect secs ref refs tab no nos vol pp dr mr mrs ms prof st resp "
    "approx ca etc viz ph.d eg ie wrt w.r.t a.k.a i.i.d u.s u.k u.n dept univ inc ltd co jr sr est seq "
    "n.b incl esp def thm lem prop cor chap ch ed eds v.s phys math rev lett astron astrophys proc acad sci "
    "comput stat chem appl jan feb mar apr jun jul aug sep sept oct nov dec"
)
_MAY_END = word_set(
    "etc al i.i.d u.s u.k ph.d w.r.t wrt a.k.a inc ltd co no math sci stat jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
"""Abbreviations that a sentence may end with, when a word follows that usually begins one."""
_DOTTED = pattern(r"[^\W\d_](?:\.-?[^\W\d_])+")
"""Single letters with full stops between them: "i.e", "C.R.A.B", "P.-L"."""
_NUMBER = pattern(r"[\d.,]*\d")
_DECIMALS = pattern(r"(?<![\w.])\d+\.\d+(?=[-%]|$)")
_ENUMERATED = pattern(r"\((?:[ivx]{1,4}|[a-z])\) ?[A-Z$\\]|\(abridged\)|\[(?:abridged|shortened)")
_NO_NEW_SENTENCE = ("\\cite", "\\footnote", "\\ref", "\\label", "\\ ")
_STARTERS = word_set(
    "We Our The This These In It However Moreover Furthermore Additionally Finally To Then Thus Here For "
    "By Using Experiments Experimental Extensive Code Data Results They Its An At On As Both When While "
    "Although Despite Unlike Specifically Notably Our All From With Based Recent Recently Each Such That "
    "There If Hence Therefore First Second Third Also Source Project Their Applying After During Since Most "
    "Several Subsequently Consequently Overall Importantly Through Under"
)


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text in order, without the white space between them.

    Abbreviations, decimals, initials, enumerations and links do not end a sentence; a full stop glued
    to the next sentence ("law.This") does.
    """
    ascii_only = text.isascii()
    search = (_PLAIN_END if ascii_only else _END).search
    marks = [mark for mark in (_PLAIN_MARKS if ascii_only else _MARKS) if mark in text]
    last = len(text) - 1
    spans: list[Span] = []
    start = position = 0
    capital = False  # where one begins the sentence, nothing has to be taken from its beginning
    stop = text.find(".", 0, _LONGEST)
    while True:
        if 0 <= stop < position:
            stop = text.find(".", position, _LONGEST)
        if not marks and (stop < 0 or stop == last):
            break
        if stop >= 0 and _ends_plainly(text, stop) and not (marks and _has_mark(text, marks, position, stop)):
            end = stop + 1
            spans.append(tuple.__new__(Span, (start, end)) if capital else _span(text, start, end))
            start = position = stop + 2
            capital = True
            continue
        found = search(text, position if marks else stop, _LONGEST)
        if found is None:
            break
        position = found.end()
        behind = _end_of(text, start, found)
        if behind is not None:
            spans.append(_span(text, start, behind))
            start, capital = position, False
    spans.append(_span(text, start, len(text)))
    return tuple([span for span in spans if span[1] > span[0]])


def _has_mark(text: str, marks: Iterable[str], start: int, end: int) -> bool:
    """Say whether a mark that may end a sentence stands in a stretch, the cheap question."""
    for mark in marks:  # noqa: SIM110 (a generator costs more than it asks)
        if text.find(mark, start, end) >= 0:
            return True
    return False


def _span(text: str, start: int, end: int) -> Span:
    if start < end and text[start] in _BULLETS:
        bullet = _BULLET.match(text, start, end)
        start = bullet.end() if bullet else start
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return tuple.__new__(Span, (start, end))  # what Span(start, end) does, in half the time
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    return Span(start + left, start + max(left, len(stretch.rstrip())))


def _end_of(text: str, start: int, found: re.Match[str]) -> int | None:
    """Return where the sentence from `start` ends by what was found, or None where it goes on."""
    begin, behind = found.span()
    if behind == begin + 2 and _ends_plainly(text, begin):
        return begin + 1
    if not _ends(text, start, found):
        return None
    if found["note"]:
        return found.start("note") + len(found["note"].rstrip())
    return found.start("space") if found["space"] else behind


def _ends_plainly(text: str, stop: int) -> bool:
    """Say whether a full stop stands between a whole word and a space with a capital letter behind."""
    behind = text[stop : stop + 3]
    if not behind.isupper() or behind[:2] != ". ":
        return False
    last = text[text.rfind(" ", 0, stop) + 1 : stop]
    return last.isalnum() and len(last) > 1 and last.lower() not in _ABBREVIATIONS and not last.isdigit()


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    mark = found[0].rstrip()
    if mark[0] in _OTHER_ENDS or found["note"]:
        return bool(mark[0] in _OTHER_ENDS or text[found.start() - 1 : found.start()].isalpha())
    if found.end() >= len(text):
        return True
    before = text[max(start, found.start() - 40) : found.start()]
    last = before[max(map(before.rfind, _BORDERS)) + 1 :]
    if not found["space"]:
        return _ends_glued(text, found.end(), last)
    if "~" in found["space"]:
        return text[found.end() : found.end() + 12].split(" ")[0] in _STARTERS
    return _ends_spaced(text, found.end(), before, last, mark)


def _ends_glued(text: str, following: int, last: str) -> bool:
    first = text[following : following + 12]
    starts = first.split(" ")[0] in _STARTERS
    if "/" in last and starts:
        return True
    tail = last.rstrip(")]}%'\"*")
    if _NUMBER.fullmatch(tail.lstrip("([$+-")):
        return starts
    if "/" in last or "@" in last or "www." in last or "." in _DECIMALS.sub("", last).strip("."):
        return False
    if tail.lower() in _ABBREVIATIONS and not _is_acronym(tail):
        return starts and tail.lower() in _MAY_END
    if not (len(tail) >= 2 and ((tail[-2:].isalpha() and (starts or tail[-1].islower())) or tail != last)):
        return False
    return first[1:2].isalpha() or first.startswith(("A ", "I ", "“", "["))


def _ends_spaced(text: str, following: int, before: str, last: str, mark: str) -> bool:
    first = text[following : following + 30]
    opening = _FIRST_WORD.match(first)
    word = opening[1] if opening else ""
    if mark[0] in "?!":
        named = mark == "!" and last[:1].isupper() and len(last) < len(before) and word not in _STARTERS
        return not (named or word[:1].islower())
    bare = last.strip("'\"“”()[]").lower()
    if bare == "pp":
        return first[:1].isupper() or last.endswith(")")
    acronym = _is_acronym(last) and not word[:1].isdigit()
    if (bare in _ABBREVIATIONS and not acronym) or _DOTTED.fullmatch(bare):
        return (bare in _MAY_END or "." in bare) and word in _STARTERS
    if len(bare) == 1 and bare.isalpha() and _is_initial(before, last, first, word):
        return False
    if bare.isdigit() and len(bare) <= 2 and _numbers_an_item(before[: -len(bare)], word):
        return False
    return _begins(first, word, bare)


def _is_acronym(last: str) -> bool:
    """Say whether a word such as "MS" or "(CO)" is in capitals, and so no abbreviation of a common one."""
    return "." not in last and last.isupper() and len(last.strip("'\"“”()[]")) > 1


def _is_initial(before: str, last: str, first: str, word: str) -> bool:
    """Say whether a single letter before a full stop abbreviates a name, or the next letter does."""
    if last.strip("'\"()").isupper():
        measure = before[: -len(last)].rstrip()[-1:].isdigit()
        return word not in _STARTERS and not measure
    return len(word) == 1 and word.isupper() and first[1:2] == "."


def _numbers_an_item(before: str, word: str) -> bool:
    """Say whether a number with a full stop, between a text and a word, is that of an item of a list."""
    before = before.rstrip()
    if not before or before[-1] in ":;":
        return True
    return before.endswith((",", ", and")) and word not in _STARTERS


def _begins(first: str, word: str, bare: str) -> bool:
    """Say whether what stands behind a full stop and a space can begin a sentence."""
    if first[:1] == "$":
        return len(bare) > 1
    if first[:1] == "\\":
        return len(bare) > 1 and not (bare[-1].isdigit() or first.startswith(_NO_NEW_SENTENCE))
    if word[:1].islower():
        if "α" <= word[0] <= "ω" or _ENUMERATED.match(first):
            return len(bare) > 2
        return len(bare) > 2 and any(character.isupper() for character in word)
    return bool(word) or not first.strip() or first[0] in "\"“'([$\\*%-–—•"
