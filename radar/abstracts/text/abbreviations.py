"""Abbreviations that a line uses and its abstract explains, written out."""

from __future__ import annotations

import re
from itertools import islice

from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import lowered, word_set

_SHORT = pattern(r"(?P<short>[A-Z](?<![\w(-][A-Z])[A-Za-z]{0,8}[A-Z])(?P<plural>s?)(?![\w)'’-])")
_EXPLAINED = pattern(r"\((?<= \()[A-Z][A-Za-z]{0,8}[A-Z]s?\)")
"""An abbreviation behind what it stands for; without one in the abstract none of the line is explained."""
_IN_BRACKETS = pattern(r"\((?<= \()(?P<name>[A-Z][\w+-]{1,16})\)")
_TWO_WORDS = pattern(r"[\w'’-]{1,40} [\w'’-]{1,40}$")
_LONGEST_FORM = 120
"""So many characters before an abbreviation may hold what it stands for."""
_WORDS_BEYOND = 5
"""What an abbreviation stands for has at most so many words more than letters (Schwartz and Hearst 2003)."""
_MOST = 4
"""So many abbreviations of a line are looked at."""
_MOST_EXPLAINED = 8
_OWN = pattern(
    r"(?:propose|present|introduce|develop)s? (?:an? |the )?(?:[A-Z][\w'’-]{1,40} ){2,8}"
    r"\((?P<name>[\w+-]{2,16})\), (?:an?|the|which) "
)
_AFTER_FORM = (" ", ",", ".", ";")
_SMALL = word_set("a an the of and or for in on to with by from as at")
_KNOWN = word_set("AI API CPU CT DNA EU GPS GPU GPT GUI HIV MRI PDF RGB RNA UK US USA UV WWW")
"""Better known than what they stand for."""
_CLEAN = pattern(r"[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z0-9-]+)+")
_CAPITALS = pattern(r"[A-Z]{2}")
_ARTICLE = pattern(r"\b([Aa])n? $")
_VOWEL = pattern(r"(?i:(?!uni(?![nm])|us[ae]|util|eu|one\b)[aeiou]|hour|honest|heir)")
"""What is spoken with a vowel at its beginning."""
_NEXT_WORD = pattern(r" ([A-Za-z]+)")
_NO_PLURAL = ("s", "x", "ch", "sh", "y", "ing")
"""Words that take more than an s in the plural, or have none."""
_NO_SINGULAR = ("ss", "ses", "xes", "ches", "shes", "ies", "ices", "is", "us", "ics")
"""Words whose last s cannot go."""


def written_out(line: str, text: str, title: str, limit: int) -> str:
    """Return a line with the abbreviations written out that its abstract explains.

    An abbreviation stays where it stands in the title, which is read beside the line, where everybody knows
    it, where the line would be longer than the limit, and where what it stands for does not fit its place.

    Args:
        line: the line.
        text: the abstract.
        title: of the paper.
        limit: in words.
    """
    if _EXPLAINED.search(text) is None:
        return line
    shift = 0
    for match in list(_SHORT.finditer(line))[:_MOST]:
        form = _fitting(match, text, title)
        if not form or form.casefold() in line.casefold():
            continue
        start, end = match.start() + shift, match.end() + shift
        head = _with_article(line[:start], form)
        longer = head + (form if head.strip("\"“'") else form[0].upper() + form[1:]) + line[end:]
        if longer.count(" ") < limit:
            shift += len(longer) - len(line)
            line = longer
    return line


def explained(text: str) -> list[str]:
    """Return the abbreviations that an abstract explains, the first few."""
    found = (match[0].strip("()").removesuffix("s") for match in _EXPLAINED.finditer(text))
    return list(islice(dict.fromkeys(found), _MOST_EXPLAINED))


def with_own_name(line: str, sentence: str, title: str, limit: int) -> str:
    """Return a line with what its sentence calls what was made, in brackets that the line lacks.

    So it tells what the thing is called wherever it is met again, and that it is what the title names. What
    is only explained in passing, such as "(LLM)", says nothing more.

    Args:
        line: made of the sentence.
        sentence: with its brackets.
        title: of the paper.
        limit: in words.
    """
    if "(" not in sentence or line.count(" ") + 1 >= limit:
        return line
    for match in _IN_BRACKETS.finditer(sentence):
        name = match["name"]
        if name in line or line.count(" ") + 1 >= limit or not _is_called(name, sentence, title):
            continue
        form = " ".join(sentence[: match.start() - 1].rsplit(" ", 2)[-2:])
        place = line.find(form) + len(form)
        behind = line[place : place + 1]
        if place >= len(form) and behind in _AFTER_FORM and _TWO_WORDS.match(form):
            line = f"{line[:place]} ({name}){line[place:]}"
    return line


def _is_called(name: str, sentence: str, title: str) -> bool:
    """Say whether the title begins with a name, or a sentence calls so what was made."""
    if title.startswith((f"{name}:", f"{name} -")):
        return True
    own = _OWN.search(sentence)
    return own is not None and own["name"] == name


def _fitting(match: re.Match[str], text: str, title: str) -> str:
    """Return what an abbreviation stands for in the number of its place, or nothing where it has to stay."""
    short, line = match["short"], match.string
    if short in _KNOWN or short in title or f"({short}" in line or line.count(short) > 1:
        return ""
    form = long_form(short, text)
    if not form:
        return ""
    if match["plural"]:
        form = form if _is_plural(form) else "" if form.endswith(_NO_PLURAL) else form + "s"
    elif _is_plural(form):
        defined_so = f"({short}s)" in text and not form.endswith(_NO_SINGULAR)
        form = form[:-1] if defined_so else ""
    behind = _NEXT_WORD.match(line, match.end())
    last = form.rsplit(" ", 1)[-1].lower().removesuffix("s")
    return "" if behind and behind[1].lower().removesuffix("s") == last else form


def _is_plural(form: str) -> bool:
    return form.endswith("s") and not form.endswith(("ss", "is", "us", "ics"))


def long_form(short: str, text: str) -> str:
    """Return what an abbreviation stands for by the text before its brackets, or nothing.

    Where they do not all begin words, its letters are found from the last to the first, the first at the
    beginning of a word, as Schwartz and Hearst (2003) do; what is not a plain run of words is refused.
    """
    end = text.find(f" ({short})")
    if end < 0:
        end = text.find(f" ({short}s)")
    if end < 0:
        return ""
    words = text[max(0, end - _LONGEST_FORM) : end].split(" ")[-(len(short) + _WORDS_BEYOND) :]
    before = " ".join(words)
    place = _first_letter(before, short.lower())
    if place < 0:
        return ""
    form = before[place:]
    if not _CLEAN.fullmatch(form) or _CAPITALS.search(form):
        return ""
    opens = text[: end - len(form)].rstrip()
    if (not opens or opens[-1] in ".!?:") and form[1:].islower():
        form = form[0].lower() + form[1:]
    return form


def _first_letter(text: str, letters: str) -> int:
    """Return where the word begins that the letters of an abbreviation lead back to, or -1."""
    lower = lowered(text)
    parts = lower.replace("-", " ").split(" ")[-len(letters) :]
    place = len(lower) - len(" ".join(parts))
    if (
        "".join(part[:1] for part in parts) == letters
        and _SMALL.isdisjoint(parts)
        and _begins_a_word(lower, place)
    ):
        return place
    place = len(lower)
    for letter in letters[:0:-1]:
        place = lower.rfind(letter, 0, place)
        if place < 0:
            return -1
    place = lower.rfind(letters[0], 0, place)
    while place >= 0 and not _begins_a_word(lower, place):
        place = lower.rfind(letters[0], 0, place)
    return place


def _begins_a_word(lower: str, place: int) -> bool:
    """Say whether a word that tells something begins at a place."""
    begins = place == 0 or lower[place - 1] in " ("
    return begins and lower[place:].split(" ", 1)[0] not in _SMALL


def _with_article(head: str, form: str) -> str:
    """Return what stands before an abbreviation, its article as the long form asks for."""
    article = _ARTICLE.search(head)
    if article is None:
        return head
    return head[: article.start()] + article[1] + ("n " if _VOWEL.match(form) else " ")
