"""What results only suggest is told as no more than that."""

from __future__ import annotations

from radar.abstracts.takeaways.findings.found_clauses import HEDGE, clauses

ROOM = 14


def test_what_results_suggest_keeps_that_they_do() -> None:
    told = list(clauses("Our findings suggest that ropes of hemp outlast ladders in heavy rain.", ROOM))
    assert told == [f"{HEDGE}ropes of hemp outlast ladders in heavy rain."]


def test_what_is_hinted_at_twice_is_not_told() -> None:
    assert not list(clauses("Our findings suggest that ropes of hemp may outlast ladders in rain.", ROOM))
