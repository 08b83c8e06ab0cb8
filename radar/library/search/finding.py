"""Finding papers: the first screenful within a bound of work, all keys exactly, and how many they are."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from radar import library
from radar.library.database.connection import Database
from radar.library.records.rows import papers_counted
from radar.library.search.asked import Ask
from radar.library.search.bounded import RANKED
from radar.library.search.packing import in_parts, packed
from radar.library.search.question import Few, Question
from radar.library.search.wanted import Wanted
from radar.papers.bases import replace
from radar.papers.reader.query import Order, PaperQuery

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from radar.library.closeness.close_order import CloseOrder
    from radar.library.search.phrases import Phrases, Told
    from radar.library.search.searcher import Searcher

_FEW_ENOUGH = 100
"""Where a way takes so few papers, no other way is counted."""
_LONG_ENOUGH, _LONG_IN_PHRASE = 2, 3
"""Letters from which an unfinished word is counted before its papers are read, alone and in a phrase."""


class Finding:
    """Answers which papers pass a question.

    Args:
        path: of the library; what was worked out of its starred papers is kept for all that read it.
        since: gives when the reader last looked.
        part: keys asked for at once.
    """

    def __init__(
        self, database: Database, path: Path, since: Callable[[], datetime | None], part: int
    ) -> None:
        self._database = database
        self._since = since
        self._part = part
        self._path = path

    def close(self) -> None:
        """Give back what was made beside the connection."""
        if "_searcher" in self.__dict__:
            self._searcher.close()
        if "closeness" in self.__dict__:
            self.closeness.close()

    @cached_property
    def _searcher(self) -> Searcher:
        return library.searcher.Searcher(self._database)

    @cached_property
    def _phrases(self) -> Phrases:
        return library.phrases.Phrases(self._database, self._searcher.tokeniser)

    @cached_property
    def closeness(self) -> CloseOrder:
        """The order by closeness to what is starred."""
        return library.close_order.CloseOrder(self._database, library.profiles.kept_for(self._path))

    def first(self, query: PaperQuery, limit: int = 60) -> array[int]:
        """Return the keys of the first screenful, within a bound of work that does not grow with the library.

        With a search, orders other than by day look at the newest few thousand hits only, and a filter that
        few of many hits pass may give fewer than there are; `keys` gives the exact answer. Of a phrase of
        nothing but frequent words only the newest two thousand papers with those words are looked at, and
        best match ranks them by the words apart. By closeness it is the beginning of the exact order once any
        reader of this process has worked that out for the stars and papers that there are, and else made of
        the newest hits of the most telling words.
        """
        if query.order is Order.CLOSE:
            return self._closest(query, limit)
        question = self._question(query, bounded=True)
        if question.quickly_ranked:
            by = self._ranked_by(question, exact=False)
            boundary = self._boundary(question, exact=False)
            found = self._database.rows(*_bound(question.best(boundary, by, exact=False, limit=limit)))
        else:
            few = self._few(question)
            if few is not None:
                return few[:limit]
            told = self._told_by_lacks(question, limit)
            if told is not None:
                return told
            found = self._database.rows(*_bound(question.some(limit)))
        return self._wanted(question, array("q", (key for (key,) in found)))

    def keys(self, query: PaperQuery) -> array[int]:
        """Return the keys of all papers that pass, in display order."""
        if query.order is Order.CLOSE:
            return self.closeness.all(self.keys(replace(query, order=Order.NEWEST)))
        question = self._question(query)
        if not question.ranked:
            few = None if question.guesses else self._few(question)
            if few is None:
                few = self._covered(query, question)
            if few is None:
                few = self._told_keys(query, question)
            return in_parts(self._database, question, self._part) if few is None else few
        by = self._ranked_by(question, exact=True)
        boundary = self._boundary(question, exact=True)
        keys = packed(self._database, question.best(boundary, by, exact=True))
        if boundary:
            keys.extend(packed(self._database, question.rest(boundary)))
        return keys

    def size(self, query: PaperQuery) -> int | None:
        """Return how many papers pass, where to count them takes much less than to read their keys.

        None where the keys come as fast: in a small library, of few papers, and of an unfinished word of a
        letter, or two in a phrase, that the index gathers.
        """
        papers = papers_counted(self._database)
        if papers <= self._part or not query.filters:
            return None if papers <= self._part else papers
        question = self._question(replace(query, order=Order.NEWEST))
        counted = self._fewest(question)
        if counted is not None and question.few(counted[0]) and not question.guesses:
            return None
        told = self._told(query, question)
        if told is not None:
            return int(self._database.value(*_bound(told.count())))
        least = _LONG_IN_PHRASE if question.open_phrase else _LONG_ENOUGH
        if question.prefix and len(query.text.split()[-1]) < least:
            return None
        return int(self._database.value(*_bound(question.count())))

    def without(self, query: PaperQuery) -> tuple[tuple[str, int], ...]:
        """Return the filters and parts of the text that are worth dropping, and how many papers pass then."""
        found = []
        for name, wider in library.dropping.dropped(query, date.today()):
            number = self._count(wider)
            if number:
                found.append((name, number))
        return tuple(found)

    def passing(self, query: PaperQuery, keys: Sequence[int]) -> tuple[int, ...]:
        """Return which of some papers that passed a question still do; their words are not read again."""
        return tuple(key for (key,) in self._database.rows(*_bound(self._question(query).among(keys))))

    def unknown(self, query: PaperQuery) -> tuple[str, ...]:
        """Say which tags, sources, categories, ids and days of a question no paper has."""
        named = library.unknown_names.names_in(query, date.today())
        return tuple(dict.fromkeys(name for name, alone in named if not self._count(alone)))

    def _question(self, query: PaperQuery, *, bounded: bool = False) -> Question:
        if not query.text:
            return Question(query, Wanted())
        from radar.papers.search.parsing import parse

        search = parse(query.text, date.today())
        return Question(query, self._searcher.wanted(search, self._since(), bounded=bounded))

    def _closest(self, query: PaperQuery, limit: int) -> array[int]:
        by_day = replace(query, order=Order.NEWEST)
        question = self._question(by_day)
        pool = self._few(question)
        if pool is None and question.match:
            pool = array("q", (key for (key,) in self._database.rows(*_bound(question.some(RANKED)))))

        def among(keys: Sequence[int]) -> list[int]:
            return [key for (key,) in self._database.rows(*_bound(question.among(keys)))]

        found = self.closeness.first(limit, pool, among, lambda count: self.first(by_day, count))
        return self._wanted(question, found)

    def _told_by_lacks(self, question: Question, limit: int) -> array[int] | None:
        """Return the first papers without those that lack a common beginning of words, if they are enough.

        Each of the hundred words that may begin so costs as much as all that lack them.
        """
        if not question.told_by_lacks:
            return None
        last = self._database.value(*_bound(question.reach()))
        near = question if last is None else question.down_to(last)
        found = self._database.rows(*_bound(near.beginning(limit)))
        return array("q", (key for (key,) in found)) if last is None or len(found) == limit else None

    def _wanted(self, question: Question, found: array[int]) -> array[int]:
        """Return those papers of a screenful that hold no unwanted word, of which the bounded look knows the
        most frequent endings only."""
        if not question.wanted.unwanted or not found:
            return found
        texts = self._database.rows(*_bound(question.texts_of(found)))
        unwanted = frozenset(self._searcher.matching(texts, question.wanted.unwanted))
        return array("q", (key for key in found if key not in unwanted))

    def _few(self, question: Question) -> array[int] | None:
        """Return the exact answer where few papers pass the filters, else None.

        Their texts are searched then: in the index of all papers a rare filter beside a frequent word would
        mean a look at every paper with that word.
        """
        counted = self._fewest(question)
        if counted is None or not question.few(counted[0]):
            return None
        way = counted[1]
        if not question.match:
            return self._wanted(question, packed(self._database, question.taken(way)))
        papers = self._database.rows(*_bound(question.texts(way)))
        return packed(self._database, question.sorted(self._searcher.matching(papers, question.match)))

    def _fewest(self, question: Question) -> tuple[int, Few] | None:
        """Return the way in which the fewest papers may be taken, and how many, up to a bound, they are."""
        counted: list[tuple[int, Few]] = []
        for way in question.few_ways():
            counted.append((int(self._database.value(*_bound(way.count))), way))
            if counted[-1][0] <= _FEW_ENOUGH:
                break
        return min(counted, key=lambda one: one[0]) if counted else None

    def _ranked_by(self, question: Question, *, exact: bool) -> str:
        """Return what the best match goes by."""
        match = library.everyday.without_endings(question.words(exact=exact))
        return library.everyday.without_everyday_words(self._database, match)

    def _covered(self, query: PaperQuery, question: Question) -> array[int] | None:
        """Return the exact answer where nearly every paper holds a word that begins as the last one does."""
        if question.wanted.unfinished is None or question.wanted.without or not question.by_day:
            return None
        word, others = question.wanted.unfinished
        cover = self._searcher.completions.covering(word)
        if not cover:
            return None
        covered = f"({others}) AND {cover}" if others else cover
        found = packed(self._database, Question(query, replace(question.wanted, exact=covered)).all())
        every = packed(self._database, Question(query, replace(question.wanted, exact=others)).all())
        left = library.covering.left_over(every, found)
        if left is None:
            return None
        texts = self._database.rows(*_bound(question.texts_of(left)))
        further = self._searcher.matching(texts, question.match)
        library.covering.put_in(found, further, rising=query.order is Order.OLDEST)
        return found

    def _told(self, query: PaperQuery, question: Question) -> Told | None:
        """Return what says the same as a question with a phrase whose last word is only begun."""
        return None if question.wanted.phrase is None else self._phrases.told(query, question.wanted)

    def _told_keys(self, query: PaperQuery, question: Question) -> array[int] | None:
        """Return the exact answer to such a question where papers come by day."""
        told = self._told(query, question) if question.by_day else None
        if told is None:
            return None
        found = in_parts(self._database, told.usual, self._part)
        library.covering.put_in(found, told.further, rising=query.order is Order.OLDEST)
        return found

    def _boundary(self, question: Question, *, exact: bool) -> int:
        return int(self._database.value(*_bound(question.boundary(exact=exact))) or 0)

    def _count(self, query: PaperQuery) -> int:
        return int(self._database.value(*_bound(self._question(query).count())))


def _bound(ask: Ask) -> tuple[str, tuple[object, ...]]:
    return ask.sql, ask.values
