"""`radar jobs`."""

from __future__ import annotations

import json
import os
import re
from contextlib import closing
from datetime import UTC, datetime

import pytest

from radar.cli import main
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.records.rows import microseconds
from radar.papers.jobs.job import JobKind, JobProgress, JobState
from radar.pipeline.worker_lock import WorkerLock
from tests.cli.seeding import settings


def _claimed(queue: JobQueue) -> int:
    """Queue a job, which a worker takes, and return its number."""
    queue.add(JobKind.SUMMARISE, "summarise 10 papers by small", {"keys": []})
    claimed = queue.claim("somebody")
    assert claimed
    return claimed.number


def _queue_three() -> None:
    library = Library.open(settings().library)
    queue = JobQueue(library)
    number = _claimed(queue)
    queue.progress(number, JobProgress(total=10, done=4, failed=1, cost=0.25))
    queue.end(number, JobState.FAILED, "the endpoint refused the key")
    queue.add(JobKind.REFRESH, "refresh hf:daily", {"sources": []})
    queue.add(JobKind.IMPORT, "import snails.txt", {"paths": []})
    library.close()


def test_jobs_are_listed_with_how_far_they_are_and_how_they_ended(capsys: pytest.CaptureFixture[str]) -> None:
    _queue_three()
    assert main(["jobs"]) == 0
    text = capsys.readouterr().out
    assert "summarise 10 papers by small  $0.25\n" in text
    assert "4/10, 1 failed" in text
    assert "the endpoint refused the key" in text
    assert text.index("import snails.txt") < text.index("refresh hf:daily") < text.index("summarise 10")


@pytest.mark.parametrize(("cost", "told"), [(0.00002, "  under $0.0001"), (0.0, "  free"), (None, "")])
def test_what_a_job_cost_is_told_as_in_the_list_on_screen(
    capsys: pytest.CaptureFixture[str], cost: float | None, told: str
) -> None:
    with closing(Library.open(settings().library)) as library:
        queue = JobQueue(library)
        number = _claimed(queue)
        queue.progress(number, JobProgress(total=10, done=10, cost=cost))
        queue.end(number, JobState.DONE, "10 summarised")
    assert main(["jobs"]) == 0
    assert f"summarise 10 papers by small{told}\n" in capsys.readouterr().out


def test_a_job_of_which_something_failed_is_not_listed_as_done(capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Library.open(settings().library)) as library:
        queue = JobQueue(library)
        number = _claimed(queue)
        queue.progress(number, JobProgress(total=10, done=10, failed=1))
        queue.end(number, JobState.DONE, "9 summarised, 1 failed")
    assert main(["jobs"]) == 0
    assert "  in part    10/10, 1 failed" in capsys.readouterr().out


def test_a_total_that_is_an_estimate_has_a_sign(capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Library.open(settings().library)) as library:
        queue = JobQueue(library)
        queue.add(JobKind.IMPORT, "import snails.txt", {"paths": []})
        job = queue.claim("somebody")
        assert job is not None
        queue.progress(job.number, JobProgress(total=5772, done=256))
        queue.end(job.number, JobState.CANCELLED, "cancelled at 256 of ~5,772; what was done stays")
    assert main(["jobs"]) == 0
    assert "256/~5,772" in capsys.readouterr().out


def test_a_job_asked_to_stop_is_stopping_and_a_worker_that_is_stuck_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lock = WorkerLock(settings().library)
    with closing(Library.open(settings().library)) as library:
        number = _claimed(JobQueue(library))
        assert lock.acquire()
    assert main(["jobs"]) == 0
    assert "has not stirred" not in capsys.readouterr().err
    os.utime(lock.path, (1.8e8, 1.8e8))
    for words in (["jobs", "--cancel", str(number)], ["jobs"]):
        assert main(words) == 0
        said = capsys.readouterr()
        assert f"the worker (process {os.getpid()}) has not stirred since" in said.err
        assert f"kill -KILL {os.getpid()}" in said.err
    assert " stopping " in said.out
    lock.release()


def test_of_a_job_that_stands_still_it_is_told_why_and_until_when(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with closing(Library.open(settings().library)) as library:
        queue = JobQueue(library)
        number = _claimed(queue)
        until = datetime(2026, 2, 3, 9, 30, 20).astimezone()
        waits = JobProgress(total=10, done=1, note="a.example asks to wait", waits_until=until)
        queue.progress(number, waits)
        lock = WorkerLock(settings().library)
        assert lock.acquire()
    assert main(["jobs"]) == 0
    assert "a.example asks to wait until 09:30:20\n" in capsys.readouterr().out
    assert main(["jobs", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["note"] == "a.example asks to wait until 09:30:20"
    lock.release()


def test_a_job_that_a_budget_ended_is_told_as_such_and_one_that_the_reader_cancelled_as_cancelled(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _queue_three()
    with closing(Library.open(settings().library)) as library:
        queue = JobQueue(library)
        claimed = queue.claim("somebody")
        assert claimed
        queue.end(claimed.number, JobState.CANCELLED, "2 summarised, 3 left: the run's budget is reached")
        queue.cancel(3)
    assert main(["jobs"]) == 0
    states = [
        line.split()[3] for line in capsys.readouterr().out.splitlines() if not line.startswith(" " * 9)
    ]
    assert states == ["cancelled", "budget", "failed"]
    assert main(["jobs", "--cancel", "2"]) == 1
    assert "job 2 has ended already: budget" in capsys.readouterr().err


@pytest.mark.usefixtures("far_east")
def test_the_time_of_a_job_is_told_as_clocks_here_show_it(capsys: pytest.CaptureFixture[str]) -> None:
    _queue_three()
    library = Library.open(settings().library)
    asked = microseconds(datetime(2026, 3, 1, 22, 30, tzinfo=UTC))
    library.database.run("UPDATE jobs SET created = ?", (asked,))
    library.close()
    assert main(["jobs"]) == 0
    assert "3  2026-03-02 07:30  queued" in capsys.readouterr().out


def test_json_tells_all_of_a_job(capsys: pytest.CaptureFixture[str]) -> None:
    _queue_three()
    assert main(["jobs", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(record["kind"], record["state"]) for record in records] == [
        ("import", "queued"),
        ("refresh", "queued"),
        ("summarise", "failed"),
    ]
    assert (records[2]["done"], records[2]["total"], records[2]["cost"]) == (4, 10, 0.25)


def _states(told: str) -> list[tuple[str, str]]:
    return [(record["state"], record["message"]) for record in map(json.loads, told.splitlines())]


def test_a_running_job_without_a_worker_is_lost_and_what_waits_is_said_to_wait_for_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    library = Library.open(settings().library)
    queue = JobQueue(library)
    queue.add(JobKind.SUMMARISE, "summarise 10 papers by small", {"keys": []})
    assert queue.claim("somebody")
    lock = WorkerLock(settings().library)
    assert lock.acquire()
    try:
        assert main(["jobs", "--json"]) == 0
    finally:
        lock.release()
    assert _states(capsys.readouterr().out) == [("running", "")]
    assert main(["jobs", "--json"]) == 0
    told = capsys.readouterr()
    assert _states(told.out) == [("lost", "Its worker ended without a word")]
    assert told.err == ""
    queue.add(JobKind.REFRESH, "refresh hf:daily", {"sources": []})
    assert main(["jobs"]) == 0
    told = capsys.readouterr()
    assert (
        "Its worker ended without a word; what is done stays: ask again, and nothing is paid twice"
        in told.out
    )
    assert "waits until radar is opened; radar work does it now, without the screen" in told.err
    assert [job.state for job in queue.list()] == [JobState.QUEUED, JobState.RUNNING], "it was only read"
    library.close()


def test_a_job_that_waits_is_cancelled_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    _queue_three()
    assert main(["jobs"]) == 0
    assert re.search(r" queued +refresh hf:daily\n", capsys.readouterr().out), "nothing of it is counted"
    assert main(["jobs", "--cancel", "2"]) == 0
    assert capsys.readouterr().out == "job 2 is cancelled: refresh hf:daily\n"
    assert main(["jobs", "--json"]) == 0
    states = {
        json.loads(line)["number"]: json.loads(line)["state"] for line in capsys.readouterr().out.splitlines()
    }
    assert states[2] == "cancelled"
    assert main(["jobs"]) == 0
    assert "cancelled; nothing was done\n" in capsys.readouterr().out


def test_a_job_that_runs_is_asked_to_stop_and_one_whose_worker_is_gone_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _queue_three()
    with closing(Library.open(settings().library)) as library:
        assert JobQueue(library).claim("somebody")
    lock = WorkerLock(settings().library)
    assert lock.acquire()
    try:
        assert main(["jobs", "--cancel", "2"]) == 0
    finally:
        lock.release()
    assert capsys.readouterr().out == "job 2 is asked to stop: refresh hf:daily\n"
    assert main(["jobs", "--cancel", "2"]) == 0
    assert capsys.readouterr().out == "job 2 has ended already (lost): refresh hf:daily\n"


@pytest.mark.parametrize(
    ("number", "reason"), [("99", "there is no job 99"), ("1", "has ended already: failed")]
)
def test_a_job_that_cannot_be_cancelled_says_why(
    capsys: pytest.CaptureFixture[str], number: str, reason: str
) -> None:
    _queue_three()
    assert main(["jobs", "--cancel", number]) == 1
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("number", ["99", "1"])
def test_who_names_a_wrong_job_is_told_which_can_be_cancelled(
    capsys: pytest.CaptureFixture[str], number: str
) -> None:
    _queue_three()
    main(["jobs", "--cancel", number])
    told = "These can be cancelled: 3 (import snails.txt); 2 (refresh hf:daily)"
    assert told in " ".join(capsys.readouterr().err.split())
    for each in ("2", "3"):
        assert main(["jobs", "--cancel", each]) == 0
    capsys.readouterr()
    assert main(["jobs", "--cancel", number]) == 1
    assert "No job waits or runs; radar jobs lists those that have ended" in capsys.readouterr().err


def test_of_many_jobs_a_few_are_named_and_a_lost_one_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library.open(settings().library)
    queue = JobQueue(library)
    queue.add(JobKind.REFRESH, "refresh hf:lost", {"sources": []})
    assert queue.claim("somebody")
    for number in range(5):
        queue.add(JobKind.IMPORT, f"import {number}.txt", {"paths": []})
    library.close()
    assert main(["jobs", "--cancel", "99"]) == 1
    told = " ".join(capsys.readouterr().err.split())
    assert "6 (import 4.txt); 5 (import 3.txt); 4 (import 2.txt); and 2 more, which radar jobs lists" in told
    assert "hf:lost" not in told


def test_cancel_as_a_word_is_shown_as_the_option_that_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    _queue_three()
    assert main(["jobs", "cancel", "2"]) == 2
    told = capsys.readouterr().err
    assert "radar jobs does not take cancel 2" in told
    assert "Did you mean --cancel?" in told


def test_without_a_library_there_are_no_jobs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["jobs"]) == 0
    assert capsys.readouterr().err == "no jobs yet\n"
    assert main(["jobs", "--cancel", "1"]) == 1
    assert not settings().library.exists()


def test_the_help_says_what_stays_in_the_words_of_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["jobs", "--help"]) == 0
    assert "stop this job; what is done stays" in " ".join(capsys.readouterr().out.split())
