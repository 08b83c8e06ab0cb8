"""What a radar does about its worker, with a starter that starts nothing."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from radar.abstracts.reading import read
from radar.errors import LibraryError
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.papers.listed.listing import Listing
from radar.pipeline.radar import Radar
from tests.pipeline.fakes import Build, FakeStarter, keys_of, paper


def _state(radar: Radar, job: Job) -> JobState:
    found = radar.jobs.get(job.number)
    assert found is not None
    return found.state


def test_waking_starts_a_worker_only_where_something_waits(
    radar: Radar, library: Library, starter: FakeStarter
) -> None:
    assert not radar.wake()
    radar.jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    starter.working = True
    assert not radar.wake()
    starter.working = False
    assert radar.wake()
    assert starter.started == 1


def test_no_worker_is_started_nor_job_ended_once_the_library_has_gone_from_its_place(
    radar: Radar, starter: FakeStarter
) -> None:
    job = radar.request_refresh()
    radar.jobs.claim("1")
    radar.path.rename(radar.path.with_name("elsewhere.sqlite3"))
    before = starter.started
    for act in (radar.request_refresh, radar.wake, lambda: radar.cancel(job.number)):
        with pytest.raises(LibraryError, match="was moved, deleted or replaced"):
            act()
    assert starter.started == before, "a worker finds nothing where the library was"
    assert _state(radar, job) is JobState.RUNNING, "its worker went with the library, and may go on"


def test_waking_waits_for_a_worker_that_is_being_started(radar: Radar, starter: FakeStarter) -> None:
    radar.jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    starter.on_its_way = True
    assert not radar.wake()
    assert radar.problems() == ()


def test_waking_goes_on_after_a_worker_that_died_but_not_without_end(
    radar: Radar, library: Library, starter: FakeStarter
) -> None:
    job = radar.request_summaries(keys_of(library, 3))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    radar.jobs.claim(str(ended.pid))
    assert not radar.wake()
    lost = radar.jobs.get(job.number)
    assert lost is not None
    assert lost.state is JobState.LOST
    radar.jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    assert [radar.wake() for _ in range(7)] == [True] * 5 + [False] * 2


def test_asking_again_for_what_waits_starts_a_worker_however_many_have_died(
    radar: Radar, starter: FakeStarter
) -> None:
    job = radar.request_refresh()
    assert not radar.stranded
    assert [radar.wake() for _ in range(6)] == [True] * 5 + [False]
    assert radar.stranded, "what the first line calls waiting waits for nobody"
    before = starter.started
    assert radar.request_refresh() == job
    assert starter.started == before + 1
    assert not radar.stranded
    assert radar.wake(), "what hindered the others may be gone"


def test_a_worker_is_started_for_a_job_that_many_have_overtaken(radar: Radar, starter: FakeStarter) -> None:
    radar.jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    for _ in range(60):
        overtakes = radar.jobs.add(JobKind.SUMMARISE, "summarise 1 paper", {"keys": [1]}, urgent=True)
        radar.jobs.claim("1")
        radar.jobs.end(overtakes.number, JobState.DONE, "1 summarised")
    assert radar.wake()
    assert "1 job waits and no worker runs" in radar.problems()


def test_of_what_is_stranded_a_worker_is_started_once_more_after_a_rest_and_then_no_more(
    build: Build, starter: FakeStarter
) -> None:
    clock = [0.0]
    radar = build(seconds=lambda: clock[0])
    radar.jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    assert [radar.wake() for _ in range(6)] == [True] * 5 + [False]
    clock[0] += 599
    assert not radar.wake()
    clock[0] += 1
    assert radar.wake()
    assert radar.stranded, "it died too"
    clock[0] += 1_000_000
    assert not radar.wake()
    radar.request_refresh()
    assert [radar.wake() for _ in range(6)] == [True] * 5 + [False]


def test_workers_that_did_what_waited_do_not_count_among_those_that_died(
    radar: Radar, starter: FakeStarter
) -> None:
    for number in range(20):
        job = radar.jobs.add(JobKind.REFRESH, f"refresh {number}", {"sources": ["hf:daily"]})
        assert radar.wake()
        radar.jobs.claim("1")
        radar.jobs.end(job.number, JobState.DONE, "nothing new")
        assert not radar.wake()


def test_waking_starts_a_worker_for_an_index_that_was_left_behind(
    radar: Radar, library: Library, starter: FakeStarter
) -> None:
    for first in range(0, 3000, 500):
        chunk = [paper(number) for number in range(first, first + 500)]
        library.add_papers(chunk, Listing("file:moss"), read)
    assert radar.wake()


def test_waking_starts_a_worker_for_papers_that_older_rules_read(radar: Radar, library: Library) -> None:
    library.add_papers([paper(1)], Listing("file:moss"), read)
    assert not radar.wake()
    library.add_papers([paper(2)], Listing("file:moss"), lambda each: replace(read(each), rules_version=0))
    assert radar.wake()


def test_a_radar_at_rest_has_no_problems(radar: Radar, library: Library) -> None:
    job = radar.request_summaries(keys_of(library, 3))
    radar.jobs.claim("1")
    radar.jobs.end(job.number, JobState.DONE, "")
    assert radar.problems() == ()


def test_a_worker_that_died_is_told_and_its_job_is_lost(
    radar: Radar, library: Library, starter: FakeStarter
) -> None:
    job = radar.request_summaries(keys_of(library, 3))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    radar.jobs.claim(str(ended.pid))
    radar.jobs.progress(job.number, JobProgress(total=3, done=1))
    (line,) = radar.problems()
    assert "summarise 3 papers by qwen" in line
    assert "errors.log" in line
    lost = radar.jobs.get(job.number)
    assert lost is not None
    assert lost.state is JobState.LOST


def test_a_job_at_work_is_no_problem(radar: Radar, library: Library, starter: FakeStarter) -> None:
    radar.request_summaries(keys_of(library, 3))
    radar.jobs.claim("1")
    starter.working = True
    assert radar.problems() == ()


def test_a_job_of_a_worker_that_began_between_two_looks_is_not_taken_for_lost(
    radar: Radar, starter: FakeStarter
) -> None:
    job = radar.jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    starter.begins = lambda: radar.jobs.claim(str(os.getpid()))
    assert radar.problems() == ()
    assert _state(radar, job) is JobState.RUNNING


def test_a_job_is_lost_though_another_process_has_the_number_of_its_worker_by_now(
    radar: Radar, library: Library
) -> None:
    job = radar.request_summaries(keys_of(library, 3))
    radar.jobs.claim(str(os.getpid()))
    assert not radar.wake()
    assert _state(radar, job) is JobState.LOST


def test_what_a_worker_left_behind_can_be_cancelled_at_once(radar: Radar, library: Library) -> None:
    cancelled = radar.request_summaries(keys_of(library, 3))
    radar.jobs.claim(str(os.getpid()))
    radar.cancel(cancelled.number)
    assert _state(radar, cancelled) is JobState.LOST


def test_what_a_worker_has_at_hand_is_not_lost(radar: Radar, library: Library, starter: FakeStarter) -> None:
    job = radar.request_summaries(keys_of(library, 3))
    radar.jobs.claim(str(os.getpid()))
    starter.working = True
    radar.cancel(job.number)
    assert _state(radar, job) is JobState.RUNNING
    assert radar.jobs.cancel_requested(job.number)


def test_jobs_that_nobody_works_on_are_told(radar: Radar) -> None:
    radar.request_refresh()
    assert radar.problems() == ("1 job waits and no worker runs",)


def test_closing_leaves_the_worker_alone_unless_all_is_thrown_away(
    build: Build, starter: FakeStarter
) -> None:
    closed: list[str] = []
    build(at_close=lambda: closed.append("closed")).close()
    assert (starter.stopped, closed) == (0, ["closed"])


def test_closing_a_throwaway_radar_stops_its_worker_first(build: Build, starter: FakeStarter) -> None:
    order: list[int] = []
    build(throwaway=True, at_close=lambda: order.append(starter.stopped)).close()
    assert order == [1]
