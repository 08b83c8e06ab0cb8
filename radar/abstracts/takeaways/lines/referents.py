"""What a finished line points at, told by its title: "the wet sand" for "this sand" of another sentence."""

from __future__ import annotations

import re

from radar.abstracts.text.titles import PREPOSITIONS, Title, Words
from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import any_of, is_plural, word_set

_GATES = (" such ", " this ", " these ")
_POINTED = pattern(
    r"(?<=[\w)] )(?P<points>such an?|such|this|these) "
    r"(?P<phrase>[A-Za-z][\w-]*(?: [A-Za-z][\w-]*){0,3})"
)
_ENDS_PHRASE = PREPOSITIONS | word_set(
    "of to that which and or how as when where is are was were be can may might will would could should "
    "must do does did has have had than but while not if we it their its between during among also only "
    "both so because since until before after about along onto into alongside against without we they i "
    "our near under over"
)
"""Behind one of these, or before it, a noun phrase has ended."""
_SAYS_WHICH = word_set("that as")
"""What follows tells already which are meant: "such a way that"."""
_COUNTS = word_set(
    "one two three no any all some many few several most each every other call term name coin dub in "
    "first second third last only single largest"
)
"""Behind these, "such" or "this" counts what is meant, or names it: the first such rope is not the first."""
_NO_NOUN = word_set("a an as that data")
_OF_THE_PAPER = word_set(
    "paper work study article survey thesis review report research project letter tutorial position note "
    "way ways case cases end ends model approach framework method methodology system dataset benchmark "
    "algorithm results findings two three challenges limitations problems gap problem challenge issue "
    "issues task tasks question questions regard respect purpose manner fashion"
)
"""What of these is meant, a noun of the title does not tell."""
_HOW = word_set(
    "robust fast efficient novel new general simple optimal systematic automated automatic improved "
    "better first effective reliable scalable towards toward improving enhancing beyond rethinking "
    "revisiting"
)
_DOES = word_set(
    "affects allows arises causes changes degrades depends emerges enables exists fails harms helps hurts "
    "improves increases decreases leads limits makes matters occurs outperforms prevents produces promotes "
    "reduces remains requires shows supports undermines varies works yields"
)
"""What a noun does: "how such noise improves" is not about noise at large."""
_IS_THERE = ("existence of ", "uniqueness of ")
"""What is only asked of what has all that "such" says."""
_MOST = 3
"""So many words of the title say which one is meant."""


def told_by_title(line: str, title: str, text: str, limit: int) -> str:
    """Return a line of at most `limit` words whose "such", "this" and "these" name what they point at.

    What the title says of a noun takes their place, and what a line says of it itself needs no "such". A noun
    that the line itself has before is what they point at.

    Args:
        line: the takeaway.
        title: of the paper.
        text: the abstract.
        limit: in words.
    """
    if not any_of(_GATES, line):
        return line
    lower = title.lower()
    names: Title | None = None
    for found in reversed(list(_POINTED.finditer(line))):
        phrase = _noun_phrase(found, line)
        if not phrase:
            continue
        if len(phrase) > 1:
            told = _as_it_says(found["points"], phrase, lower)
        else:
            names = names or Title(title, text)
            told = _named(found["points"], phrase[0], names, line[: found.start("points")].lower())
        if told is None:
            continue
        longer = line[: found.start("points")] + told + line[found.start("phrase") :]
        if longer.count(" ") < limit:
            line = longer
    return line


def _noun_phrase(found: re.Match[str], line: str) -> Words:
    """Return the words that are pointed at, or nothing where the line itself says which are meant."""
    before = line[: found.start("points")]
    if before.rsplit(None, 1)[-1].lower() in _COUNTS or before.endswith(_IS_THERE):
        return []
    words = found["phrase"].split()
    number = next((at for at, word in enumerate(words) if word.lower() in _ENDS_PHRASE), len(words))
    following = words[number : number + 1] or line[found.end() :].split(None, 1)[:1]
    if following and following[0].lower() in _SAYS_WHICH and found["points"].startswith("such"):
        return []
    words = _without_deed(words[:number], following[0].lower() if following else "", found["points"])
    if not words or words[0].lower() in _NO_NOUN:
        return []
    if len(words) > 1 and is_plural(words[0]):
        words = words[:1]
    said = before.lower()
    return [] if any(_stem(word) in said for word in words[-1:]) else words


def _without_deed(words: Words, following: str, points: str) -> Words:
    """Return words without what their noun does or is done to it: "system" of "such a system based on"."""
    one = points.startswith("such a")
    deeds = (
        at for at, word in enumerate(words) if at and (word.lower() in _DOES or (one and is_plural(word)))
    )
    words = words[: next(deeds, len(words))]
    if len(words) > 1 and words[-1].endswith("ed") and following in PREPOSITIONS:
        return words[:-1]
    return words


def _as_it_says(points: str, phrase: Words, title: str) -> str | None:
    """Return the article of a noun phrase that says itself which are meant, or None where it does not."""
    if points.startswith("such"):
        if phrase[0].lower() in _OF_THE_PAPER:
            return None
        return points[len("such ") :] + " " * (points != "such")
    pair = " ".join(phrase[:2]).lower()
    return "the " if pair.removesuffix("s") in title and not phrase[0][0].isupper() else None


def _named(points: str, noun: str, names: Title, before: str) -> str | None:
    """Return the article and the words that the title puts before a noun, or None where it does not.

    By what means something is done need not be what the line points at, nor what it has told apart before, as
    in "silent kin of such crabs".
    """
    stem = _stem(noun)
    if noun.lower() in _OF_THE_PAPER:
        return None
    for words in (*names.last, *names.first):
        lower = [word.lower() for word in words]
        if lower[:1] == ["by"]:
            continue
        for place, word in enumerate(lower):
            if _stem(word) == stem and (place + 1 == len(lower) or lower[place + 1] in _ENDS_PHRASE):
                which = names.in_a_sentence(_modifiers(words, lower, place))
                if which and f" {which[0].lower()} " not in before:
                    return f"{_article(points, which[0])}{' '.join(which)} "
    return None


def _modifiers(words: Words, lower: Words, place: int) -> Words:
    """Return what stands before a noun and says which one is meant."""
    start = place
    while start and lower[start - 1] not in _ENDS_PHRASE and lower[start - 1] not in ("a", "an", "the"):
        start -= 1
    if start and lower[start - 1] in ("and", "or", "to"):
        return []
    if start <= 1 and start < place and lower[start].endswith("ing") and lower[start].isalpha():
        start += 1
    found = lower[start:place]
    if len(found) > _MOST or not _HOW.isdisjoint(found) or any(word.endswith(",") for word in found):
        return []
    return words[start:place]


def _article(points: str, word: str) -> str:
    if points == "this":
        return "the "
    if points.startswith("such a"):
        return "an " if word[0].lower() in "aeio" else "a "
    return ""


def _stem(word: str) -> str:
    return word.lower().rstrip(",").removesuffix("s")
