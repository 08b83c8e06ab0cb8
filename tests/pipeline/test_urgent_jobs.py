"""One paper that somebody waits for, while a long job goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from radar.abstracts.reading import read
from radar.library.jobs import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.job import Job, JobKind, JobState
from radar.papers.listing import Listing
from radar.pipeline.job_kinds import summarise_job
from radar.pipeline.job_run import JobCancelled, JobOutcome, JobRun
from radar.pipeline.summarising import Summarising
from radar.pipeline.urgent_jobs import with_urgent_jobs
from tests.pipeline.fakes import FakeSummariser, paper

Build = Callable[[str], Summarising]


@pytest.fixture
def keys(library: Library) -> tuple[int, ...]:
    return library.add_papers([paper(each) for each in range(6)], Listing("file:moss"), read).keys


@pytest.fixture
def build_with(library: Library, reader: LibraryReader) -> Callable[..., Build]:
    def by_name(**summarisers: FakeSummariser) -> Build:
        return lambda name: Summarising(library, reader, summarisers[name], read, 2)

    return by_name


def _add(jobs: JobQueue, keys: tuple[int, ...], by: str, *, urgent: bool = False) -> Job:
    arguments = {"keys": list(keys), "summariser": by}
    return jobs.add(JobKind.SUMMARISE, "summarise", arguments, urgent=urgent)


def _claimed(jobs: JobQueue) -> JobRun:
    job = jobs.claim("1")
    assert job is not None
    return JobRun(job, jobs, lambda: False)


def _state(jobs: JobQueue, job: Job) -> JobState:
    now = jobs.get(job.number)
    assert now is not None
    return now.state


async def _until_ended(jobs: JobQueue, job: Job) -> None:
    async with asyncio.timeout(10):
        while True:
            if _state(jobs, job).ended:
                return
            await asyncio.sleep(0.01)


async def test_one_paper_is_done_while_the_long_job_still_waits_for_an_answer(
    jobs: JobQueue, keys: tuple[int, ...], build_with: Callable[..., Build]
) -> None:
    slow, quick = FakeSummariser(hangs=frozenset([paper(0).id])), FakeSummariser()
    build = build_with(slow=slow, quick=quick)
    long_one = _add(jobs, keys[:1], "slow")
    run = _claimed(jobs)
    working = asyncio.create_task(with_urgent_jobs(run, summarise_job(run, build), build))
    await slow.hanging.wait()
    single = _add(jobs, keys[3:4], "quick", urgent=True)
    await _until_ended(jobs, single)
    assert _state(jobs, single) is JobState.DONE
    assert _state(jobs, long_one) is JobState.RUNNING
    jobs.cancel(long_one.number)
    with pytest.raises(JobCancelled):
        await working


async def test_an_urgent_job_that_is_under_way_when_the_long_one_ends_is_brought_to_its_end(
    jobs: JobQueue, keys: tuple[int, ...], build_with: Callable[..., Build]
) -> None:
    hanging = FakeSummariser(hangs=frozenset([paper(3).id]))
    build = build_with(slow=hanging)
    end = asyncio.Event()

    async def work() -> JobOutcome:
        await end.wait()
        return JobOutcome(JobState.DONE, "done")

    _add(jobs, keys, "slow")
    run = _claimed(jobs)
    working = asyncio.create_task(with_urgent_jobs(run, work(), build))
    single = _add(jobs, keys[3:4], "slow", urgent=True)
    await hanging.hanging.wait()
    end.set()
    await asyncio.sleep(0)
    assert _state(jobs, single) is JobState.RUNNING
    jobs.cancel(single.number)
    assert await working == JobOutcome(JobState.DONE, "done")
    assert _state(jobs, single) is JobState.CANCELLED


async def test_a_mistake_in_the_program_met_beside_the_long_job_is_not_hidden(
    jobs: JobQueue, keys: tuple[int, ...], build_with: Callable[..., Build]
) -> None:
    async def work() -> JobOutcome:
        return await asyncio.Future()

    _add(jobs, keys, "slow")
    run = _claimed(jobs)
    single = _add(jobs, keys[:1], "nobody", urgent=True)
    async with asyncio.timeout(10):
        with pytest.raises(KeyError):
            await with_urgent_jobs(run, work(), build_with())
    assert _state(jobs, single) is JobState.FAILED


def test_an_urgent_job_is_claimed_before_older_ones_and_may_be_asked_for_alone(jobs: JobQueue) -> None:
    older = jobs.add(JobKind.IMPORT, "import", {"paths": []})
    assert jobs.claim("1", urgent=JobKind.SUMMARISE) is None
    first, second = (_add(jobs, (number,), "", urgent=True) for number in (1, 2))
    claims = [jobs.claim("1"), jobs.claim("1", urgent=JobKind.SUMMARISE), jobs.claim("1")]
    assert [claim and claim.number for claim in claims] == [first.number, second.number, older.number]
