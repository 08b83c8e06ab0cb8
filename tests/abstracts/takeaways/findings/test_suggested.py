"""What results only suggest is told as no more than that."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.findings.found_clauses import HEDGE, clauses

ROOM = 14


def test_what_results_suggest_keeps_that_they_do() -> None:
    told = list(clauses("Our findings suggest that ropes of hemp outlast ladders in heavy rain.", ROOM))
    assert told == [f"{HEDGE}ropes of hemp outlast ladders in heavy rain."]


def test_what_is_hinted_at_twice_is_not_told() -> None:
    assert not list(clauses("Our findings suggest that ropes of hemp may outlast ladders in rain.", ROOM))


@pytest.mark.parametrize("whose", ["Earlier observations", "The published data", "The simulated data"])
def test_what_other_results_suggest_is_not_told_as_the_authors_own(whose: str) -> None:
    assert not list(clauses(f"{whose} suggest that ropes of hemp outlast ladders in heavy rain.", ROOM))
