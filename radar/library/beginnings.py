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
from functools import cache, reduce
from operator import itemgetter, or_
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

Those that a word of more than eight papers in ten begins with, among 25,000 of arXiv's; what is rarer the
index merges in a fifth of a second at a million papers. In a library of another language they are as right,
but of less use and larger.
"""
TABLE = "lacking"
DEFINITION = "fts5 (beginnings, content = '', detail = 'none', columnsize = 0)"
"""Of the table: a beginning leads to the papers that lack it, and nothing else is kept of them."""

_SEPARATED = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)
) + bytes(range(128, 256))
"""Of ASCII, letters and digits make words, and case is nothing; all else is left as it is."""
_ORDER = sorted(one.encode() for one in COMMON)
_BITS = {one: 1 << place for place, one in enumerate(_ORDER)}
_ALL = (1 << len(_ORDER)) - 1
_BYTES = (len(_ORDER) + 7) // 8
_LONG = tuple((bit, _BITS[one[:-1]], b" " + one) for one, bit in _BITS.items() if len(one) > 3)
"""The longer ones: their bits, those of what they go on from, and how they stand in a text."""
_THREE = itemgetter(slice(3))
_REMEMBERED = 1 << 13
"""Beginnings of words, and words that are not ASCII, that are remembered: more than are frequent."""

Lacks = int
"""Common beginnings that a paper lacks, a bit for each; `spelt` tells which."""


class _Begun(dict[bytes, int]):
    """Tells of the first three letters of a word the bits of what it begins with."""

    def __missing__(self, start: bytes) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        bits = self[start] = reduce(or_, (_BITS.get(start[:length], 0) for length in (1, 2, 3)))
        return bits


class Lacking:
    """Finds out what papers lack; to be used from one thread."""

    def __init__(self, tokeniser: Tokeniser) -> None:
        self._tokeniser = tokeniser
        self._begun = _Begun().__getitem__
        self._odd: dict[bytes, int] = {}
        """The bits of words that are not ASCII, as the index knows them."""

    def of(self, papers: Iterable[Iterable[str]]) -> list[Lacks]:
        """Return the common beginnings that no word in the texts of each paper begins with."""
        found: list[Lacks] = []
        odd: dict[int, list[bytes]] = {}
        for place, texts in enumerate(papers):
            text = f" {' '.join(texts)}".encode().translate(_SEPARATED)
            words = text.split()
            found.append(_ALL & ~self._bits_of(text, words))
            if not text.isascii():
                odd[place] = [word for word in words if not word.isascii()]
        if odd:
            self._learn({word for words in odd.values() for word in words})
        for place, words in odd.items():
            found[place] &= ~reduce(or_, map(self._odd.__getitem__, words))
        return found

    def _bits_of(self, text: bytes, words: Iterable[bytes]) -> int:
        begun = reduce(or_, map(self._begun, set(map(_THREE, words))), 0)
        for bit, shorter, standing in _LONG:
            if begun & shorter and standing in text:
                begun |= bit
        return begun

    def _learn(self, words: set[bytes]) -> None:
        """Ask the index what words begin with: other signs may be letters, accents or none of that."""
        if len(self._odd) >= _REMEMBERED:
            self._odd.clear()
        unknown = sorted(words.difference(self._odd))
        tokens = self._tokeniser.tokens([word.decode() for word in unknown])
        for word, parts in zip(unknown, tokens, strict=True):
            text = f" {' '.join(parts)}".encode()
            self._odd[word] = self._bits_of(text, text.split())


def spelt(lacks: Lacks) -> str:
    """Return the beginnings with a space between them."""
    return "".join(map(_spelt, range(_BYTES), lacks.to_bytes(_BYTES, "little"))).strip()


@cache
def _spelt(place: int, byte: int) -> str:
    named = _ORDER[8 * place : 8 * place + 8]
    return "".join(f" {one.decode()}" for shift, one in enumerate(named) if byte >> shift & 1)


def _holds(row: Row, beginnings: Lacks) -> bool:
    """Return whether the texts of a paper but for the takeaway surely hold words that begin so."""
    _, title, _, authors, abstract = row
    text = f" {title} {authors} {abstract}".encode().translate(_SEPARATED)
    return all(f" {one}".encode() in text for one in spelt(beginnings).split())


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
        self._run((), self._lacks(self._stored(keys)))

    def forget(self, keys: Iterable[int]) -> None:
        """Forget what papers lack, as they stand in their table."""
        self.erase(self._stored(keys))

    def erase(self, papers: Sequence[Sequence[Any]]) -> None:
        """Forget what papers lack, given by key and the four texts that they were noted with."""
        self._run(self._lacks(papers), ())

    def reword(self, takeaways: Mapping[int, str]) -> None:
        """Note what papers lack with new takeaways by key, before those stand in the table of papers.

        Papers that wait for the index are left out.
        """
        stored = self._stored(takeaways, "AND id NOT IN (SELECT id FROM unindexed)")
        old = self._lacking.of((row[2],) for row in stored)
        new = self._lacking.of((takeaways[row[0]],) for row in stored)
        # Of nearly all papers the other texts hold what comes or goes.
        changed = [
            row
            for row, before, after in zip(stored, old, new, strict=True)
            if not _holds(row, before ^ after)
        ]
        reworded = [(*row[:2], takeaways[row[0]], *row[3:]) for row in changed]
        self._run(self._lacks(changed), self._lacks(reworded))

    def _stored(self, keys: Iterable[int], further: str = "") -> list[Row]:
        question = f"SELECT id, {COLUMNS} FROM papers WHERE id IN (SELECT value FROM json_each(?)) {further}"
        return self._database.rows(f"{question} ORDER BY id", (in_json(keys),))

    def _lacks(self, papers: Sequence[Sequence[Any]]) -> Iterator[tuple[int, Lacks]]:
        lacking = self._lacking.of(texts for _, *texts in papers)
        return ((row[0], lacks) for row, lacks in zip(papers, lacking, strict=True))

    def _run(self, gone: Iterable[tuple[int, Lacks]], come: Iterable[tuple[int, Lacks]]) -> None:
        """Take from the table what papers lacked, and note what they lack."""
        rows: list[tuple[int, int, str | None, str]] = []
        for turn, (what, lacking) in enumerate((("delete", gone), (None, come))):
            rows += [(key, turn, what, spelt(lacks)) for key, lacks in lacking if lacks]
        if rows:
            # All in one statement and by rising key: FTS5 writes out what it holds at the start of each, and
            # at each key lower than the last.
            rows.sort(key=itemgetter(0, 1))
            fields = ", ".join(f"json_extract(value, '$[{place}]')" for place in (2, 0, 3))
            into = f"{self._table} ({self._table}, rowid, beginnings)"
            self._database.run(f"INSERT INTO {into} SELECT {fields} FROM json_each(?)", (json.dumps(rows),))


def note_lacking(database: Database, above: int, last: int) -> None:
    """Note what the papers in the index lack whose key is above the first and not above the second."""
    question = "SELECT id FROM papers WHERE id > ? AND id <= ? AND id NOT IN (SELECT id FROM unindexed)"
    with closing(Tokeniser()) as tokeniser:
        LackingTable(database, tokeniser).add(key for (key,) in database.rows(question, (above, last)))
