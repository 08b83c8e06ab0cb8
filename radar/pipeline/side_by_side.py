"""Jobs side by side: what asks sites, what asks endpoints, and one paper that somebody waits for."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING, Any

from radar.net.gate import ahead_of_others
from radar.papers.bases import Value
from radar.papers.job import Job, JobKind
from radar.pipeline.job_run import JobOutcome, JobRun, concluding

if TYPE_CHECKING:
    from radar.library.jobs import JobQueue

_LOOK_EVERY = 0.2
"""Seconds between two looks of an idle lane at the queue."""


class Lane(Value):
    """Jobs that are done one after the other, and beside those of other lanes."""

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
    """Does jobs in a lane each, all in one thread, until no lane is at work."""

    def __init__(
        self,
        jobs: JobQueue,
        do: Callable[[JobRun], Coroutine[Any, Any, JobOutcome]],
        stopping: Callable[[], bool],
    ) -> None:
        """Make the lanes, all of them empty.

        Args:
            do: does the work of one job.
            stopping: whether the worker should end.
        """
        self._jobs = jobs
        self._do = do
        self._stopping = stopping
        self._at_work: set[Lane] = set()
        self._over = asyncio.Event()

    async def run(self, first: Job) -> None:
        """Do a job, and those that come meanwhile; what nobody expected of one ends them all."""
        lanes = []
        for lane in (SITES, ENDPOINTS, URGENT):
            job = first if lane.takes(first) else None
            if job is not None:
                self._at_work.add(lane)
            lanes.append(asyncio.create_task(self._keep(lane, job)))
        try:
            await asyncio.gather(*lanes)
        finally:
            for task in lanes:
                task.cancel()
            await asyncio.gather(*lanes, return_exceptions=True)

    async def _keep(self, lane: Lane, job: Job | None) -> None:
        """Do the jobs of a lane, one after the other, until there is nothing at work in any."""
        while not self._over.is_set():
            if job is not None:
                await self._finish(lane, job)
            job = None if self._stopping() else self._next(lane)
            if job is not None:
                self._at_work.add(lane)
            elif not self._at_work:
                self._over.set()
            else:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._over.wait(), _LOOK_EVERY)

    async def _finish(self, lane: Lane, job: Job) -> None:
        run = JobRun(job, self._jobs, self._stopping)
        try:
            with concluding(run) as conclude, ahead_of_others() if lane.urgent else nullcontext():
                conclude(await run.watched(self._do(run)))
        finally:
            self._at_work.discard(lane)

    def _next(self, lane: Lane) -> Job | None:
        # An import begins when all lanes are empty, so what comes after it must not keep them busy; but
        # while summaries keep it waiting anyway, sites may as well be asked.
        overtakes = lane is URGENT or (lane is SITES and ENDPOINTS in self._at_work)
        return self._jobs.claim(
            str(os.getpid()), lane.kinds, urgent=lane.urgent, before=None if overtakes else JobKind.IMPORT
        )
