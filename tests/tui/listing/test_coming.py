"""The cursor and papers that were asked for by name."""

from __future__ import annotations

from array import array

import pytest

from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.tui.listing.coming import Coming
from tests.pipeline.fakes import NOON

JOB = Job(7, JobKind.ADD, "add", "{}", JobState.DONE, JobProgress(note="arxiv:1"), NOON)


class Papers:
    """A list with a cursor."""

    def __init__(self) -> None:
        self.keys = array("q", [10, 20])
        self.key: int | None = 10

    def move_to_key(self, key: int) -> None:
        """Go there."""
        self.key = key


@pytest.fixture
def papers() -> Papers:
    return Papers()


@pytest.fixture
def coming(papers: Papers) -> Coming:
    return Coming(papers, lambda: papers.keys, {"arxiv:1": 20, "arxiv:2": 30}.get)


def test_the_cursor_goes_to_a_paper_that_is_listed_already(papers: Papers, coming: Coming) -> None:
    coming.expect(JOB)
    coming.ended(JOB)
    assert papers.key == 20


def test_the_cursor_goes_there_once_it_is_listed(papers: Papers, coming: Coming) -> None:
    coming.expect(JOB)
    coming.ended(replace(JOB, progress=JobProgress(note="arxiv:2")))
    assert papers.key == 10
    papers.keys.append(30)
    coming.listed()
    assert papers.key == 30


def test_a_reader_who_has_moved_stays_there(papers: Papers, coming: Coming) -> None:
    coming.expect(JOB)
    papers.key = 11
    coming.ended(JOB)
    coming.listed()
    assert papers.key == 11


def test_jobs_that_nobody_expects_move_nothing(papers: Papers, coming: Coming) -> None:
    coming.ended(JOB)
    assert papers.key == 10


def test_a_job_that_brought_nothing_moves_nothing(papers: Papers, coming: Coming) -> None:
    coming.expect(JOB)
    coming.ended(replace(JOB, progress=JobProgress()))
    assert papers.key == 10
