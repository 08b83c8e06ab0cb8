"""Whether a takeaway compares two things the other way round than the paper does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import takewhile
from typing import Final, NamedTuple

from radar.abstracts.vocabulary.words import word_set
from radar.summaries.checks.surroundings import Tokens
from radar.summaries.checks.wording import stems_in

_BORDERS = word_set(". , ; : ( ) but while whereas yet although though however which")
_DIMENSIONS: Final = (
    (r"more$|higher|larger|greater|bigger", r"less$|fewer|lower|smaller"),
    (r"faster|quicker", r"slower"),
    (r"better", r"worse"),
    (r"stronger", r"weaker"),
    (r"longer", r"shorter"),
    (r"earlier|sooner", r"later"),
    (r"richer", r"poorer"),
    (r"steeper", r"flatter|shallower"),
    (r"hotter|warmer", r"cooler|colder"),
    (r"harder", r"easier"),
)
"""What things are compared by, and the words for more and for less of it."""
_PATTERNS = tuple((re.compile(more), re.compile(less)) for more, less in _DIMENSIONS)
_BORDERS_BEHIND = _BORDERS | word_set("and or when if because since")
_BEFORE, _BEHIND = 8, 7
_LINKS: Final = {"than": 1, "compared": 2}
"""Words between the things that are compared, and how many words they take."""


class _Comparison(NamedTuple):
    """What is more, or less, than what."""

    dimension: int
    less: bool
    one: Set[str]
    """The beginnings of words that only what is compared has."""
    other: Set[str]
    """Those that only what it is compared with has."""


def compared_the_other_way(takeaway: Tokens, paper: Tokens) -> bool:
    """Say whether a takeaway compares two things the other way round than the paper.

    "A has more than B" and "B has less than A" are the same.
    """
    if not _LINKS.keys() & set(takeaway.words):
        return False
    for said in _comparisons(takeaway):
        alike = [theirs for theirs in _comparisons(paper) if theirs.dimension == said.dimension]
        turned = [_is_turned(said, theirs) for theirs in alike]
        if True in turned and False not in turned:
            return True
    return False


def _is_turned(said: _Comparison, theirs: _Comparison) -> bool | None:
    """Say whether two comparisons of the same things are opposite; None where they are of others."""
    one, other = (theirs.one, theirs.other) if said.less == theirs.less else (theirs.other, theirs.one)
    if said.one & one and said.other & other:
        return False
    return True if said.one & other and said.other & one else None


def _comparisons(tokens: Tokens) -> Iterator[_Comparison]:
    words = tokens.words
    for index, word in enumerate(words):
        if word not in _LINKS:
            continue
        for place in range(index - 1, max(-1, index - 1 - _BEFORE), -1):
            if (found := _dimension(words[place])) is not None:
                break
        else:
            continue
        if words[index + 1 : index + 2] and words[index + 1][0].isdecimal():
            continue
        before = words[place - 1 :: -1] if place else ()
        behind = words[index + _LINKS[word] : index + _LINKS[word] + _BEHIND]
        one, other = stems_in(_until(_BORDERS, before)), stems_in(_until(_BORDERS_BEHIND, behind))
        if one - other and other - one:
            yield _Comparison(*found, one - other, other - one)


@lru_cache(maxsize=65_536)
def _dimension(word: str) -> tuple[int, bool] | None:
    """Return what a word compares by, and whether it says less; None where it compares nothing."""
    for number, patterns in enumerate(_PATTERNS):
        for less, pattern in enumerate(patterns):
            if pattern.match(word):
                return number, bool(less)
    return None


def _until(borders: Set[str], words: Sequence[str]) -> Iterator[str]:
    return takewhile(lambda word: word not in borders, words)
