"""The reading side of the library: a connection that cannot write and never holds a read open."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from radar.library import bulk, identities
from radar.library.asked import Ask
from radar.library.bounded import RANKED
from radar.library.closeness import CloseOrder
from radar.library.connection import open_reader
from radar.library.covering import left_over, put_in
from radar.library.dropping import dropped
from radar.library.everyday import without_everyday_words
from radar.library.job_records import listed_jobs
from radar.library.packing import PART, in_parts, packed
from radar.library.profiles import kept_for
from radar.library.question import Few, Question
from radar.library.records import (
    PAPER_COLUMNS,
    ROW_COLUMNS,
    microseconds,
    moment,
    paper_from,
    row_from,
)
from radar.library.schema import check_readable
from radar.library.search import Searcher
from radar.library.summaries import kept_summaries
from radar.library.tags import tags_of
from radar.library.unread import nearest_unread, unread_among
from radar.library.watches import complete_until, watches_of, watches_shown
from radar.papers.closeness import Closeness
from radar.papers.job import Job
from radar.papers.listing import Listing
from radar.papers.paper import Paper
from radar.papers.query import Mark, Order, PaperEntry, PaperQuery, PaperRow
from radar.papers.search.parsing import parse
from radar.papers.summary import Reading
from radar.papers.watch import Watch

if TYPE_CHECKING:
    from radar.papers.spending import Payee, Spending, SpendingBy, Totals

_ROWS = 500
"""Rows asked for at once."""
_LONG_ENOUGH = 3
"""Letters from which an unfinished word is counted before its papers are read."""


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How many papers there are, and when the last came."""

    papers: int = 0
    new: int = 0
    """Added since the reader last looked, and not read."""
    unread: int = 0
    starred: int = 0
    with_code: int = 0
    latest: datetime | None = None
    """When a paper was last added."""


class LibraryReader:
    """Answers questions to the library; used from the thread that opened it."""

    def __init__(self, path: Path, *, part: int = PART) -> None:
        """Open the library; `part` keys are asked for at once."""
        self.path = path
        self._part = part
        self._database = open_reader(path)
        try:
            check_readable(self._database)
            looked = self._database.value("SELECT value FROM meta WHERE name = 'looked'")
        except BaseException:
            self._database.close()
            raise
        self.since: datetime | None = None if looked is None else moment(int(looked))
        """When the reader last looked; papers added later are new. None: never, so all are."""
        self.rows_since: datetime | None = None
        """What counts as new in rows, where that is another moment than `since`, as in a watch."""
        self._searcher = Searcher(self._database)
        self._closeness = CloseOrder(self._database, kept_for(path))

    @classmethod
    def open(cls, path: Path) -> LibraryReader:
        """Open the library for reading.

        Raises:
            LibraryError: there is none, it cannot be read, or its schema is not that of this program.
        """
        return cls(path)

    def first(self, query: PaperQuery, limit: int = 60) -> array[int]:
        """Return the keys of the first screenful, within a bound of work that does not grow with the library.

        With a search, orders other than by day look at the newest few thousand hits only, and a filter that
        few of many hits pass may give fewer than there are; `keys` gives the exact answer. By closeness it is
        the beginning of the exact order once any reader of this process has worked that out for the stars and
        papers that there are, and else made of the newest hits of the most telling words.
        """
        if query.order is Order.CLOSE:
            return self._closest(replace(query, order=Order.NEWEST), limit)
        question = self._question(query)
        if question.quickly_ranked:
            by = self._ranked_by(question, exact=False)
            boundary = self._boundary(question, exact=False)
            found = self._database.rows(*_bound(question.best(boundary, by, exact=False, limit=limit)))
        else:
            few = self._few(question)
            if few is not None:
                return few[:limit]
            found = self._database.rows(*_bound(question.some(limit)))
        return array("q", (key for (key,) in found))

    def keys(self, query: PaperQuery) -> array[int]:
        """Return the keys of all papers that pass, in display order."""
        if query.order is Order.CLOSE:
            return self._closeness.all(self.keys(replace(query, order=Order.NEWEST)))
        question = self._question(query)
        if not question.ranked:
            few = self._few(question)
            if few is None:
                few = self._covered(query, question)
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
        letter or two.
        """
        papers = int(self._database.value("SELECT papers FROM counts"))
        if papers <= self._part or not query.filters:
            return None if papers <= self._part else papers
        question = self._question(replace(query, order=Order.NEWEST))
        counted = self._fewest(question)
        if counted is not None and question.few(counted[0]):
            return None
        if question.prefix and len(query.text.split()[-1]) < _LONG_ENOUGH:
            return None
        ask = question.all()
        return int(self._database.value(f"SELECT count(*) FROM ({ask.sql})", ask.values))

    def rows(self, keys: Sequence[int]) -> tuple[PaperRow, ...]:
        """Return the rows of these papers in the order asked; keys without a paper are left out."""
        looked = self.rows_since or self.since
        since = -1 if looked is None else microseconds(looked)
        found: dict[int, PaperRow] = {}
        for start in range(0, len(keys), _ROWS):
            page = list(keys[start : start + _ROWS])
            marks = ",".join("?" * len(page))
            for row in self._database.rows(f"SELECT {ROW_COLUMNS} FROM papers WHERE id IN ({marks})", page):
                found[row[0]] = row_from(row, since)
        return tuple(found[key] for key in keys if key in found)

    def nearest_unread(self, key: int, *, older: bool) -> int | None:
        """Return the unread paper nearest to a key: itself, or the next one that is older, or newer."""
        return nearest_unread(self._database, key, older=older)

    def unread_among(self, keys: Sequence[int]) -> frozenset[int]:
        """Return which of some thousand papers at most are unread; no wide row is read for it."""
        return unread_among(self._database, keys)

    def entry(self, key: int) -> PaperEntry | None:
        """Return everything the library holds of one paper, or None."""
        row = self._database.row(
            f"SELECT shown, flags, added, error, {PAPER_COLUMNS} FROM papers WHERE id = ?", (key,)
        )
        if row is None:
            return None
        number, flags, added, error = row[:4]
        paper = paper_from(row[4:])
        summaries, numbers = kept_summaries(self._database, key, paper.id)
        return PaperEntry(
            key=key,
            paper=paper,
            summaries=summaries,
            shown=numbers.index(number) if number in numbers else 0,
            marks=Mark(flags & int(Mark.READ | Mark.STARRED)),
            tags=tags_of(self._database, key),
            origins=self._origins(key),
            added=moment(added),
            error=error,
        )

    def closeness(self, key: int) -> Closeness | None:
        """Return why a paper stands where it does in the order by closeness; None where nothing brings it
        near, it is starred itself, or nothing is starred."""
        return self._closeness.explained(key)

    def papers(self, keys: Sequence[int]) -> dict[int, Paper]:
        """Return the papers of some thousand keys at most, in their order; keys without one are left out."""

        return bulk.papers_of(self._database, keys)

    def readings(self, keys: Sequence[int], rules_version: int) -> dict[int, Reading]:
        """Return what the offline rules of that version read in papers; those of other rules are left out."""

        return bulk.readings_of(self._database, keys, rules_version)

    def summarised(
        self, keys: Sequence[int], summariser: str, model: str, prompt_digest: str
    ) -> frozenset[int]:
        """Return the keys of those papers that have a summary by this summariser, model and prompt."""

        return bulk.summarised_among(self._database, keys, summariser, model, prompt_digest)

    def key_of(self, paper_id: str) -> int | None:
        """Return the key of the paper that an id or a link names, in any form, or None."""

        return identities.key_of(self._database, paper_id)

    def counts(self) -> LibraryCounts:
        """Return how many papers there are; costs nothing but for those that are new and unread."""
        papers, unread, starred, with_code = self._database.rows(
            "SELECT papers, unread, starred, with_code FROM counts"
        )[0]
        latest = self._database.value("SELECT max(added) FROM papers")
        new = unread
        if self.since is not None:
            new = self._database.value(
                "SELECT count(*) FROM papers INDEXED BY i_new WHERE added > ? AND (flags & 1) = 0",
                (microseconds(self.since),),
            )
        return LibraryCounts(
            papers, new, unread, starred, with_code, None if latest is None else moment(latest)
        )

    def outdated(self, rules_version: int) -> int:
        """Return how many papers older rules than these have read; it costs what there is to count."""
        question = "SELECT count(*) FROM readings INDEXED BY i_rules WHERE rules_version < ?"
        return int(self._database.value(question, (rules_version,)))

    def without(self, query: PaperQuery) -> tuple[tuple[str, int], ...]:
        """Return the filters and parts of the text that are worth dropping, and how many papers pass then."""
        found = []
        for name, wider in dropped(query, date.today()):
            number = self._count(wider)
            if number:
                found.append((name, number))
        return tuple(found)

    def watches(self) -> tuple[Watch, ...]:
        """Return the watches in the reader's order; LibraryError where one cannot be understood."""
        return watches_of(self._database)

    def watches_shown(self) -> bool:
        """Return whether the reader wants the watches on screen."""
        return watches_shown(self._database)

    def complete_until(self, query: PaperQuery) -> datetime | None:
        """Return the moment up to which an answer, asked after this, misses no paper; None if it is open."""
        return complete_until(self._database, query)

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        return self._database.data_version()

    def jobs(self, limit: int = 20) -> tuple[Job, ...]:
        """Return the jobs, newest first."""
        return listed_jobs(self._database, limit)

    def spending(self, by: SpendingBy, days: int = 30) -> tuple[Spending, ...]:
        """Return what summaries cost in the last days (UTC), today among them: days newest first, else
        the dearest first."""
        from radar.library.ledger import day_of, spending_of

        since = datetime.now(UTC) - timedelta(days=min(days, 100_000) - 1)
        return spending_of(self._database, by, day_of(since))

    def spent_today(self) -> Totals:
        """Return what today (UTC) comes to, with the requests under way at the most they may take."""
        from radar.library.ledger import day_of, totals_of

        return totals_of(self._database, day_of(datetime.now(UTC)))

    def usual_answer(self, payee: Payee) -> int | None:
        """Return how many tokens a model's answers had lately on average; None where that is unknown."""
        from radar.library.ledger import usual_answer

        return usual_answer(self._database, payee, datetime.now(UTC))

    def interrupt(self) -> None:
        """Stop the question that runs, which then raises LibraryError; safe from any thread."""
        self._database.interrupt()

    def stop(self) -> None:
        """Stop this question and what belongs to it, until `resume`; safe from any thread."""
        self._database.stop()

    def resume(self) -> None:
        """Answer again after `stop`."""
        self._database.resume()

    def close(self) -> None:
        """Close the connection."""
        self._searcher.close()
        self._closeness.close()
        self._database.close()

    def _question(self, query: PaperQuery) -> Question:
        search = parse(query.text, date.today())
        return Question(query, self._searcher.wanted(search, self.since))

    def _closest(self, by_day: PaperQuery, limit: int) -> array[int]:
        question = self._question(by_day)
        pool = self._few(question)
        if pool is None and question.match:
            pool = array("q", (key for (key,) in self._database.rows(*_bound(question.some(RANKED)))))

        def among(keys: Sequence[int]) -> list[int]:
            return [key for (key,) in self._database.rows(*_bound(question.among(keys)))]

        return self._closeness.first(limit, pool, among, lambda count: self.first(by_day, count))

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
            return packed(self._database, question.taken(way))
        papers = self._database.rows(*_bound(question.texts(way)))
        return packed(self._database, question.sorted(self._searcher.matching(papers, question.match)))

    def _fewest(self, question: Question) -> tuple[int, Few] | None:
        """Return the way in which the fewest papers may be taken, and how many, up to a bound, they are."""
        counted = [(int(self._database.value(*_bound(way.count))), way) for way in question.few_ways()]
        return min(counted, key=lambda one: one[0]) if counted else None

    def _ranked_by(self, question: Question, *, exact: bool) -> str:
        """Return what the best match goes by."""
        return without_everyday_words(self._database, question.words(exact=exact))

    def _covered(self, query: PaperQuery, question: Question) -> array[int] | None:
        """Return the exact answer where nearly every paper holds a word that begins as the last one does."""
        if question.wanted.unfinished is None or not question.by_day:
            return None
        word, others = question.wanted.unfinished
        cover = self._searcher.completions.covering(word)
        if not cover:
            return None
        covered = f"({others}) AND {cover}" if others else cover
        found = packed(self._database, Question(query, replace(question.wanted, exact=covered)).all())
        every = packed(self._database, Question(query, replace(question.wanted, exact=others)).all())
        left = left_over(every, found)
        if left is None:
            return None
        texts = self._database.rows(*_bound(question.texts_of(left)))
        further = self._searcher.matching(texts, question.match)
        put_in(found, further, rising=query.order is Order.OLDEST)
        return found

    def _boundary(self, question: Question, *, exact: bool) -> int:
        return int(self._database.value(*_bound(question.boundary(exact=exact))) or 0)

    def _count(self, query: PaperQuery) -> int:
        ask = self._question(query).all()
        return int(self._database.value(f"SELECT count(*) FROM ({ask.sql})", ask.values))

    def _origins(self, key: int) -> tuple[Listing, ...]:
        question = (
            "SELECT name, label FROM origins JOIN listings ON number = listing "
            "WHERE id = ? ORDER BY arrived, number"
        )
        return tuple(Listing(name, label) for name, label in self._database.rows(question, (key,)))


def _bound(ask: Ask) -> tuple[str, tuple[object, ...]]:
    return ask.sql, ask.values
