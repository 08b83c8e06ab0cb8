"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from radar.papers.patterns import EitherCase, compile_one, pattern


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


@pytest.mark.parametrize("text", ["The Claw of a crab", "the claw", "THE CLAW, déjà vu"])
def test_a_pattern_that_heeds_no_case_finds_the_same_in_ascii_and_beyond(text: str) -> None:
    claw = EitherCase(r"the claws?\b")
    assert claw.end(text) == len("the claw")
    assert claw.begins(text)
    found = claw.search(f"See {text}")
    assert found is not None and found.start() == 4


@pytest.mark.parametrize("text", ["A claw", "à la claw", ""])
def test_a_pattern_that_heeds_no_case_tells_where_nothing_is_found(text: str) -> None:
    claw = EitherCase(r"the claws?\b")
    assert claw.end(text) == -1
    assert not claw.begins(text)
    assert claw.search(text) is None


def test_one_pattern_is_compiled_at_a_time() -> None:
    one, two = pattern("a+"), pattern("b+")
    names = {"one": one, "text": "a+", "two": two}
    assert [compile_one(names), compile_one(names), compile_one(names)] == [True, True, False]
    assert one.findall("aab") == ["aa"]
