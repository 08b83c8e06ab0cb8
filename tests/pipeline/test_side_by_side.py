"""Jobs side by side: sites beside endpoints, and one paper that somebody waits for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from radar.abstracts.reading import read
from radar.errors import AnswerError, LibraryError
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.jobs.job import Job, JobKind, JobState
from radar.papers.listed.listing import Listing
from radar.pipeline.job_kinds import summarise_job
from radar.pipeline.job_run import JobOutcome, JobRun
from radar.pipeline.side_by_side import SideBySide
from radar.pipeline.summarising import Summarising
from tests.pipeline.fakes import FakeSummariser, paper
from tests.pipeline.summarise_runs import id_of

Do = Callable[[JobRun], Coroutine[Any, Any, JobOutcome]]
DoWith = Callable[..., Do]
ENDED = JobOutcome(JobState.DONE, "done")


@pytest.fixture
def keys(library: Library) -> tuple[int, ...]:
    return library.add_papers([paper(each) for each in range(6)], Listing("file:moss"), read).keys


@pytest.fixture
def do_with(library: Library, reader: LibraryReader) -> DoWith:
    """Make what summarises for real by the summariser that a job names, and asks sites as it is told."""

    def make(sites: Mapping[str, asyncio.Event] | None = None, **summarisers: FakeSummariser) -> Do:
        async def do(run: JobRun) -> JobOutcome:
            if run.job.kind is JobKind.SUMMARISE:
                return await summarise_job(
                    run, lambda name: Summarising(library, reader, summarisers[name], read, 2)
                )
            if (answered := (sites or {}).get(run.job.label)) is not None:
                await answered.wait()
            return ENDED

        return do

    return make


def _summarise(jobs: JobQueue, keys: tuple[int, ...], by: str, *, urgent: bool = False) -> Job:
    arguments = {"keys": list(keys), "summariser": by}
    return jobs.add(JobKind.SUMMARISE, "summarise", arguments, urgent=urgent)


def _refresh(jobs: JobQueue, label: str = "refresh") -> Job:
    return jobs.add(JobKind.REFRESH, label, {"sources": []})


def _add(jobs: JobQueue) -> Job:
    """Queue a paper by its id as a screen does."""
    return jobs.add(JobKind.ADD, "add", {"texts": []}, urgent=True)


def _import(jobs: JobQueue) -> Job:
    return jobs.add(JobKind.IMPORT, "import", {"paths": []})


class Stop:
    """Whether the worker should end."""

    def __init__(self) -> None:
        self.asked = False

    def __call__(self) -> bool:
        return self.asked


@contextmanager
def _working(
    jobs: JobQueue, do: Do, stop: Stop | None = None, at_once: Mapping[str, int] | None = None
) -> Iterator[asyncio.Task[None]]:
    """Do the first job and those that come, at most one summary of one paper by each but those named."""
    first = jobs.claim("1")
    assert first is not None
    side_by_side = SideBySide(jobs, do, stop or Stop(), lambda name: (at_once or {}).get(name, 1))
    yield asyncio.create_task(side_by_side.run(first))


def _state(jobs: JobQueue, job: Job) -> JobState:
    now = jobs.get(job.number)
    assert now is not None
    return now.state


async def _until(jobs: JobQueue, job: Job, state: JobState) -> None:
    async with asyncio.timeout(10):
        while True:
            if _state(jobs, job) is state:
                return
            await asyncio.sleep(0.01)


async def test_one_paper_is_done_while_the_long_job_still_waits_for_an_answer(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    slow, quick = FakeSummariser(hangs=frozenset([paper(0).id])), FakeSummariser()
    long_one = _summarise(jobs, keys[:1], "slow")
    with _working(jobs, do_with(slow=slow, quick=quick)) as working:
        await slow.hanging.wait()
        single = _summarise(jobs, keys[3:4], "quick", urgent=True)
        await _until(jobs, single, JobState.DONE)
        assert _state(jobs, long_one) is JobState.RUNNING
        jobs.cancel(long_one.number)
        await working
    assert _state(jobs, long_one) is JobState.CANCELLED


async def test_one_paper_does_not_wait_for_the_long_job_to_be_done_with_it(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    slow, quick = FakeSummariser(hangs=frozenset([paper(0).id])), FakeSummariser()
    long_one = _summarise(jobs, keys[:1], "slow")
    with _working(jobs, do_with(slow=slow, quick=quick)) as working:
        await slow.hanging.wait()
        await _until(jobs, _summarise(jobs, keys[:1], "quick", urgent=True), JobState.DONE)
        jobs.cancel(long_one.number)
        await working
    assert quick.asked == [paper(0).id]


async def test_a_single_paper_whose_request_hangs_does_not_hold_up_those_asked_for_after_it(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    model = FakeSummariser(hangs=frozenset([paper(0).id]))
    hanging = _summarise(jobs, keys[:1], "model", urgent=True)
    with _working(jobs, do_with(model=model), at_once={"model": 2}) as working:
        await model.hanging.wait()
        for key in keys[1:4]:
            await _until(jobs, _summarise(jobs, (key,), "model", urgent=True), JobState.DONE)
        assert _state(jobs, hanging) is JobState.RUNNING
        jobs.cancel(hanging.number)
        await working
    assert _state(jobs, hanging) is JobState.CANCELLED
    assert model.asked == [paper(number).id for number in range(4)]


async def test_of_single_papers_no_more_are_asked_about_at_once_than_their_model_is_given_and_in_their_order(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    model = FakeSummariser(hangs=frozenset(paper(number).id for number in (0, 1)))
    single = [_summarise(jobs, (key,), "model", urgent=True) for key in keys]
    with _working(jobs, do_with(model=model), at_once={"model": 2}) as working:
        await _until(jobs, single[1], JobState.RUNNING)
        await model.hanging.wait()
        refresh = _refresh(jobs)
        await _until(jobs, refresh, JobState.DONE)
        assert [_state(jobs, job) for job in single] == [JobState.RUNNING] * 2 + [JobState.QUEUED] * 4
        jobs.cancel(single[1].number)
        await _until(jobs, single[5], JobState.DONE)
        jobs.cancel(single[0].number)
        await working
    assert model.asked == [paper(number).id for number in range(6)]
    assert model.most_at_once == 2


async def test_single_papers_whose_model_takes_no_more_hold_up_none_of_another_model(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    slow, quick = FakeSummariser(hangs=frozenset([paper(0).id])), FakeSummariser()
    hanging, waiting = (_summarise(jobs, (key,), "slow", urgent=True) for key in keys[:2])
    with _working(jobs, do_with(slow=slow, quick=quick)) as working:
        await slow.hanging.wait()
        await _until(jobs, _summarise(jobs, keys[2:3], "quick", urgent=True), JobState.DONE)
        assert (_state(jobs, hanging), _state(jobs, waiting)) == (JobState.RUNNING, JobState.QUEUED)
        jobs.cancel(hanging.number)
        await working
    assert _state(jobs, waiting) is JobState.DONE


async def test_a_worker_that_is_to_end_puts_single_papers_that_are_asked_about_side_by_side_back(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    model, stop = FakeSummariser(hangs=frozenset(paper(number).id for number in range(3))), Stop()
    single = [_summarise(jobs, (key,), "model", urgent=True) for key in keys[:3]]
    with _working(jobs, do_with(model=model), stop, {"model": 3}) as working:
        await _until(jobs, single[2], JobState.RUNNING)
        stop.asked = True
        async with asyncio.timeout(10):
            await working
    assert [_state(jobs, job) for job in single] == [JobState.QUEUED] * 3


async def test_what_was_handed_out_and_has_not_begun_goes_back_where_the_worker_breaks_down(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    def is_locked(name: str) -> int:
        raise LibraryError("the library is locked")

    refresh = _refresh(jobs)
    single = _summarise(jobs, keys[:1], "model", urgent=True)
    claimed = jobs.claim_one(refresh.number, "1")
    assert claimed is not None
    with pytest.raises(LibraryError):
        await SideBySide(jobs, do_with(), Stop(), is_locked).run(claimed)
    assert (_state(jobs, refresh), _state(jobs, single)) == (JobState.QUEUED, JobState.QUEUED)


async def test_a_single_paper_asked_for_in_a_way_that_cannot_be_read_ends_and_holds_up_nothing(
    jobs: JobQueue, library: Library, keys: tuple[int, ...], do_with: DoWith
) -> None:
    model = FakeSummariser()
    first = _refresh(jobs)
    broken, whole = (_summarise(jobs, (key,), "model", urgent=True) for key in keys[:2])
    library.database.run("UPDATE jobs SET arguments = '{' WHERE number = ?", (broken.number,))
    claimed = jobs.claim_one(first.number, "1")
    assert claimed is not None
    await SideBySide(jobs, do_with(model=model), Stop(), lambda name: 1).run(claimed)
    assert (_state(jobs, broken), _state(jobs, whole)) == (JobState.FAILED, JobState.DONE)


async def test_a_refresh_and_a_paper_by_id_do_not_wait_for_a_long_run_of_summaries(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    slow = FakeSummariser(hangs=frozenset([paper(0).id]))
    long_one = _summarise(jobs, keys, "slow")
    with _working(jobs, do_with(slow=slow)) as working:
        await slow.hanging.wait()
        refresh = _refresh(jobs)
        added = _add(jobs)
        for job in (refresh, added):
            await _until(jobs, job, JobState.DONE)
        assert _state(jobs, long_one) is JobState.RUNNING
        jobs.cancel(long_one.number)
        await working


@pytest.mark.parametrize("kind", [kind for kind in JobKind if kind is not JobKind.IMPORT])
@pytest.mark.parametrize("urgent", [True, False])
async def test_a_job_of_any_kind_but_an_import_has_a_lane(
    jobs: JobQueue, kind: JobKind, urgent: bool
) -> None:
    async def do(run: JobRun) -> JobOutcome:
        return ENDED

    job = jobs.add(kind, "job", {}, urgent=urgent)
    with _working(jobs, do) as working:
        await working
    assert _state(jobs, job) is JobState.DONE


async def test_summaries_do_not_wait_for_a_long_refresh_and_another_refresh_does(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    answered = asyncio.Event()
    long_one, next_one = _refresh(jobs, "slow"), _refresh(jobs)
    with _working(jobs, do_with({"slow": answered}, quick=FakeSummariser())) as working:
        summaries = _summarise(jobs, keys, "quick")
        await _until(jobs, summaries, JobState.DONE)
        assert (_state(jobs, long_one), _state(jobs, next_one)) == (JobState.RUNNING, JobState.QUEUED)
        answered.set()
        await working
    assert (_state(jobs, long_one), _state(jobs, next_one)) == (JobState.DONE, JobState.DONE)


async def test_what_came_beside_a_job_may_outlast_it_and_others_still_come_beside(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    slow = FakeSummariser(hangs=frozenset([paper(0).id]))
    first = _refresh(jobs)
    long_one = _summarise(jobs, keys, "slow")
    with _working(jobs, do_with(slow=slow)) as working:
        await slow.hanging.wait()
        await _until(jobs, first, JobState.DONE)
        second = _refresh(jobs)
        await _until(jobs, second, JobState.DONE)
        jobs.cancel(long_one.number)
        await working
    assert _state(jobs, long_one) is JobState.CANCELLED


async def test_cancelling_one_of_two_leaves_the_other_at_work(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    answered = asyncio.Event()
    slow = FakeSummariser(hangs=frozenset([paper(0).id]))
    refresh, summaries = _refresh(jobs, "slow"), _summarise(jobs, keys, "slow")
    with _working(jobs, do_with({"slow": answered}, slow=slow)) as working:
        await slow.hanging.wait()
        jobs.cancel(refresh.number)
        await _until(jobs, refresh, JobState.CANCELLED)
        assert _state(jobs, summaries) is JobState.RUNNING
        jobs.cancel(summaries.number)
        await working


async def test_a_worker_that_is_to_end_puts_all_that_is_at_work_back(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    slow, stop = FakeSummariser(hangs=frozenset([paper(0).id])), Stop()
    both = _refresh(jobs, "slow"), _summarise(jobs, keys, "slow")
    with _working(jobs, do_with({"slow": asyncio.Event()}, slow=slow), stop) as working:
        await slow.hanging.wait()
        stop.asked = True
        async with asyncio.timeout(10):
            await working
    assert [_state(jobs, job) for job in both] == [JobState.QUEUED] * 2


async def test_a_mistake_in_the_program_met_beside_a_job_is_not_hidden_and_the_job_goes_on_later(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    long_one = _refresh(jobs, "slow")
    with _working(jobs, do_with({"slow": asyncio.Event()})) as working:
        single = _summarise(jobs, keys[:1], "nobody", urgent=True)
        async with asyncio.timeout(10):
            with pytest.raises(KeyError):
                await working
    assert _state(jobs, single) is JobState.FAILED
    assert _state(jobs, long_one) is JobState.QUEUED


async def test_an_import_that_waits_is_not_kept_waiting_by_summaries_that_came_after_it(
    jobs: JobQueue, keys: tuple[int, ...], do_with: DoWith
) -> None:
    slow = FakeSummariser(hangs=frozenset([paper(0).id]))
    first = _summarise(jobs, keys[:1], "slow")
    with _working(jobs, do_with(slow=slow, quick=FakeSummariser())) as working:
        await slow.hanging.wait()
        imported = _import(jobs)
        later = _summarise(jobs, keys[1:], "quick")
        refresh = _refresh(jobs)
        await _until(jobs, refresh, JobState.DONE)
        jobs.cancel(first.number)
        await working
    assert (_state(jobs, imported), _state(jobs, later)) == (JobState.QUEUED, JobState.QUEUED)
    claimed = jobs.claim("1")
    assert claimed is not None and claimed.number == imported.number


def test_jobs_are_claimed_by_kind_urgent_ones_first_and_none_after_one_that_goes_before(
    jobs: JobQueue,
) -> None:
    before, older, after = _summarise(jobs, (1,), ""), _import(jobs), _summarise(jobs, (2,), "")
    first, second = (_summarise(jobs, (number,), "", urgent=True) for number in (1, 2))
    kinds = (JobKind.SUMMARISE,)
    assert jobs.claim("1", (JobKind.REFRESH, JobKind.ADD)) is None
    claims = [
        jobs.claim("1"),
        jobs.claim("1", kinds, urgent=False, before=JobKind.IMPORT),
        jobs.claim("1", kinds, urgent=False, before=JobKind.IMPORT),
        jobs.claim("1", kinds, urgent=True),
        jobs.claim("1"),
        jobs.claim("1", kinds, urgent=False, before=JobKind.IMPORT),
    ]
    numbers = [first.number, before.number, None, second.number, older.number, after.number]
    assert [claim and claim.number for claim in claims] == numbers


async def test_why_papers_failed_is_told_at_the_end_of_the_job(
    jobs: JobQueue, do_with: DoWith, keys: tuple[int, ...]
) -> None:
    failures = {id_of(each): AnswerError(f"answer {each} is no JSON", "Try another model") for each in (1, 3)}
    do = do_with(fails=FakeSummariser(failures=failures))
    told = []
    for chosen in (keys[:2], keys[:1], keys[1:4]):
        _summarise(jobs, chosen, "fails")
        job = jobs.claim("1")
        assert job is not None
        told.append((await do(JobRun(job, jobs, lambda: False))).message)
    assert told == [
        "1 summarised, 1 failed. answer 1 is no JSON. Try another model",
        "0 summarised, 1 done before",
        "1 summarised, 2 failed. The last one: answer 3 is no JSON. Try another model",
    ]
