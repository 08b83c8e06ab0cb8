"""Patterns that are compiled at their first use."""

from __future__ import annotations

import re
from random import Random

import pytest

from radar.papers.text.patterns import AsciiFirst, EitherCase, at_a_word, compile_one, pattern


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


@pytest.mark.parametrize(
    "text", ["a claw, a crab", "déjà claw, a crab", "aclaw", "éclaw", "clawé", "", "a\x1cclaw"]
)
@pytest.mark.parametrize("source", [r"\bclaw\b", r"(?<!\w)claw\w*", r"\sclaw", r"\Sclaw", r"claw\W"])
def test_a_pattern_finds_the_same_in_ascii_and_beyond_as_one_that_knows_only_unicode(
    source: str, text: str
) -> None:
    one, other = AsciiFirst(source), re.compile(source)
    for bounds in [(), (2,), (0, 6), (3, 10)]:
        found, expected = one.search(text, *bounds), other.search(text, *bounds)
        assert (found and found.span()) == (expected and expected.span())


@pytest.mark.parametrize("text", ["a claw", "a\x1cclaw", "A\u2003CLAW", "a-claw"])
def test_a_pattern_that_heeds_no_case_knows_white_space_of_every_kind(text: str) -> None:
    assert EitherCase(r"a\sclaw").begins(text) == (re.match(r"a\sclaw", text, re.IGNORECASE) is not None)


def test_one_pattern_is_compiled_at_a_time() -> None:
    one, two = pattern("a+"), pattern("b+")
    names = {"one": one, "text": "a+", "two": two}
    assert [compile_one(names), compile_one(names), compile_one(names)] == [True, True, False]
    assert one.findall("aab") == ["aa"]


def test_a_pattern_within_a_tuple_is_compiled_too() -> None:
    inner = pattern("a+")
    names = {"pair": (("a",), inner)}
    assert [compile_one(names), compile_one(names)] == [True, False]
    assert inner.findall("aab") == ["aa"]


def test_what_stands_at_a_word_is_found_where_a_border_is() -> None:
    fast = pattern(at_a_word("we", "We", "sea we", "s") + "(?P<rest>s?)")
    plain = re.compile(r"\b(?:we|We|sea we|s)(?P<rest>s?)")
    random = Random(1)
    for _ in range(2_000):
        text = "".join(random.choices(["we", "We", "sea", "s", "é", "_", "-", " ", ".", "1"], k=6))
        start = random.randint(0, 4)
        assert [match.span("rest") for match in fast.finditer(text, start)] == [
            match.span("rest") for match in plain.finditer(text, start)
        ], text
