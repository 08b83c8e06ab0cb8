"""A summary of one paper that somebody waits for, had while a long job goes on."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from radar.net.gate import ahead_of_others
from radar.papers.job import JobKind
from radar.pipeline.job_kinds import summarise_job
from radar.pipeline.job_run import JobOutcome, JobRun, concluding

if TYPE_CHECKING:
    from radar.pipeline.summarising import Summarising

_LOOK_EVERY = 0.2
"""Seconds between two looks at whether somebody asks for one paper."""


async def with_urgent_jobs(
    run: JobRun, work: Coroutine[Any, Any, JobOutcome], build: Callable[[str], Summarising]
) -> JobOutcome:
    """Do the work of a job, and beside it each urgent job that is queued meanwhile.

    Their requests pass before those of the job at the gate to the same endpoint.

    Args:
        run: the long job.
        work: what it does.
        build: makes the flow that asks a summariser, by the name of it.
    """
    doing = asyncio.create_task(run.watched(work))
    over = asyncio.Event()
    doing.add_done_callback(lambda _: over.set())
    beside = asyncio.create_task(_urgent_jobs(run, build, over))
    try:
        await asyncio.wait({doing, beside}, return_when=asyncio.FIRST_COMPLETED)
        # An urgent job under way is brought to its end; what nobody expected of it ends the long one too.
        await beside
        return await doing
    finally:
        for task in (doing, beside):
            task.cancel()
        await asyncio.gather(doing, beside, return_exceptions=True)


async def _urgent_jobs(long_one: JobRun, build: Callable[[str], Summarising], over: asyncio.Event) -> None:
    """Do urgent jobs, one after the other, until the long one is over."""
    while not over.is_set():
        job = long_one.jobs.claim(str(os.getpid()), urgent=JobKind.SUMMARISE)
        if job is None:
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), _LOOK_EVERY)
            continue
        run = JobRun(job, long_one.jobs, long_one.stopping)
        with concluding(run) as conclude, ahead_of_others():
            conclude(await run.watched(summarise_job(run, build)))
