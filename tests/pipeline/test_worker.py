"""The worker process: real processes on a real library, killed, doubled, cancelled and stopped."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar.abstracts.reading import RULES_VERSION, read
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobState
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import PaperQuery
from radar.papers.summaries.summary import Reading
from radar.pipeline.worker_lock import WorkerLock
from tests.pipeline.fakes import paper, process_state, wait_for, write_listing
from tests.pipeline.worker_process import SECRET, LedgerSummariser, Rooms, make_worker

ROOT = Path(__file__).parents[2]
MANY = 1_000_000

Start = Callable[[int], "subprocess.Popen[str]"]


@pytest.fixture
def start(library: Library, ledger: Path) -> Iterator[Start]:
    """Start a worker that answers so many papers and then hangs."""
    started: list[subprocess.Popen[str]] = []

    def begin(answers: int = MANY) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.pipeline.worker_process"]
        process = subprocess.Popen(
            [*command, str(library.path), str(ledger), str(answers)],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def _summaries(library: Library, jobs: JobQueue, number: int) -> tuple[Job, Sequence[int]]:
    keys = library.add_papers([paper(each) for each in range(number)], Listing("file:moss"), read).keys
    return jobs.add(JobKind.SUMMARISE, "summarise", {"keys": keys, "summariser": "", "again": False}), keys


def _state(jobs: JobQueue, number: int) -> JobState:
    job = jobs.get(number)
    assert job is not None
    return job.state


def _summarised(reader: LibraryReader, keys: Sequence[int]) -> int:
    entries = (reader.entry(key) for key in keys)
    return sum(len(entry.summaries) == 2 for entry in entries if entry is not None)


def _paid(ledger: Path) -> list[str]:
    return ledger.read_text(encoding="utf-8").split()


def test_a_worker_makes_no_library_where_there_is_none(library: Library, start: Start) -> None:
    library.path.rename(library.path.with_name("elsewhere.sqlite3"))
    worker = start(MANY)
    said = worker.communicate(timeout=30)[1]
    assert worker.returncode == 1
    assert f"there is no library at {library.path}" in said
    assert not library.path.exists()
    assert not WorkerLock(library.path).path.exists(), "nor anything beside it"


def test_a_worker_that_waits_for_an_answer_shows_that_it_is_at_work(
    library: Library, jobs: JobQueue, start: Start
) -> None:
    job, _ = _summaries(library, jobs, 1)
    lock = WorkerLock(library.path)
    worker = start(0)
    wait_for(lambda: _state(jobs, job.number) is JobState.RUNNING, "the job at work")
    os.utime(lock.path, (1.8e8, 1.8e8))
    wait_for(lambda: lock.stuck(datetime.now(UTC)) is None, "a sign of life")
    worker.send_signal(signal.SIGSTOP)
    # A sign of life that was under way may land until then.
    wait_for(lambda: process_state(worker.pid) == "T", "the worker stopped")
    os.utime(lock.path, (1.8e8, 1.8e8))
    stuck = lock.stuck(datetime.now(UTC))
    assert stuck is not None
    assert stuck.process == worker.pid


def test_jobs_of_every_kind_are_done_in_order_and_the_worker_ends(
    library: Library, jobs: JobQueue, start: Start, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(10, 20))
    imported = jobs.add(JobKind.IMPORT, "import", {"paths": [str(path)]})
    refreshed = jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    summarised, _ = _summaries(library, jobs, 3)
    assert start(MANY).wait(timeout=30) == 0
    done = [jobs.get(job.number) for job in (imported, refreshed, summarised)]
    assert [job.state for job in done if job] == [JobState.DONE] * 3
    assert [job.message for job in done if job] == [
        "10 papers: 10 new, 0 known",
        "0 new, 1 known",
        "3 summarised",
    ]
    progress = [job.progress for job in done if job]
    assert (progress[0].done, progress[0].new, progress[0].total) == (10, 10, 10)
    assert (progress[1].done, progress[1].known, progress[1].total) == (1, 1, 1)
    assert (progress[2].done, progress[2].new, progress[2].total) == (3, 3, 3)
    assert (progress[2].tokens_in, progress[2].tokens_out, progress[2].cost) == (300, 30, 0.75)
    assert not WorkerLock(library.path).taken()


def test_a_job_of_a_worker_that_was_killed_is_lost_and_paid_papers_are_not_paid_again(
    library: Library, reader: LibraryReader, jobs: JobQueue, start: Start, ledger: Path
) -> None:
    job, keys = _summaries(library, jobs, 10)
    worker = start(4)
    wait_for(lambda: _summarised(reader, keys) == 4, "four summaries")
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    assert _state(jobs, job.number) is JobState.RUNNING
    again = jobs.add(job.kind, job.label, {"keys": list(keys)})
    assert start(MANY).wait(timeout=30) == 0
    assert _state(jobs, job.number) is JobState.LOST
    assert _state(jobs, again.number) is JobState.DONE
    assert _summarised(reader, keys) == 10
    assert sorted(_paid(ledger)) == sorted({paper(number).id for number in range(10)})


def test_a_refresh_is_done_while_a_run_of_summaries_goes_on_and_a_kill_loses_both_that_run(
    library: Library, reader: LibraryReader, jobs: JobQueue, start: Start
) -> None:
    job, keys = _summaries(library, jobs, 4)
    worker = start(2)
    wait_for(lambda: _summarised(reader, keys) == 2, "two summaries")
    refreshed = jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    wait_for(lambda: _state(jobs, refreshed.number) is JobState.DONE, "the refresh")
    single = jobs.add(JobKind.SUMMARISE, "one", {"keys": list(keys[:1]), "again": True}, urgent=True)
    wait_for(lambda: _state(jobs, single.number) is JobState.RUNNING, "the urgent one")
    assert _state(jobs, job.number) is JobState.RUNNING
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    assert start(MANY).wait(timeout=30) == 0
    assert [_state(jobs, each.number) for each in (job, single)] == [JobState.LOST] * 2


def test_d2_of_two_workers_one_works_and_the_other_ends_at_once(
    library: Library, reader: LibraryReader, jobs: JobQueue, start: Start
) -> None:
    job, keys = _summaries(library, jobs, 4)
    first = start(2)
    wait_for(lambda: _summarised(reader, keys) == 2, "two summaries")
    second = start(MANY)
    assert second.wait(timeout=30) == 0
    assert first.poll() is None
    assert _summarised(reader, keys) == 2
    assert _state(jobs, job.number) is JobState.RUNNING


def test_workers_started_together_do_the_work_once(
    library: Library, reader: LibraryReader, jobs: JobQueue, start: Start, ledger: Path
) -> None:
    _, keys = _summaries(library, jobs, 20)
    workers = [start(MANY) for _ in range(3)]
    assert [worker.wait(timeout=30) for worker in workers] == [0, 0, 0]
    assert _summarised(reader, keys) == 20
    assert len(_paid(ledger)) == 20


def test_a_cancel_ends_a_request_under_way_and_the_next_job_runs(
    library: Library, reader: LibraryReader, jobs: JobQueue, start: Start, tmp_path: Path
) -> None:
    job, keys = _summaries(library, jobs, 5)
    path = write_listing(tmp_path / "moss.jsonl", range(50, 52))
    following = jobs.add(JobKind.IMPORT, "import", {"paths": [str(path)]})
    worker = start(2)
    wait_for(lambda: _summarised(reader, keys) == 2, "two summaries")
    jobs.cancel(job.number)
    wait_for(lambda: _state(jobs, job.number) is JobState.CANCELLED, "the cancel", seconds=10)
    assert worker.wait(timeout=30) == 0
    assert _state(jobs, following.number) is JobState.DONE
    assert _summarised(reader, keys) == 2


def test_an_import_is_cancelled_between_two_chunks(
    library: Library, reader: LibraryReader, jobs: JobQueue, start: Start, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(60_000))
    job = jobs.add(JobKind.IMPORT, "import", {"paths": [str(path)]})
    worker = start(MANY)
    wait_for(lambda: reader.counts().papers > 0, "the first chunk")
    jobs.cancel(job.number)
    assert worker.wait(timeout=60) == 0
    assert _state(jobs, job.number) is JobState.CANCELLED
    assert 0 < reader.counts().papers < 60_000
    assert library.index_behind == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_puts_the_job_back_and_the_next_worker_goes_on(
    library: Library,
    reader: LibraryReader,
    jobs: JobQueue,
    start: Start,
    ledger: Path,
    number: signal.Signals,
) -> None:
    job, keys = _summaries(library, jobs, 6)
    worker = start(3)
    wait_for(lambda: _summarised(reader, keys) == 3, "three summaries")
    worker.send_signal(number)
    assert worker.wait(timeout=30) == 0
    assert _state(jobs, job.number) is JobState.QUEUED
    assert start(MANY).wait(timeout=30) == 0
    assert _state(jobs, job.number) is JobState.DONE
    assert len(_paid(ledger)) == len(set(_paid(ledger))) == 6


def test_a_signal_amid_an_import_puts_it_back_and_nothing_is_imported_twice(
    library: Library, reader: LibraryReader, jobs: JobQueue, start: Start, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(5000))
    job = jobs.add(JobKind.IMPORT, "import", {"paths": [str(path)]})
    worker = start(MANY)
    wait_for(lambda: reader.counts().papers > 0, "the first chunk")
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=30) == 0
    assert _state(jobs, job.number) is JobState.QUEUED
    assert 0 < reader.counts().papers < 5000
    assert start(MANY).wait(timeout=60) == 0
    assert _state(jobs, job.number) is JobState.DONE
    assert reader.counts().papers == 5000
    assert library.index_behind == 0


def test_k2_an_error_that_nobody_expected_fails_the_job_and_is_told_without_the_key(
    library: Library, jobs: JobQueue, start: Start
) -> None:
    job, _ = _summaries(library, jobs, 1)
    worker = start(-1)
    _, told = worker.communicate(timeout=30)
    assert worker.returncode != 0
    assert "ZeroDivisionError: a mistake in the program, with *** in its message" in told
    assert SECRET not in told
    assert re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, radar \S+\nthe worker says:\n", told)
    failed = jobs.get(job.number)
    assert failed is not None
    assert failed.state is JobState.FAILED
    assert "errors.log tells more, for a report" in failed.message


def test_a_job_queued_while_the_worker_lets_go_is_not_stranded(
    library: Library, jobs: JobQueue, ledger: Path, tmp_path: Path
) -> None:
    """The job comes after the last look at the queue, and before the lock is free."""
    path = write_listing(tmp_path / "moss.jsonl", range(2))
    late: list[Job] = []

    class Late(WorkerLock):
        def release(self) -> None:
            if not late:
                late.append(jobs.add(JobKind.IMPORT, "import", {"paths": [str(path)]}))
            super().release()

    worker = make_worker(library.path, ledger, MANY)
    worker._lock = Late(library.path)
    assert worker.run() == 0
    assert _state(jobs, late[0].number) is JobState.DONE


def test_a_worker_tidies_up_after_an_import_that_was_killed_and_after_new_rules(
    library: Library, reader: LibraryReader, ledger: Path
) -> None:
    def older(paper: Paper) -> Reading:
        return replace(read(paper), rules_version=0)

    for first in range(0, 3000, 500):
        papers = [paper(number) for number in range(first, first + 500)]
        library.add_papers(papers, Listing("file:moss"), older)
    assert library.index_behind > 0
    assert library.outdated(RULES_VERSION, 1)
    assert make_worker(library.path, ledger, MANY).run() == 0
    assert library.index_behind == 0
    assert not library.outdated(RULES_VERSION, 1)
    assert len(reader.keys(PaperQuery(text="weighing"))) == 3000


def test_tidying_gives_way_to_a_job(library: Library, jobs: JobQueue, ledger: Path, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(1))
    worker = make_worker(library.path, ledger, MANY)
    order: list[str] = []

    class Long(Rooms):
        def tidy(self, report: Callable[[int, int], None]) -> bool:
            if order:
                return False
            order.append("tidying")
            job = jobs.add(JobKind.IMPORT, "import", {"paths": [str(path)]})
            report(1, 1000)
            raise AssertionError(f"job {job.number} was kept waiting")

    worker._open_rooms = lambda: Long(library.path, LedgerSummariser(ledger, MANY))
    assert worker.run() == 0
    assert [job.state for job in jobs.list()] == [JobState.DONE]


def test_the_signal_handlers_of_the_caller_are_restored(library: Library, ledger: Path) -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    make_worker(library.path, ledger, MANY).run()
    assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before
