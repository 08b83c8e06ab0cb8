"""Jobs side by side: what asks sites, what asks endpoints, and single papers that somebody waits for."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from radar.net.gate import ahead_of_others
from radar.papers.bases import Value
from radar.papers.jobs.job import Job, JobKind, JobState
from radar.pipeline.job_arguments import summariser_of
from radar.pipeline.job_run import JobOutcome, JobRun, concluding

if TYPE_CHECKING:
    from radar.library.jobs.job_queue import JobQueue

_LOOK_EVERY = 0.2
"""Seconds between two looks at the queue while something is at work."""


class Lane(Value):
    """Jobs that are done beside those of other lanes."""

    kinds: tuple[JobKind, ...]
    urgent: bool | None = None
    """Whether it is for urgent ones, or for those that are not; None for both, the urgent ones first."""

    def takes(self, job: Job) -> bool:
        """Whether a job belongs here."""
        return job.kind in self.kinds and self.urgent in (None, job.urgent)


SITES = Lane((JobKind.REFRESH, JobKind.ADD))
ENDPOINTS = Lane((JobKind.SUMMARISE,), urgent=False)
URGENT = Lane((JobKind.SUMMARISE,), urgent=True)
"""Summaries of one paper; their requests pass before others at the gate to the same endpoint."""


class SideBySide:
    """Does jobs in lanes, all in one thread, until none is at work.

    The jobs of a lane are done one after the other; but of summaries of one paper as many are under way as
    their summariser is given papers at once, so that one that hangs does not hold up those asked for later.
    More than that would only wait at the gate, where it counts as at work and nobody sees that it waits.
    """

    def __init__(
        self,
        jobs: JobQueue,
        do: Callable[[JobRun], Coroutine[Any, Any, JobOutcome]],
        stopping: Callable[[], bool],
        at_once: Callable[[str], int],
    ) -> None:
        """Make the lanes, all of them empty.

        Args:
            do: does the work of one job.
            stopping: whether the worker should end.
            at_once: how many papers the summariser of a name is given at the same time, at most.
        """
        self._jobs = jobs
        self._do = do
        self._stopping = stopping
        self._at_once = at_once
        self._at_work: dict[asyncio.Task[None], Job] = {}

    async def run(self, first: Job) -> None:
        """Do a job, and those that come meanwhile; what nobody expected of one ends them all."""
        self._begin(first)
        try:
            self._begin_others()
            while self._at_work:
                await asyncio.wait(self._at_work, timeout=_LOOK_EVERY, return_when=asyncio.FIRST_COMPLETED)
                for task in [each for each in self._at_work if each.done()]:
                    del self._at_work[task]
                    task.result()
                self._begin_others()
        finally:
            # Only a job that has begun goes back into the queue.
            await asyncio.sleep(0)
            for task in self._at_work:
                task.cancel()
            await asyncio.gather(*self._at_work, return_exceptions=True)

    def _begin(self, job: Job) -> None:
        self._at_work[asyncio.create_task(self._finish(job))] = job

    async def _finish(self, job: Job) -> None:
        run = JobRun(job, self._jobs, self._stopping)
        with concluding(run) as conclude, ahead_of_others() if URGENT.takes(job) else nullcontext():
            conclude(await run.watched(self._do(run)))

    def _begin_others(self) -> None:
        """Begin what waits and has a place."""
        if self._stopping():
            return
        for next_one in (self._next_of_sites, self._next_of_endpoints, self._next_urgent):
            while (job := next_one()) is not None:
                self._begin(job)

    def _next_of_sites(self) -> Job | None:
        # An import begins when all lanes are empty, so what comes after it must not keep them busy; but
        # while summaries keep it waiting anyway, sites may as well be asked.
        return self._next(SITES, before=None if self._busy(ENDPOINTS) else JobKind.IMPORT)

    def _next_of_endpoints(self) -> Job | None:
        return self._next(ENDPOINTS, before=JobKind.IMPORT)

    def _next(self, lane: Lane, before: JobKind | None) -> Job | None:
        if self._busy(lane):
            return None
        return self._jobs.claim(str(os.getpid()), lane.kinds, urgent=lane.urgent, before=before)

    def _busy(self, lane: Lane) -> bool:
        return any(map(lane.takes, self._at_work.values()))

    def _next_urgent(self) -> Job | None:
        """Claim the first summary of one paper whose summariser has a place left; it waits for no import."""
        asked = [summariser_of(job) for job in self._at_work.values() if URGENT.takes(job)]
        for job in self._jobs.under_way(JobKind.SUMMARISE, urgent=True):
            name = summariser_of(job)
            if job.state is JobState.QUEUED and asked.count(name) < self._at_once(name):
                claimed = self._jobs.claim_one(job.number, str(os.getpid()))
                if claimed is not None:
                    return claimed
        return None
