"""Dates of which no more than a year and perhaps a month is known."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta

import pytest

from radar.papers.text.partial_dates import (
    PartialDate,
    date_written,
    days_between,
    known_parts,
    last_day,
    more_exact,
    written,
)

YEAR, MONTH, DAY = PartialDate(2024), PartialDate(2024, 3), date(2024, 3, 5)


def test_a_partial_date_sorts_as_the_first_day_it_may_mean() -> None:
    assert sorted([DAY, MONTH, YEAR]) == [YEAR, MONTH, DAY]
    assert (date(2024, 1, 1), date(2024, 3, 1)) == (YEAR, MONTH)


@pytest.mark.parametrize(("day", "text"), [(YEAR, "2024"), (MONTH, "2024-03"), (DAY, "2024-03-05")])
def test_as_much_is_written_as_is_known_and_read_again(day: date, text: str) -> None:
    assert written(day) == text
    assert known_parts(date_written(text)) == known_parts(day)
    for kept in (pickle.loads(pickle.dumps(day)), copy.deepcopy(day)):
        assert (type(kept), written(kept)) == (type(day), text)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-3", "2024-13", "2024-00", "0000", "20-24-0", "٢٠٢٤", "+202"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        date_written(text)


def test_no_date_is_written_as_nothing() -> None:
    assert written(None) == ""


def test_a_month_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2024, 0)


def test_what_is_reckoned_from_it_is_a_day() -> None:
    assert written(MONTH + timedelta(days=1)) == "2024-03-02"
    assert written(YEAR.replace(day=9)) == "2024-01-09"
    assert (DAY - MONTH).days == 4


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (YEAR, date(2024, 12, 31)),
        (PartialDate(2024, 2), date(2024, 2, 29)),
        (PartialDate(9999, 12), date.max),
        (PartialDate(9999), date.max),
        (DAY, DAY),
    ],
)
def test_the_last_day_it_may_mean(day: date, last: date) -> None:
    assert last_day(day) == last


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (YEAR, DAY, 0),
        (MONTH, DAY, 0),
        (MONTH, YEAR, 0),
        (YEAR, date(2025, 1, 3), 3),
        (MONTH, date(2024, 2, 28), 2),
        (DAY, date(2024, 3, 15), 10),
    ],
)
def test_dates_lie_as_far_apart_as_they_do_at_least(one: date, other: date, days: int) -> None:
    assert days_between(one, other) == days_between(other, one) == days


def test_what_says_more_of_the_same_day_is_taken() -> None:
    assert more_exact(YEAR, MONTH) is MONTH
    assert more_exact(MONTH, DAY) is DAY
    assert more_exact(DAY, MONTH) is DAY
    other = date(2023, 3, 5)
    assert more_exact(YEAR, other) is YEAR, "it is another day"
