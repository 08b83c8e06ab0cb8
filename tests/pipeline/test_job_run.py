"""A job's progress and the looks at whether it should go on."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from itertools import count

import pytest

from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.jobs.job import JobKind, JobProgress, JobState
from radar.pipeline.job_run import JobCancelled, JobOutcome, JobRun, WorkerStopping, concluding


@pytest.fixture
def jobs(library: Library) -> JobQueue:
    return JobQueue(library)


def _claimed(jobs: JobQueue, stopping: bool = False) -> JobRun:
    jobs.add(JobKind.REFRESH, "refresh", {"sources": []})
    job = jobs.claim("1")
    assert job is not None
    return JobRun(job, jobs, lambda: stopping)


def test_a_burst_of_progress_is_few_writes_and_the_last_one_counts(
    jobs: JobQueue, reader: LibraryReader
) -> None:
    run = _claimed(jobs)
    versions = set()
    for done in range(2000):
        run.report(done=done)
        versions.add(reader.data_version())
    assert len(versions) < 50
    run.write()
    job = jobs.get(run.job.number)
    assert job is not None
    assert job.progress.done == 1999


def test_how_long_a_job_was_at_work_is_noted_by_a_clock_that_stands_still_while_the_machine_sleeps(
    jobs: JobQueue, library: Library
) -> None:
    claimed = _claimed(jobs).job
    run = JobRun(claimed, jobs, lambda: False, seconds=iter((100.0, 160.0)).__next__)
    library.database.run("UPDATE jobs SET started = started - ?", (8 * 3600 * 1_000_000,))
    run.write()
    job = jobs.get(claimed.number)
    assert job is not None
    assert job.worked == 60


def test_another_note_takes_the_moment_of_the_one_before_with_it(jobs: JobQueue) -> None:
    run, moment = _claimed(jobs), datetime(2026, 2, 3, tzinfo=UTC)
    run.report(note="a.example asks to wait", waits_until=moment)
    run.report(done=1)
    assert run.progress == JobProgress(done=1, note="a.example asks to wait", waits_until=moment)
    run.report(note="no answer from a.example", silent_since=moment)
    assert run.progress == JobProgress(done=1, note="no answer from a.example", silent_since=moment)
    run.report(note="a.example: what was that?")
    assert run.progress == JobProgress(done=1, note="a.example: what was that?")


def test_a_job_that_should_not_go_on_says_so(jobs: JobQueue) -> None:
    _claimed(jobs).check()
    with pytest.raises(WorkerStopping):
        _claimed(jobs, stopping=True).check()
    run = _claimed(jobs)
    jobs.cancel(run.job.number)
    with pytest.raises(JobCancelled):
        run.check()


async def test_work_that_ends_by_itself_gives_its_outcome(jobs: JobQueue) -> None:
    async def work() -> JobOutcome:
        return JobOutcome(JobState.DONE, "all is well")

    assert await _claimed(jobs).watched(work()) == JobOutcome(JobState.DONE, "all is well")


async def test_of_work_that_does_not_get_on_it_is_noted_for_how_long(jobs: JobQueue) -> None:
    claimed = _claimed(jobs).job
    run = JobRun(claimed, jobs, lambda: False, seconds=map(float, count()).__next__)

    async def stand_still() -> JobOutcome:
        while True:
            job = jobs.get(claimed.number)
            if job is not None and (job.worked or 0) >= 10:
                return JobOutcome(JobState.DONE, "at last")
            await asyncio.sleep(0.01)

    async with asyncio.timeout(10):
        assert (await run.watched(stand_still())).state is JobState.DONE


async def test_an_error_of_the_work_comes_through(jobs: JobQueue) -> None:
    async def work() -> JobOutcome:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await _claimed(jobs).watched(work())


async def test_work_that_waits_is_given_up_and_cleans_up_first(jobs: JobQueue) -> None:
    cleaned: list[bool] = []

    async def work() -> JobOutcome:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            cleaned.append(True)
        return JobOutcome(JobState.DONE, "")

    run = _claimed(jobs)
    jobs.cancel(run.job.number)
    async with asyncio.timeout(10):
        with pytest.raises(JobCancelled):
            await run.watched(work())
    assert cleaned == [True]


@pytest.mark.parametrize(
    ("done", "told"),
    [
        (JobProgress(66, 16), "cancelled at 16 of 66; what was done stays"),
        (JobProgress(66, 16, failed=2), "cancelled at 16 of 66; what was done stays"),
        (JobProgress(66, new=1), "cancelled; what was done stays"),
        (JobProgress(66), "cancelled; nothing was done"),
        (JobProgress(1, 1, failed=1), "cancelled; nothing was done"),
    ],
)
def test_a_job_that_was_cancelled_tells_how_far_it_was(jobs: JobQueue, done: JobProgress, told: str) -> None:
    run = _claimed(jobs)
    run.progress = done
    with concluding(run):
        raise JobCancelled
    job = jobs.get(run.job.number)
    assert job is not None
    assert (job.state, job.message) == (JobState.CANCELLED, told)


def test_what_was_done_before_a_job_was_given_back_stays(jobs: JobQueue) -> None:
    first = _claimed(jobs)
    with concluding(first):
        first.report(done=16, total=66)
        raise WorkerStopping
    job = jobs.claim("2")
    assert job is not None
    with concluding(JobRun(job, jobs, lambda: False)):
        raise JobCancelled
    ended = jobs.get(job.number)
    assert ended is not None
    assert ended.message == "cancelled; what was done stays"
