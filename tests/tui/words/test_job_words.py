from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from rich.cells import cell_len

from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.tui.lines.glyphs import ASCII, UNICODE, Glyphs
from radar.tui.words.job_words import (
    end_line,
    job_line,
    note_at,
    progress_bar,
    reread_line,
    shortened_label,
    time_left,
    waits_behind,
)

NOW = datetime(2026, 2, 3, 9, 30, tzinfo=UTC)
JOB = Job(
    number=4,
    kind=JobKind.SUMMARISE,
    label="summarise 10 papers",
    arguments="{}",
    state=JobState.RUNNING,
    progress=JobProgress(total=10, done=3),
    created=NOW,
    started=NOW - timedelta(seconds=30),
)


def test_a_job_at_work_says_how_far_it_is_and_what_is_left() -> None:
    assert job_line([JOB], NOW, UNICODE, 70) == "summarise 10 papers  ━━━───────  3/10  1:10 left"


def test_where_there_is_room_the_label_is_whole_however_long() -> None:
    job = replace(JOB, label="tag 1,000,000 papers to be read later")
    assert job_line([job], NOW, UNICODE, 75).startswith("tag 1,000,000 papers to be read later  ━━━")


def test_failures_money_and_waiting_jobs_are_told() -> None:
    job = replace(JOB, progress=JobProgress(total=10, done=5, failed=2, cost=0.125))
    waits = replace(JOB, state=JobState.QUEUED, started=None, progress=JobProgress())
    line = job_line([job, waits], NOW, ASCII, 90)
    assert line == "summarise 10 papers  =====.....  5/10  2 failed  $0.125  0:30 left  +1 waiting"
    assert line.isascii()


def test_what_is_at_work_beside_the_first_is_told_too_and_is_not_said_to_wait() -> None:
    refresh = replace(JOB, kind=JobKind.REFRESH, label="refresh hf:daily, arxiv:cs.CL")
    refresh = replace(refresh, progress=JobProgress(total=2, done=1))
    waits = replace(JOB, state=JobState.QUEUED, started=None, progress=JobProgress())
    line = job_line([JOB, refresh, waits], NOW, ASCII, 90)
    assert line == "summarise 10 papers  ===.......  3/10  1:10 left  refresh 1/2  +1 waiting"
    assert job_line([JOB, replace(refresh, cancel_requested=True)], NOW, ASCII, 90).endswith(
        "refresh stopping"
    )


@pytest.mark.parametrize("width", range(0, 90, 3))
def test_the_line_is_never_wider_than_there_is_room(width: int) -> None:
    assert len(job_line([JOB], NOW, UNICODE, width)) <= width


def test_without_room_the_bar_goes_first_then_the_words_and_the_count_stays() -> None:
    assert job_line([JOB], NOW, UNICODE, 40) == "summarise 10 papers  3/10  1:10 left"
    assert job_line([JOB], NOW, UNICODE, 34) == "summarise 10 pap…  3/10  1:10 left"
    assert job_line([JOB], NOW, UNICODE, 17) == "summarise  3/10"
    assert job_line([JOB], NOW, UNICODE, 12) == "3/10"
    assert job_line([JOB], NOW, UNICODE, 3) == "su…"
    waits = replace(JOB, state=JobState.QUEUED, started=None)
    assert job_line([waits], NOW, UNICODE, 18) == "summarise  waiting"


def test_with_little_room_the_share_stands_for_large_numbers() -> None:
    job = replace(
        JOB, label="mark 1,000,000 papers read", progress=JobProgress(total=1_000_000, done=234_567)
    )
    assert job_line([job], NOW, UNICODE, 26) == "mark 1,000,000 pape…  23 %"
    assert job_line([job], NOW, UNICODE, 12) == "mark  23 %"


@pytest.mark.parametrize("label", ["summarise 12,345 papers by qwen", "add 2406.01234", "tag 7 papers"])
@pytest.mark.parametrize("signs", [UNICODE, ASCII])
def test_a_number_in_a_label_is_whole_or_left_out_however_little_room_there_is(
    label: str, signs: Glyphs
) -> None:
    number = label.split()[1]
    for width in range(len(label), 0, -1):
        for state in (JobState.QUEUED, JobState.RUNNING):
            line = job_line([replace(JOB, label=label, state=state)], NOW, signs, width)
            left_of_it = line.replace("3/10", "").replace("30 %", "").replace("1:10 left", "")
            assert number in line or not any(letter.isdigit() for letter in left_of_it)
        short = shortened_label(label, width, signs)
        assert cell_len(short) <= width
        assert number in short or not any(letter.isdigit() for letter in short)


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (replace(JOB, cancel_requested=True), "stopping"),
        (replace(JOB, state=JobState.QUEUED, started=None), "waiting"),
        (replace(JOB, progress=JobProgress()), "starting"),
        (replace(JOB, progress=JobProgress(done=1200)), "1,200"),
    ],
)
def test_a_job_without_a_pace_says_where_it_stands(job: Job, words: str) -> None:
    assert job_line([job], NOW, UNICODE, 70).endswith(words)


def test_reading_again_says_how_far_it_is_in_the_room_there_is() -> None:
    assert reread_line(750, 1000, UNICODE, 70) == "reading again by newer rules  ━━╸───────  250/1,000"
    assert reread_line(750, 1000, ASCII, 40) == "reading again by newer rules  250/1,000"
    assert reread_line(750, 1000, ASCII, 30) == "reading again  250/1,000"
    assert reread_line(750, 1000, ASCII, 9) == "250/1,000"
    assert reread_line(750, 1000, ASCII, 0) == ""


def test_nothing_is_said_where_nothing_is_at_work() -> None:
    assert job_line([], NOW, UNICODE, 70) == ""


def test_the_bar_has_half_steps_and_never_overflows() -> None:
    assert progress_bar(replace(JOB, progress=JobProgress(total=20, done=1)), UNICODE) == "╸─────────"
    assert progress_bar(replace(JOB, progress=JobProgress(total=2, done=9)), UNICODE) == "━━━━━━━━━━"


def test_a_total_that_is_an_estimate_has_a_sign_until_all_is_read() -> None:
    job = replace(JOB, kind=JobKind.IMPORT, progress=JobProgress(total=5772, done=256))
    assert "  256/~5,772  " in job_line([job], NOW, ASCII, 80)
    read = replace(job, progress=JobProgress(total=6000, done=6000))
    assert "  6,000/6,000" in job_line([read], NOW, ASCII, 80)


def test_what_has_all_its_items_and_is_still_at_work_does_not_say_that_nothing_is_left() -> None:
    assert time_left(replace(JOB, progress=JobProgress(total=10, done=10)), NOW) == ""


def test_hours_are_written_as_hours() -> None:
    job = replace(JOB, started=NOW - timedelta(hours=1), progress=JobProgress(total=3, done=1))
    assert time_left(job, NOW) == "2:00:00 left"


def test_the_hours_that_the_machine_slept_are_no_measure_of_the_pace() -> None:
    """One paper took a minute, and the lid was closed for the night."""
    job = replace(JOB, started=NOW - timedelta(hours=8), worked=60, progress=JobProgress(total=3, done=1))
    assert time_left(job, NOW) == "2:00 left"


def test_what_was_done_before_a_run_goes_on_is_no_measure_of_its_pace() -> None:
    """Of 233 papers 202 had been done by a worker that was killed, and were passed over in no time."""
    job = replace(JOB, progress=JobProgress(total=1500, done=233, new=31, known=202))
    assert time_left(job, NOW) == "20:26 left"
    assert time_left(replace(job, progress=JobProgress(total=1500, done=202, known=202)), NOW) == ""
    imported = replace(JOB, kind=JobKind.IMPORT, progress=JobProgress(total=20, done=10, known=10))
    assert time_left(imported, NOW) == "0:30 left"


def test_wide_letters_count_twice() -> None:
    line = job_line([replace(JOB, label="海辺の小石を数える小さな網")], NOW, UNICODE, 40)
    assert cell_len(line) <= 40


def test_a_wait_that_the_endpoint_asks_for_stands_in_the_place_of_a_guess_what_is_left() -> None:
    until = datetime(2026, 2, 3, 9, 30, 20).astimezone()
    waits = JobProgress(total=10, done=3, note="models.example asks to wait", waits_until=until)
    job = replace(JOB, progress=waits)
    line = job_line([job], NOW, ASCII, 80)
    assert line == "summarise 10 papers  ===.......  3/10  waits until 09:30:20"
    assert job_line([job], NOW, ASCII, 35) == "3/10  waits until 09:30:20"
    assert job_line([job], NOW, ASCII, 20) == "summarise...  3/10"


SILENT = JobProgress(total=10, note="no answer from models.example", silent_since=NOW - timedelta(seconds=41))


def test_a_silence_of_the_endpoint_is_told_with_how_long_it_lasts() -> None:
    job = replace(JOB, progress=replace(SILENT, total=1))
    assert job_line([job], NOW, ASCII, 80) == "summarise 10 papers  ..........  0/1  no answer for 0:41"
    assert job_line([job], NOW, ASCII, 30) == "0/1  no answer for 0:41"
    later = NOW + timedelta(hours=2)
    assert job_line([job], later, ASCII, 80).endswith("0/1  no answer for 2:00:41")


def test_where_it_is_known_what_is_left_a_silence_takes_no_room_from_that() -> None:
    job = replace(JOB, progress=replace(SILENT, done=3))
    assert job_line([job], NOW, ASCII, 80) == "summarise 10 papers  ===.......  3/10  1:10 left"


def test_a_clock_that_was_set_back_makes_no_silence_of_days() -> None:
    job = replace(JOB, progress=SILENT)
    assert job_line([job], NOW - timedelta(hours=1), ASCII, 80).endswith("0/10  no answer for 0:00")


@pytest.mark.parametrize(
    "note",
    [
        "no answer from a.example since 09:29:00",
        "no answer",
        "a.example asks to wait until 09:30:20",
        "a.example: wait until you are asked",
    ],
)
def test_what_a_note_says_is_for_people_and_makes_no_standstill(note: str) -> None:
    job = replace(JOB, progress=JobProgress(total=10, done=3, failed=1, note=note))
    assert note_at(job.progress, NOW) == note
    assert job_line([job], NOW, ASCII, 80) == "summarise 10 papers  ===.......  3/10  1 failed  1:10 left"


def test_what_stands_still_keeps_its_name_where_only_those_beside_it_have_no_room() -> None:
    silent = JobProgress(
        total=1, note="no answer from models.example", silent_since=NOW - timedelta(seconds=13)
    )
    single = replace(JOB, label="summarise 1 paper by toy", progress=silent, urgent=True)
    jobs = [single, single, single, replace(single, state=JobState.QUEUED)]
    assert job_line(jobs, NOW, ASCII, 56) == "summarise 1 paper by toy  0/1  no answer for 0:13"
    assert job_line(jobs, NOW, ASCII, 32) == "0/1  no answer for 0:13"


def test_the_end_of_a_refresh_names_each_source_once() -> None:
    ended = replace(JOB, kind=JobKind.REFRESH, state=JobState.DONE, label="refresh hf:daily, arxiv:cs.CL")
    both = "hf:daily: 2 new, 0 known; arxiv:cs.CL: 0 new, 2 known"
    assert end_line(replace(ended, message=both)) == both
    alone = replace(ended, label="refresh hf:daily", message="2 new, 0 known")
    assert end_line(alone) == "refresh hf:daily: 2 new, 0 known"
    beside_starred = "hf:daily: 2 new, 0 known; starred: 1 looked at, 0 updated"
    assert end_line(replace(alone, message=beside_starred)) == beside_starred
    assert end_line(replace(JOB, state=JobState.DONE)) == "summarise 10 papers: done"


def test_a_summary_of_one_paper_waits_behind_those_that_were_asked_for_before() -> None:
    running = replace(JOB, urgent=True, progress=JobProgress(total=1))
    assert waits_behind([], 1, NOW) == ""
    assert waits_behind([running], 1, NOW) == "it waits behind another: at work for 0:30"
    silent = JobProgress(
        total=1, note="no answer from models.example", silent_since=NOW - timedelta(seconds=95)
    )
    queued = replace(running, state=JobState.QUEUED, started=None)
    told = "it waits behind 2 others: no answer from models.example for 1:35"
    assert waits_behind([queued, replace(running, progress=silent)], 1, NOW) == told
    assert waits_behind([queued], 1, NOW) == "it waits behind another"


def test_a_summary_of_one_paper_waits_behind_nothing_while_more_are_asked_for_at_once() -> None:
    running = replace(JOB, urgent=True, progress=JobProgress(total=1))
    assert waits_behind([running] * 3, 4, NOW) == ""
    assert waits_behind([running] * 4, 4, NOW) == "it waits behind 4 others: at work for 0:30"


def test_a_summary_of_one_paper_waits_for_an_import_that_is_at_work_and_overtakes_one_that_waits() -> None:
    importing = replace(JOB, kind=JobKind.IMPORT, label="import moss.bib")
    running = replace(JOB, urgent=True, progress=JobProgress(total=1))
    assert waits_behind([importing, running], 4, NOW) == "it waits until the import is done"
    assert waits_behind([replace(importing, state=JobState.QUEUED), running], 2, NOW) == ""


def test_single_papers_that_are_summarised_side_by_side_are_told_once() -> None:
    single = replace(JOB, label="summarise 1 paper", progress=JobProgress(total=1), urgent=True)
    queued = replace(single, state=JobState.QUEUED, started=None)
    line = job_line([single, single, single, single, queued], NOW, ASCII, 90)
    assert line == "summarise 1 paper  ..........  0/1  summarise 0/1 (3 jobs)  +1 waiting"
