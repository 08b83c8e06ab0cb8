"""The radar: what a screen and the headless commands hold in their hands."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from radar.abstracts.rules_version import RULES_VERSION
from radar.errors import ListingError, RadarError
from radar.library.jobs.job_queue import JobQueue
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobState
from radar.papers.text.places import is_there
from radar.papers.text.plurals import plural
from radar.papers.text.safe_text import clean
from radar.pipeline.asked import Asked
from radar.pipeline.source_requests import SourceRequests

if TYPE_CHECKING:
    from radar.library.adding.storing import Added
    from radar.library.library import Library
    from radar.library.reader import LibraryReader
    from radar.pipeline.endpoint_info import EndpointInfo
    from radar.pipeline.estimating import Terms
    from radar.pipeline.surroundings import Surroundings
    from radar.pipeline.watches import Watches
    from radar.pipeline.worker_start import Starter
    from radar.summaries.prompting.estimate import Estimate

_WAKES = 5
"""So many times a worker is started that nobody asked for, while what waits is not begun."""
_REST = 600.0
"""Seconds after which one more is started, once: what hindered the others may have passed."""
_LONGEST_TITLE = 48
"""Letters of a title in the label of a job."""


class Radar:
    """The library with its readers, the queue of jobs, and whoever works on it.

    It loads neither the network nor a tokenizer: what needs them is a job for the worker.
    """

    def __init__(
        self,
        library: Library,
        reader: LibraryReader,
        starter: Starter,
        surroundings: Surroundings,
        at_close: Callable[[], None] = lambda: None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Put a radar together; `at_close` runs when all is closed, `seconds` counts those that pass."""
        self.library = library
        self.reader = reader
        self.jobs = JobQueue(library)
        self.path = library.path
        self.log = starter.log
        """The file that takes what nobody expected, of the worker and of the threads of a screen."""
        self.stuck = starter.stuck
        self.asked = Asked(surroundings)
        """Who writes summaries."""
        self.endpoints = self.asked.endpoints
        self.asking = SourceRequests(surroundings, reader, self.jobs, self.request_job, self._start)
        """What is asked of sources."""
        self.formats = surroundings.formats
        self.browser = surroundings.browser
        self.throwaway = surroundings.throwaway
        self.download_folder = surroundings.download_folder
        self.settings_path = surroundings.config_file
        self.budgets = surroundings.budgets
        self._surroundings = surroundings
        self._starter = starter
        self._at_close = at_close
        self._seconds = seconds
        self._woken = 0
        self._woken_at = 0.0

    @cached_property
    def watches(self) -> Watches:
        """The saved searches."""
        from radar.pipeline.watches import Watches

        return Watches(self.reader)

    @property
    def summariser(self) -> str:
        """Who writes summaries where nobody is asked for by name."""
        return self.asked.summariser

    @property
    def endpoint(self) -> EndpointInfo | None:
        """The endpoint that is asked now; None where that is a summariser of another kind, or nobody."""
        return self.asked.endpoint

    def request_summaries(self, keys: Sequence[int], summariser: str = "", again: bool = False) -> Job:
        """Queue summaries of papers; those that have one by the same summariser are passed over.

        Args:
            summariser: a name, or empty for whoever is asked now.
            again: ask for those too.

        Raises:
            SummariserError: nobody is named, or the endpoint, and the settings have none or no model.
        """
        name = summariser or self.summariser
        by = self.asked.ready(summariser)
        whom = _title_of(keys[0], self.reader) if len(keys) == 1 else ""
        label = f"summarise {whom or plural(len(keys), 'paper')} by {clean(by)}"
        return self.request_job(
            JobKind.SUMMARISE,
            label,
            {"keys": list(keys), "summariser": name, "again": again},
            urgent=len(keys) == 1,
        )

    @property
    def sources(self) -> tuple[str, ...]:
        """What a refresh asks."""
        return self.asking.sources

    def request_refresh(self) -> Job:
        """Queue a question to all sources for their newest papers; raises as `SourceRequests.refresh`."""
        return self.asking.refresh()

    def request_import(self, path: Path) -> Job:
        """Queue the import of a file; `~` is the reader's home.

        Raises:
            ListingError: there is no such file.
        """
        try:
            file = path.expanduser().absolute()
            found = is_there(file) and (file.is_file() or file.is_fifo())
        except (OSError, RuntimeError, ValueError) as error:
            raise ListingError(f"{clean(str(path))} cannot be read: {error}") from error
        if not found:
            raise ListingError(f"there is no file {clean(str(file))}", "Check the name")
        if not _is_text(str(file)):
            raise ListingError(f"the name of {clean(str(file))} is not UTF-8", "Rename the file")
        from radar.pipeline.pasted import name_of_import

        return self.request_job(JobKind.IMPORT, f"import {name_of_import(file)}", {"paths": [str(file)]})

    def import_text(self, text: str) -> Job:
        """Queue the import of a pasted listing, kept as a file in the state folder.

        Raises:
            ListingError: the text is empty.
        """
        if not text.strip():
            raise ListingError("nothing was pasted", "Copy the text of a listing first")
        from radar.pipeline.pasted import keep_pasted

        return self.request_import(keep_pasted(text, self._surroundings.state_folder / "pasted"))

    def load_sample(self) -> Added:
        """Bring the papers of the sample into the library, at once."""
        from radar.abstracts.reading import read
        from radar.papers.listed.listing import Listing
        from radar.sources.sample import SAMPLE, SAMPLE_NOTE, sample_papers

        labelled = Listing(SAMPLE.name, f"{SAMPLE.label}: {SAMPLE_NOTE}")
        return self.library.add_papers(sample_papers(), labelled, read)

    def cancel(self, number: int) -> None:
        """End a job: at once where it still waits or its worker is gone, within a moment where it runs."""
        _note_lost(self.library, self.jobs, self._starter)
        self.jobs.cancel(number)

    def wake(self) -> bool:
        """Start a worker where something waits for one and none is there, and return whether it was started.

        What waits is a job, the search index of an import that was killed, or papers that older rules
        read. Jobs of a worker that died are marked as lost. It costs so little that it can be called
        every few seconds; a worker that keeps on dying is not started without end: after a rest once more.
        """
        if self._starter.coming() or self._starter.alive():
            return False
        if self._woken > _WAKES or (self._woken == _WAKES and self._seconds() - self._woken_at < _REST):
            return False
        _note_lost(self.library, self.jobs, self._starter)
        waiting = any(job.state is JobState.QUEUED for job in self.jobs.list(limit=50))
        if not (waiting or self.library.index_behind or self.library.outdated(RULES_VERSION, 1)):
            self._woken = 0
            return False
        self._woken += 1
        self._woken_at = self._seconds()
        self._starter.start()
        return True

    @property
    def stranded(self) -> bool:
        """Whether something waits, and no worker is started for it any more before the reader asks again."""
        if self._woken < _WAKES or self._starter.coming() or self._starter.alive():
            return False
        return any(job.state is JobState.QUEUED for job in self.jobs.list(limit=50))

    def working(self) -> bool:
        """Whether a worker is alive for this library."""
        return self._starter.alive()

    def estimate(self, keys: Sequence[int], summariser: str = "", again: bool = False) -> Estimate:
        """Return what summaries of these papers would take, before anything is asked.

        See `estimate_of`. Where a list of prices has to be looked at first, it takes up to a second;
        `price_known` says so, and `look_up_price` does that part in another thread.

        Args:
            summariser: a name, or empty for whoever is asked now.
            again: take them for papers without one.

        Raises:
            PromptError: the reader's own prompt cannot be read.
        """
        from radar.pipeline.estimating import estimate_of

        return estimate_of(self.reader, _roomy(self._surroundings, self._terms(summariser)), keys, again)

    def price_known(self) -> bool:
        """Whether an estimate has a price, or knows that there is none, without looking it up first."""
        return self._terms("", looking_up=False).settled

    def look_up_price(self) -> None:
        """Look the price of the model up and keep it; takes up to a second, in any thread."""
        self._terms("")

    def budget_notice(self, estimate: Estimate) -> str:
        """Return what the reader's budgets do to such a run, in a few words; empty where nothing."""
        from radar.pipeline.estimating import budget_notice

        return budget_notice(self.budgets, self.reader.spent_today(), estimate)

    def text_of(self, key: int, format: str) -> str:
        """Return one paper as text to copy: its BibTeX, link, title and so on.

        Raises:
            ExportError: the format is unknown, or the paper has no such text.
            RadarError: the paper is gone.
        """
        from radar.pipeline.exporting.formats import text_of

        entry = self.reader.entry(key)
        if entry is None:
            raise RadarError("this paper is not in the library any more")
        return text_of(entry, format)

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with the worker, one line each; empty where nothing is."""
        idle = not self._starter.coming() and not self._starter.alive()
        if idle:
            _note_lost(self.library, self.jobs, self._starter)
        jobs = self.jobs.list(limit=50)
        waiting = sum(job.state is JobState.QUEUED for job in jobs) if idle else 0
        lines = []
        if jobs and jobs[0].state is JobState.LOST:
            lines.append(f"the worker ended amid “{jobs[0].label}”; {self._starter.log} may tell why")
        if waiting:
            lines.append(f"{waiting} {'job waits' if waiting == 1 else 'jobs wait'} and no worker runs")
        return tuple(lines)

    def close(self) -> None:
        """Let go of the library; a worker goes on, except for a throw-away library, which is removed."""
        if self.throwaway:
            self._starter.stop()
        self.reader.close()
        self.library.close()
        self._at_close()

    def request_job(
        self, kind: JobKind, label: str, arguments: dict[str, object], *, urgent: bool = False
    ) -> Job:
        """Queue a job; the other requests say what its arguments are."""
        job = self.jobs.add(kind, label, arguments, urgent=urgent)
        self._start()
        return job

    def _start(self) -> None:
        """Start a worker for what was asked for, however many have died before: the cause may be gone."""
        self.library.check_place()
        self._woken = 0
        if not self._starter.alive():
            self._starter.start()

    def _terms(self, summariser: str, *, looking_up: bool = True) -> Terms:
        asked = self.asked.called(summariser or self.summariser)
        return _terms_of(self._surroundings, asked, looking_up=looking_up)


def _note_lost(library: Library, jobs: JobQueue, starter: Starter) -> None:
    """Mark the jobs of workers that died as lost.

    Whoever holds the lock is the only worker. Its process is not asked for, since another may have its number
    by now. The lock is looked at after the jobs, so that none of a worker that began meanwhile is taken.
    """
    library.check_place()
    jobs.note_lost(lambda worker: starter.alive())


def _terms_of(own: Surroundings, asked: EndpointInfo | None, *, looking_up: bool) -> Terms:
    from radar.pipeline.estimating import terms_of

    terms = terms_of(asked, own.cache_folder, looking_up=looking_up)
    return replace(terms, language=own.language, profile=own.profile)


def _roomy(own: Surroundings, terms: Terms) -> Terms:
    """Return terms with the room for reasoning, which takes a moment to look up and only budgets need."""
    from radar.pipeline.estimating import with_room

    return with_room(terms, own.cache_folder) if own.budgets else terms


def _is_text(name: str) -> bool:
    """Whether a name of the file system can be kept as text."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _title_of(key: int, reader: LibraryReader) -> str:
    """Return the beginning of a paper's title, by which its job is told from others; empty for none."""
    from radar.abstracts.text.tex import readable_text

    paper = reader.papers([key]).get(key)
    title = clean(readable_text(paper.title)) if paper else ""
    if len(title) <= _LONGEST_TITLE:
        return f'"{title}"' if title else ""
    start = title[: _LONGEST_TITLE - 2].rpartition(" ")[0] or title[: _LONGEST_TITLE - 3]
    return f'"{start}..."'
