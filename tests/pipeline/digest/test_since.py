"""From when on a digest tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from radar.errors import RadarError
from radar.pipeline.digest.since import moment_of

NOW = datetime(2026, 11, 26, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(("text", "hours"), [("1d", 24), ("12h", 12), ("2W", 336), (" 0d ", 0)])
def test_so_many_hours_days_or_weeks_are_counted_back_from_now(text: str, hours: int) -> None:
    assert moment_of(text, NOW) == NOW - timedelta(hours=hours)


def test_a_day_begins_at_midnight_here() -> None:
    here = datetime(2026, 11, 25).astimezone()
    assert moment_of("2026-11-25", NOW) == here
    assert moment_of("yesterday", NOW).astimezone().hour == 0
    assert moment_of("2026-11", NOW) == datetime(2026, 11, 1).astimezone()


def test_a_time_is_taken_with_its_zone_or_as_here() -> None:
    assert moment_of("2026-11-25T07:00:01Z", NOW) == datetime(2026, 11, 25, 7, 0, 1, tzinfo=UTC)
    assert moment_of("2026-11-25 07:00", NOW) == datetime(2026, 11, 25, 7).astimezone()


@pytest.mark.parametrize("text", ["2026-11-27", "2026-11-26T13:00Z", "2027"])
def test_what_is_still_to_come_is_refused(text: str) -> None:
    with pytest.raises(RadarError, match="still to come"):
        moment_of(text, NOW)


@pytest.mark.parametrize("text", ["", "soon", "2026-13", "2026-11-25T99:00", "-1d", "999999w", "\x1b[31m"])
def test_what_is_no_day_is_refused_with_the_forms(text: str) -> None:
    with pytest.raises(RadarError, match="is no day") as caught:
        moment_of(text, NOW)
    assert "12h, 1d" in caught.value.hint
    assert "\x1b" not in str(caught.value)
