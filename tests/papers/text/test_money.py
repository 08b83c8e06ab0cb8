"""The words for money."""

from __future__ import annotations

import pytest

from radar.papers.text.money import cost_told, dollars


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0, "$0.00"),
        (0.00001, "under $0.0001"),
        (0.0001, "$0.0001"),
        (0.0042, "$0.0042"),
        (0.01, "$0.01"),
        (0.1, "$0.10"),
        (0.4987, "$0.4987"),
        (0.25, "$0.25"),
        (0.125, "$0.125"),
        (0.99999, "$1.00"),
        (12.5, "$12.50"),
        (1234.5, "$1,234.50"),
    ],
)
def test_dollars_have_as_many_digits_as_tell_something(value: float, told: str) -> None:
    assert dollars(value) == told


def test_what_costs_nothing_is_free() -> None:
    assert [cost_told(cost) for cost in (0.0, 0.25, 0.00001)] == ["free", "$0.25", "under $0.0001"]
