"""How long an answer asks to wait."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from radar.net.waiting import limit_reset, retry_after, wait_in_words

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("2", 2.0),
        ("1.5", 1.5),
        ("1e9", 1e9),
        ("Sun, 01 Mar 2026 12:00:20 GMT", 20.0),
        ("Sun, 01 Mar 2026 12:00:20 -0000", 20.0),
        ("Sun, 01 Mar 2026 11:59:00 GMT", 0.0),
        ("-1", None),
        ("nan", None),
        ("inf", None),
        ("soon", None),
        ("Sun, 99 Mar 2026 12:00:20 GMT", None),
        ("", None),
    ],
)
def test_t1_both_forms_are_read_and_nonsense_is_none(value: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": value}, NOW) == seconds


def test_milliseconds_are_the_more_exact_word() -> None:
    assert retry_after({"retry-after-ms": "250", "retry-after": "1"}, NOW) == 0.25


def test_no_header_asks_for_nothing() -> None:
    assert retry_after({}, NOW) is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("1s", 1.0),
        ("6m0s", 360.0),
        ("20ms", 0.02),
        ("1h2m3.5s", 3723.5),
        ("1d", 86_400.0),
        ("7.66s", 7.66),
        ("12", 12.0),
        ("0", 0.0),
        ("1772366430", 30.0),
        ("1772366430000", 30.0),
        ("1e9", 0.0),
        ("Sun, 01 Mar 2026 12:00:20 GMT", 20.0),
        ("2026-03-01T12:00:20Z", None),
        ("-1s", None),
        ("nan", None),
        ("1x", None),
        ("", None),
    ],
)
def test_t1_the_reset_of_a_limit_is_read_in_each_form(value: str, seconds: float | None) -> None:
    reset = limit_reset({"x-ratelimit-reset-tokens": value}, NOW)
    assert reset == (None if seconds is None else pytest.approx(seconds))


def test_t1_the_limit_that_is_used_up_counts_and_else_the_one_that_is_lifted_first() -> None:
    resets = {"x-ratelimit-reset-requests": "9s", "x-ratelimit-reset-tokens": "4s"}
    assert limit_reset(resets, NOW) == 4.0
    assert limit_reset({**resets, "x-ratelimit-remaining-requests": "0"}, NOW) == 9.0
    both = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-remaining-tokens": "0"}
    assert limit_reset({**resets, **both}, NOW) == 9.0
    assert limit_reset({**resets, "x-ratelimit-remaining-tokens": "-1"}, NOW) == 4.0
    assert limit_reset({}, NOW) is None
    for endless in ("9" * 400, "9" * 400 + "s"):
        assert limit_reset({"x-ratelimit-reset": endless}, NOW) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Rate limit reached: Limit 6000, Used 5990. Please try again in 7.66s. Visit us", 7.66),
        ("tokens per day (TPD). Please try again in 1h12m3.5s.", 4323.5),
        ("Please try again in 20ms.", 0.02),
        ("Please retry after 26 seconds.", 26.0),
        ("Try again in 2 minutes", 120.0),
        ("Try again in 1 Hour", 3600.0),
        ("Try again in 5 months", None),
        ("Try again in 5", None),
        ("Try again later; 7s", None),
    ],
)
def test_t1_a_wait_in_words_is_read_where_it_has_a_unit(text: str, seconds: float | None) -> None:
    assert wait_in_words(text) == (None if seconds is None else pytest.approx(seconds))
