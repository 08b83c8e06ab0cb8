"""Lines that tell only what is studied, and the fewer words that tell it too."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.findings.studied import (
    ever_shorter,
    in_fewest_words,
    only_studies,
    only_tells_of,
    plainly,
)
from radar.abstracts.takeaways.telling_words import telling

TITLE = "Gaits of crabs on wet sand"


@pytest.mark.parametrize(
    "line",
    [
        "We study how well young crabs climb the ropes of the pier.",
        "We quantify the slips of young crabs that climb the ropes of the pier.",
        "This paper presents a careful comparison of ropes and ladders for young crabs.",
        "We present films and measurements of young crabs on ropes.",
        "The falls of young crabs from ropes are analyzed.",
        "We propose a gait for crabs on wet sand.",
        "We introduce a dataset of falls that lists every rope of the northern pier.",
    ],
)
def test_a_line_tells_only_what_is_studied_or_what_the_title_says(line: str) -> None:
    assert only_tells_of(line, TITLE)


@pytest.mark.parametrize(
    "line",
    [
        "We study how well crabs climb; ropes outperform ladders.",
        "We study the climbs of crabs and show that ropes outperform ladders in the rain.",
        "We study the climbs of crabs and derive a bound on the falls from old ladders.",
        "Ropes outperform ladders in the rain for all crabs but the oldest.",
        "We propose a sieve of reeds that sorts lobsters by the prints that their claws leave.",
    ],
)
def test_a_line_that_tells_more_is_none(line: str) -> None:
    assert not only_tells_of(line, TITLE)


def shortest(sentence: str) -> str:
    return list(ever_shorter(sentence, sentence))[-1]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "We study the climbs of young crabs across the piers of the northern harbours.",
            "We study the climbs of young crabs",
            id="where",
        ),
        pytest.param(
            "We evaluate ropes for young crabs, a kind of animal that lives near old piers.",
            "We evaluate ropes for young crabs",
            id="what it is",
        ),
        pytest.param(
            "We evaluate ropes (e.g., those of hemp) that hold young crabs.",
            "We evaluate ropes that hold young crabs",
            id="an aside",
        ),
    ],
)
def test_what_is_studied_is_told_in_fewer_words(sentence: str, expected: str) -> None:
    assert shortest(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("We study the effects of warm rain on old ropes.", id="what its noun asks for"),
        pytest.param("We present the first films of young crabs in heavy rain.", id="the first of its kind"),
        pytest.param("We study young crabs that climb in the absence of ropes.", id="what it is without"),
        pytest.param("We study climbs and ropes that crabs in pairs like.", id="a clause that tells which"),
    ],
)
def test_what_is_studied_stays_whole(sentence: str) -> None:
    assert shortest(sentence) == sentence.removesuffix(".")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "We present the first large-scale study of young crabs.", "We study young crabs.", id="we study"
        ),
        pytest.param(
            "We conduct a comprehensive analysis of young crabs.",
            "We conduct an analysis of young crabs.",
            id="no other verb is put in",
        ),
        pytest.param(
            "This paper presents a novel study of crabs.",
            "This paper presents a study of crabs.",
            id="a paper",
        ),
        pytest.param(
            "We present a rope for young crabs.", "We present a rope for young crabs.", id="no study"
        ),
    ],
)
def test_the_presentation_of_a_study_is_told_plainly(line: str, expected: str) -> None:
    assert plainly(line) == expected


def test_what_the_title_names_is_told_without_what_its_noun_asks_for() -> None:
    line = "We evaluate rope methods for young crabs in the harbours of the north."
    assert list(in_fewest_words(line, telling("Rope methods")))[-1] == "We evaluate rope methods"
    assert "We evaluate rope methods" not in list(in_fewest_words(line, telling("Ladders")))


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("We leverage films of young crabs.", True),
        ("We will compare ropes and ladders.", True),
        ("Our goal is to count young crabs.", True),
        ("Ropes are evaluated on young crabs.", True),
        ("We propose a rope for young crabs.", False),
    ],
)
def test_a_line_only_studies(line: str, *, only: bool) -> None:
    assert only_studies(line) == only


def test_what_is_studied_does_not_end_before_what_is_aspired_to() -> None:
    line = "We evaluate ropes for young crabs aspiring to climb the piers of the north."
    assert "We evaluate ropes for young crabs aspiring" not in list(in_fewest_words(line, telling("Ropes")))


@pytest.mark.parametrize(
    ("head", "adjunct"),
    [
        pytest.param("We watch a pier with potential of old grey", "on ropes", id="asks three words before"),
        pytest.param(
            "We watch a pier of old crabs, which all but two young", "in rain", id="five words of a clause"
        ),
    ],
)
def test_a_line_does_not_end_where_words_before_its_last_ask_for_more(head: str, adjunct: str) -> None:
    whole = f"{head} {adjunct} of the north."
    assert head not in ever_shorter(whole, whole)
    plain = "We watch a pier of tall dry reeds"
    assert plain in ever_shorter(f"{plain} {adjunct} of the north.", f"{plain} {adjunct} of the north.")


def test_what_is_extended_is_not_told_without_what_it_is_extended_to() -> None:
    line = "We extend studies of wet piers to the long climbs that lobsters make at night."
    assert "We extend studies of wet piers" not in list(in_fewest_words(line, telling("Wet piers")))
