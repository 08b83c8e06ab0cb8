"""The worker: one process a library that empties the queue of jobs and ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Protocol

from radar.errors import LibraryError, RadarError
from radar.library.database.failures import library_is_there
from radar.papers.jobs.job import Job, JobKind, JobState
from radar.papers.jobs.reports import Report
from radar.papers.jobs.site_wait import ToldOfWait
from radar.pipeline.collecting import seldom_collecting
from radar.pipeline.job_kinds import import_job, summarise_job
from radar.pipeline.job_run import JobOutcome, JobRun, WorkerStopping, concluding
from radar.pipeline.side_by_side import SideBySide
from radar.pipeline.source_jobs import add_job, refresh_job
from radar.pipeline.worker_lock import WorkerLock
from radar.pipeline.worker_log import redacted_output

if TYPE_CHECKING:
    from types import FrameType

    from radar.library.jobs.job_queue import JobQueue
    from radar.pipeline.bringing import Bringer
    from radar.pipeline.importing import Importer
    from radar.pipeline.refreshing import Refresher
    from radar.pipeline.summarising import Summarising

_ENDING = (signal.SIGTERM, signal.SIGINT)
_STIR_EVERY = 2.0
"""Seconds between two signs of life."""


class WorkerRooms(Protocol):
    """What a worker works with; each part is made when a job first needs it."""

    @property
    def jobs(self) -> JobQueue:
        """The queue in the library."""

    def importer(self, finishing: Report) -> Importer:
        """Return a flow that imports files."""

    def refresher(self, told: ToldOfWait) -> Refresher:
        """Return a flow that asks sources.

        Args:
            told: of each wait before a site is asked.
        """

    def bringer(self, told: ToldOfWait) -> Bringer:
        """Return a flow that brings papers by id, link or DOI."""

    def summarising(self, name: str) -> Summarising:
        """Return a flow that asks the summariser of that name, or the usual one for an empty name."""

    def at_once(self, name: str) -> int:
        """Return how many papers the summariser of that name is given at the same time, at most."""

    def tidy(self, report: Report) -> bool:
        """Do a step of the work that nobody asked for, and return False where none is left.

        Args:
            report: told how far a long step is; what it raises ends the step.
        """

    def close(self) -> None:
        """Let go of everything."""


class Worker:
    """Works through the queue of one library, and ends when it is empty.

    Sites and endpoints are asked side by side, so that a long run of summaries holds up no refresh, and so
    are single papers of which one may hang; an import has the worker for itself.

    A job that was told to cancel ends within a moment. SIGTERM and SIGINT end the worker within a
    moment too; what is at hand goes back into the queue and goes on where it was when the next worker
    takes it, for what is committed is not done again.
    """

    def __init__(
        self,
        lock: WorkerLock,
        open_rooms: Callable[[], WorkerRooms],
        secrets: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """Make a worker that has not started.

        Args:
            open_rooms: opens the library and what else there is, in the thread that runs the worker.
            secrets: says which texts must not reach the log; asked whenever something is written.
        """
        self._lock = lock
        self._open_rooms = open_rooms
        self._secrets = secrets
        self._stopping = False
        self._stirred = 0.0

    def run(self) -> int:
        """Work until the queue is empty or a signal comes, and return an exit code.

        It is 0 too where another worker has the library, for that one does the work. Where there is no
        library, none is made.
        """
        with redacted_output(self._secrets), self._signals_heeded(), seldom_collecting():
            try:
                self._refuse_no_library()
                return self._work() if self._lock.acquire() else 0
            except RadarError as error:
                print(f"radar: {error.title}: {error}", file=sys.stderr)
                return 1
            finally:
                self._lock.release()

    def _refuse_no_library(self) -> None:
        """Raise LibraryError where there is none: an empty one in its place would be taken for it."""
        if not library_is_there(self._lock.library):
            raise LibraryError(
                f"there is no library at {self._lock.library}, so that no worker has anything to do",
                "Put it back if it was moved; radar import FILE and radar refresh make a new one",
            )

    def _work(self) -> int:
        with closing(self._open_rooms()) as rooms:
            while True:
                # Whoever holds the lock is the only worker, so a job that another one has is lost.
                rooms.jobs.note_lost(lambda worker: False)
                self._empty_queue(rooms)
                self._lock.release()
                # A job that is queued from here on finds the lock free and starts a worker of its
                # own. One queued a moment before did not: hence the look after letting go.
                if self._stopping or not _some_wait(rooms.jobs) or not self._lock.acquire():
                    return 0

    def _empty_queue(self, rooms: WorkerRooms) -> None:
        while not self._to_end():
            job = rooms.jobs.claim(str(os.getpid()))
            if job is None:
                if not self._tidied(rooms):
                    return
            elif job.kind is JobKind.IMPORT:
                self._import(job, rooms)
            else:
                asyncio.run(self._side_by_side(job, rooms))

    def _tidied(self, rooms: WorkerRooms) -> bool:
        def give_way(done: int, total: int) -> None:
            if self._to_end() or _some_wait(rooms.jobs):
                raise WorkerStopping

        with suppress(WorkerStopping):
            return rooms.tidy(give_way)
        return True

    def _import(self, job: Job, rooms: WorkerRooms) -> None:
        run = JobRun(job, rooms.jobs, self._to_end)
        with concluding(run) as conclude:
            conclude(import_job(run, rooms.importer))

    async def _side_by_side(self, first: Job, rooms: WorkerRooms) -> None:
        """Do a job that waits for answers most of the time, and others beside it."""

        async def do(run: JobRun) -> JobOutcome:
            if run.job.kind is JobKind.REFRESH:
                return await refresh_job(run, rooms.refresher)
            if run.job.kind is JobKind.ADD:
                return await add_job(run, rooms.bringer)
            return await summarise_job(run, rooms.summarising)

        await SideBySide(rooms.jobs, do, self._to_end, rooms.at_once).run(first)

    def _to_end(self) -> bool:
        """Return whether to end; whoever asks is at work, which is shown now and then."""
        if (now := time.monotonic()) - self._stirred >= _STIR_EVERY:
            self._stirred = now
            self._lock.stir()
        return self._stopping

    @contextmanager
    def _signals_heeded(self) -> Iterator[None]:
        before = {number: signal.signal(number, self._stop) for number in _ENDING}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True


def _some_wait(jobs: JobQueue) -> bool:
    return any(job.state is JobState.QUEUED for job in jobs.list(limit=50))
