"""Two radars that ask the same sources at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from radar.errors import NetworkError
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.papers.jobs.job import JobKind, JobState
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.listing import ListingPage
from radar.pipeline.job_run import JobRun, concluding
from radar.pipeline.source_jobs import refresh_job
from radar.pipeline.source_standing import utc_now
from tests.pipeline.fakes import FakeSource, paper
from tests.pipeline.test_refreshing import outcomes_of, refresher_of


class _Meanwhile(FakeSource):
    """A source that another radar asks while this one is at the source before it."""

    def __init__(self, library: Library, other: FakeSource) -> None:
        super().__init__("hf:first", [[paper(1)]])
        self._library, self._other = library, other

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        await outcomes_of(refresher_of(self._library, self._other), self._other.name)
        async for page in super().pages(since, resume):
            yield page


async def test_what_another_radar_has_asked_since_it_was_due_is_not_asked_again_unless_by_hand(
    library: Library,
) -> None:
    asked: list[str] = []

    class Counted(FakeSource):
        async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
            asked.append(self.name)
            async for page in super().pages(since, resume):
                yield page

    second = Counted("hf:second", [[paper(2)]])
    refresher = refresher_of(library, _Meanwhile(library, second), second)
    done = await outcomes_of(refresher, "hf:first", "hf:second", due_at=utc_now())
    assert asked == ["hf:second"], "by the other radar alone"
    assert done["hf:second"].line == "hf:second: another radar asked it meanwhile"
    assert done["hf:first"].new == 1
    await outcomes_of(refresher, "hf:first", "hf:second")
    assert len(asked) == 3, "by the other radar, and by hand"
    await outcomes_of(refresher_of(library, second), "hf:second", due_at=utc_now())
    assert len(asked) == 4, "it was due since it was asked last"


async def test_a_job_that_came_by_itself_leaves_to_another_radar_what_that_has_asked(
    library: Library, jobs: JobQueue
) -> None:
    daily = FakeSource("hf:daily", [[paper(2)]])
    for quiet, told in ((True, "another radar asked it meanwhile"), (False, "0 new, 1 known")):
        jobs.add(JobKind.REFRESH, "refresh hf:daily", {"sources": ["hf:daily"], "quiet": quiet})
        await outcomes_of(refresher_of(library, daily), "hf:daily")
        job = jobs.claim("1")
        assert job is not None
        outcome = await refresh_job(
            JobRun(job, jobs, lambda: False), lambda _told: refresher_of(library, daily)
        )
        assert (outcome.state, outcome.message) == (JobState.DONE, told)
        jobs.end(job.number, outcome.state, outcome.message)


@pytest.mark.parametrize(("pages", "told"), [(0, "nothing was done"), (1, "what was done stays")])
async def test_pages_of_a_source_that_was_not_asked_to_its_end_stay_where_its_job_is_cancelled(
    library: Library, jobs: JobQueue, pages: int, told: str
) -> None:
    class Hangs(FakeSource):
        async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
            async for page in super().pages(since, resume):
                yield page
            jobs.cancel(run.job.number)
            await asyncio.Event().wait()

    jobs.add(JobKind.REFRESH, "refresh hf:daily", {"sources": ["hf:daily"]})
    job = jobs.claim("1")
    assert job is not None
    run, daily = JobRun(job, jobs, lambda: False), Hangs("hf:daily", [[paper(1)]] * pages)
    async with asyncio.timeout(10):
        with concluding(run) as conclude:
            conclude(await run.watched(refresh_job(run, lambda _told: refresher_of(library, daily))))
    ended = jobs.get(job.number)
    assert ended is not None
    assert ended.message == f"cancelled; {told}"


async def test_what_was_only_begun_since_it_was_due_is_asked(library: Library) -> None:
    daily, due_at = FakeSource("hf:daily", [[paper(2)]]), utc_now()
    library.note_source(SourceState("hf:daily", asked=utc_now()))
    done = await outcomes_of(refresher_of(library, daily), "hf:daily", due_at=due_at)
    assert done["hf:daily"].new == 1


async def test_a_failure_that_another_radar_meets_meanwhile_is_not_counted_twice(library: Library) -> None:
    second = FakeSource("hf:second", failure=NetworkError("gone"))
    done = await outcomes_of(
        refresher_of(library, _Meanwhile(library, second), second), "hf:first", "hf:second"
    )
    (state,) = (each for each in library.source_states() if each.name == "hf:second")
    assert state.asked is not None
    assert state.again is not None
    assert done["hf:second"].error is not None
    assert state.again - state.asked < timedelta(minutes=11)
