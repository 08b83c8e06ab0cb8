"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from radar.papers.patterns import pattern


def test_a_pattern_answers_like_a_compiled_one() -> None:
    claws = pattern(r"claw(s?)", re.IGNORECASE)
    found = claws.search("Two Claws")
    assert found is not None and found[1] == "s"
    assert claws.sub("leg", "claw") == "leg"
    assert [match.start() for match in claws.finditer("claw claw")] == [0, 5]
    assert claws.fullmatch("a claw") is None
    assert claws.pattern == r"claw(s?)"


def test_nothing_is_compiled_before_the_first_question() -> None:
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.search("claw")
