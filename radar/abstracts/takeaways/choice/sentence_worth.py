"""How much a sentence, and a line made of it, is worth as the takeaway: linear models, fitted once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.takeaways.telling_words import WordCounts, is_own
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.words import has_digit
from radar.papers.summaries.flags import Claim
from radar.papers.summaries.summary import TAKEAWAY_WORDS

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
    if name.isupper() and not name.startswith("_") and isinstance(bit, int) and bit < 1 << 2 * _HALF
)
_MARKS = "(:;?"


class Place(NamedTuple):
    """Where a sentence stands among those of its abstract, large numbers as one; the fields of its number."""

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


(_AT_END, _AT_BEFORE, _AT_OWN, _AT_PROPOSED, _AT_PROPOSES, _AT_ALL, _AT_BEHIND, _AT_CLAIM, _AT_OTHERS) = (
    3, 5, 7, 8, 10, 11, 13, 14, 16,
)  # fmt: skip
"""Which bit of the number of a place a field begins with; the position begins with the first."""
_CLAIMS = tuple(Claim)
_CLAIM_BITS = {claim: number << _AT_CLAIM for number, claim in enumerate(_CLAIMS)}
_NO_CLAIM, _NO_CLAIM_BITS = Claim.NONE, _CLAIM_BITS[Claim.NONE]


def places(claims: tuple[SentenceClaim, ...]) -> list[int]:
    """Return the place of every sentence of an abstract as a number; `place_of` knows its fields."""
    numbers: list[int] = []
    left = len(claims)
    before = behind = own_before = proposed = (
        0  # what stands before a sentence is kept as it is in its number
    )
    for claim in claims:
        left -= 1
        has = claim.sentence.classes
        number = before | behind | (left << _AT_END if left < _FROM_END else _FROM_END << _AT_END)
        kind = claim.claim
        if kind is _NO_CLAIM:
            number |= _NO_CLAIM_BITS
            if claim.background:
                number |= 1 << _AT_OTHERS
        else:
            number |= _CLAIM_BITS[kind] | claim.background << _AT_OTHERS
        if len(numbers) < _POSITIONS:
            before += 1
        if has & classes.WE or (has & classes.PAPER and is_own(claim)):
            number |= 1 << _AT_OWN
            if own_before < _OWN_BEFORE:
                own_before += 1
                before += 1 << _AT_BEFORE
            if has & classes.PROPOSES:
                number |= 1 << _AT_PROPOSES
                if proposed < _PROPOSALS:
                    proposed += 1
                    before += 1 << _AT_PROPOSED
        numbers.append(number)
        behind = 1 << _AT_BEHIND if has & classes.PROBLEM else 0
    if not proposed:
        return numbers
    return [number | proposed << _AT_ALL for number in numbers]


def place_of(number: int) -> Place:
    """Return the place that a number stands for."""
    return Place(
        number & 7,
        number >> _AT_END & 3,
        number >> _AT_BEFORE & 3,
        bool(number >> _AT_OWN & 1),
        number >> _AT_PROPOSED & 3,
        bool(number >> _AT_PROPOSES & 1),
        number >> _AT_ALL & 3,
        bool(number >> _AT_BEHIND & 1),
        _CLAIMS[number >> _AT_CLAIM & 3],
        bool(number >> _AT_OTHERS & 1),
    )


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
    """Return the names of the marks that a line has; each counts 1.

    Weights are fitted to them; `Worth.of_line` weighs the same without making their names.
    """
    if line.endswith("…"):
        yield "mark:…"
    if has_digit(line):
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
        self._marks = tuple((mark, weights.get(f"mark:{mark}", 0.0)) for mark in _MARKS)
        self._digit, self._ellipsis = weights.get("mark:digit", 0.0), weights.get("mark:…", 0.0)
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

    def of_places(self, claims: tuple[SentenceClaim, ...]) -> list[float]:
        """Return what each sentence of an abstract is worth by its place and the classes of its words."""
        low, high, place_worth = self._low, self._high, self._place
        return [
            low[(has := claim.sentence.classes) & _LOW] + high[has >> _HALF & _LOW] + place_worth(place)
            for claim, place in zip(claims, places(claims), strict=True)
        ]

    def telling(self, counts: WordCounts) -> float:
        """Return how many of a text's words a summary is expected to take up."""
        of_any, of_title, of_two, of_more, of_done = self._kinds
        _, known, different, title, twice, often, done = counts
        return (
            known + of_any * different + of_title * title + of_two * twice + of_more * often + of_done * done
        )

    def of_sentence(self, counts: WordCounts, share: float) -> float:
        """Return what the words of a sentence are worth, a long one as if it were cut to a takeaway."""
        telling, length = self.telling(counts), counts.length
        if length > TAKEAWAY_WORDS:
            part = TAKEAWAY_WORDS / length
            telling *= part
            _, known, different, title, twice, often, done = counts
            cut = (round(title * part), round(twice * part), round(often * part), round(done * part))
            counts = tuple.__new__(WordCounts, (TAKEAWAY_WORDS, known, different, *cut))
        return self.of_words(counts, telling, share)

    def of_line(self, line: str, counts: WordCounts, share: float) -> float:
        """Return what the words and the marks of a line are worth."""
        marks = [weight for mark, weight in self._marks if mark in line]
        if has_digit(line):
            marks.append(self._digit)
        if line.endswith("…"):
            marks.append(self._ellipsis)
        return self.of_words(counts, self.telling(counts), share) + sum(marks)

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

    def _place_worth(self, number: int) -> float:
        return sum([self._weights.get(name, 0.0) for name in place_features(place_of(number))])


@cache
def worth() -> Worth:
    """Return the model that is shipped."""
    with WEIGHTS.open(encoding="utf-8") as file:
        content = json.load(file)
    return Worth(content["words"], content["kinds"], content["weights"])
