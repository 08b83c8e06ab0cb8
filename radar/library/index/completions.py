"""Unfinished words as their most frequent completions, from the table of words.

The index answers the beginning of a word by merging every word that begins so, seconds for one letter of a
million papers; an OR of the most frequent ones costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from radar.library.database.connection import Database
from radar.library.records.rows import papers_counted
from radar.papers.bases import Value

SMALL_LIBRARY = 20_000
"""Papers up to which the texts themselves are searched for runs of Chinese, Japanese or Korean."""
_LEAST = 24
_MOST = 120
"""Completions of the unfinished word, at least and at most."""
_MISSED = 0.001
"""Share of papers that the completions may miss."""
_CHEAP_PREFIX = 6_000
"""Places in the index up to which a prefix is answered in a few milliseconds without completions."""
_LEAST_COVERED = 2_000
"""Papers from which on completions are quicker than the beginning itself."""
_COVERING = 24
"""Completions that cover a beginning, at most."""
_LEFT = 500
"""Papers that may be expected to hold none of the completions that cover a beginning."""
FREQUENT = 50_000
"""Papers that a look for two words side by side is through with in some 20 ms."""
LAST = "\U0010ffff"
"""Sorts behind every letter that follows a beginning."""


class Ending(Value):
    """A beginning of a word and what it may become."""

    prefix: str
    """The MATCH expression of the beginning itself."""
    quick: str
    """Its most frequent completions; the beginning itself where that is cheap."""
    places: int = 0
    """How often papers hold a word that begins so, each word of a paper counted once."""

    @property
    def cheap(self) -> bool:
        """Whether the index is asked for the beginning itself."""
        return self.quick == self.prefix


class Completions:
    """Completes words for one reader."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def small(self) -> bool:
        """Whether the library is so small that texts can be searched."""
        return self._papers() <= SMALL_LIBRARY

    def of(self, words: Sequence[str]) -> Ending:
        """Return what words become of which the last may go on."""
        *before, last = words
        prefix = f"{phrase(words)} *"
        bounds, places = (last, last + LAST), self.places(last)
        if places <= _CHEAP_PREFIX and (self.small or not self._terms_behind()):
            return Ending(prefix, prefix, places)
        endings = dict.fromkeys([last, *self._most_frequent(bounds, places)])
        quick = " OR ".join(phrase([*before, ending]) for ending in endings)
        return Ending(prefix, f"({quick})", places)

    def places(self, beginning: str) -> int:
        """Return how often papers hold a word that begins so, each word of a paper counted once."""
        bounds = (beginning, beginning + LAST)
        return self._database.value("SELECT sum(docs) FROM terms WHERE term >= ? AND term < ?", bounds) or 0

    def covering(self, word: str) -> str:
        """Return the completions that nearly every paper holds one of, as a MATCH expression.

        Empty where no few do, or where asking for the beginning itself costs little.
        """
        bounds = (word, word + LAST)
        papers = self._papers()
        if papers < _LEAST_COVERED or self._terms_behind():
            return ""
        question = "SELECT term, docs FROM terms WHERE term >= ? AND term < ? ORDER BY docs DESC LIMIT ?"
        chosen: list[str] = []
        left = float(papers)
        for term, docs in self._database.rows(question, (*bounds, _COVERING)):
            chosen.append(phrase([term]))
            left *= max(1 - docs / papers, 0.0)
            if left < _LEFT:
                return "(" + " OR ".join(chosen) + ")"
        return ""

    def all_frequent(self, words: Sequence[str]) -> bool:
        """Return whether each of the words stands in so many papers that a look at all takes long."""
        return self.rarest(words) > FREQUENT

    def rarest(self, words: Iterable[str]) -> int:
        """Return how many papers hold the word that the fewest hold."""
        question = "SELECT docs FROM terms WHERE term = ?"
        return min(self._database.value(question, (word,)) or 0 for word in words)

    def _most_frequent(self, bounds: tuple[str, str], places: int) -> list[str]:
        """Return the most frequent completions, as many as make it unlikely that a paper is missed.

        "t" needs few, since nearly every paper holds "the" or "to"; "con" needs more, of which each paper
        holds some other one. Words are taken to fall on papers independently of each other.
        """
        question = (
            f"SELECT term, docs FROM terms WHERE term >= ? AND term < ? ORDER BY docs DESC LIMIT {_MOST}"
        )
        papers = max(self._papers(), 1)
        chosen: list[str] = []
        without, left = 1.0, places
        for term, docs in self._database.rows(question, bounds):
            chosen.append(term)
            without *= max(1 - docs / papers, 0.0)
            left -= docs
            missed = without * min(left / papers, 1.0)
            if len(chosen) >= _LEAST and missed < _MISSED:
                break
        return chosen

    def _papers(self) -> int:
        return papers_counted(self._database)

    def _terms_behind(self) -> bool:
        return self._database.row("SELECT 1 FROM meta WHERE name = 'terms_behind'") is not None


def phrase(words: Sequence[str]) -> str:
    """Return words that stand side by side as a MATCH expression."""
    return '"' + " ".join(words) + '"'
