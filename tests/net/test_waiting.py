"""How long an answer asks to wait."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from radar.net.waiting import retry_after

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
def test_both_forms_are_read_and_nonsense_is_none(value: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": value}, NOW) == seconds


def test_milliseconds_are_the_more_exact_word() -> None:
    assert retry_after({"retry-after-ms": "250", "retry-after": "1"}, NOW) == 0.25


def test_no_header_asks_for_nothing() -> None:
    assert retry_after({}, NOW) is None
