"""The writing side of the library: papers, summaries and marks, each change in one transaction."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from radar import library
from radar.errors import LibraryError
from radar.library.database.connection import open_writer
from radar.library.listings.source_shelf import SourceShelf
from radar.library.marks.tag_shelf import TagShelf
from radar.library.removal.removal_shelf import RemovalShelf
from radar.library.schema.newest import is_newest
from radar.library.watches.digest_shelf import DigestShelf
from radar.library.watches.watch_shelf import WatchShelf
from radar.papers.bases import replace
from radar.papers.jobs.reports import tell_nobody

if TYPE_CHECKING:
    from pathlib import Path

    from radar.library.adding.planning import Prepared
    from radar.library.adding.storing import Added, Storing
    from radar.library.index.mending import Mended
    from radar.library.listings.givers import Named
    from radar.library.marks.acts import Act
    from radar.library.summaries.packed_readings import PackedReading
    from radar.papers.jobs.reports import LabelledReport, Report
    from radar.papers.listed.listing import Listing
    from radar.papers.listed.paper import Paper, PaperId
    from radar.papers.reader.own_marks import OwnMarks
    from radar.papers.reader.query import Mark
    from radar.papers.summaries.summary import Read, Reading, Summary

_AT_ONCE = 2_000
"""Papers that one run indexes as they come; from then on it is a bulk import, and so many are indexed
together as soon as they wait, the rest by `finish_bulk`."""


class Library(RemovalShelf, TagShelf, WatchShelf, SourceShelf, DigestShelf):
    """What the radar remembers; one connection, used from the thread that opened it."""

    def __init__(self, path: Path, report: LabelledReport = tell_nobody) -> None:
        self.path = path
        self.made = not os.path.lexists(path)
        """Whether there was no file before."""
        self.database = open_writer(path)
        """For the other modules of this folder only."""
        self.reader = str(os.getpid())
        """The name under which acts are kept: the process and, behind a space, a name for one act alone."""
        try:
            if not is_newest(self.database):
                library.migrations.migrate(self.database, report=report)
        except BaseException:
            self.database.close()
            raise
        self._added = 0
        self._stored = 0

    @classmethod
    def open(cls, path: Path, report: LabelledReport = tell_nobody) -> Library:
        """Open the library, creating folder and file where there are none, and bring it up to date.

        Args:
            report: told what is brought up to date and how far that is, which may take minutes in a large
                library of an older radar; what it raises ends that, and the next to open it goes on.

        Raises:
            BrokenLibrary: the file is damaged or no database.
            LibraryError: it cannot be opened, belongs to another program or was made by a newer radar.
        """
        return cls(path, report)

    def close(self) -> None:
        """Close the library; what was committed stays."""
        if "_index" in self.__dict__:
            self._index.close()
        self.database.close()

    def check_place(self) -> None:
        """Raise LibraryError where the file has gone from its place: no worker would find it there."""
        self.database.check_place()

    def wait_for_others(self, seconds: float) -> None:
        """Wait so long for another writer, where it is one, before LibraryBusy; 0 for not at all."""
        self.database.patience = seconds

    def stop(self) -> None:
        """End the act that runs, which then leaves nothing behind, and every further one; from any thread."""
        self.database.stop()

    def with_little_memory(self) -> None:
        """Hold at most 16 MB of the file in memory, for an act that passes every page but once."""
        self.database.run("PRAGMA cache_size = -16384")

    def tidy_log(self) -> None:
        """Bring the write-ahead log into the file and cut it down, as far as nobody reads the old state."""
        with suppress(LibraryError):
            self.database.empty_log()

    @cached_property
    def _storing(self) -> Storing:
        return library.storing.Storing(self.database, self._index)

    @property
    def index_behind(self) -> int:
        """How many papers search cannot find yet; `finish_bulk` mends it."""
        return self._index.behind()

    def add_papers(
        self, papers: Sequence[Paper], listing: Listing, read: Read, *, anew: bool = False
    ) -> Added:
        """Add a chunk of a listing (at most some thousand papers) in one transaction.

        Known papers are recognised and gain what they lacked, or what a newer version says; those known
        apart that turn out to be one are joined. Texts are read outside the transaction. The order given is
        the display order within a day.

        Args:
            anew: whether those that the reader removed come anew; else they are left out.

        Raises:
            LibraryError: nothing of the chunk was stored.
        """
        prepared = self.prepare(papers, listing, library.givers.Named(), anew=anew)
        return self.add_prepared(prepared, listing, read)

    def prepare(
        self,
        papers: Sequence[Paper],
        listing: Listing,
        named: Named,
        marks: Sequence[OwnMarks | None] = (),
        *,
        anew: bool = False,
    ) -> Prepared:
        """Clean a chunk of papers and find out which have to be read; stores nothing.

        Some chunks may be prepared ahead of the one that is stored, so that others can read them meanwhile.

        Args:
            listing: where they will be stored as listed.
            named: what the chunks before name; the same for all of a run.
            marks: what comes along with each paper, and is taken where the paper is new; empty for nothing.
            anew: as of `add_papers`.
        """
        chunk, too_far = library.planning.cleaned(papers)
        version = self._version()
        planned = library.planning.plan(self.database, chunk, listing, named, anew=anew)
        return library.planning.Prepared(chunk, planned, version, named, anew, tuple(marks), too_far)

    def add_prepared(
        self,
        prepared: Prepared,
        listing: Listing,
        read: Read,
        readings: Sequence[Reading | PackedReading] = (),
    ) -> Added:
        """Add a prepared chunk as `add_papers` does.

        Args:
            read: reads what was not read ahead.
            readings: of `prepared.unread`, in that order; empty where nothing was read ahead.

        Raises:
            LibraryError: nothing of the chunk was stored.
        """
        if self._index.waits >= _AT_ONCE:
            self._index.step(self._added)
        # Before it is planned by: what others store meanwhile is told from it once nobody can write.
        planned, version = prepared.plan, self._version()
        if version != prepared.version and not library.planning.still_holds(self.database, planned):
            planned = library.planning.planned_anew(self.database, prepared, listing)
        ready = library.storing.Readings(read, zip(prepared.unread, readings, strict=bool(readings)))
        ready.prepare(planned)
        defer = self._added + len(planned.new) > _AT_ONCE
        words = [] if defer else self._index.count_words(library.storing.indexed_texts(planned, ready))
        try:
            with self.database.transaction():
                if self._version() != version:
                    planned = library.planning.planned_anew(self.database, prepared, listing)
                added = self._storing.store(planned, ready, listing, prepared.marks, defer=defer)
                self._index.add_words(words)
        except BaseException:
            self._storing.keys.forget()
            raise
        prepared.named.note(added.keys)
        self._added += added.new
        self._stored += 1
        return replace(added, dated_too_far=prepared.dated_too_far)

    def _version(self) -> tuple[int, int]:
        return self.database.data_version(), self._stored

    def finish_bulk(self, report: Report = tell_nobody) -> None:
        """End a run of additions: index what was deferred, in short steps that may be interrupted.

        What was removed too long ago to be put back is forgotten too.

        Args:
            report: told how many papers of how many are indexed.
        """
        self._index.finish(report)
        self.forget_removed_in_time()
        self._storing.keys.forget()
        self._added = 0

    def rebuild_index(self, report: Report = tell_nobody) -> None:
        """Make the search index anew, in short steps; what is killed goes on the next time, or by itself.

        The old index answers until the new one takes its place, and others may add and change meanwhile.
        """
        self._index.rebuild(report)

    def mend(self, report: LabelledReport = tell_nobody) -> Iterator[Mended]:
        """Check indexes, counts and names against the papers, and mend what does not agree."""
        from radar.library.index.mending import mend

        return mend(self.database, report)

    def mark(self, keys: Sequence[int], mark: Mark, on: bool, report: Report = tell_nobody) -> Act:
        """Set a mark of papers, or take it from them, in one transaction however many they are.

        Args:
            report: told how far it is; what it raises undoes all of it.
        """
        return library.acts.mark_papers(self.database, keys, mark, on, self.reader, report)

    def last_act(self, at_work: Callable[[str], bool]) -> Act | None:
        """Return the last act of this process that is not taken back, or of those that have ended.

        Args:
            at_work: whether the process of that name, as in `reader`, still runs.
        """
        return library.acts.last_act(self.database, self.reader, at_work)

    def act(self, number: int) -> Act | None:
        """Return the act of that number; None where it is taken back or forgotten."""
        return library.acts.act_of(self.database, number)

    def act_called(self, reader: str) -> Act | None:
        """Return the act that was done while `reader` was this; None where there is none."""
        return library.acts.act_called(self.database, reader)

    def save_error(self, paper_id: PaperId, message: str) -> None:
        """Keep why the last request for a summary of this paper failed.

        Raises:
            LibraryError: the paper is not in the library.
        """
        library.stored_summaries.save_outcomes(self.database, self._index, (), [(paper_id, message)])

    def save_summaries(self, made: Sequence[Summary], errors: Sequence[tuple[PaperId, str]] = ()) -> None:
        """Keep and show summaries, and keep why others failed: some thousand at most, in one transaction.

        Each on its own costs a commit and a turn of the search index, which is many times as much. Of several
        of one paper the last is shown; it clears the error, and older ones are kept.

        Raises:
            LibraryError: one of the papers is not in the library; nothing was kept.
        """
        library.stored_summaries.save_outcomes(self.database, self._index, made, errors)

    def show_summary(self, key: int, number: int) -> None:
        """Show the summary of that number of `PaperEntry.numbers`.

        Raises:
            LibraryError: there is no such summary, or no more: it was made anew meanwhile.
        """
        library.stored_summaries.show_summary(self.database, self._index, key, number)

    def looked(self, when: datetime, shown: datetime | None = None) -> None:
        """Note that the reader has seen what there was, or only what had come by `shown`: it is not new."""
        library.arrivals.note_looked(self.database, when, shown)

    def outdated(self, rules_version: int, limit: int) -> tuple[Paper, ...]:
        """Return papers whose offline summary was read by older rules, newest first."""
        return library.stored_summaries.outdated(self.database, rules_version, limit)

    def save_readings(self, readings: Sequence[tuple[PaperId, Reading | PackedReading]]) -> None:
        """Replace offline summaries; marks and other summaries stay.

        Raises:
            LibraryError: one of the papers is not in the library; none was replaced.
        """
        library.stored_summaries.save_readings(self.database, self._index, readings)
