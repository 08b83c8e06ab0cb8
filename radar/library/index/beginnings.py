"""Which common beginnings of words each paper lacks, so that a word of a few letters is answered exactly.

The index of words answers a beginning by merging every word that begins so, in one column as slowly as in
all: two seconds for "m" at a million papers. What most papers hold is told quicker by the papers that lack
it, which the table `lacking` keeps: some thirty-six beginnings a paper, a byte each.

A paper lacks what none of its words begins with, by the words that the index of words would find in it. So
the table follows from the texts alone, and is written wherever that index is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache, reduce
from itertools import filterfalse
from operator import itemgetter, or_
from types import MappingProxyType
from typing import Any

from radar.library.database.connection import Database, Row
from radar.library.index.words import COLUMNS, Tokeniser
from radar.library.records.rows import in_json
from radar.papers.text.json_text import compact_json
from radar.papers.text.safe_text import SEPARATED

_SPELT = (
    "a b c d e f g h i j k l m n o p q r s t u v w y z ac ad al an ar as ba be ca ch co da de di en ex fi fo "
    "fr fu ge im in is la le li ma me mo ne no of on ou pa pe po pr re sc se sh si sp st su te th to tr un "
    "we wh wi and com con exp for gen int met mod pre pro res tha the thi tra wit comp data gene inte mode "
    "that with gener model genera"
)
COMMON = frozenset(_SPELT.split())
"""The beginnings that are kept of all texts together. A change takes a migration that makes the table anew.

Those that the index merges in more than 0.15 s at a million papers of arXiv, and few cheaper ones that nearly
every paper holds. In a library of another language they are as right, but of less use and larger.
"""
TITLE = frozenset("acdefilmoprst")
"""Those that are kept of titles, which take the index more than 0.3 s; likewise below."""
AUTHORS = frozenset("abcdlmpst")
"""Those that are kept of names."""
ABSTRACT = COMMON.difference(("j", "k", "q", "y", "z", "ch", "li", "sh"))
"""Those that are kept of abstracts: all but those that are cheap there and that many names begin with."""
TABLE = "lacking"
DEFINITION = "fts5 (beginnings, content = '', detail = 'none', columnsize = 0)"
"""Of the table: a beginning leads to the papers that lack it, and nothing else is kept of them.

A beginning stands for all texts together, and behind the number of a column for that column: "1m" leads to
the papers without an "m" in their titles. Of abstracts only those papers are kept that hold the beginning
elsewhere, for those that lack it altogether stand under the beginning itself.
"""
_IN_COLUMN: Mapping[str, tuple[frozenset[str], str]] = MappingProxyType(
    {
        "": (COMMON, '"{0}"'),
        "title": (TITLE, '"1{0}"'),
        "authors": (AUTHORS, '"3{0}"'),
        "abstract": (ABSTRACT, '("{0}" OR "4{0}")'),
    }
)
"""By column, or none: what is kept, and what leads to the papers that lack it."""

_ORDER = sorted(COMMON)
_SHIFT = len(_ORDER)
_NAMED = (
    *_ORDER,
    *(f"4{one}" for one in _ORDER),
    *(f"1{one}" for one in sorted(TITLE)),
    *(f"3{one}" for one in sorted(AUTHORS)),
)
"""What the bits of `Lacks` stand for, spelt as in DEFINITION."""
_BIT = {one: 1 << place for place, one in enumerate(_NAMED)}


def _all_of(prefix: str, beginnings: Iterable[str]) -> int:
    return reduce(or_, (_BIT[prefix + one] for one in beginnings))


_ANYWHERE, _ABSTRACT = _all_of("", COMMON), _all_of("4", ABSTRACT)
_TITLE, _AUTHORS = _all_of("1", TITLE), _all_of("3", AUTHORS)
_BYTES = (len(_NAMED) + 7) // 8
_HELD = {
    one: reduce(
        or_,
        (
            _BIT.get(begun, 0)
            for begun in ("1" + one[:1], "3" + one[:1], *(one[:length] for length in range(1, len(one) + 1)))
        ),
    )
    for one in ("", *_ORDER)
    if len(one) <= 4
}
"""By the longest kept beginning of at most four letters, which bits a word has; empty where there is none."""
_LONGER = tuple((_BIT[one], _BIT[one[:4]], f" {one}".encode()) for one in _ORDER if len(one) > 4)
"""The longer ones: their bits, those of what they go on from, and how they stand in a text."""
_REMEMBERED = 1 << 15
"""Words that are remembered, and as many that are not ASCII: nearly all that are frequent."""

Lacks = int
"""What the table holds of a paper: the beginnings that it lacks, a bit for each; `spelt` tells which."""


def lacking(word: str, column: str = "") -> str:
    """Return what leads in the table to the papers that hold no word that begins so, empty if nothing does.

    Args:
        column: the column of the index that they lack it in; empty for all of them.
    """
    kept, leads = _IN_COLUMN.get(column, (frozenset(), ""))
    return leads.format(word) if word in kept else ""


class _Begun(dict[bytes, str]):
    """Tells of a word the longest beginning of at most four letters that is kept, empty if none is.

    By the word as it is: to cut its first letters off each time takes longer than to learn more words.
    """

    def __missing__(self, word: bytes) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        start = word[:4].decode(errors="replace")
        kept = (start[:length] for length in range(len(start), 0, -1) if start[:length] in _HELD)
        longest = self[word] = next(kept, "")
        return longest


class Lacking:
    """Tells which common beginnings papers lack."""

    def __init__(self, tokeniser: Tokeniser) -> None:
        self._tokeniser = tokeniser
        self._begun = _Begun().__getitem__
        self._odd: dict[bytes, int] = {}
        """The bits of words that are not ASCII, as the index knows them."""

    def of(self, papers: Iterable[Iterable[str]]) -> list[Lacks]:
        """Return the common beginnings that no word of each paper begins with, given by their four texts."""
        held: list[list[int]] = []
        odd: list[tuple[list[int], int, list[bytes]]] = []
        for texts in papers:
            bits: list[int] = []
            for place, text in enumerate(_spelt_out(texts)):
                words = text.split()
                bits.append(self._bits_of(text, words))
                if not text.isascii():
                    odd.append((bits, place, list(filterfalse(bytes.isascii, words))))
            held.append(bits)
        self._learn({word for *_, words in odd for word in words})
        for bits, place, words in odd:
            bits[place] = reduce(or_, map(self._odd.__getitem__, words), bits[place])
        return [_lacks(*bits) for bits in held]

    def _bits_of(self, text: bytes, words: Iterable[bytes]) -> int:
        # A word costs next to nothing more than to be passed on: what they begin with is a hundred things.
        begun = reduce(or_, map(_HELD.__getitem__, set(map(self._begun, words))), 0)
        for bit, shorter, standing in _LONGER:
            if begun & shorter and standing in text:
                begun |= bit
        return begun

    def _learn(self, words: set[bytes]) -> None:
        """Ask the index what words begin with: other signs may be letters, accents or none of that."""
        if len(self._odd) >= _REMEMBERED:
            self._odd.clear()
        unknown = sorted(words.difference(self._odd))
        if not unknown:
            return
        tokens = self._tokeniser.tokens([word.decode() for word in unknown])
        for word, parts in zip(unknown, tokens, strict=True):
            text = f" {' '.join(parts)}".encode()
            self._odd[word] = self._bits_of(text, text.split())


def _spelt_out(texts: Iterable[str]) -> Sequence[bytes]:
    """Return the words of the four texts of a paper, each behind a space; signs that may be letters stay."""
    title, takeaway, authors, abstract = (f" {text}".encode().translate(SEPARATED) for text in texts)
    # Most takeaways stand in the abstract word by word: what they begin with, that begins with as well.
    return title, b"" if takeaway in abstract else takeaway, authors, abstract


def _lacks(title: int, takeaway: int, authors: int, abstract: int) -> Lacks:
    elsewhere = title | takeaway | authors
    only_elsewhere = (elsewhere & ~abstract & _ANYWHERE) << _SHIFT & _ABSTRACT
    nowhere = _ANYWHERE & ~(elsewhere | abstract)
    return nowhere | only_elsewhere | (_TITLE & ~title) | (_AUTHORS & ~authors)


def spelt(lacks: Lacks) -> str:
    """Return the beginnings with a space between them."""
    return "".join(map(_spelt, range(_BYTES), lacks.to_bytes(_BYTES, "little"))).strip()


@cache
def _spelt(place: int, byte: int) -> str:
    named = _NAMED[8 * place : 8 * place + 8]
    return "".join(f" {one}" for shift, one in enumerate(named) if byte >> shift & 1)


def _holds(row: Row, beginnings: Lacks) -> bool:
    """Return whether the texts of a paper but for the takeaway surely hold words that begin so."""
    _, title, _, authors, abstract = row
    text = f" {title} {authors} {abstract}".encode().translate(SEPARATED)
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
        old = self._lacking.of(("", row[2], "", "") for row in stored)
        new = self._lacking.of(("", takeaways[row[0]], "", "") for row in stored)
        # Of nearly all papers the other texts hold what comes or goes, anywhere and in the abstract alone.
        changed = [
            row
            for row, before, after in zip(stored, old, new, strict=True)
            if not _holds(row, (before ^ after) & _ANYWHERE)
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
        goes, comes = ([(key, spelt(lacks)) for key, lacks in lacking if lacks] for lacking in (gone, come))
        # All in one statement and by rising key: FTS5 writes out what it holds at the start of each, and at
        # each key lower than the last.
        if goes:
            rows = [(key, 0, "delete", told) for key, told in goes] + [
                (key, 1, None, told) for key, told in comes
            ]
            rows.sort(key=itemgetter(0, 1))
            fields = ", ".join(f"json_extract(value, '$[{place}]')" for place in (2, 0, 3))
            into = f"{self._table} ({self._table}, rowid, beginnings)"
            self._database.run(f"INSERT INTO {into} SELECT {fields} FROM json_each(?)", (compact_json(rows),))
        elif comes:
            # Keys with what belongs to them are opened in half the time of rows.
            self._database.run(
                f"INSERT INTO {self._table} (rowid, beginnings) "
                "SELECT CAST(key AS INTEGER), value FROM json_each(?)",
                (compact_json(dict(sorted(comes))),),
            )


def note_lacking(database: Database, above: int, last: int) -> None:
    """Note what the papers in the index lack whose key is above the first and not above the second."""
    question = "SELECT id FROM papers WHERE id > ? AND id <= ? AND id NOT IN (SELECT id FROM unindexed)"
    with closing(Tokeniser()) as tokeniser:
        LackingTable(database, tokeniser).add(key for (key,) in database.rows(question, (above, last)))
