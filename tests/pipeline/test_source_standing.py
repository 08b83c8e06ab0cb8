"""When a source is asked again, and what is said of it."""

from __future__ import annotations

from datetime import timedelta

from radar.errors import Gone, ListingError, NetworkError, Offline, RateLimited, SettingsError
from radar.papers.bases import replace
from radar.papers.jobs.source_state import SourceState
from radar.pipeline.source_standing import again_after, again_line, counts_line, due
from tests.pipeline.fakes import NOON

EVERY = timedelta(hours=6)
FINE = SourceState("hf:daily", asked=NOON, succeeded=NOON + timedelta(seconds=3))
NAMES = ("hf:daily",)


def test_a_source_is_due_that_was_never_asked_or_not_for_so_long() -> None:
    assert due(("hf:daily", "arxiv:cs.CL"), [FINE], EVERY, NOON + timedelta(hours=1)) == ("arxiv:cs.CL",)
    assert due(NAMES, [FINE], EVERY, NOON + EVERY) == NAMES
    assert due(("HF:daily",), [FINE], EVERY, NOON + timedelta(hours=1)) == ()


def test_nothing_is_due_where_nothing_is_asked_by_itself() -> None:
    assert due(NAMES, [], timedelta(), NOON) == ()


def test_a_source_that_failed_is_due_when_its_time_has_come_and_never_without_one() -> None:
    failed = replace(FINE, error="gone", again=NOON + timedelta(minutes=10))
    assert due(NAMES, [failed], EVERY, NOON + timedelta(minutes=9)) == ()
    assert due(NAMES, [failed], EVERY, NOON + timedelta(minutes=10)) == NAMES
    assert due(NAMES, [replace(failed, again=None)], EVERY, NOON + timedelta(days=9)) == ()


def test_what_was_noted_while_the_clock_was_far_ahead_holds_no_source_up() -> None:
    ahead = NOON + timedelta(days=400)
    failed = replace(FINE, error="gone", asked=ahead, again=ahead + timedelta(minutes=10))
    for state in (replace(FINE, asked=ahead, succeeded=ahead), failed):
        assert due(NAMES, [state], EVERY, NOON) == NAMES
    assert due(NAMES, [replace(failed, again=None)], EVERY, NOON) == ()
    assert due(NAMES, [FINE], EVERY, NOON - timedelta(hours=1)) == (), (
        "clocks of two machines differ a little"
    )


def test_a_question_without_an_end_is_due_once_its_radar_must_be_gone() -> None:
    begun = replace(FINE, succeeded=NOON - timedelta(days=1))
    assert due(NAMES, [begun], EVERY, NOON + timedelta(minutes=14)) == ()
    assert due(NAMES, [begun], EVERY, NOON + timedelta(minutes=15)) == NAMES


def test_a_site_that_asks_for_a_wait_is_asked_after_it_and_others_later_and_later() -> None:
    assert again_after(RateLimited("slow", "", 600), None, NOON) == NOON + timedelta(minutes=10)
    first = again_after(NetworkError("gone"), FINE, NOON)
    assert first == NOON + timedelta(minutes=10)
    failed = replace(FINE, error="gone", again=first)
    assert again_after(NetworkError("gone"), failed, NOON) == NOON + timedelta(minutes=20)
    long = replace(failed, again=NOON + timedelta(hours=5))
    assert again_after(NetworkError("gone"), long, NOON) == NOON + timedelta(hours=6)
    assert again_after(Offline("no network"), long, NOON) == NOON + timedelta(minutes=10)
    assert again_after(ListingError("a web page"), FINE, NOON) == NOON + timedelta(hours=1)
    assert again_after(SettingsError("no such source"), FINE, NOON) is None


def test_a_source_that_is_gone_for_good_is_not_asked_again_by_itself() -> None:
    assert again_after(Gone("gone"), FINE, NOON) is None


def test_the_lines_say_what_came_and_when_it_goes_on() -> None:
    assert counts_line(1_012, 38, 2) == "1,012 new, 38 known, 2 updated"
    assert counts_line(0, 0, 0) == "no papers listed"
    assert counts_line(0, 0, 0, 1_012) == "all 1,012 papers listed were removed by you"
    assert counts_line(0, 0, 0, 1) == "the one paper listed was removed by you"
    assert counts_line(0, 2, 1, 3) == "0 new, 2 known, 1 updated, 3 left out that you removed"
    local = NOON.astimezone()
    assert again_line(NOON, NOON) == f"asked again from {local:%H:%M} on"
    assert again_line(NOON, NOON - timedelta(days=3)) == f"asked again from {local.day} {local:%b %H:%M} on"
    assert again_line(None, NOON) == ""
