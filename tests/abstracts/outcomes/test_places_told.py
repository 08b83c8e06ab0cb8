"""Places taken in contests, and words of theirs that tell of none."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def value(text: str) -> str:
    return read_text("Crabs that walk", f"We propose a gait. {text}").flags.results.value.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our crab obtained the top overall score in the challenge.", id="the top score in it"),
        pytest.param(
            "It achieved the best results in the Beach 2020 challenge.", id="the best results in it"
        ),
        pytest.param("It has scored first in the Reef 8 shared task.", id="scored first"),
        pytest.param("As the winning solution of the Beach Challenge, it is robust.", id="the winning one"),
        pytest.param(
            "Our crab ranks within the top ten by speed in the last phase.", id="within the top ten"
        ),
        pytest.param("Our crab ranks among the top two on two beaches.", id="among the top two"),
        pytest.param("We obtain the second best results on sand.", id="obtained, which ends like in"),
        pytest.param("The gait triples throughput on sand.", id="what is three times as much"),
        pytest.param("Two of our crabs achieved the top two positions.", id="the top two positions"),
    ],
)
def test_a_place_in_a_contest_is_a_number(text: str) -> None:
    assert value(text) == "quantified"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our crab achieves the best results on a new challenge set.", id="data of that name"),
        pytest.param("We find that crabs rank the top ten shells by size.", id="ranking others"),
        pytest.param("We find that most winning crabs sidle.", id="others that won"),
        pytest.param("We find and extend the winning solution of the last challenge.", id="others' solution"),
        pytest.param("We find that crabs train to achieve a top ten ranking.", id="what is aimed at"),
        pytest.param("We find that it ranks the passages within the top ten.", id="others within it"),
    ],
)
def test_what_is_named_alike_is_no_place(text: str) -> None:
    assert value(text) == "qualitative"
