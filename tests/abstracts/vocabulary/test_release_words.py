"""Words by which a sentence states a release, or does not, where it looks like one."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text

REPOSITORY = "https://github.com/crab/walk"
PAGE = "https://crab.io/walk"


def released(text: str) -> tuple[str, str]:
    flags = read_text("Crabs that walk", text).flags
    return flags.code.value, flags.data.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We provide the full well-documented code.", id="words before what is provided"),
        pytest.param("We open-source code.", id="open-source as a verb"),
        pytest.param("A new gait is tried, by sharing our code.", id="sharing of one's own"),
        pytest.param("Walkie is an open-source toolkit for crabs.", id="a name and what it is"),
        pytest.param(f"A gait tool released at {PAGE}.", id="a participle towards a link"),
        pytest.param(f"The gait is built on our WalkNet ({REPOSITORY}).", id="built on one's own"),
    ],
)
def test_code_is_released(text: str) -> None:
    assert released(text) == ("released", "none")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We introduce a dataset that is publicly available.", id="what was introduced"),
        pytest.param("Our gait data are provided as open source.", id="as open source"),
        pytest.param("Data [raw] is publicly available on our website.", id="in a place of one's own"),
        pytest.param("Our data are provided online.", id="online"),
        pytest.param(f"All samples and benchmarks are available at {PAGE}.", id="samples beside data"),
        pytest.param("We present a corpus of crab walks. It is publicly available.", id="it"),
    ],
)
def test_data_are_released(text: str) -> None:
    assert released(text) == ("none", "released")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We release our surface code.", id="a code that is no software"),
        pytest.param("We share the weights.", id="parts that networks share"),
        pytest.param("With the dataset we find that we release crabs.", id="another verb between"),
        pytest.param("Once the gait is done, our code is publicly available.", id="some day"),
        pytest.param("Our data are shared.", id="shared, with no place"),
        pytest.param("Treebanks of crab talk are available.", id="available, in general"),
        pytest.param(
            "Hugging crabs is in our dataset. It has been released by Hugging Face.", id="a place is no name"
        ),
        pytest.param(f"The gait is built on WalkNet ({REPOSITORY}).", id="built on another's"),
    ],
)
def test_nothing_is_released(text: str) -> None:
    assert released(text) == ("none", "none")


def test_a_second_link_is_labelled_as_that_of_a_repository() -> None:
    text = f"Data: https://zenodo.org/record/1, GitHub page: {REPOSITORY}."
    assert read_text("Crabs that walk", text).flags.code.url == REPOSITORY


def test_what_is_promised_behind_a_link_does_not_count_for_what_stands_before_it() -> None:
    text = f"The code is available at {REPOSITORY} and the data will be released."
    assert read_text("Crabs that walk", text).flags.code.value == "released"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Beside the walk, we release the underlying corpus of steps.", ("none", "released"), id="corpus"
        ),
        pytest.param(
            "We release all underlying data openly.", ("none", "released"), id="all underlying data"
        ),
        pytest.param("We release our underlying code.", ("released", "none"), id="our underlying code"),
        pytest.param("We release the code underlying our data.", ("released", "none"), id="underlying what"),
    ],
)
def test_what_is_called_underlying_is_what_is_released(text: str, expected: tuple[str, str]) -> None:
    assert released(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We release our data, and evaluate our method in mud.", id="and evaluate a method"),
        pytest.param("We release all data openly and discuss tools for walking.", id="and discuss tools"),
        pytest.param("We release the data and present a tool for walking.", id="and present a tool"),
    ],
)
def test_what_the_next_verb_governs_is_not_released(text: str) -> None:
    assert released(text) == ("none", "released")
