"""How much a sentence is worth as the takeaway: a linear model over what is cheap to see in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from radar.abstracts import word_classes as classes
from radar.abstracts.claims import SentenceClaim
from radar.abstracts.words import word_set
from radar.papers.flags import Claim

WEIGHTS = Path(__file__).with_name("takeaway_weights.json")
"""Fitted by `tests/benchmarks/takeaway_weights.py`; the file says on what."""
_TITLE_WORD = re.compile(r"[a-z0-9]{3,40}")
_NO_TITLE_WORDS = word_set(
    "the and for with from that this are our can via using towards toward into over under based than its "
    "their how what why when not new novel"
)
_STEM = 5
"""So many letters of a title's word stand for its forms."""
_MOST_STEMS = 30
_MOST_PLACES = 8192
"""So many places of sentences are remembered with what they are worth."""
_HALF = 13
_LOW = (1 << _HALF) - 1
_DOES = classes.WE | classes.DOES | classes.PROPOSES
_POSITIONS, _FROM_END, _LENGTHS = 5, 3, 9
_CLASSES = tuple(
    (name.lower().replace("_", " "), bit)
    for name, bit in vars(classes).items()
    if name.isupper() and not name.startswith("_") and isinstance(bit, int)
)


def title_stems(title: str) -> tuple[str, ...]:
    """Return the beginnings of the telling words of a title, each once."""
    words = _TITLE_WORD.findall(title.lower())
    return tuple(dict.fromkeys(word[:_STEM] for word in words if word not in _NO_TITLE_WORDS))[:_MOST_STEMS]


def share_of_title(stems: tuple[str, ...], lower: str) -> tuple[float, float]:
    """Return which part of a title's words a sentence has, and how many of them, with six as 1."""
    hits = 0
    for stem in stems:
        if stem in lower:
            hits += 1
    return (hits / len(stems), min(hits, 6) / 6) if hits else (0.0, 0.0)


def features(
    claim: SentenceClaim, number: int, count: int, stems: tuple[str, ...]
) -> Iterator[tuple[str, float]]:
    """Return the features of a sentence by name, those that are zero left out.

    Args:
        claim: what the sentence claims.
        number: how many sentences stand before it.
        count: how many sentences the abstract has.
        stems: of the title's words.
    """
    words, has = claim.sentence.words, claim.sentence.classes
    share, hits = share_of_title(stems, claim.sentence.lower)
    yield "title:share", share
    yield "title:words", hits
    if claim.background:
        yield "title:share of others", share
    for name, bit in _CLASSES:
        if has & bit:
            yield f"class:{name}", 1.0
    for name in (
        *_place_names(number, count, len(words)),
        *_combined_names(has, early=2 * number < count),
        *_start_names(words),
        *_claim_names(claim.claim, others=claim.background, best=claim.best is not None),
    ):
        yield name, 1.0


def _place_names(number: int, count: int, length: int) -> tuple[str, ...]:
    return (
        f"position:{min(number, _POSITIONS)}",
        f"from end:{min(count - 1 - number, _FROM_END)}",
        f"length:{min(length // 5, _LENGTHS)}",
    )


def _combined_names(has: int, *, early: bool) -> tuple[str, ...]:
    if not has & classes.WE or not has & classes.DOES:
        return ()
    return (
        "we do",
        *(("we do early",) if early else ()),
        *(("we propose",) if has & classes.PROPOSES else ()),
    )


def _start_names(words: list[str]) -> tuple[str, ...]:
    return (f"start:{words[0]}", f"start:{' '.join(words[:2])}") if words else ()


def _claim_names(claim: Claim, *, others: bool, best: bool) -> tuple[str, ...]:
    return (f"claim:{claim.value}", *(("others",) if others else ()), *(("best",) if best else ()))


class Worth:
    """The weights of the features, put where each sentence finds its own with few questions."""

    def __init__(self, weights: dict[str, float]) -> None:
        """Take the weights by feature."""
        self._weights = weights
        self._share = weights.get("title:share", 0.0)
        self._hits = weights.get("title:words", 0.0)
        self._share_of_others = weights.get("title:share of others", 0.0)
        starts = [name for name in weights if name.startswith("start:")]
        self._first = {name[6:]: weights[name] for name in starts if " " not in name}
        self._second = {tuple(name[6:].split(" ")): weights[name] for name in starts if " " in name}
        by_bit = {bit: weights.get(f"class:{name}", 0.0) for name, bit in _CLASSES}
        self._low = self._sums(by_bit, 0)
        self._high = self._sums(by_bit, _HALF)
        self._place = lru_cache(_MOST_PLACES)(self._place_worth)
        self._rest = cache(self._rest_worth)

    @staticmethod
    def _sums(by_bit: dict[int, float], shift: int) -> list[float]:
        """Return for every set of the classes of one half what they are worth together."""
        sums = [0.0]
        for number in range(_HALF):
            weight = by_bit.get(1 << (number + shift), 0.0)
            sums += [value + weight for value in sums]
        return sums

    def of(self, claim: SentenceClaim, number: int, count: int, stems: tuple[str, ...]) -> float:
        """Return what a sentence is worth: the sum of the weights of its `features`."""
        sentence, has = claim.sentence, claim.sentence.classes
        share, hits = share_of_title(stems, sentence.lower)
        score = self._low[has & _LOW] + self._high[has >> _HALF] + self._hits * hits
        score += share * (self._share + (self._share_of_others if claim.background else 0.0))
        words = sentence.words
        if words:
            score += self._first.get(words[0], 0.0) + self._second.get(tuple(words[:2]), 0.0)
        does = has & _DOES
        score += self._place(number, count, len(words) // 5)
        return score + self._rest(
            does, 2 * number < count, claim.claim, claim.background, claim.best is not None
        )

    def _place_worth(self, number: int, count: int, fives: int) -> float:
        return self._sum(_place_names(number, count, 5 * fives))

    def _rest_worth(self, has: int, early: bool, claim: Claim, others: bool, best: bool) -> float:
        return self._sum(_combined_names(has, early=early)) + self._sum(
            _claim_names(claim, others=others, best=best)
        )

    def _sum(self, names: tuple[str, ...]) -> float:
        return sum([self._weights.get(name, 0.0) for name in names])


@cache
def worth() -> Worth:
    """Return the model that is shipped."""
    with WEIGHTS.open(encoding="utf-8") as file:
        return Worth(json.load(file)["weights"])
