"""In which order the sentences of an abstract are tried as its takeaway: the most promising first."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.takeaways.choice.sentence_worth import Worth
from radar.abstracts.takeaways.telling_words import TellingWords, WordCounts

Candidate = tuple[int, float, SentenceClaim]
"""The number of a sentence, what its place is worth, and what it claims."""
Promise = tuple[float, int, float, SentenceClaim, WordCounts]
"""What a sentence promises, its number below zero, what its place is worth, its claim and its words.

A plain tuple, because many are made, and sorted.
"""
_BY_PROMISE = itemgetter(0, 1)
_LOOKED_AT = 4
"""So many sentences, the best by score, are asked whether they point at others."""


def promises(candidates: list[Candidate], telling: TellingWords, model: Worth) -> list[Promise]:
    """Return the sentences that promise most, the best first."""
    share = telling.share
    found = [
        (fixed + model.of_sentence(counts := telling.counts_of(number), share), -number, fixed, claim, counts)
        for number, fixed, claim in candidates
    ]
    found.sort(key=_BY_PROMISE, reverse=True)
    return found[:_LOOKED_AT]


def take_most_promising(
    found: list[Promise], asked: set[int], penalty_of: Callable[[SentenceClaim], float]
) -> Promise:
    """Take the best of sorted sentences out of their list.

    Args:
        found: the sentences, of which there is one at least.
        asked: the numbers of those whose penalty is already taken off; grows by those that are asked.
        penalty_of: what counts against a sentence; asked only of those that would come first without it.
    """
    while found[0][1] not in asked:
        promise, number, *_, claim, _ = found[0]
        asked.add(number)
        found[0] = (promise - penalty_of(claim), *found[0][1:])
        found.sort(key=_BY_PROMISE, reverse=True)
    return found.pop(0)
