"""Whether a sentence tells which place something took among others."""

from __future__ import annotations

from radar.abstracts.text import word_classes as classes
from radar.abstracts.text.text_units import Sentence
from radar.abstracts.vocabulary import claim_ranks as ranks
from radar.abstracts.vocabulary.words import any_of

PLACED = classes.STRONG_WORD | classes.BEST
"""A sentence without these words tells of no place."""


def takes_a_place(sentence: Sentence) -> bool:
    """Say whether a sentence with a word of `PLACED` tells of a place: "ranks second", "wins the contest"."""
    lower = sentence.lower
    if (
        sentence.classes & classes.STRONG_WORD
        and any_of(ranks.RANK_GATES, lower)
        and ranks.RANK_PHRASE.search(lower)
    ):
        return True
    return any_of(ranks.WON_GATES, lower) and ranks.WON.search(lower) is not None
