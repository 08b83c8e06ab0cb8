"""Keeping the search index and the table of its words in step with the papers.

A paper is either in the index or in `unindexed`, at every commit, so an interrupted import leaves a library
that knows what is still to do. Rows go in by rising key: FTS5 flushes at each key lower than the last.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from radar.library.database.connection import Database
from radar.library.index import rebuilding
from radar.library.index.beginnings import TABLE, LackingTable
from radar.library.index.words import COLUMNS, Tokeniser
from radar.library.records.rows import in_json, papers_counted
from radar.papers.jobs.reports import Report

_STEP = 1000
"""Papers indexed in one transaction, a fraction of a second, so that others can write in between."""
_IN_BULK = {"hashsize": 64 << 20, "automerge": 8}
"""Of FTS5 while many papers come: each transaction makes one segment, and segments are merged less often,
which takes a third less time in all; `finish` merges them into one."""
_USUAL = {"hashsize": 1 << 20, "automerge": 4}
"""Its own defaults."""
_GAP, _LEAST_GAP = 0.15, 0.02
"""Pause after a step in which another writer gets its turn: a share of the step, and seconds at least."""
_SMALL = 20_000
"""Up to this many papers every word is kept; above, those that are in at least _DOCS papers."""
_DOCS = 3
_PAGES = 500
"""Pages of the index that one step of merging writes."""
_BEHIND = "terms_behind"


class SearchIndex:
    """The writing side of the search index; inside a transaction of the caller but for `finish`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tokeniser = Tokeniser()
        self._lacking = LackingTable(database, self._tokeniser)
        self.waits = 0
        """Papers deferred by this run that no step has indexed yet."""
        self._took = 0.0

    def add(self, keys: Iterable[int]) -> None:
        """Index papers that are not in the index."""
        keys = tuple(keys)
        # One statement for all: FTS5 writes out what it holds at the start of each.
        self._database.run(
            f"INSERT INTO search (rowid, {COLUMNS}) SELECT id, {COLUMNS} FROM papers "
            "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (in_json(keys),),
        )
        self._lacking.add(keys)

    @contextmanager
    def changing(self, keys: Iterable[int]) -> Iterator[None]:
        """Let the texts of papers change inside: the index forgets the old ones and learns the new ones."""
        indexed = self.forget(keys)
        yield
        if indexed:
            self.add(indexed)

    def forget(self, keys: Iterable[int]) -> list[int]:
        """Let the index forget papers as they stand in their table, and return those that it knew."""
        question = (
            "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM unindexed) ORDER BY value"
        )
        indexed = [key for (key,) in self._database.rows(question, (in_json(keys),))]
        if indexed:
            self._database.run(
                f"INSERT INTO search (search, rowid, {COLUMNS}) SELECT 'delete', id, {COLUMNS} FROM papers "
                "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
                (in_json(indexed),),
            )
            self._lacking.forget(indexed)
        return indexed

    def forget_for_good(self, keys: Iterable[int]) -> None:
        """Forget papers that go, with their words, as they stand in their table."""
        indexed = self.forget(keys)
        if indexed:
            counted = self.count_words(self._texts(indexed))
            self._database.run_many(
                "UPDATE terms SET docs = docs - ? WHERE term = ?", ((docs, word) for word, docs in counted)
            )
            self._database.run_many(
                "DELETE FROM terms WHERE term = ? AND docs <= 0", ((word,) for word, _ in counted)
            )

    def add_again(self, keys: Sequence[int]) -> None:
        """Index papers that are put back, with their words."""
        self.add(keys)
        self.add_words(self.count_words(self._texts(keys)))

    def reword(self, takeaways: Mapping[int, str]) -> None:
        """Let the index know new takeaways of papers by key, before they stand in the table of papers.

        Of each paper the old texts go and the new ones come in one turn, by rising key, so that FTS5 writes
        what they have in common once: some two thirds of what `changing` costs, which knows only that texts
        change.
        """
        if not takeaways:
            return
        self._database.run(
            "UPDATE search SET takeaway = new.value FROM json_each(?) AS new "
            "WHERE search.rowid = CAST(new.key AS INTEGER) "
            "AND search.rowid NOT IN (SELECT id FROM unindexed)",
            (json.dumps({key: takeaways[key] for key in sorted(takeaways)}),),
        )
        self._lacking.reword(takeaways)

    def defer(self, keys: Iterable[int]) -> None:
        """Note papers that `step` or `finish` has to index."""
        keys = sorted(keys)
        self._database.run_many("INSERT INTO unindexed (id) VALUES (?)", ((key,) for key in keys))
        self.waits += len(keys)

    def behind(self) -> int:
        """Return how many papers are not in the index yet; 1 where only the words are to be counted anew."""
        return self._unindexed() or rebuilding.left(self._database) or int(self.words_behind())

    def count_words(self, texts: Iterable[Sequence[str]]) -> list[tuple[str, int]]:
        """Return each word of the papers' texts and how many papers hold it; needs no transaction."""
        return self._tokeniser.counts(texts)

    def add_words(self, counted: Sequence[tuple[str, int]]) -> None:
        """Add to the table of words."""
        self._database.run_many(
            "INSERT INTO terms (term, docs) VALUES (?, ?) "
            "ON CONFLICT (term) DO UPDATE SET docs = docs + excluded.docs",
            counted,
        )

    def step(self, added: int) -> None:
        """Index all that waits, in one transaction of its own, amid a run that goes on adding.

        Args:
            added: papers that the run has added so far.
        """
        self._lean_to_recount(added)
        recount = self.words_behind()
        if recount:
            self._tune(_IN_BULK)
        while self._step(max(self.waits, _STEP), count_words=not recount):
            pass
        self.waits = 0

    def finish(self, report: Report) -> None:
        """Index what was deferred, in short transactions of its own; safe to interrupt and to repeat.

        Args:
            report: told after each step how many of how many papers are done.
        """
        rebuilding.go_on(self._database, report)
        total = self._unindexed()
        self.waits = 0
        self._lean_to_recount(total)
        recount = self.words_behind()
        done = 0
        while step := self._step(_STEP, count_words=not recount):
            done += step
            report(min(done, total), total)
            _give_way(self._took)
        if recount:
            self._tune(_USUAL)
            self._merge("search")
            self._merge(TABLE)
            self._recount(1 if self._papers() <= _SMALL else _DOCS)

    def rebuild(self, report: Report) -> None:
        """Make the index and the table of words anew; the old ones answer meanwhile.

        What an interrupted run has done is kept: the next one, or the next `finish`, goes on from there.
        """
        rebuilding.begin(self._database)
        self.finish(report)

    def _lean_to_recount(self, added: int) -> None:
        """Note that all words are to be counted anew where that is cheaper than adding those of so many.

        It also drops the rare ones.
        """
        if added * 4 >= self._papers() > 0 and added > 0 and not self.words_behind():
            self._database.run("INSERT OR REPLACE INTO meta VALUES (?, '1')", (_BEHIND,))

    def words_behind(self) -> bool:
        """Whether the table of words waits for a recount."""
        return self._database.row("SELECT 1 FROM meta WHERE name = ?", (_BEHIND,)) is not None

    def close(self) -> None:
        """Give the tokeniser's memory back."""
        self._tokeniser.close()

    def _unindexed(self) -> int:
        return int(self._database.value("SELECT count(*) FROM unindexed"))

    def _step(self, most: int, *, count_words: bool) -> int:
        """Index at most so many of those that wait, and return how many they were."""
        started = time.monotonic()
        with self._database.transaction():
            found = self._database.rows("SELECT id FROM unindexed ORDER BY id LIMIT ?", (most,))
            keys = [key for (key,) in found]
            if keys:
                self.add(keys)
                if count_words:
                    self.add_words(self.count_words(self._texts(keys)))
                self._database.run_many("DELETE FROM unindexed WHERE id = ?", found)
        self._took = time.monotonic() - started
        return len(keys)

    def _tune(self, wanted: Mapping[str, int]) -> None:
        """Set what FTS5 keeps of itself, unless it is so already."""
        kept: dict[str, int] = dict(self._database.rows("SELECT k, v FROM search_config"))
        for name, value in wanted.items():
            if kept.get(name, _USUAL[name]) != value:
                self._database.run("INSERT INTO search (search, rank) VALUES (?, ?)", (name, value))

    def _papers(self) -> int:
        return papers_counted(self._database)

    def _texts(self, keys: Sequence[int]) -> list[tuple[str, ...]]:
        question = f"SELECT {COLUMNS} FROM papers WHERE id IN (SELECT value FROM json_each(?))"
        return self._database.rows(question, (in_json(keys),))

    def _merge(self, table: str) -> None:
        """Merge the segments of an index into one, page by page, which halves the time of a search."""
        pages = -_PAGES
        while True:
            started = time.monotonic()
            before = self._database.changes()
            self._database.run(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (pages,))
            if self._database.changes() - before < 2:
                return
            pages = _PAGES
            _give_way(time.monotonic() - started)

    def _recount(self, least: int) -> None:
        """Read the words out of the index without holding the library, then swap them in at once."""
        self._database.run(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, search, row)"
        )
        self._database.run("DROP TABLE IF EXISTS temp.counted")
        self._database.run(
            "CREATE TEMP TABLE counted AS SELECT term, doc FROM temp.vocabulary WHERE doc >= ?", (least,)
        )
        with self._database.transaction():
            self._database.run("DELETE FROM terms")
            self._database.run("INSERT INTO terms (term, docs) SELECT term, doc FROM temp.counted")
            self._database.run("DELETE FROM meta WHERE name = ?", (_BEHIND,))
        self._database.run("DROP TABLE temp.counted")


def _give_way(took: float) -> None:
    # SQLite lets a waiting writer try again only every so often: without a pause it would starve.
    time.sleep(max(took * _GAP, _LEAST_GAP))
