"""Which common beginnings of words each paper lacks, so that a word of a few letters is answered exactly.

The index of words answers a beginning by merging every word that begins so: two seconds for "m" at a million
papers. What most papers hold is told quicker by the papers that lack it, which the table `lacking` keeps:
some thirty beginnings a paper, a byte each.

A paper lacks what none of its words begins with, by the words that the index of words would find in it. So
the table follows from the texts alone, and is written wherever that index is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import reduce
from operator import or_
from typing import Any

from radar.library.connection import Database, Row
from radar.library.records import in_json
from radar.library.words import COLUMNS, Tokeniser

_SPELT = (
    "a b c d e f g h i j k l m n o p q r s t u v w y z ac ad al an ap ar as ba be ca ch co da de di ef "
    "en ev ex fi fo fr fu ge ha hi im in is la le li lo ma me mo ne no of on ou pa pe po pr ra re sc se "
    "sh si sp st su ta te th to tr un us vi we wh wi and app com con dat eff exp for gen imp int met "
    "mod per pre pro res sta str tha the thi tra whi wit comp cont data gene inte mode that with gener "
    "model genera"
)
COMMON = frozenset(_SPELT.split())
"""The beginnings that are kept. A change takes a migration that makes the table anew.

Those that more than eight words in ten papers begin with, of 25,000 of arXiv's; what is rarer the index
merges in a fifth of a second at a million papers. In a library of another language they are as right, but of
less use and larger.
"""
TABLE = "lacking"
DEFINITION = "fts5 (beginnings, content = '', detail = 'none', columnsize = 0)"
"""Of the table: a beginning leads to the papers that lack it, and nothing else is kept of them."""

_SEPARATED = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)
) + bytes(range(128, 256))
"""Of ASCII, letters and digits make words, and case is nothing; all else is left as it is."""
_ORDERED = tuple(sorted(COMMON))
_BITS = {one.encode(): 1 << place for place, one in enumerate(_ORDERED)}
_EVERY = (1 << len(_ORDERED)) - 1
_LENGTHS = tuple(sorted({len(one) for one in COMMON}))
_KEPT = 50_000
"""Words that are kept with what they begin with, some 5 MB."""


class _Begun(dict[bytes, int]):
    """The common beginnings of words, a bit each."""

    def __missing__(self, word: bytes) -> int:
        if len(self) >= _KEPT:
            self.clear()
        bits = 0
        for length in _LENGTHS:
            bits |= _BITS.get(word[:length], 0)
        self[word] = bits
        return bits


class Lacking:
    """Finds out what papers lack; to be used from one thread."""

    def __init__(self, tokeniser: Tokeniser) -> None:
        self._tokeniser = tokeniser
        self._begun = _Begun()

    def of(self, papers: Iterable[Iterable[str]]) -> list[int]:
        """Return the common beginnings that no word in the texts of each paper begins with, a bit each."""
        held: list[int] = []
        odd: dict[int, str] = {}
        for place, texts in enumerate(papers):
            text = " ".join(texts).encode().translate(_SEPARATED)
            words = text.split()
            held.append(self._of_words(words))
            if not text.isascii():
                # Other signs may be letters, accents or none of that, which the index knows.
                odd[place] = b" ".join(word for word in words if not word.isascii()).decode()
        if odd:
            for place, tokens in zip(odd, self._tokeniser.tokens(tuple(odd.values())), strict=True):
                held[place] |= self._of_words(token.encode() for token in tokens)
        return [_EVERY & ~bits for bits in held]

    def _of_words(self, words: Iterable[bytes]) -> int:
        return reduce(or_, map(self._begun.__getitem__, words), 0)


def names_of(bits: int) -> str:
    """Return the beginnings that bits stand for, side by side."""
    return " ".join(one for place, one in enumerate(_ORDERED) if bits >> place & 1)


class LackingTable:
    """The writing side of the table; inside a transaction of the caller.

    Args:
        table: another one than the one that answers, to be filled beside it.
    """

    def __init__(self, database: Database, tokeniser: Tokeniser, table: str = TABLE) -> None:
        self._database = database
        self._lacking = Lacking(tokeniser)
        self._table = table

    def add(self, keys: Iterable[int]) -> None:
        """Note what papers lack, as they stand in their table."""
        self._write(self._lacks(self._stored(keys)))

    def forget(self, keys: Iterable[int]) -> None:
        """Forget what papers lack, as they stand in their table."""
        self.erase(self._stored(keys))

    def erase(self, papers: Sequence[Sequence[Any]]) -> None:
        """Forget what papers lack, given by key and the four texts that they were noted with."""
        self._erase(self._lacks(papers))

    def reword(self, takeaways: Mapping[int, str]) -> None:
        """Note what papers lack with new takeaways by key, before those stand in the table of papers.

        Papers that wait for the index are left out.
        """
        stored = self._stored(takeaways, "AND id NOT IN (SELECT id FROM unindexed)")
        bare = self._lacking.of((title, authors, abstract) for _, title, _, authors, abstract in stored)
        old = self._lacking.of((row[2],) for row in stored)
        new = self._lacking.of((takeaways[row[0]],) for row in stored)
        changed = [
            (row[0], lacks & before, lacks & after)
            for row, lacks, before, after in zip(stored, bare, old, new, strict=True)
            if lacks & before != lacks & after
        ]
        self._erase((key, before) for key, before, _ in changed)
        self._write((key, after) for key, _, after in changed)

    def _stored(self, keys: Iterable[int], further: str = "") -> list[Row]:
        question = f"SELECT id, {COLUMNS} FROM papers WHERE id IN (SELECT value FROM json_each(?)) {further}"
        return self._database.rows(f"{question} ORDER BY id", (in_json(keys),))

    def _lacks(self, papers: Sequence[Sequence[Any]]) -> Iterator[tuple[int, int]]:
        lacking = self._lacking.of(texts for _, *texts in papers)
        return ((row[0], lacks) for row, lacks in zip(papers, lacking, strict=True))

    def _write(self, lacking: Iterable[tuple[int, int]]) -> None:
        self._run("(rowid, beginnings) SELECT CAST(key AS INTEGER), value", lacking)

    def _erase(self, lacking: Iterable[tuple[int, int]]) -> None:
        deleted = f"({self._table}, rowid, beginnings) SELECT 'delete', CAST(key AS INTEGER), value"
        self._run(deleted, lacking)

    def _run(self, into: str, lacking: Iterable[tuple[int, int]]) -> None:
        # One statement for all: FTS5 writes out what it holds at the start of each.
        papers = {key: names_of(lacks) for key, lacks in lacking if lacks}
        if papers:
            self._database.run(f"INSERT INTO {self._table} {into} FROM json_each(?)", (json.dumps(papers),))


def note_lacking(database: Database, above: int, last: int) -> None:
    """Note what the papers in the index lack whose key is above the first and not above the second."""
    question = "SELECT id FROM papers WHERE id > ? AND id <= ? AND id NOT IN (SELECT id FROM unindexed)"
    with closing(Tokeniser()) as tokeniser:
        LackingTable(database, tokeniser).add(key for (key,) in database.rows(question, (above, last)))
