"""The queue that all radars of a library share."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import radar
from radar.errors import LibraryError, StrangeLibrary
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from tests.library.samples import without_moments_of_jobs

ARGUMENTS = {"keys": [1, 2], "summariser": "endpoint", "again": False}


@pytest.fixture
def queue(library: Library) -> JobQueue:
    return JobQueue(library)


@pytest.fixture
def other(library: Library) -> Iterator[JobQueue]:
    """The same queue as another process sees it."""
    second = Library.open(library.path)
    yield JobQueue(second)
    second.close()


def job(queue: JobQueue, number: int) -> Job:
    found = queue.get(number)
    assert found is not None
    return found


def test_one_job_is_handed_out_by_its_number_to_one_worker_only(queue: JobQueue, other: JobQueue) -> None:
    first, second = (queue.add(JobKind.SUMMARISE, "summarise", ARGUMENTS, urgent=True) for _ in range(2))
    claimed = other.claim_one(second.number, "1")
    assert claimed is not None and (claimed.number, claimed.state) == (second.number, JobState.RUNNING)
    assert claimed.started is not None
    assert queue.claim_one(second.number, "2") is None
    assert job(queue, first.number).state is JobState.QUEUED


def test_a_job_is_queued_claimed_followed_and_ended(
    queue: JobQueue, other: JobQueue, reader: LibraryReader
) -> None:
    added = queue.add(JobKind.SUMMARISE, "summarise 2 papers", ARGUMENTS)
    assert (added.state, added.kind, added.label) == (
        JobState.QUEUED,
        JobKind.SUMMARISE,
        "summarise 2 papers",
    )
    assert json.loads(added.arguments) == ARGUMENTS
    claimed = other.claim("12:345:host")
    assert claimed is not None
    assert (claimed.number, claimed.state) == (added.number, JobState.RUNNING)
    assert claimed.started is not None
    waits, silent = (datetime(2026, 2, 3, 9, minute, 7, 5, UTC) for minute in (30, 29))
    progress = JobProgress(2, 1, 1, 0, 0, 300, 40, 0.002, "half way", waits, silent)
    other.progress(added.number, progress)
    assert job(queue, added.number).progress == progress
    other.end(added.number, JobState.DONE, "2 summaries")
    ended = job(queue, added.number)
    assert (ended.state, ended.message, ended.progress) == (JobState.DONE, "2 summaries", progress)
    assert ended.ended is not None
    assert reader.jobs() == (ended,) == queue.list()


def test_the_oldest_job_is_claimed_first_and_each_only_once(queue: JobQueue, other: JobQueue) -> None:
    first, second = (queue.add(JobKind.REFRESH, f"refresh {number}", {}) for number in (1, 2))
    claims = [queue.claim("a"), other.claim("b"), queue.claim("a")]
    assert [claim and claim.number for claim in claims] == [first.number, second.number, None]


def test_jobs_are_listed_newest_first(queue: JobQueue, reader: LibraryReader) -> None:
    numbers = [queue.add(JobKind.REFRESH, "refresh", {}).number for _ in range(5)]
    assert [one.number for one in queue.list(3)] == numbers[:1:-1]
    assert [one.number for one in reader.jobs(3)] == numbers[:1:-1]


def test_a_job_that_goes_on_is_listed_behind_however_many_that_came_and_ended(
    queue: JobQueue, reader: LibraryReader
) -> None:
    long, waits = (queue.add(JobKind.SUMMARISE, "summarise 9,000 papers", {}).number for _ in range(2))
    queue.claim("a")
    short = [queue.add(JobKind.SUMMARISE, "summarise 1 paper", {}, urgent=True).number for _ in range(4)]
    for number in short:
        queue.claim("a")
        queue.end(number, JobState.DONE, "1 summarised")
    assert [one.number for one in reader.jobs(4)] == [*short[:1:-1], waits, long]
    queue.end(long, JobState.DONE, "9,000 summarised")
    assert [one.number for one in reader.jobs(3)] == [short[-1], waits, long], "that it ended is news"


def test_a_queued_job_is_cancelled_at_once(queue: JobQueue) -> None:
    number = queue.add(JobKind.REFRESH, "refresh", {}).number
    queue.cancel(number)
    assert job(queue, number).state is JobState.CANCELLED
    assert job(queue, number).ended is not None
    assert queue.claim("a") is None


def test_a_running_job_is_asked_to_stop_and_ends_when_its_worker_says_so(
    queue: JobQueue, other: JobQueue
) -> None:
    number = queue.add(JobKind.REFRESH, "refresh", {}).number
    other.claim("a")
    assert not other.cancel_requested(number)
    queue.cancel(number)
    assert other.cancel_requested(number)
    assert job(queue, number).state is JobState.RUNNING
    assert job(queue, number).cancel_requested
    other.end(number, JobState.CANCELLED, "stopped after 1 paper")
    assert job(queue, number).state is JobState.CANCELLED


def test_a_job_that_ended_stays_as_it_ended(queue: JobQueue) -> None:
    number = queue.add(JobKind.REFRESH, "refresh", {}).number
    queue.claim("a")
    queue.end(number, JobState.FAILED, "no network")
    ended = job(queue, number)
    queue.cancel(number)
    queue.end(number, JobState.DONE, "after all")
    queue.progress(number, JobProgress(done=5))
    assert job(queue, number) == ended


def test_a_job_cannot_end_as_running(queue: JobQueue) -> None:
    number = queue.add(JobKind.REFRESH, "refresh", {}).number
    with pytest.raises(LibraryError):
        queue.end(number, JobState.RUNNING, "")


def test_a_job_that_is_given_back_waits_again_and_one_that_was_cancelled_does_not(
    queue: JobQueue, other: JobQueue
) -> None:
    kept, cancelled = (queue.add(JobKind.REFRESH, "refresh", {}).number for _ in range(2))
    for _ in range(2):
        other.claim("a")
    queue.cancel(cancelled)
    for number in (kept, cancelled):
        other.give_back(number)
    assert [(job(queue, each).state, job(queue, each).started) for each in (kept, cancelled)] == [
        (JobState.QUEUED, None),
        (JobState.CANCELLED, None),
    ]
    assert [job(queue, each).ended is None for each in (kept, cancelled)] == [True, False]
    claimed = queue.claim("b")
    assert claimed is not None
    assert claimed.number == kept
    assert queue.claim("b") is None


def test_the_jobs_of_dead_workers_are_lost(queue: JobQueue, other: JobQueue) -> None:
    numbers = [queue.add(JobKind.REFRESH, "refresh", {}).number for _ in range(3)]
    queue.claim("alive")
    other.claim("dead")
    assert queue.note_lost(lambda worker: worker == "alive") == 1
    assert [job(queue, number).state for number in numbers] == [
        JobState.RUNNING,
        JobState.LOST,
        JobState.QUEUED,
    ]
    assert job(queue, numbers[1]).message
    assert queue.note_lost(lambda worker: worker == "alive") == 0


def test_what_jobs_say_is_clean(queue: JobQueue) -> None:
    number = queue.add(JobKind.IMPORT, "import \x1b[31mred.txt", {"paths": ["/tmp/ü", "/tmp/\udcff"]}).number
    queue.claim("a")
    queue.progress(number, JobProgress(note="at \x07paper\n2"))
    queue.end(number, JobState.FAILED, "\x1b]0;x\x07bad")
    found = job(queue, number)
    assert (found.label, found.progress.note, found.message) == ("import red.txt", "at paper 2", "bad")
    assert json.loads(found.arguments) == {"paths": ["/tmp/ü", "/tmp/\udcff"]}


def test_a_job_that_is_not_there_is_none(queue: JobQueue) -> None:
    assert queue.get(7) is None
    assert not queue.cancel_requested(7)
    assert queue.claim("a") is None


def test_long_ended_jobs_are_forgotten_and_others_never(queue: JobQueue) -> None:
    waiting = queue.add(JobKind.REFRESH, "waits", {}).number
    for _ in range(210):
        queue.cancel(queue.add(JobKind.REFRESH, "refresh", {}).number)
    listed = queue.list(1_000)
    assert len(listed) <= 202
    assert listed[-1].number == waiting


def test_workers_in_several_processes_never_claim_the_same_job(queue: JobQueue, library: Library) -> None:
    numbers = [queue.add(JobKind.REFRESH, "refresh", {}).number for _ in range(40)]
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from radar.library.jobs.job_queue import JobQueue\n"
        "from radar.library.library import Library\n"
        "queue = JobQueue(Library.open(Path(sys.argv[1])))\n"
        "while (job := queue.claim(sys.argv[2])) is not None:\n"
        "    print(job.number)\n"
    )
    root = Path(radar.__file__).parents[1]
    command = [sys.executable, "-c", code, str(library.path)]
    workers = [
        subprocess.Popen([*command, name], cwd=root, stdout=subprocess.PIPE, text=True) for name in "abc"
    ]
    claimed = [int(line) for worker in workers for line in worker.communicate(timeout=60)[0].split()]
    assert sorted(claimed) == numbers


def test_a_job_that_is_given_back_stands_still_no_more_and_has_not_worked(queue: JobQueue) -> None:
    number = queue.add(JobKind.SUMMARISE, "summarise 2 papers", ARGUMENTS).number
    assert queue.claim("a")
    until = datetime(2026, 2, 3, tzinfo=UTC)
    queue.progress(number, JobProgress(2, 1, note="a.example asks to wait", waits_until=until), 60)
    assert (job(queue, number).worked, job(queue, number).progress.waits_until) == (60, until)
    queue.give_back(number)
    waiting = job(queue, number)
    assert (waiting.worked, waiting.progress.waits_until, waiting.progress.done) == (None, None, 1)
    claimed = queue.claim("b")
    assert claimed is not None
    assert claimed.worked == 0


def test_jobs_of_a_library_of_before_stay_and_their_moments_are_kept_from_then_on(path: Path) -> None:
    with closing(Library.open(path)) as library:
        number = JobQueue(library).add(JobKind.SUMMARISE, "summarise 2 papers", ARGUMENTS).number
        JobQueue(library).claim("1")
        without_moments_of_jobs(library.database)
        library.database.run("UPDATE jobs SET done = 1, note = 'half way', heartbeat = started + 60000000")
    with closing(Library.open(path)) as library:
        queue = JobQueue(library)
        kept = job(queue, number)
        assert (kept.state, kept.progress) == (JobState.RUNNING, JobProgress(done=1, note="half way"))
        assert kept.worked is None, "its worker counts on as it did, so that the clock is nearer"
        since = datetime(2026, 2, 3, tzinfo=UTC)
        queue.progress(number, JobProgress(2, 1, note="no answer from a.example", silent_since=since), 70)
        assert (job(queue, number).worked, job(queue, number).progress.silent_since) == (70, since)


def test_a_radar_that_is_at_work_while_a_newer_one_comes_goes_on(queue: JobQueue) -> None:
    """Its questions, as it was begun with them, are still answered."""
    number = queue.add(JobKind.SUMMARISE, "summarise 2 papers", ARGUMENTS).number
    database = queue._database
    assert database.value(
        "UPDATE jobs SET state = 'running', worker = ?, started = ?, heartbeat = ? "
        "WHERE number = ? RETURNING number",
        ("1", 1, 1, number),
    )
    database.run("UPDATE jobs SET done = 1, heartbeat = coalesce(started + ?, ?)", (5_000_000, 2))
    assert database.rows("SELECT number, done, note, urgent, heartbeat FROM jobs") == [
        (number, 1, "", 0, 5_000_001)
    ]
    assert (job(queue, number).worked, job(queue, number).progress.done) == (None, 1)


@pytest.mark.parametrize("column", ["kind", "state", "created", "waits_until"])
def test_a_job_that_no_radar_stores_is_told_in_words(
    library: Library, queue: JobQueue, reader: LibraryReader, column: str
) -> None:
    queue.add(JobKind.REFRESH, "refresh", {})
    value = "'odd'" if column in ("kind", "state") else "1 << 62"
    library.database.run(f"UPDATE jobs SET {column} = {value}")
    with pytest.raises(StrangeLibrary, match="no radar stores"):
        reader.jobs()
