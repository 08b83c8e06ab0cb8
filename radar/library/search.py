"""What a reader types, as questions to the search index; their text never reaches MATCH as it is.

The text is split at white space, each part into words as the index does it; a part of several words
("pre-trained") is a phrase. All parts must occur. The last word, where nothing follows it, may be unfinished:
asked exactly it is a prefix, asked quickly it is one of its most frequent completions. A run of Chinese,
Japanese or Korean is one word to the index, so in small libraries it is looked for anywhere in title,
takeaway and abstract; in large ones only at the beginning of such a run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from radar.library.connection import Database
from radar.library.words import Tokeniser

SMALL_LIBRARY = 20_000
"""Papers up to which the texts themselves are searched for runs of Chinese, Japanese or Korean."""
_LEAST = 24
_MOST = 120
"""Completions of the unfinished word, at least and at most."""
_MISSED = 0.001
"""Share of papers that the completions may miss."""
_CHEAP_PREFIX = 6_000
"""Places in the index up to which a prefix is answered in a few milliseconds without completions."""
_LONGEST = 1_000
_MOST_PARTS = 32
_LAST = "\U0010ffff"
_CJK = (
    (0x1100, 0x11FF),
    (0x2E80, 0x2FFF),
    (0x3005, 0x30FF),
    (0x3130, 0x318F),
    (0x31F0, 0x31FF),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""First and last code points of the scripts that are written without spaces, or join words."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words of a query, ready for the index."""

    exact: str = ""
    """MATCH expression, empty where the index is not asked."""
    quick: str = ""
    """The same, with the last word as its most frequent completions where its prefix would take long."""
    runs: tuple[str, ...] = ()
    """Patterns for LIKE that the texts of a paper must match."""


class Searcher:
    """Turns typed text into questions; belongs to one reader."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tokeniser: Tokeniser | None = None

    def wanted(self, text: str) -> Wanted:
        """Return what the text asks for; text without any word asks for nothing."""
        # What a shell or terminal hands on may hold halves of characters, which SQLite cannot take.
        text = text[:_LONGEST].encode(errors="replace").decode()
        parts = text.split()[:_MOST_PARTS]
        if not parts:
            return Wanted()
        runs: tuple[str, ...] = ()
        if _is_cjk(text) and self._small():
            runs = tuple(_pattern(part) for part in parts if _is_cjk(part))
            parts = [part for part in parts if not _is_cjk(part)]
        phrases = [words for words in self._words().tokens(parts) if words]
        if not phrases:
            return Wanted(runs=runs)
        unfinished = text[-1].isalnum() and not (runs and _is_cjk(text[-1]))
        if not unfinished:
            whole = _all(_phrase(words) for words in phrases)
            return Wanted(whole, whole, runs)
        done = [_phrase(words) for words in phrases[:-1]]
        prefix = _phrase(phrases[-1]) + " *"
        return Wanted(_all([*done, prefix]), _all([*done, self._quick(phrases[-1], prefix)]), runs)

    def matching(self, papers: Sequence[Sequence[object]], match: str) -> list[int]:
        """Return the keys of those papers (key and four texts each, by rising key) that match."""
        return self._words().matching(papers, match)

    def close(self) -> None:
        """Give the tokeniser's memory back."""
        if self._tokeniser is not None:
            self._tokeniser.close()

    def _quick(self, words: Sequence[str], prefix: str) -> str:
        *before, last = words
        bounds = (last, last + _LAST)
        places = self._database.value("SELECT sum(docs) FROM terms WHERE term >= ? AND term < ?", bounds) or 0
        if places <= _CHEAP_PREFIX and (self._small() or not self._terms_behind()):
            return prefix
        endings = dict.fromkeys([last, *self._completions(bounds, places)])
        return "(" + " OR ".join(_phrase([*before, ending]) for ending in endings) + ")"

    def _completions(self, bounds: tuple[str, str], places: int) -> list[str]:
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
        return int(self._database.value("SELECT papers FROM counts"))

    def _small(self) -> bool:
        return self._papers() <= SMALL_LIBRARY

    def _terms_behind(self) -> bool:
        return self._database.row("SELECT 1 FROM meta WHERE name = 'terms_behind'") is not None

    def _words(self) -> Tokeniser:
        if self._tokeniser is None:
            self._tokeniser = Tokeniser()
        return self._tokeniser


def _phrase(words: Sequence[str]) -> str:
    return '"' + " ".join(words) + '"'


def _all(phrases: Iterable[str]) -> str:
    return " AND ".join(phrases)


def _pattern(run: str) -> str:
    escaped = run.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _is_cjk(text: str) -> bool:
    return any(first <= ord(letter) <= last for letter in text for first, last in _CJK if letter > "\u10ff")
