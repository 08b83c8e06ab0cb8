"""What stands around a word: how well a place in a takeaway fits a place in the paper."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from radar.abstracts.vocabulary.words import word_set
from radar.summaries.checks.numbers import DIGITS_ALONE, shortest, unit_behind
from radar.summaries.checks.wording import stems_of

_TOKEN = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|[%.,;:()]")
_STOPS: Final = word_set(". ; : , ( ) %")
_PAUSES = {".": 6.0, ";": 3.0, ":": 3.0, ",": 2.0}
"""How many words a mark counts for, where it stands between two others."""
_PARTS = word_set("and or while but whereas versus vs with than against unlike compared")
_PARTED = 2.0
_REACH = 9.0
_FADES = 0.35
"""By how much a word counts less with each that stands between."""
_NAMED = re.compile(r"(?:.?[^\W\d_]|[^\W\d_][-_])\Z")
_NAMES = re.compile(r"(?!x\b|(?:ms|s|k?m|[gm]b|db)\b)[^\W\d_]", re.IGNORECASE)
"""What stands directly before and behind digits that are part of a name: GPT-4, 7B."""
_CATALOGUE = re.compile(r"\b[A-Z]{2,8} #?\Z")
"""What stands before the number of a thing in a list: NGC 1142."""
_LONGEST = 11
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
RECENT_TEXTS: Final = 16
"""Of so many texts it is known what was found in them: the checks of a takeaway ask for the same."""
MOST_PLACES: Final = 60
"""A word that stands at more places of a paper is compared at none: which is meant cannot be told."""
Surroundings = Mapping[str, float]
"""Beginnings of content words, and numbers, with how near they stand: 1 is nearest."""


class Margin(NamedTuple):
    """How much better a place has to fit than another, to be told as the one that is meant."""

    least: float
    """What fits at all."""
    times: float
    more: float

    def is_passed(self, rival: float, own: float) -> bool:
        """Say whether a rival fits so much better."""
        return rival > self.least and rival > self.times * own + self.more


class Number(NamedTuple):
    """A number of a text."""

    place: int
    """Which of the tokens it is."""
    value: str
    unit: str
    """Behind it; "." where it is a fraction without any."""


class Tokens:
    """The words, numbers and marks of a text as they follow each other.

    Args:
        plain: the text in plain form.
    """

    def __init__(self, plain: str) -> None:
        self._cased = plain
        self.lower = plain.lower()
        """The text in lower case."""
        self._known: dict[int, Surroundings] = {}

    @cached_property
    def words(self) -> Sequence[str]:
        """All of them, in lower case; of a number its shortest form."""
        found: list[str] = []
        for written in self.lower.split():
            # Most words are nothing but letters, or have a mark behind them.
            if written.isalpha():
                found.append(written)
            elif written[-1] in ",." and written[:-1].isalpha():
                found += (written[:-1], written[-1])
            else:
                found += (
                    shortest(token) if token[0].isdecimal() else token for token in _TOKEN.findall(written)
                )
        return found

    @property
    def shortens(self) -> bool:
        """Whether "not" may stand shortened in it, as in "doesn't"."""
        return "n't" in self.lower

    @cached_property
    def numbers(self) -> Sequence[Number]:
        """The numbers that are no part of a name, such as 4 in GPT-4."""
        places = (index for index, word in enumerate(self.words) if word[0].isdecimal())
        return [
            Number(index, self.words[index], self._unit(match))
            for index, match in zip(places, DIGITS_ALONE.finditer(self._cased), strict=True)
            if not self._is_named(match)
        ]

    def _is_named(self, match: re.Match[str]) -> bool:
        """Say whether digits are part of a name."""
        start, end = match.span()
        if _NAMED.match(self._cased, max(0, start - 2), start) or _NAMES.match(self._cased, end):
            return True
        return (
            "." not in match[0]
            and _CATALOGUE.search(self._cased, max(0, start - _LONGEST), start) is not None
        )

    def _unit(self, match: re.Match[str]) -> str:
        unit = unit_behind(self._cased, match)
        if not unit and _YEAR.match(match[0]):
            return "year"
        return unit or ("." if "." in match[0] else "")

    def around(self, index: int) -> Surroundings:
        """Return what stands around a place; marks and words that part clauses make it count for less."""
        if index not in self._known:
            found: dict[str, float] = {}
            for step in (-1, 1):
                self._look(index, step, found)
            self._known[index] = found
        return self._known[index]

    def _look(self, index: int, step: int, found: dict[str, float]) -> None:
        words, between = self.words, 0.0
        index += step
        while 0 <= index < len(words) and between < _REACH:
            word = words[index]
            index += step
            if word in _STOPS:
                between += _PAUSES.get(word, 0.0)
                continue
            between += 1
            near = 1 / (1 + between * _FADES)
            for stem in (f"#{word}",) if word[0].isdecimal() else stems_of(word):
                found[stem] = max(found.get(stem, 0.0), near)
            between += _PARTED if word in _PARTS else 0.0


@lru_cache(maxsize=RECENT_TEXTS)
def tokens_of(plain: str) -> Tokens:
    """Return the tokens of a text in plain form; the same object where it was asked for just before."""
    return Tokens(plain)


def likeness(one: Surroundings, other: Surroundings, common: Mapping[str, int]) -> float:
    """Say how well two places fit: the sum over what both have around them, less for what many places have.

    Args:
        one: what stands around a place.
        other: what stands around another.
        common: in how many places, among those that are compared, something stands.
    """
    return sum(near * other[stem] / math.sqrt(common[stem]) for stem, near in one.items() if stem in other)


def counted(places: Iterable[Surroundings]) -> Counter[str]:
    """Return around how many places each word stands."""
    return Counter(stem for around in places for stem in around)


def fits_better(
    takeaway: Tokens, index: int, paper: Tokens, rivals: Collection[int], own: Collection[int], margin: Margin
) -> bool:
    """Say whether a word of a takeaway fits a rival in the paper much better than all its own places.

    Args:
        takeaway: the text that is held against the paper.
        index: the place of the word in it.
        paper: the paper.
        rivals: places that say otherwise.
        own: places that say the same.
        margin: how much better.
    """
    if not 0 < len(rivals) <= MOST_PLACES - len(own):
        return False
    theirs, same = [paper.around(place) for place in rivals], [paper.around(place) for place in own]
    around, common = takeaway.around(index), counted((*theirs, *same))
    best = max(likeness(around, other, common) for other in theirs)
    return margin.is_passed(best, max((likeness(around, other, common) for other in same), default=0.0))
