from datetime import UTC, datetime, timedelta

import pytest

from radar.papers.bases import replace
from radar.papers.jobs.job import LOST, Job, JobKind, JobProgress, JobState
from radar.papers.jobs.spending import Spending
from radar.pipeline.usage_table import cost_of
from radar.tui.lines.glyphs import ASCII, UNICODE
from radar.tui.words.job_list_text import standing, when
from radar.tui.words.job_words import end_line, job_line

NOW = datetime(2026, 2, 3, 12, 0, tzinfo=UTC)
BEGUN = NOW - timedelta(minutes=2)
JOB = Job(1, JobKind.SUMMARISE, "summarise 10 papers", "{}", JobState.RUNNING, JobProgress(), BEGUN, BEGUN)


def test_a_waiting_job_says_so() -> None:
    assert standing(replace(JOB, state=JobState.QUEUED), NOW, UNICODE) == "waits for the worker"
    behind = standing(replace(JOB, state=JobState.QUEUED), NOW, UNICODE, others_run=True)
    assert behind == "waits for its turn"


def test_a_job_whose_worker_is_stuck_says_that_and_not_how_long_it_takes_yet() -> None:
    at_work = replace(JOB, progress=JobProgress(10, 4, note="asks for a paper"))
    stuck = "the worker (process 12) has not stirred since 11:58"
    text = standing(at_work, NOW, UNICODE, worker_told=stuck)
    assert text.endswith(f"4 of 10  {stuck}")
    assert standing(
        replace(JOB, state=JobState.QUEUED), NOW, UNICODE, others_run=True, worker_told=stuck
    ) == ("waits for its turn"), "the one that runs tells it"


def test_a_job_that_has_just_begun_says_so() -> None:
    assert standing(JOB, NOW, UNICODE) == "starting"


def test_a_running_job_shows_how_far_it_is_and_what_it_cost() -> None:
    progress = JobProgress(10, 4, 2, 1, 1, 1200, 34, 0.0021, "asks for a paper")
    text = standing(replace(JOB, progress=progress), NOW, UNICODE)
    assert "4 of 10 · 2 written · 1 from the cache · 1 failed · 1,234 tokens · $0.0021" in text
    assert text.endswith("4:00 left  asks for a paper")
    assert standing(replace(JOB, progress=replace(progress, note="")), NOW, ASCII).isascii()


def test_a_total_that_is_an_estimate_has_a_sign() -> None:
    progress = JobProgress(5772, 256, 200, 56)
    at_work = replace(JOB, kind=JobKind.IMPORT, progress=progress)
    assert f"256 of ~5,772{ASCII.dot}200 new" in standing(at_work, NOW, ASCII)


def test_a_job_that_costs_nothing_is_free() -> None:
    progress = JobProgress(10, 4, 4, tokens_in=1200, tokens_out=34, cost=0.0)
    assert "4 written · 1,234 tokens · free" in standing(replace(JOB, progress=progress), NOW, UNICODE)


@pytest.mark.parametrize(
    ("cost", "told"), [(0.00002, "under $0.0001"), (0.0614, "$0.0614"), (0.125, "$0.125"), (0.8, "$0.80")]
)
def test_an_amount_reads_the_same_in_status_list_and_usage(cost: float, told: str) -> None:
    job = replace(JOB, progress=JobProgress(10, 4, cost=cost))
    assert f"  {told}  " in job_line([job], NOW, ASCII, 100)
    assert f"4 of 10{ASCII.dot}{told}  " in standing(job, NOW, ASCII)
    assert cost_of(Spending(requests=4, cost=cost)) == told


def test_a_job_whose_endpoint_says_nothing_tells_which_one_and_for_how_long() -> None:
    since = NOW - timedelta(seconds=75)
    silent = JobProgress(1, note="no answer from 127.0.0.1:8080", silent_since=since)
    text = standing(replace(JOB, progress=silent), NOW, ASCII)
    assert text == "..........  0 of 1  no answer from 127.0.0.1:8080 for 1:15"


def test_an_import_of_unknown_length_counts_what_it_did() -> None:
    job = replace(JOB, kind=JobKind.IMPORT, progress=JobProgress(None, 1500, 1400, 100))
    assert standing(job, NOW, UNICODE) == "1,500 done · 1,400 new · 100 known"


@pytest.mark.parametrize(
    ("state", "message", "text"),
    [
        (JobState.DONE, "10 papers: 9 written, 1 failed", "10 papers: 9 written, 1 failed"),
        (JobState.DONE, "", "nothing was to do"),
        (JobState.FAILED, "The endpoint does not answer", "The endpoint does not answer"),
        (JobState.LOST, "", "the worker ended without a word; what was done stays"),
        (JobState.CANCELLED, "", "cancelled; what was done stays"),
    ],
)
def test_an_ended_job_says_how_it_ended(state: JobState, message: str, text: str) -> None:
    assert standing(replace(JOB, state=state, message=message, ended=NOW), NOW, UNICODE) == text


def test_of_a_job_that_was_cancelled_before_it_began_nothing_is_said_to_stay() -> None:
    waited = replace(JOB, state=JobState.CANCELLED, started=None, ended=NOW)
    assert standing(waited, NOW, UNICODE) == "cancelled; nothing was done"
    given_back = replace(waited, progress=JobProgress(total=10, done=3))
    assert standing(given_back, NOW, UNICODE) == "cancelled; what was done stays"


@pytest.mark.parametrize(
    ("kind", "next_step"),
    [
        (JobKind.IMPORT, "import it again and it goes on"),
        (JobKind.REFRESH, "refresh again and it goes on"),
        (JobKind.ADD, "add them again"),
        (JobKind.SUMMARISE, "ask again, and nothing is paid twice"),
    ],
)
def test_a_job_whose_worker_is_gone_says_what_stays_and_what_to_do(kind: JobKind, next_step: str) -> None:
    lost = replace(JOB, kind=kind, state=JobState.LOST, message=LOST, ended=NOW)
    said = f"Its worker ended without a word; what is done stays: {next_step}"
    assert standing(lost, NOW, UNICODE) == said
    assert end_line(lost) == f"summarise 10 papers: {said}"


def test_a_job_asked_to_stop_is_stopping_until_it_has_ended() -> None:
    stopping = replace(JOB, cancel_requested=True)
    assert stopping.state_told == "stopping"
    assert replace(stopping, state=JobState.CANCELLED).state_told == "cancelled"
    assert JOB.state_told == "running"


@pytest.mark.parametrize(
    ("state", "failed", "told"),
    [(JobState.DONE, 0, "done"), (JobState.DONE, 1, "in part"), (JobState.FAILED, 1, "failed")],
)
def test_a_job_of_which_something_failed_is_not_said_to_be_done(
    state: JobState, failed: int, told: str
) -> None:
    assert replace(JOB, state=state, progress=JobProgress(2, 2, failed=failed)).state_told == told


def test_a_job_that_a_budget_ended_is_not_said_to_be_cancelled() -> None:
    assert replace(JOB, state=JobState.CANCELLED).state_told == "budget"


@pytest.mark.parametrize(
    ("seconds", "took"), [(4, "took 4 s"), (125, "took 2:05 min"), (3720, "took 1:02 h"), (-1, "took 0 s")]
)
def test_it_is_said_how_long_a_job_took(seconds: int, took: str) -> None:
    job = replace(JOB, ended=BEGUN + timedelta(seconds=seconds))
    assert when(job, NOW) == f"{BEGUN.astimezone():%H:%M}, {took}"


def test_older_jobs_carry_their_day() -> None:
    begun = BEGUN - timedelta(days=3)
    assert when(replace(JOB, started=begun), NOW) == f"{begun.astimezone().day} {begun.astimezone():%b %H:%M}"
    assert when(replace(JOB, started=None, created=BEGUN), NOW) == f"{BEGUN.astimezone():%H:%M}"
