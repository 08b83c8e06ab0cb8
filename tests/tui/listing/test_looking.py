"""The papers in sight are noted once the list rests, and only while summaries are made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from radar.errors import LibraryError
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.tui.listing.looking import Looking

JOB = Job(
    1, JobKind.SUMMARISE, "summarise", "{}", JobState.RUNNING, JobProgress(), datetime(2026, 3, 1, tzinfo=UTC)
)


class Desk:
    """What is in sight, the jobs, and what was noted."""

    def __init__(self) -> None:
        self.in_sight: tuple[int, ...] = (1, 2, 3)
        self.active: tuple[Job, ...] = (JOB,)
        self.noted: list[Sequence[int]] = []
        self.looking = Looking(self, self, self.noted.append)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_list_that_rests_is_noted_once(desk: Desk) -> None:
    desk.looking.look()
    assert desk.noted == []
    for _ in range(5):
        desk.looking.look()
    assert desk.noted == [(1, 2, 3)]


def test_a_list_that_scrolls_is_not_noted_before_it_rests(desk: Desk) -> None:
    for first in range(5):
        desk.in_sight = (first, first + 1)
        desk.looking.look()
    assert desk.noted == []
    desk.looking.look()
    assert desk.noted == [(4, 5)]


@pytest.mark.parametrize("jobs", [(), (replace(JOB, kind=JobKind.IMPORT),)], ids=["none", "an import"])
def test_nothing_is_noted_while_no_summaries_are_made(desk: Desk, jobs: tuple[Job, ...]) -> None:
    desk.active = jobs
    for _ in range(3):
        desk.looking.look()
    assert desk.noted == []


def test_what_cannot_be_noted_disturbs_nobody_and_is_tried_again(desk: Desk) -> None:
    tries: list[Sequence[int]] = []

    def fail(keys: Sequence[int]) -> None:
        tries.append(keys)
        raise LibraryError("the disk is full")

    looking = Looking(desk, desk, fail)
    for _ in range(3):
        looking.look()
    assert len(tries) == 2


def test_what_is_in_sight_when_summaries_are_asked_for_is_noted_by_the_next_look(desk: Desk) -> None:
    desk.active = ()
    desk.looking.look()
    desk.active = (JOB,)
    desk.looking.look()
    assert desk.noted == [(1, 2, 3)]
