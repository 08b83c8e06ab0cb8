"""The reading side of the library: a connection that cannot write and never holds a read open."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from radar.library.connection import open_reader
from radar.library.job_records import listed_jobs
from radar.library.question import Ask, Question
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
from radar.papers.job import Job
from radar.papers.listing import Listing
from radar.papers.paper import Paper
from radar.papers.query import CodeFilter, Mark, PaperEntry, PaperQuery, PaperRow, ResultFilter
from radar.papers.summary import Reading

if TYPE_CHECKING:
    from radar.papers.spending import Payee, Spending, SpendingBy, Totals

_ROWS = 500
"""Rows asked for at once."""
_SLICE = 1 << 20
"""Hexadecimal digits unpacked at once, so that no step holds the interpreter for long."""


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

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = open_reader(path)
        try:
            check_readable(self._database)
            looked = self._database.value("SELECT value FROM meta WHERE name = 'looked'")
        except BaseException:
            self._database.close()
            raise
        self.since: datetime | None = None if looked is None else moment(int(looked))
        """When the reader last looked; papers added later are new. None: never, so all are."""
        self._searcher = Searcher(self._database)

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
        few of many hits pass may give fewer than there are; `keys` gives the exact answer.
        """
        question = self._question(query)
        if question.ranked:
            boundary = self._boundary(question, exact=False)
            found = self._database.rows(*_bound(question.best(boundary, exact=False, limit=limit)))
        else:
            few = self._few(question)
            if few is not None:
                return few[:limit]
            found = self._database.rows(*_bound(question.some(limit)))
        return array("q", (key for (key,) in found))

    def keys(self, query: PaperQuery) -> array[int]:
        """Return the keys of all papers that pass, in display order."""
        question = self._question(query)
        if not question.ranked:
            few = self._few(question)
            return self._packed(question.all()) if few is None else few
        boundary = self._boundary(question, exact=True)
        keys = self._packed(question.best(boundary, exact=True))
        if boundary:
            keys.extend(self._packed(question.rest(boundary)))
        return keys

    def rows(self, keys: Sequence[int]) -> tuple[PaperRow, ...]:
        """Return the rows of these papers in the order asked; keys without a paper are left out."""
        since = -1 if self.since is None else microseconds(self.since)
        found: dict[int, PaperRow] = {}
        for start in range(0, len(keys), _ROWS):
            page = list(keys[start : start + _ROWS])
            marks = ",".join("?" * len(page))
            for row in self._database.rows(f"SELECT {ROW_COLUMNS} FROM papers WHERE id IN ({marks})", page):
                found[row[0]] = row_from(row, since)
        return tuple(found[key] for key in keys if key in found)

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

    def papers(self, keys: Sequence[int]) -> dict[int, Paper]:
        """Return the papers of some thousand keys at most, in their order; keys without one are left out."""
        from radar.library import bulk

        return bulk.papers_of(self._database, keys)

    def readings(self, keys: Sequence[int], rules_version: int) -> dict[int, Reading]:
        """Return what the offline rules of that version read in papers; those of other rules are left out."""
        from radar.library import bulk

        return bulk.readings_of(self._database, keys, rules_version)

    def summarised(
        self, keys: Sequence[int], summariser: str, model: str, prompt_digest: str
    ) -> frozenset[int]:
        """Return the keys of those papers that have a summary by this summariser, model and prompt."""
        from radar.library import bulk

        return bulk.summarised_among(self._database, keys, summariser, model, prompt_digest)

    def key_of(self, paper_id: str) -> int | None:
        """Return the key of the paper that an id or a link names, in any form, or None."""
        from radar.library import identities

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
        """Return the filters that are worth dropping, and how many papers pass then."""
        found = []
        for name, dropped in _dropped(query):
            number = self._count(dropped)
            if number:
                found.append((name, number))
        return tuple(found)

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
        self._database.close()

    def _question(self, query: PaperQuery) -> Question:
        return Question(query, self._searcher.wanted(query.text))

    def _few(self, question: Question) -> array[int] | None:
        """Return the exact answer where few papers pass the filters, else None.

        Their texts are searched then: in the index of all papers a rare filter beside a frequent word would
        mean a look at every paper with that word.
        """
        ask = question.passing()
        passing = None if ask is None else int(self._database.value(*_bound(ask)))
        if not question.few(passing):
            return None
        if not question.match:
            return self._packed(question.all())
        papers = self._database.rows(*_bound(question.texts()))
        return self._packed(question.sorted(self._searcher.matching(papers, question.match)))

    def _boundary(self, question: Question, *, exact: bool) -> int:
        return int(self._database.value(*_bound(question.boundary(exact=exact))) or 0)

    def _count(self, query: PaperQuery) -> int:
        ask = self._question(query).all()
        return int(self._database.value(f"SELECT count(*) FROM ({ask.sql})", ask.values))

    def _packed(self, ask: Ask) -> array[int]:
        """Return the keys of a question; SQLite packs them as text while other threads run."""
        packed = f"SELECT group_concat(printf('%016x', id), '') FROM ({ask.sql})"
        digits = self._database.value(packed, ask.values) or ""
        keys: array[int] = array("q")
        for start in range(0, len(digits), _SLICE):
            keys.frombytes(bytes.fromhex(digits[start : start + _SLICE]))
        if sys.byteorder == "little":
            keys.byteswap()
        return keys

    def _origins(self, key: int) -> tuple[Listing, ...]:
        question = (
            "SELECT name, label FROM origins JOIN listings ON number = listing "
            "WHERE id = ? ORDER BY arrived, number"
        )
        return tuple(Listing(name, label) for name, label in self._database.rows(question, (key,)))


def _bound(ask: Ask) -> tuple[str, tuple[object, ...]]:
    return ask.sql, ask.values


def _dropped(query: PaperQuery) -> list[tuple[str, PaperQuery]]:
    """Return each filter that is set, by name, and the query without it."""
    filters: list[tuple[str, bool, dict[str, object]]] = [
        ("text", bool(query.text.strip()), {"text": ""}),
        ("code", query.code is not CodeFilter.ANY, {"code": CodeFilter.ANY}),
        ("data", query.data, {"data": False}),
        ("results", query.results is not ResultFilter.ALL, {"results": ResultFilter.ALL}),
        ("unread", query.unread, {"unread": False}),
        ("starred", query.starred, {"starred": False}),
        ("disputed", query.disputed, {"disputed": False}),
        ("tag", bool(query.tag), {"tag": ""}),
    ]
    return [(name, replace(query, **change)) for name, is_set, change in filters if is_set]  # type: ignore[arg-type]
