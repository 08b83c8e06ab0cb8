"""Moments as people read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from radar.papers.text.local_time import clock, local_minute, short_minute

pytestmark = pytest.mark.usefixtures("far_east")
LATE = datetime(2026, 2, 3, 20, 30, tzinfo=UTC)


def test_a_moment_is_told_in_the_time_of_this_place() -> None:
    assert local_minute(LATE) == "2026-02-04 05:30"
    assert short_minute(LATE) == "4 Feb 05:30"


@pytest.mark.parametrize(
    ("hours", "told"), [(0, "05:30"), (18, "05:30"), (-6, "4 Feb 05:30"), (19, "4 Feb 05:30")]
)
def test_the_day_is_told_where_it_is_not_that_of_now_in_this_place(hours: int, told: str) -> None:
    assert clock(LATE, LATE + timedelta(hours=hours)) == told
