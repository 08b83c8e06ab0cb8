"""What sites say of how much they may still be asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from radar.net.quotas import asked_wait, quota_reset, stated_gap

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"ratelimit": '"api";r=0;t=120'}, 120),
        ({"ratelimit": '"api"; r=0; t=120'}, 120),
        ({"ratelimit": '"api";t=120;r=0;pk=:sdfjLJUOUH==:'}, 120),
        ({"ratelimit": '"pages";r=9;t=7, "api";r=0;t=120'}, 120),
        ({"ratelimit": '"a";r=0;t=7, "b";r=0;t=120'}, 120),
        ({"ratelimit": '"a,b;r=9;t=1";r=0;t=120'}, 120),
        ({"ratelimit": "default;r=0;t=120"}, 120),
        ({"ratelimit": "limit=9, remaining=0, reset=120"}, 120),
        ({"ratelimit-remaining": "0", "ratelimit-reset": "120"}, 120),
        ({"ratelimit-remaining": "0;w=21600", "ratelimit-reset": "120;w=21600"}, 120),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW.timestamp()) + 120)}, 120),
        ({"x-rate-limit-remaining": "0", "x-rate-limit-reset": "2m0s"}, 120),
        (
            {
                "x-ratelimit-remaining": "0",
                "x-ratelimit-reset": format_datetime(NOW + timedelta(minutes=2), usegmt=True),
            },
            120,
        ),
    ],
    ids=[str(number) for number in range(13)],
)
def test_a_quota_of_which_nothing_is_left_says_when_it_is_filled(
    headers: dict[str, str], seconds: float
) -> None:
    assert quota_reset(headers, NOW) == seconds


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"ratelimit": '"api";r=499;t=120'},
        {"ratelimit": '"api";r=1;t=120'},
        {"ratelimit": '"api";r=0'},
        {"ratelimit": '"api;r=0;t=9"'},
        {"ratelimit": "x" * 5000 + ";r=0;t=9"},
        {"ratelimit": '"api";r=-1;t=120'},
        {"ratelimit-remaining": "0"},
        {"ratelimit-remaining": "many", "ratelimit-reset": "9"},
        {"x-ratelimit-remaining": "7", "x-ratelimit-reset": "9"},
        {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "soon"},
    ],
    ids=[str(number) for number in range(11)],
)
def test_nothing_else_is_a_quota_that_is_used_up(headers: dict[str, str]) -> None:
    assert quota_reset(headers, NOW) is None


def test_retry_after_counts_before_a_quota() -> None:
    assert asked_wait(429, {"retry-after": "5", "ratelimit": '"api";r=0;t=120'}, NOW) == 5
    assert asked_wait(503, {"ratelimit": '"api";r=0;t=120'}, NOW) == 120


def test_the_mere_reset_of_a_limit_counts_only_where_the_limit_was_reached() -> None:
    assert asked_wait(429, {"x-ratelimit-reset": "9"}, NOW) == 9
    assert asked_wait(503, {"x-ratelimit-reset": "9"}, NOW) is None


@pytest.mark.parametrize(
    ("limit", "interval", "seconds"),
    [
        ("5", "1s", 0.2),
        ("50", "1s", 0.02),
        ("1", "3", 3.0),
        ("1", "86400s", 10.0),
        ("0", "1s", 0),
        ("x", "1s", 0),
    ],
)
def test_a_rate_that_is_named_in_every_answer_is_a_gap(limit: str, interval: str, seconds: float) -> None:
    assert stated_gap({"x-rate-limit-limit": limit, "x-rate-limit-interval": interval}) == seconds


def test_without_a_rate_there_is_no_gap() -> None:
    assert stated_gap({}) == stated_gap({"x-rate-limit-limit": "5"}) == 0
