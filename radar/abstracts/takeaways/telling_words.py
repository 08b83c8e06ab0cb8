"""How telling the words of an abstract are: which of them a summary of it is likely to take up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat
from math import fsum
from operator import itemgetter
from typing import NamedTuple

from radar.abstracts.claims import SentenceClaim
from radar.abstracts.text import word_classes as classes
from radar.abstracts.vocabulary.words import SAYS_NOTHING, SPACED

_STEM = slice(6)
"""So many letters of a word stand for its forms."""
_stem_of = itemgetter(_STEM)


class WordCounts(NamedTuple):
    """How many words a text has, and how many different ones of each kind."""

    length: int
    known: float
    """The sum of the weights of its different words, by the words themselves."""
    different: int
    title: int
    """Of these, how many stand in the title, by their beginnings; the next are counted likewise."""
    twice: int
    """In two sentences of the abstract."""
    often: int
    """In three sentences or more."""
    done: int
    """In a sentence that says what the authors propose."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, in order; hyphens and digits belong to them."""
    return text.lower().encode("ascii", "replace").translate(SPACED).decode("ascii").split()


def is_own(claim: SentenceClaim) -> bool:
    """Say whether a sentence speaks of what its authors did."""
    has = claim.sentence.classes
    if has & classes.WE:
        return True
    return bool(has & classes.PAPER) and claim.sentence.lower.startswith(("this ", "in this "))


class TellingWords:
    """The words of one abstract by where they stand."""

    __slots__ = ("_claims", "_done", "_known", "_often", "_stems", "_title", "_twice", "share")

    def __init__(self, title: str, claims: tuple[SentenceClaim, ...], known: dict[str, float]) -> None:
        """Take the title, the sentences, and the weights of words by themselves."""
        self._claims, self._known = claims, known
        self._title = _stems_of(set(words_of(title)))
        self.share = 1.0 / max(len(self._title), 1)
        """Which part of the title one of its words is."""
        self._stems = [_stems_of(claim.sentence.words) for claim in claims]
        self._twice, self._often = _repeated(self._stems)
        proposing = [
            stems
            for claim, stems in zip(claims, self._stems, strict=True)
            if claim.sentence.classes & classes.PROPOSES and is_own(claim)
        ]
        self._done = proposing[0] if len(proposing) == 1 else set[str]().union(*proposing)

    def counts_of(self, number: int) -> WordCounts:
        """Return how many telling words of each kind a sentence of the abstract has, the first being 0."""
        words = self._claims[number].sentence.words
        return self._counts(len(words), set(words), self._stems[number])

    def counts(self, words: list[str]) -> WordCounts:
        """Return how many telling words of each kind a line has."""
        different = set(words)
        return self._counts(len(words), different, _stems_of(different))

    def _counts(self, length: int, different: set[str], stems: set[str]) -> WordCounts:
        return tuple.__new__(  # what WordCounts(...) does, in half the time
            WordCounts,
            (
                length,
                fsum(map(self._known.get, different, repeat(0.0))),  # the same in whatever order
                len(different),
                len(stems & self._title),
                len(stems & self._twice),
                len(stems & self._often),
                len(stems & self._done),
            ),
        )


def _repeated(stems: list[set[str]]) -> tuple[set[str], set[str]]:
    """Return the beginnings of words that stand in two sentences, and those that stand in more."""
    once, twice, often = set[str](), set[str](), set[str]()
    for of_one in stems:
        again = once & of_one
        often |= twice & again
        twice |= again
        once |= of_one
    return twice - often, often


def _stems_of(words: Iterable[str]) -> set[str]:
    """Return the beginnings of words, each once."""
    return set(map(_stem_of, words))  # no memory of stems: it would be larger than what caches hold


_REMEMBERED = 64
"""So many texts are remembered: more than the lines of one abstract, whose title and line are asked again."""
MOST_STEMS = 30_000
"""So many words are remembered with their beginnings."""
_PARTED = SPACED.replace(b"-", b" ")
"""Translates what is no part of a word to spaces; hyphens part words."""


class TellingStems(dict[str, str]):
    """The beginnings of words that were asked for; nothing for a word that tells nothing."""

    def __missing__(self, word: str) -> str:
        """Find the beginning of a word for the first time."""
        if len(self) >= MOST_STEMS:
            self.clear()
        stem = self[word] = "" if word in SAYS_NOTHING else word.removesuffix("s")[_STEM]
        return stem


_telling_stem_of = TellingStems().__getitem__


@lru_cache(_REMEMBERED)
def telling_compounds(text: str) -> frozenset[str]:
    """Return the beginnings of the words that tell what a text is about, a compound as one: it tells more."""
    return frozenset([word[_STEM] for word in words_of(text) if word not in SAYS_NOTHING])


def telling(text: str) -> set[str]:
    """Return the beginnings of the words, and parts of words, that tell what a text is about."""
    words = text.lower().encode("ascii", "replace").translate(_PARTED).decode("ascii").split()
    stems = set(map(_telling_stem_of, words))
    stems.discard("")
    return stems
