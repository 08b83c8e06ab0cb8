"""Titles of surveys and of resources, and what may still be told as an outcome under them."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text

SOLVED = "The new shore shows that crabs sidle."


def value(title: str, text: str) -> str:
    return read_text(title, f"We speak of crabs. {text}").flags.results.value.value


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A Survey of Crabs", "none"),
        ("A Dry Survey Approach to Crabs", "qualitative"),
        ("A Large Dataset of Crabs", "qualitative"),
        ("A Corpus of Crabs", "qualitative"),
        ("A Survey of Datasets of Crabs", "none"),
        ("Crabs: Challenges and Opportunities", "none"),
    ],
)
def test_a_resource_may_tell_a_finding_where_a_survey_tells_of_others(title: str, expected: str) -> None:
    assert value(title, SOLVED) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A Corpus of Crabs", "none"),
        ("Crabs in Cross-Corpus Walks", "qualitative"),
        ("Corpus Refinement with Crabs", "qualitative"),
    ],
)
def test_a_corpus_that_is_none_is_no_resource(title: str, expected: str) -> None:
    assert value(title, "Our crab is robust in mud.") == expected


def test_an_author_may_be_alone() -> None:
    text = "Snails run. I evaluate 12 crabs, comparing their performance. Crabs on sand outperform snails."
    assert read_text("Crabs that walk", text).flags.results.value.value == "qualitative"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our benchmarks reveal large gaps between crabs, and challenges to come.", "qualitative"),
        ("Our beaches reveal large gaps between crabs, and challenges to come.", "none"),
    ],
)
def test_benchmarks_bring_faults_to_light(text: str, expected: str) -> None:
    assert value("Crabs that walk", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We look at sand. We look back on gaits, exposing research gaps.", "none"),
        ("We look at sand. We try ten gaits, exposing large gaps.", "qualitative"),
    ],
)
def test_a_survey_tells_of_gaps_in_research_and_of_its_own_trials(text: str, expected: str) -> None:
    assert value("A Survey of Crabs", text) == expected
