"""The reading side of the library: a connection that cannot write and never holds a read open."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from radar import library
from radar.errors import LibraryError
from radar.library.database.connection import open_reader
from radar.library.jobs.job_records import listed_jobs
from radar.library.records.keys import PART
from radar.library.records.rows import ROW_COLUMNS, microseconds, moment, row_from, understood
from radar.library.schema.newest import is_newest
from radar.library.watches.side_bar import watches_shown
from radar.papers.bases import Value
from radar.papers.reader.query import PaperQuery

if TYPE_CHECKING:
    from pathlib import Path

    from radar.library.records.strange import Strange
    from radar.library.search.finding import Finding
    from radar.library.watches.digest_shelf import DigestReading
    from radar.papers.jobs.job import Job
    from radar.papers.jobs.source_state import SourceState
    from radar.papers.jobs.spending import Payee, Spending, SpendingBy, Totals
    from radar.papers.listed.paper import Paper
    from radar.papers.reader.closeness import Closeness
    from radar.papers.reader.query import PaperEntry, PaperRow
    from radar.papers.reader.removal import Losses, Removal
    from radar.papers.reader.watch import Watch
    from radar.papers.summaries.acceptance import Acceptance
    from radar.papers.summaries.not_sent import NotSent
    from radar.papers.summaries.summary import Reading

_ROWS = 500
"""Rows asked for at once."""
_EVERYTHING = PaperQuery()
_NEWEST = "SELECT id FROM papers INDEXED BY i_list ORDER BY id DESC LIMIT ?"


class LibraryCounts(Value):
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
        self._database = open_reader(path)
        try:
            if not is_newest(self._database):
                library.migrations.check_readable(self._database)
            looked = self._database.value("SELECT value FROM meta WHERE name = 'looked'")
        except BaseException:
            self._database.close()
            raise
        self.since: datetime | None = None if looked is None else _written(looked)
        """When the reader last looked; papers added later are new. None: never, so all are."""
        self.rows_since: datetime | None = None
        """What counts as new in rows, where that is another moment than `since`, as in a watch."""
        self._part = part

    @classmethod
    def open(cls, path: Path) -> LibraryReader:
        """Open the library for reading.

        Raises:
            LibraryError: there is none, it cannot be read, or its schema is not that of this program.
        """
        return cls(path)

    @cached_property
    def _finding(self) -> Finding:
        return library.finding.Finding(self._database, self.path, lambda: self.since, self._part)

    def first(self, query: PaperQuery, limit: int = 60) -> array[int]:
        """Return the keys of the first screenful, within a bound of work that does not grow with the library.

        They may be fewer than there are; see `Finding.first`.
        """
        if query == _EVERYTHING:
            # Every start asks so, before all that puts other questions is loaded.
            return array("q", (key for (key,) in self._database.rows(_NEWEST, (limit,))))
        return self._finding.first(query, limit)

    def keys(self, query: PaperQuery) -> array[int]:
        """Return the keys of all papers that pass, in display order."""
        return self._finding.keys(query)

    def size(self, query: PaperQuery) -> int | None:
        """Return how many papers pass, where to count them takes much less than to read their keys."""
        return self._finding.size(query)

    def without(self, query: PaperQuery) -> tuple[tuple[str, int], ...]:
        """Return the filters and parts of the text that are worth dropping, and how many papers pass then."""
        return self._finding.without(query)

    def unknown(self, query: PaperQuery) -> tuple[str, ...]:
        """Say which tags, sources, categories, ids and days of a question no paper has."""
        return self._finding.unknown(query)

    def passing(self, query: PaperQuery, keys: Sequence[int]) -> tuple[int, ...]:
        """Return which of some papers that passed a question still do, whatever was marked since."""
        return self._finding.passing(query, keys)

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
        return library.unread.nearest_unread(self._database, key, older=older)

    def unread_among(self, keys: Sequence[int]) -> frozenset[int]:
        """Return which of some thousand papers at most are unread; no wide row is read for it."""
        return library.unread.unread_among(self._database, keys)

    def losses(self, keys: Sequence[int]) -> Losses:
        """Return how many of these papers are there, and what would be lost if they were removed."""
        return library.removing.losses_of(self._database, keys)

    def removals(self) -> tuple[Removal, ...]:
        """Return what was removed, the last removal first."""
        return library.restoring.removals(self._database)

    def entry(self, key: int) -> PaperEntry | None:
        """Return everything the library holds of one paper, under the key it has now, or None."""
        return library.entries.entry_of(self._database, key)

    def now_at(self, key: int) -> int:
        """Return the key that a paper has now: it may have become part of another one."""
        return int(self._database.value("SELECT into_id FROM moved WHERE id = ?", (key,)) or key)

    def closeness(self, key: int) -> Closeness | None:
        """Return why a paper stands where it does in the order by closeness; None where nothing brings it
        near, it is starred itself, or nothing is starred."""
        return self._finding.closeness.explained(key)

    def closeness_at_hand(self, key: int) -> Closeness | None:
        """Return the same as far as it is known without reading what is starred: by the words that any reader
        of this process worked out last, which are those that a list on screen is ordered by."""
        return self._finding.closeness.explained(key, at_hand=True)

    def papers(self, keys: Sequence[int]) -> dict[int, Paper]:
        """Return the papers of some thousand keys at most, in their order; keys without one are left out."""
        return library.bulk.papers_of(self._database, keys)

    def readings(self, keys: Sequence[int], rules_version: int) -> dict[int, Reading]:
        """Return what the offline rules of that version read in papers; those of other rules are left out."""
        return library.bulk.readings_of(self._database, keys, rules_version)

    def summarised(
        self, keys: Sequence[int], summariser: str, model: str, prompt_digest: str, since: int = 0
    ) -> frozenset[int]:
        """Return the keys of papers with a summary by this summariser, model and prompt; see `bulk`."""
        return library.bulk.summarised_among(self._database, keys, summariser, model, prompt_digest, since)

    def not_sent(
        self, keys: Sequence[int], summariser: str, model: str, prompt_digest: str
    ) -> dict[int, NotSent]:
        """Return why no model was asked, by key, where a summary says so; see `bulk.not_sent_among`."""
        return library.bulk.not_sent_among(self._database, keys, summariser, model, prompt_digest)

    def key_of(self, paper_id: str) -> int | None:
        """Return the key of the paper that an id or a link names, in any form, or None."""
        key = library.identities.key_of(self._database, paper_id)
        return library.feed_items.key_of_page(self._database, paper_id) if key is None else key

    def counts(self) -> LibraryCounts:
        """Return how many papers there are; costs nothing but for those that are new and unread.

        Raises:
            LibraryError: the file is damaged, and they are gone.
        """
        kept = self._database.row("SELECT papers, unread, starred, with_code FROM counts")
        if kept is None or not all(isinstance(count, int) for count in kept):
            raise LibraryError("The library has lost its counts", "radar doctor --rebuild-index mends it")
        papers, unread, starred, with_code = kept
        latest = self._database.value("SELECT max(added) FROM papers")
        new = unread
        if self.since is not None:
            new = self._database.value(
                "SELECT count(*) FROM papers INDEXED BY i_arrived WHERE added > ? AND (flags & 1) = 0",
                (microseconds(self.since),),
            )
        return LibraryCounts(
            papers, new, unread, starred, with_code, None if latest is None else moment(latest)
        )

    def damage(self) -> tuple[str, ...]:
        """Return what SQLite finds damaged as it looks at every page, in its words; empty where nothing is.

        It takes some seconds for a million papers.
        """
        found = self._database.rows("PRAGMA quick_check(20)")
        return tuple(str(text) for (text,) in found if text != "ok")

    def strange(self) -> tuple[Strange, ...]:
        """Return which tables have rows with values that no radar stores; it takes as long as `damage`."""
        return tuple(library.strange.strange_rows(self._database))

    def outdated(self, rules_version: int) -> int:
        """Return how many papers older rules than these have read; it costs what there is to count."""
        question = "SELECT count(*) FROM readings INDEXED BY i_rules WHERE rules_version < ?"
        return int(self._database.value(question, (rules_version,)))

    def watches(self) -> tuple[Watch, ...]:
        """Return the watches in the reader's order; LibraryError where one cannot be understood."""
        return library.saved_searches.watches_of(self._database)

    def watches_shown(self) -> bool:
        """Return whether the reader wants the watches on screen."""
        return watches_shown(self._database)

    def complete_until(self, query: PaperQuery) -> datetime | None:
        """Return the moment up to which an answer, asked after this, misses no paper; None if it is open."""
        return library.saved_searches.complete_until(self._database, query)

    @property
    def digests(self) -> DigestReading:
        """How far digests have got, and what there is to be told since."""
        return library.digest_shelf.DigestReading(self._database)

    def source_states(self) -> tuple[SourceState, ...]:
        """Return how every source stands that was ever asked, by name."""
        return library.source_states.source_states(self._database)

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        return self._database.data_version()

    def jobs(self, limit: int = 20) -> tuple[Job, ...]:
        """Return at most so many jobs, newest first; those that have not ended are among them."""
        return listed_jobs(self._database, limit)

    def spending(self, by: SpendingBy, days: int = 30) -> tuple[Spending, ...]:
        """Return what summaries cost in the last days (UTC), today among them: days newest first, else
        the dearest first."""
        from radar.library.jobs.ledger import day_of, spending_of

        since = datetime.now(UTC) - timedelta(days=min(days, 100_000) - 1)
        return spending_of(self._database, by, day_of(since))

    def spent_today(self) -> Totals:
        """Return what today (UTC) comes to, with the requests under way at the most they may take."""
        from radar.library.jobs.ledger import day_of, totals_of

        return totals_of(self._database, day_of(datetime.now(UTC)))

    def usual_answer(self, payee: Payee) -> int | None:
        """Return how many tokens a model's answers had lately on average; None where that is unknown."""
        from radar.library.jobs.ledger import usual_answer

        return usual_answer(self._database, payee, datetime.now(UTC))

    def acceptance(self, summariser: str, model: str) -> Acceptance:
        """Return how many of the last takeaways of an endpoint's model passed the checks."""
        from radar.library.summaries.acceptance import acceptance_of

        return acceptance_of(self._database, summariser, model)

    def stop(self) -> None:
        """Stop this question and what belongs to it, until `resume`; safe from any thread."""
        self._database.stop()

    def resume(self) -> None:
        """Answer again after `stop`."""
        self._database.resume()

    def close(self) -> None:
        """Close the connection."""
        if "_finding" in self.__dict__:
            self._finding.close()
        self._database.close()


@understood("a time that is none")
def _written(stored: str) -> datetime:
    return moment(int(stored))
