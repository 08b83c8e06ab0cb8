"""Spans of days that arXiv is asked for."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from radar.sources.arxiv.windows import Window, first_window, resumed

SINCE, TODAY = date(2025, 3, 4), date(2026, 3, 4)


def walked(since: date, a_day: int) -> tuple[list[Window], set[date]]:
    """Walk all windows where every day has so many papers; return them and the days they cover."""
    windows, days = [], set()
    window: Window | None = first_window(since, TODAY, a_day * ((TODAY - since).days + 1))
    while window is not None:
        windows.append(window)
        span = (window.last - window.first).days + 1
        days |= {window.first + timedelta(days=n) for n in range(span)}
        total = a_day * span
        window = window.after(min(500, total - window.start), total, since)
    return windows, days


@pytest.mark.parametrize("a_day", [0, 1, 7, 100, 800, 3000])
def test_every_day_is_asked_for_once_from_the_newest_to_the_first(a_day: int) -> None:
    windows, days = walked(SINCE, a_day)
    assert days == {SINCE + timedelta(days=n) for n in range((TODAY - SINCE).days + 1)}
    begun = [window for window in windows if window.start == 0]
    assert begun[0].last == TODAY
    assert all(later.first - earlier.last == timedelta(days=1) for later, earlier in pairwise(begun))
    assert len(windows) <= 2 + a_day * 366 // 500 + len(begun)


def test_few_papers_are_one_span_and_many_are_short_ones() -> None:
    assert first_window(SINCE, TODAY, 300) == Window(SINCE, TODAY, 0, 366)
    assert first_window(SINCE, TODAY, 300_000).width == 2
    assert first_window(TODAY, SINCE, 0).last == SINCE


def test_a_slice_is_written_down_and_read_again() -> None:
    window = Window(date(2026, 1, 1), date(2026, 1, 7), 500, 7)
    assert resumed(window.resume) == window
    assert window.query == "submittedDate:[202601010000 TO 202601072359]"


@pytest.mark.parametrize(
    "text", ["", "x", "2026-01-07_2026-01-01/0/7", "2026-13-01_2026-13-07/0/7", "2026-01-01_2026-01-07/-1/7"]
)
def test_another_text_is_no_slice(text: str) -> None:
    assert resumed(text) is None


def test_a_span_with_too_many_papers_is_halved_and_the_rest_comes_after() -> None:
    half = Window(date(2026, 1, 1), date(2026, 1, 7), 0, 7).narrower()
    assert half == Window(date(2026, 1, 5), date(2026, 1, 7), 0, 3)
    after = half.after(0, 0, date(2026, 1, 1))
    assert after == Window(date(2026, 1, 2), date(2026, 1, 4), 0, 3)
    assert Window(date(2026, 1, 1), date(2026, 1, 1), 0, 1).narrower() is None


def test_a_short_slice_is_followed_by_what_comes_after_it_and_an_empty_one_ends_the_span() -> None:
    window = Window(date(2026, 1, 1), date(2026, 1, 7), 0, 7)
    after = window.after(300, 1000, SINCE)
    assert after is not None and after.start == 300
    assert after.after(0, 1000, date(2026, 1, 1)) is None
