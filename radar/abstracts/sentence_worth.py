"""How much a sentence, and a line made of it, is worth as the takeaway: linear models, fitted once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from radar.abstracts import word_classes as classes
from radar.abstracts.claims import SentenceClaim
from radar.abstracts.telling_words import WordCounts, is_own
from radar.papers.flags import Claim
from radar.papers.summary import TAKEAWAY_WORDS

WEIGHTS = Path(__file__).with_name("takeaway_weights.json")
"""Fitted by `tests/benchmarks/takeaway_weights.py`; the file says on what."""
_MOST_PLACES = 8192
"""So many places of sentences are remembered with what they are worth."""
_HALF = 13
_LOW = (1 << _HALF) - 1
_POSITIONS, _FROM_END, _OWN_BEFORE, _PROPOSALS = 5, 3, 3, 3
_SHORT = 10
_CLASSES = tuple(
    (name.lower().replace("_", " "), bit)
    for name, bit in vars(classes).items()
    if name.isupper() and not name.startswith("_") and isinstance(bit, int)
)
_MARKS = "(:;?"


class Place(NamedTuple):
    """Where a sentence stands among those of its abstract, large numbers as one."""

    position: int
    from_end: int
    own_before: int
    own: bool
    proposals_before: int
    proposes: bool
    proposals: int
    behind_problem: bool
    claim: Claim
    others: bool


def places(claims: tuple[SentenceClaim, ...]) -> list[Place]:
    """Return the place of every sentence of an abstract."""
    owns = [is_own(claim) for claim in claims]
    proposing = [
        own and bool(claim.sentence.classes & classes.PROPOSES)
        for own, claim in zip(owns, claims, strict=True)
    ]
    count, proposals = len(claims), min(sum(proposing), _PROPOSALS)
    own_before = proposals_before = 0
    found = []
    for number, claim in enumerate(claims):
        own, proposes = owns[number], proposing[number]
        found.append(
            Place(
                min(number, _POSITIONS),
                min(count - 1 - number, _FROM_END),
                min(own_before, _OWN_BEFORE),
                own,
                min(proposals_before, _PROPOSALS),
                proposes,
                proposals,
                number > 0 and bool(claims[number - 1].sentence.classes & classes.PROBLEM),
                claim.claim,
                claim.background,
            )
        )
        own_before += own
        proposals_before += proposes
    return found


def place_features(place: Place) -> Iterator[str]:
    """Return the names of what holds for a place; each counts 1."""
    own, proposes = " own" if place.own else "", " proposes" if place.proposes else ""
    yield f"position:{place.position}"
    yield f"from end:{place.from_end}"
    yield f"own before:{place.own_before}{own}"
    yield f"proposals before:{place.proposals_before}{proposes}"
    yield f"proposals:{place.proposals}{proposes}"
    if place.behind_problem:
        yield "behind problem"
    if place.own and not place.own_before:
        yield "first own"
        if place.proposes:
            yield "first own proposes"
    yield f"claim:{place.claim.value}"
    if place.others:
        yield "others"


def class_features(has: int) -> Iterator[str]:
    """Return the names of the classes that the words of a sentence belong to; each counts 1."""
    return (f"class:{name}" for name, bit in _CLASSES if has & bit)


def word_features(counts: WordCounts, telling: float, share: float) -> Iterator[tuple[str, float]]:
    """Return the features of the words of a text.

    Args:
        counts: of its words.
        telling: how many of them a summary is expected to take up.
        share: one by the number of words in the title.
    """
    length = counts.length
    long = length + 20
    yield "telling by 12", telling / (length + 12)
    yield "telling by 20", telling / long
    yield "telling", telling
    yield "telling part", telling / (length or 1)
    yield "title", counts.title
    yield "title part", counts.title * share
    yield "title by 20", counts.title / long
    yield "twice by 20", counts.twice / long
    yield "often by 20", counts.often / long
    yield "done by 20", counts.done / long
    yield "length", length
    yield "length squared", length * length
    yield "short", max(0, _SHORT - length)


def mark_features(line: str) -> Iterator[str]:
    """Return the names of the marks that a line has; each counts 1."""
    if line.endswith("…"):
        yield "mark:…"
    if any(digit in line for digit in "0123456789"):
        yield "mark:digit"
    yield from (f"mark:{mark}" for mark in _MARKS if mark in line)


class Worth:
    """The weights of the features, put where each sentence finds its own with few questions."""

    def __init__(self, words: dict[str, float], kinds: dict[str, float], weights: dict[str, float]) -> None:
        """Take the weights of words, of their kinds, and of the features."""
        self.words = words
        self._kinds = tuple(kinds.get(name, 0.0) for name in WordCounts._fields[2:])
        self._weights = weights
        by_bit = {bit: weights.get(f"class:{name}", 0.0) for name, bit in _CLASSES}
        self._low, self._high = self._sums(by_bit, 0), self._sums(by_bit, _HALF)
        self._place = lru_cache(_MOST_PLACES)(self._place_worth)
        names = [name for name, _ in word_features(WordCounts(*[0] * 7), 0.0, 0.0)]
        self._word_weights = tuple(weights.get(name, 0.0) for name in names)

    @staticmethod
    def _sums(by_bit: dict[int, float], shift: int) -> list[float]:
        """Return for every set of the classes of one half what they are worth together."""
        sums = [0.0]
        for number in range(_HALF):
            weight = by_bit.get(1 << (number + shift), 0.0)
            sums += [value + weight for value in sums]
        return sums

    def of_place(self, claim: SentenceClaim, place: Place) -> float:
        """Return what a sentence is worth by its place and the classes of its words."""
        has = claim.sentence.classes
        return self._low[has & _LOW] + self._high[has >> _HALF] + self._place(place)

    def telling(self, counts: WordCounts) -> float:
        """Return how many of a text's words a summary is expected to take up."""
        of_any, of_title, of_two, of_more, of_done = self._kinds
        return (
            counts.known
            + of_any * counts.different
            + of_title * counts.title
            + of_two * counts.twice
            + of_more * counts.often
            + of_done * counts.done
        )

    def of_sentence(self, counts: WordCounts, share: float) -> float:
        """Return what the words of a sentence are worth, a long one as if it were cut to a takeaway."""
        telling, length = self.telling(counts), counts.length
        if length > TAKEAWAY_WORDS:
            part = TAKEAWAY_WORDS / length
            telling *= part
            counts = WordCounts(
                TAKEAWAY_WORDS,
                *counts[1:3],
                round(counts.title * part),
                round(counts.twice * part),
                round(counts.often * part),
                round(counts.done * part),
            )
        return self.of_words(counts, telling, share)

    def of_line(self, line: str, counts: WordCounts, share: float) -> float:
        """Return what the words and the marks of a line are worth."""
        marks = sum([self._weights.get(name, 0.0) for name in mark_features(line)])
        return self.of_words(counts, self.telling(counts), share) + marks

    def of_words(self, counts: WordCounts, telling: float, share: float) -> float:
        """Return what the features of a text's words are worth."""
        length, _, _, title, twice, often, done = counts
        a, b, c, d, e, f, g, h, i, j, k, m, n = self._word_weights
        long = length + 20
        short = n * (_SHORT - length) if length < _SHORT else 0.0
        return (
            telling * (a / (length + 12) + b / long + c + d / (length or 1))
            + title * (e + f * share)
            + (g * title + h * twice + i * often + j * done) / long
            + length * (k + m * length)
            + short
        )

    def _place_worth(self, place: Place) -> float:
        return sum([self._weights.get(name, 0.0) for name in place_features(place)])


@cache
def worth() -> Worth:
    """Return the model that is shipped."""
    with WEIGHTS.open(encoding="utf-8") as file:
        content = json.load(file)
    return Worth(content["words"], content["kinds"], content["weights"])
