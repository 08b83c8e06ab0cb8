"""Starred papers whose code is looked for."""

from __future__ import annotations

from contextlib import aclosing
from datetime import UTC, datetime, timedelta

from radar.abstracts.reading import read
from radar.errors import ListingError, NetworkError
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.job import JobKind, JobState
from radar.papers.listed.change import ChangeKind
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links
from radar.papers.reader.query import Mark
from radar.pipeline.events import Refreshed
from radar.pipeline.job_run import JobRun
from radar.pipeline.refreshing import Refresher
from radar.pipeline.source_jobs import message_of, refresh_job
from radar.pipeline.source_standing import STARRED
from radar.pipeline.starred_code import MOST_ALONE, SLICE, StarredCode
from tests.pipeline.fakes import FakeSource, paper

LISTING = Listing("hf:daily")


class Asked:
    """Sources that know the code of one paper, and remember what was asked."""

    def __init__(self, with_code: int = 0, failure: NetworkError | None = None) -> None:
        self.names: list[str] = []
        self._with_code = with_code
        self._failure = failure

    def source(self, name: str) -> FakeSource:
        """Return what a name stands for."""
        self.names.append(name)
        if self._failure is not None:
            return FakeSource(name, failure=self._failure)
        if name == f"hf:paper/2603.{self._with_code:05d}":
            links = Links(code="https://code.example/moss", code_added_by="author")
            return FakeSource(name, [[replace(paper(self._with_code), links=links)]])
        return FakeSource(name, failure=ListingError("no such paper"))


def star(library: Library, *numbers: int) -> list[int]:
    keys = library.add_papers([paper(number) for number in numbers], LISTING, read).keys
    library.mark(keys, Mark.STARRED, True)
    library.looked(datetime.now(UTC) + timedelta(seconds=1))
    return list(keys)


async def look(library: Library, asked: Asked, now: datetime | None = None) -> list[Refreshed]:
    looking = StarredCode(library, asked.source, read, lambda: now or datetime.now(UTC))
    async with aclosing(looking.run()) as events:
        return [event async for event in events if isinstance(event, Refreshed)]


async def test_a_look_while_the_clock_was_ahead_holds_none_up(library: Library) -> None:
    star(library, 1)
    now = datetime.now(UTC)
    assert len(await look(library, Asked(), now + timedelta(days=400))) == 1
    assert len(await look(library, Asked(), now)) == 1


async def test_code_that_is_out_by_now_marks_the_paper_as_updated(
    library: Library, reader: LibraryReader
) -> None:
    (key, _) = star(library, 1, 2)
    asked = Asked(with_code=1)
    (done,) = await look(library, asked)
    assert done.line == "code of starred papers: 2 looked at, 1 updated"
    assert asked.names[0] in ("arxiv:id/2603.00001,2603.00002", "arxiv:id/2603.00002,2603.00001")
    entry = reader.entry(key)
    assert entry is not None
    assert [change.kind for change in entry.changes] == [ChangeKind.CODE_OUT]


async def test_it_is_looked_once_a_day(library: Library) -> None:
    star(library, 1)
    now = datetime.now(UTC)
    assert len(await look(library, Asked(), now)) == 1
    asked = Asked()
    assert await look(library, asked, now + timedelta(hours=2)) == []
    assert asked.names == []
    assert len(await look(library, asked, now + timedelta(hours=24))) == 1


async def test_many_are_asked_in_slices_and_some_a_day_by_themselves(library: Library) -> None:
    star(library, *range(1, SLICE + 31))
    asked, now = Asked(), datetime.now(UTC)
    await look(library, asked, now)
    slices = [name for name in asked.names if name.startswith("arxiv:id/")]
    assert [name.count(",") + 1 for name in slices] == [SLICE, 30]
    first = {name for name in asked.names if name.startswith("hf:paper/")}
    assert len(first) == MOST_ALONE
    asked.names.clear()
    await look(library, asked, now + timedelta(days=1))
    second = {name for name in asked.names if name.startswith("hf:paper/")}
    assert not first & second


async def test_a_site_out_of_reach_is_noted_and_tried_again_when_its_time_has_come(library: Library) -> None:
    star(library, 1)
    now = datetime.now(UTC)
    (done,) = await look(library, Asked(failure=NetworkError("gone")), now)
    assert done.error is not None
    (state,) = library.source_states()
    assert (state.name, state.error) == ("starred", "gone")
    assert await look(library, Asked(), now + timedelta(minutes=1)) == []
    assert len(await look(library, Asked(), now + timedelta(hours=1))) == 1


async def test_without_such_papers_nothing_is_asked_or_noted(library: Library) -> None:
    library.add_papers([paper(1)], LISTING, read)
    asked = Asked()
    assert await look(library, asked) == []
    assert (asked.names, library.source_states()) == ([], ())


async def test_a_refresh_that_looks_for_code_too_does_not_count_more_than_there_was(
    library: Library, jobs: JobQueue
) -> None:
    star(library, 1)
    asked = Asked(failure=NetworkError("gone"))
    jobs.add(JobKind.REFRESH, "refresh hf:daily", {"sources": ["hf:daily"], "starred": True})
    job = jobs.claim("1")
    assert job is not None
    run = JobRun(job, jobs, lambda: False)

    async def close() -> None:
        """Nothing is open."""

    outcome = await refresh_job(run, lambda told: Refresher(library, asked.source, read, close))
    assert outcome.state is JobState.FAILED
    assert (run.progress.done, run.progress.total, run.progress.failed) == (2, 2, 2)


def test_a_look_that_found_nothing_is_not_counted_among_the_sources_of_a_refresh() -> None:
    quiet = Refreshed("feed:https://moss.example/x", 1, 0, 1, 0, 0, None)
    look = Refreshed(
        STARRED, 1, 0, 1, 0, 0, None, label="code of starred papers", note="1 looked at, 0 updated"
    )
    assert message_of([quiet, quiet, replace(quiet, new=1), look]) == (
        f"{quiet.line}; {quiet.line}; feed:https://moss.example/x: 1 new, 1 known; "
        "code of starred papers: 1 looked at, 0 updated"
    )
    assert message_of([quiet, quiet, quiet, quiet, look]) == "nothing new from 4 sources"
