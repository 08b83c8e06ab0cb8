"""Phrases whose last word is only begun, answered without gathering every word that begins so.

The index answers `"chain of t` by merging the places of all words with t, seconds at a million papers. But a
phrase mostly goes on in the same few words. Those are asked for as they are, and of the papers that are left
with "chain of" the texts are read, where they are few.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from radar.library.database.connection import Database, Row
from radar.library.index.words import COLUMNS, Tokeniser
from radar.library.search.asked import Ask
from radar.library.search.conditions import Holds, Lacks
from radar.library.search.packing import packed
from radar.library.search.question import Question
from radar.library.search.wanted import OpenPhrase, Wanted
from radar.papers.bases import Mutable, Value, field, replace
from radar.papers.reader.query import Order, PaperQuery

_SAMPLE = 200
"""Papers of each end of the library whose texts tell how a phrase goes on."""
_SLICE = 500
"""Texts read at once, some milliseconds."""
_SHARE = 0.01
"""Of the sampled papers that hold the phrase: an ending that fewer of those left hold is not asked for."""
_MOST_ENDINGS = 6
_READ_FOR = 60
"""Papers that hold a word that begins so which the index merges while one text is read."""
_READ_FOR_SHORT = 1_000
"""The same in a column of short texts, of which the index leaves out most of what it merges."""
_COLUMN_NAMES = COLUMNS.split(", ")
_BORDER = " || x'ff' || "
"""Between texts: a byte that no text holds."""
_PLAIN = bytes([*range(128), 0xFF])
_BETWEEN, _LETTER = r"[\x00-/:-@[-`{-\x7f]+", r"[a-z0-9\x80-\xfe]"
"""Of texts as `Signs` read them."""


class Signs:
    """Puts texts into the letters of the index, which reads each sign by itself."""

    def __init__(self, tokeniser: Tokeniser) -> None:
        self._tokeniser = tokeniser
        self._read_as: dict[str, bytes] = {}
        """Signs that are not ASCII, each as a letter of the index, as nothing or as a space."""

    def read(self, text: bytes) -> bytes:
        """Return a text with the letters of the index in lower case; other signs of ASCII stay."""
        signs = set(text.translate(None, _PLAIN).decode(errors="replace"))
        if unknown := signs.difference(self._read_as):
            self._learn(sorted(unknown))
        for sign in signs:
            text = text.replace(sign.encode(), self._read_as[sign])
        return text.lower()

    def _learn(self, signs: Sequence[str]) -> None:
        split = self._tokeniser.tokens([f"a{sign}b" for sign in signs])
        for sign, words in zip(signs, split, strict=True):
            self._read_as[sign] = words[0][1:-1].encode() if len(words) == 1 else b" "


class Endings:
    """Tells the words that a phrase goes on in, by the texts of papers; to be used from one thread."""

    def __init__(self, phrase: OpenPhrase, signs: Signs) -> None:
        self._signs = signs
        columns = [name for name in _COLUMN_NAMES if phrase.column in ("", name)]
        self.texts = f"CAST({_BORDER.join(columns)} AS BLOB)"
        """The texts that are looked at, as an expression on a row of papers."""
        first, *others = phrase.before
        words = _BETWEEN.join(["", *others, f"({phrase.last}{_LETTER}*)"])
        # It begins with a word, which is quick.
        self._following = re.compile(f"{first}(?<!{_LETTER}{first})(?={words})".encode())

    def of(self, papers: Iterable[Row]) -> list[list[str]]:
        """Return the words that the phrase goes on in, of each paper that is given by key and `texts`."""
        read, following = self._signs.read, self._following.findall
        return [[word.decode(errors="replace") for word in following(read(text))] for _, text in papers]


def usual(endings: Sequence[Sequence[str]]) -> list[str]:
    """Return the few words that a phrase mostly goes on in.

    Args:
        endings: of each of some papers with the phrase, in which it may go on otherwise altogether.
    """
    chosen: list[str] = []
    left = [one for one in endings if one]
    least = max(_SHARE * len(endings), 1)
    while left and len(chosen) < _MOST_ENDINGS:
        word, papers = Counter(word for one in left for word in set(one)).most_common(1)[0]
        if papers < least:
            break
        chosen.append(word)
        left = [one for one in left if word not in one]
    return chosen


def only_one(match: str, phrases: Sequence[OpenPhrase]) -> OpenPhrase | None:
    """Return the one phrase of some if it stands once in a MATCH expression and is spelt in ASCII."""
    if len(phrases) != 1 or match.count(phrases[0].asked) != 1:
        return None
    return phrases[0] if all(map(str.isascii, (*phrases[0].before, phrases[0].last))) else None


def going_on(wanted: Wanted, phrase: OpenPhrase, words: Sequence[str] = ()) -> Wanted:
    """Return what is wanted with any of some words in the place of the last one, or with nothing there."""
    instead = _asked(phrase, words)

    def put(match: str) -> str:
        return match.replace(phrase.asked, instead)

    without = tuple(
        replace(one, but=put(one.but)) if isinstance(one, Lacks) else one for one in wanted.without
    )
    return replace(wanted, exact=put(wanted.exact), rest=put(wanted.rest), without=without, phrase=None)


def _asked(phrase: OpenPhrase, words: Sequence[str]) -> str:
    before = " ".join(phrase.before)
    asked = " OR ".join(f'"{before} {word}"' for word in words) or f'"{before}"'
    return f"{phrase.column} : ({asked})" if phrase.column else f"({asked})"


class Told(Value):
    """What says the same as a question with a phrase whose last word is only begun."""

    usual: Question
    """The question with the words that the phrase mostly goes on in."""
    further: array[int]
    """The keys of the other papers that pass."""
    every: Question
    """The question with nothing in the place of the last word."""
    others: int
    """How many papers pass that, but not the usual one."""

    def count(self) -> Ask:
        """How many papers pass; one row.

        All with the words before are counted in a part of the time that those take which go on as usual.
        """
        every = self.every.count()
        left_out = self.others - len(self.further)
        return Ask(f"SELECT ({every.sql}) - {left_out}", every.values)


class _Left(Mutable):
    """Papers that hold what stands before the last word of a phrase, but none of the words that it mostly
    goes on in, and what is known of them by their texts.

    The next letter seldom makes them others, and whoever types it does not wait until all of them are read.
    """

    asked: tuple[Ask, int]
    """What gives their keys, and the state of the library."""
    last: str
    """What the words that were looked for begin with."""
    keys: array[int]
    read: int = 0
    """How many of them are read."""
    held: list[tuple[int, list[str]]] = field(default_factory=list)
    """Of those that are, and are there still: key, and the words that the phrase goes on in."""

    def narrow(self, last: str) -> None:
        """Forget the words that do not begin as the last one does now."""
        if last != self.last:
            self.last = last
            kept = ((key, [word for word in words if word.startswith(last)]) for key, words in self.held)
            self.held = [(key, words) for key, words in kept if words]


class Phrases:
    """Answers such questions for one reader, and keeps the last answer until the library changes."""

    def __init__(self, database: Database, tokeniser: Tokeniser) -> None:
        self._database = database
        self._signs = Signs(tokeniser)
        self._last: tuple[PaperQuery, Wanted, int] | None = None
        self._told: Told | None = None
        self._read: _Left | None = None

    def told(self, query: PaperQuery, wanted: Wanted) -> Told | None:
        """Return what says the same, for any order; None where the index is as quick by itself."""
        phrase = wanted.phrase
        if phrase is None:
            return None
        asked = (replace(query, order=Order.NEWEST), wanted, self._database.data_version())
        if asked != self._last:
            self._told = self._find(asked[0], wanted, phrase)
            self._last = asked
        return self._told and replace(self._told, usual=Question(query, self._told.usual.wanted))

    def _find(self, query: PaperQuery, wanted: Wanted, phrase: OpenPhrase) -> Told | None:
        every = going_on(wanted, phrase)
        endings = Endings(phrase, self._signs)
        sample = self._sample(query, every)
        words = usual(endings.of(self._texts(sample, endings)))
        most = phrase.places // (_READ_FOR if phrase.column in ("", "abstract") else _READ_FOR_SHORT)
        if not words:
            return None
        known = Holds(_asked(phrase, words))
        others = replace(every, without=(*every.without, known), rest=every.found)
        left = self._left(Question(query, others).all(), phrase.last, most)
        if left is None:
            return None
        while left.read < len(left.keys):
            texts = self._texts(left.keys[left.read : left.read + _SLICE], endings)
            found = zip(texts, endings.of(texts), strict=True)
            left.held += [(row[0], words_there) for row, words_there in found if words_there]
            left.read += _SLICE
        further = array("q", (key for key, _words in left.held))
        every_one = Question(query, every)
        return Told(Question(query, going_on(wanted, phrase, words)), further, every_one, len(left.keys))

    def _left(self, ask: Ask, last: str, most: int) -> _Left | None:
        """Return the papers whose texts tell how the phrase goes on in them, with those that a question for
        fewer letters has read of them; None where more are to be read."""
        asked = (ask, self._database.data_version())
        if self._read is None or self._read.asked != asked or not last.startswith(self._read.last):
            keys = packed(self._database, Ask(f"SELECT id FROM ({ask.sql}) LIMIT {most + 1}", ask.values))
            if len(keys) > most:
                return None
            self._read = _Left(asked, last, keys)
        self._read.narrow(last)
        return self._read if len(self._read.keys) - self._read.read <= most else None

    def _sample(self, query: PaperQuery, every: Wanted) -> list[int]:
        found: dict[int, None] = {}
        for order in (Order.NEWEST, Order.OLDEST):
            ask = Question(replace(query, order=order), every).all()
            keys = self._database.rows(f"SELECT id FROM ({ask.sql}) LIMIT {_SAMPLE}", ask.values)
            found.update((key, None) for (key,) in keys)
        return list(found)

    def _texts(self, keys: Sequence[int], endings: Endings) -> list[Row]:
        ask = Question(PaperQuery(), Wanted()).texts_of(keys, endings.texts)
        return self._database.rows(ask.sql, ask.values)
