"""The title of a paper, taken apart, and its words as they are written within a sentence."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from radar.abstracts.vocabulary.patterns import pattern
from radar.abstracts.vocabulary.words import SAYS_NOTHING, any_of, has_digit, word_set

ORDINARY_WORDS = Path(__file__).with_name("ordinary_words.txt")
"""Words of titles that have no capital within a sentence, counted by `tests/benchmarks/ordinary_words.py`."""
PREPOSITIONS = word_set(
    "for in via using through under within across with by from on over without toward towards into at as "
    "against"
)
TAKES_TO = word_set("approach approaches solution solutions method methods application applications")
"""What is "to" something is for it; behind another word "to" stands before a verb."""
_BORDERS = pattern(r": | [-–—]{1,3} ")
_PRAISES = ("asy", "ight", "imple", "ind")
_PRAISE = pattern(r" (?:(?:made|done) (?:easy|right|simple)|with [\w -]{3,40} in mind)$", re.IGNORECASE)
"""What a title says of how well it is done: "crab gaits made easy"."""
_BORDER_MARKS = (": ", " -", " –", " —")
_UNFIT = ("?", "!", "$", "\\", "{", "(", "[", '"', ";", "“", "/")
"""A title with one of these asks, cries, quotes, or would not be read as plain words."""
_AND_ITS = pattern(
    r" and (?:its|their)(?: [\w-]{1,30}){1,3}?(?= (?:for|in|on|with|via|using|under|across|from) |$)",
    re.IGNORECASE,
)
_WHOSE = word_set("its Its their Their")
"""What a paper tells besides: nothing is for "shells and their uses"."""
_NUMERALS = word_set("I II III IV VI VII VIII IX X XI XII")
"""Which of a series a paper is."""
_STATES = word_set(
    "is are was were be can may might must should will does do did has have not why how what when where who "
    "create creates lead leads improve improves help helps make makes need needs matter matters enable "
    "enables reveal reveals you your"
)
"""A title with one of these is a sentence, and its parts belong to what it states."""
_MOST_WORDS = 40
_FEW_LETTERS = 2
"""So few letters of a name may begin any word."""
_PREFIXES = word_set("bi co de re un")
_SHORT_NOUN = 4
"""Letters of "sled" and the like at most."""
_NAME = pattern(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)*,?$")
_NO_PRONOUNS = ("US", "IT", "WHO")
"""The country and its like: "us" of the abstract is another word."""
_WORD_ENDS = (" ", ",", ".", ";", ":", ")", "-")
_PARTS = pattern(r"([-–])")

Words = list[str]


class Title:
    """The parts of a title, and how their words are written within a sentence."""

    __slots__ = ("_shouts", "_text", "first", "last")

    def __init__(self, title: str, text: str) -> None:
        """Take the title, and the abstract, which tells how its words are written."""
        self._text = text
        self._shouts = title.isupper()
        self.first: list[Words] = []
        """What stands before a colon or a dash, each preposition with the words behind it."""
        self.last: list[Words] = []
        """What stands behind it, or the whole title."""
        if any_of(_UNFIT, title) or title.count(" ") >= _MOST_WORDS:
            return
        title = " ".join(title.split()).rstrip(".")
        if title.endswith(_PRAISES):
            title = _PRAISE.sub("", title)
        first, *others = _BORDERS.split(title) if any_of(_BORDER_MARKS, title) else [title]
        if others:
            first = self._without_part_number(first)
        self.last = _phrases(others[-1] if others else first)
        if others:
            self.first = _phrases(first)

    def _without_part_number(self, first: str) -> str:
        """Return what stands before a colon without the number of a part, which no abstract has behind it."""
        noun, _, number = first.rpartition(" ")
        if number.rstrip(".") not in _NUMERALS or not noun:
            return first
        last = noun.rsplit(" ", 1)[-1]
        return first if f"{last} {number}" in self._text else noun.rstrip(".,")

    def in_a_sentence(self, words: Words) -> Words:
        """Return words as they are written within a sentence.

        Nothing where one of them has a capital or a digit and the abstract lacks it: a takeaway has no name
        and no number but those of its abstract.
        """
        found = []
        for word in words:
            compound = ("-" in word or "–" in word) and not self._is_designation(word)
            parts = [self._in_a_sentence(part) for part in (_PARTS.split(word) if compound else (word,))]
            if not all(parts):
                return []
            found.append("".join(parts))
        return self._with_whole_names(words, found)

    def _with_whole_names(self, words: Words, found: Words) -> Words:
        """Return words with the capitals that the abstract gives them beside a name: "Orion Bar"."""
        kept = [
            _NAME.match(word) is not None and word == written
            for word, written in zip(found, words, strict=True)
        ]
        if not any(kept):
            return found
        places = range(len(words))
        for step, order in ((1, places[:-1]), (-1, places[:0:-1])):
            for place in order:
                beside = place + step
                pair = " ".join(words[min(place, beside) : max(place, beside) + 1])
                if kept[place] and not kept[beside] and _NAME.match(words[beside]) and pair in self._text:
                    found[beside], kept[beside] = words[beside], True
        return found

    def _in_a_sentence(self, part: str) -> str:
        lower = part.lower()
        if self._is_acronym(part):
            return part
        if (part == lower and not has_digit(part)) or lower in PREPOSITIONS or lower in SAYS_NOTHING:
            return lower
        if part != lower and self._is_ordinary(part, lower):
            return lower
        return part if part in self._text else ""

    def _is_ordinary(self, part: str, lower: str) -> bool:
        if not self._shouts and len(part) > 1 and part.isupper():
            return part not in _NO_PRONOUNS and any(f" {lower}{end}" in self._text for end in _WORD_ENDS)
        if lower in ordinary_words() or lower in _PREFIXES:
            return True
        if len(part) <= _FEW_LETTERS:
            return any(f" {lower}{end}" in self._text for end in _WORD_ENDS)
        return f" {lower}" in self._text

    def _is_designation(self, word: str) -> bool:
        """Say whether a compound has a capital by itself, as "U-Net" has, in the abstract as well."""
        alone = any(len(part) == 1 and part.isupper() for part in _PARTS.split(word))
        return alone and not self._shouts and f" {word}" in self._text

    def _is_acronym(self, part: str) -> bool:
        """Say whether the abstract writes a word in capitals too; in small letters it may be another."""
        return not self._shouts and len(part) > 1 and part.isupper() and f" {part}" in self._text


def _phrases(part: str) -> list[Words]:
    words = part.split()
    if not _WHOSE.isdisjoint(words):
        words = _AND_ITS.sub("", part).split()
    lower = [word.lower() for word in words]
    if not words or not _STATES.isdisjoint(lower):
        return []
    starts = [
        number
        for number, word in enumerate(lower)
        if word in PREPOSITIONS or (word == "to" and number and lower[number - 1] in TAKES_TO)
    ]
    starts = [number - (number > 0 and _leans(lower[number - 1])) for number in starts]
    edges = [*([] if starts[:1] == [0] else [0]), *starts, len(words)]
    found = [words[start:end] for start, end in pairwise(edges)]
    return found[:1] + [phrase for phrase in found[1:] if len(phrase) > 1]


def _leans(word: str) -> bool:
    """Say whether a word belongs to the preposition behind it, as "based" and "combined" do."""
    return word.endswith("ed") and not word.endswith("eed") and "-" not in word and len(word) > _SHORT_NOUN


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words that are written without a capital within a sentence."""
    lines = ORDINARY_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
