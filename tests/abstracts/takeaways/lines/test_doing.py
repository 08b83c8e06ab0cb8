"""What a thing does, told of the thing itself."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.lines.doing import (
    as_doing,
    may_be_told_as_doing,
    whole_as_doing,
)

DOES = "sorts the wet shells of the north coast by age and colour"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            f"We build Tideline, a fine-meshed sieve that {DOES}.",
            [f"Tideline, a fine-meshed sieve, {DOES}.", f"Tideline {DOES}."],
            id="a name, and what it is",
        ),
        pytest.param(
            f"This paper presents Tideline: a novel sieve that {DOES}.",
            [f"Tideline {DOES}."],
            id="what most things are",
        ),
        pytest.param(
            f"We present the Tideline sieve (TLS), the first tool that {DOES}.",
            [f"The Tideline sieve (TLS) {DOES}."],
            id="the first of what does so",
        ),
        pytest.param(
            "We build Tideline, a fine-meshed sieve that sorts wet shells, and evaluate it on six beaches.",
            ["Tideline, a fine-meshed sieve, sorts wet shells.", "Tideline sorts wet shells."],
            id="what the authors did beside",
        ),
        pytest.param(
            "We build Tideline, a tide-driven cart that helps to find, count, and measure shells.",
            [
                "Tideline, a tide-driven cart, helps to find, count, and measure shells.",
                "Tideline helps to find, count, and measure shells.",
            ],
            id="several things that are done",
        ),
    ],
)
def test_a_thing_does_what_its_authors_say_of_it(text: str, told: list[str]) -> None:
    assert list(as_doing(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"We build Tideline and Shoreline, a pair of sieves that {DOES}.", id="two names"),
        pytest.param(f"We build Tidal Sieves, a family of tools that {DOES}.", id="several things"),
        pytest.param("We build Tideline, a fine-meshed sieve that is drawn by a cart.", id="what a thing is"),
        pytest.param("We build Tideline, a fine-meshed sieve that our crews carry.", id="what others do"),
        pytest.param(
            "We build Tideline, a fine-meshed sieve that sorts shells, and a cart that sweeps the beach.",
            id="a second thing",
        ),
        pytest.param(
            "We build Tideline, a fine-meshed sieve that helps to sort shells in the winter, and test it.",
            id="it cannot be told who does it",
        ),
        pytest.param("We build Tideline, a shield against a crab that sorts shells.", id="of another"),
        pytest.param("We build Tideline, a test of whether sieves that sorts shells.", id="of what is asked"),
        pytest.param(f"We borrow Tideline, a fine-meshed sieve that {DOES}.", id="not made"),
    ],
)
def test_other_sentences_are_not_told_so(text: str) -> None:
    assert not list(as_doing(text))


def test_of_several_things_or_of_what_is_done_nothing_can_sort() -> None:
    for what in ("a sieve for old crabs", "a sieve for tidal navigation"):
        assert f"Tideline, {what}, {DOES}." in as_doing(f"We build Tideline, {what} that {DOES}.")


def test_what_is_only_planned_is_not_told_without_saying_so() -> None:
    text = f"We describe Tideline, a planned fine-meshed sieve that {DOES}."
    assert list(as_doing(text)) == [f"Tideline, a planned fine-meshed sieve, {DOES}."]


def test_a_word_that_is_no_verb_is_no_deed_of_the_authors() -> None:
    text = "We build Tideline, a fine-meshed sieve that sorts shells at night and test-time sand by age."
    assert "Tideline sorts shells at night and test-time sand by age." in as_doing(text)


def test_what_a_line_cuts_is_told_whole() -> None:
    line = "For shells, we build Tideline, a fine-meshed sieve that sorts the wet shells."
    form = f"We build Tideline, a fine-meshed sieve that {DOES}."
    whole = f"Tideline, a fine-meshed sieve, {DOES}."
    assert whole_as_doing(line, [form], "Sieves", 25) == whole
    broken = f"{line[:-1]}…"
    assert whole_as_doing(broken, [form], "Sieves", 14) == f"Tideline {DOES}."
    assert not whole_as_doing(line, [form], "Sieves", 14)
    assert not whole_as_doing(line, [form], "Sieves", 9)
    joined = f"{line[:-1]}; it halves the work."
    assert not whole_as_doing(joined, [form], "Sieves", 25)
    of_title = "To tidy beaches, we build Tideline, a fine-meshed sieve that sorts the wet shells."
    assert not whole_as_doing(of_title, [form], "Sieves to Tidy Beaches", 25)
    elsewhere = "We build Tideline, which was drawn by carts."
    assert not whole_as_doing(elsewhere, [form], "Sieves", 25)


def test_what_is_no_shorter_stays() -> None:
    form = f"We build Tideline, a fine-meshed sieve that {DOES}."
    assert not whole_as_doing(form, [form], "Sieves", 25)
    known = f"{form[:-1]} (AC)."
    assert not whole_as_doing(form, [known], "Sieves", 25)


def test_most_sentences_are_not_asked() -> None:
    text, cut = f"We build Tideline, a fine-meshed sieve that {DOES}.", "We build Tideline."
    assert may_be_told_as_doing(cut, text)
    assert not may_be_told_as_doing(text, text)
    assert not may_be_told_as_doing(f"{cut[:-1]}; it halves the work.", text)
    assert not may_be_told_as_doing(cut, "Crabs of the north coast walk at night.")


def test_a_line_tells_all_that_a_thing_does() -> None:
    title = "Tideline: sorting what the sea brings"
    text = (
        "Beaches are full of shells. We propose Tideline, a fine-meshed tide-driven sieve that sorts the wet "
        "shells of the long north coast by age and colour with two slowly turning wooden drums."
    )
    assert read_text(title, text).takeaway.text == (
        "Tideline, a fine-meshed tide-driven sieve, sorts the wet shells of the long north coast by age "
        "and colour with two slowly turning wooden drums."
    )
