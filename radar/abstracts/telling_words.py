"""How telling the words of an abstract are: which of them a summary of it is likely to take up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import repeat
from typing import NamedTuple

from radar.abstracts import word_classes as classes
from radar.abstracts.claims import SentenceClaim

STEM = 6
"""So many letters of a word stand for its forms."""
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789@-")
_SPACED = bytes(code if code in _LETTERS else 32 for code in range(256))
_OFTEN = 3


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
    opening: int
    """In the first sentence."""
    title_twice: int
    title_often: int
    title_done: int


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, in order; hyphens and digits belong to them."""
    return text.lower().encode("ascii", "replace").translate(_SPACED).decode("ascii").split()


def is_own(claim: SentenceClaim) -> bool:
    """Say whether a sentence speaks of what its authors did."""
    has = claim.sentence.classes
    if has & classes.WE:
        return True
    return bool(has & classes.PAPER) and claim.sentence.lower.startswith(("this ", "in this "))


class TellingWords:
    """The words of one abstract by where they stand."""

    __slots__ = ("_done", "_known", "_often", "_opening", "_title", "_twice", "share")

    def __init__(self, title: str, claims: tuple[SentenceClaim, ...], known: dict[str, float]) -> None:
        """Take the title, the sentences, and the weights of words by themselves."""
        self._known = known
        self._title = stems_of(words_of(title))
        seen: Counter[str] = Counter()
        done: set[str] = set()
        self._opening: set[str] = set()
        for number, claim in enumerate(claims):
            stems = stems_of(claim.sentence.words)
            seen.update(stems)
            if not number:
                self._opening = stems
            if claim.sentence.classes & classes.PROPOSES and is_own(claim):
                done |= stems
        self._twice = {stem for stem, count in seen.items() if count == _OFTEN - 1}
        self._often = {stem for stem, count in seen.items() if count >= _OFTEN}
        self._done = done
        self.share = 1.0 / max(len(self._title), 1)
        """Which part of the title one of its words is."""

    def counts(self, words: list[str]) -> WordCounts:
        """Return how many telling words of each kind a part of the abstract has."""
        stems, different = stems_of(words), set(words)
        title = stems & self._title
        return WordCounts(
            len(words),
            sum(map(self._known.get, different, repeat(0.0))),
            len(different),
            len(title),
            len(stems & self._twice),
            len(stems & self._often),
            len(stems & self._done),
            len(stems & self._opening),
            len(title & self._twice),
            len(title & self._often),
            len(title & self._done),
        )


def stems_of(words: Iterable[str]) -> set[str]:
    """Return the beginnings of words, each once."""
    return {word[:STEM] for word in words}
