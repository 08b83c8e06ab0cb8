"""Findings told by data, by people or as evidence, and what stands beside them and finds nothing."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def value(text: str, title: str = "Crabs that walk") -> str:
    return read_text(title, f"We speak of crabs. {text}").flags.results.value.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We present evidence for a second claw.", id="we present evidence for"),
        pytest.param("Results provide first evidence to uphold the tale.", id="results provide evidence to"),
        pytest.param("The main outcome of this work is that shells turn.", id="the outcome is that"),
        pytest.param("This article solves the puzzle of three shells.", id="this article solves"),
        pytest.param("We experimentally realize three shells.", id="we experimentally realize"),
        pytest.param("The shell was determined to be round.", id="was determined to be"),
        pytest.param("The shell was identified as a round one.", id="was identified as"),
        pytest.param("The new sand maps confirm the old path.", id="maps confirm"),
        pytest.param("The light curves favour a hidden moon.", id="light curves favour"),
        pytest.param("Users reported more rest on sand.", id="users reported"),
        pytest.param(
            "We show Sidestep quickly turns shells, which hints at potential use.", id="we show it turns"
        ),
        pytest.param(
            "We name open challenges, walk on sand, and demonstrate the feasibility of our gait.",
            id="and demonstrate the feasibility",
        ),
    ],
)
def test_a_finding_is_told_by_who_or_what_shows_it(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In the future, we could present evidence for a second claw.", id="could present"),
        pytest.param(
            "We aim to walk, and demonstrate the feasibility of our gait.", id="an aim over a comma"
        ),
        pytest.param("Walking was identified as a key topic.", id="identified as a key topic"),
        pytest.param("This article solves this by adding a claw.", id="solves this"),
    ],
)
def test_what_is_asked_or_intended_is_no_finding(text: str) -> None:
    assert value(text) == "none"


def test_who_concedes_may_compare_with_others_at_the_end() -> None:
    text = (
        "While the gait does not match running, it consistently outperforms the base walk, "
        "a handy choice beside traditional walks."
    )
    assert value(text) == "qualitative"
    assert value("While the gait is nice, existing gaits consistently outperform the base walk.") == "none"


def test_a_view_that_is_taken_makes_no_position_paper() -> None:
    text = (
        "Leveraging this shell-based perspective, we walk. The efficacy of the gait is demonstrated on sand."
    )
    assert value(text) == "qualitative"


def test_a_survey_of_the_sky_is_none_of_the_field() -> None:
    text = "This survey targets ten shells. The survey reveals diverse claws."
    assert value(text, "The Sand survey: I. Survey overview") == "qualitative"
    assert value("This survey covers ten gaits. The survey reveals diverse claws.", "An overview") == "none"


def test_a_relation_counts_beside_what_is_only_hinted() -> None:
    text = "The turns depend sensitively on the sand. Our work provides a framework to optimize walks."
    assert value(text) == "qualitative"
    assert value("This allowed testing at scale with sand.") == "none"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We report our framework designed for the walk on sand.", id="report our gait designed"),
        pytest.param("We demonstrate Sidestep in a walk on sand.", id="demonstrate a name in"),
    ],
)
def test_what_is_shown_at_work_is_no_finding(text: str) -> None:
    assert value(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We generate 96.7(1.7)%-round shells.", id="a percentage with its uncertainty"),
        pytest.param("The balance is improved threefold with sand.", id="improved threefold"),
        pytest.param("The error of the walk is less than a few percent.", id="less than a few percent"),
        pytest.param("The error of the walk stays at the few-percent level.", id="at the few-percent level"),
        pytest.param("Crabs host shells of only ($R \\sim 0.3$ versus $0.5$ m).", id="versus in TeX"),
    ],
)
def test_a_share_a_factor_or_a_comparison_is_a_number(text: str) -> None:
    assert value(text) == "quantified"


def test_a_name_behind_what_was_made_is_the_authors_own() -> None:
    named = (
        "We meet this with a sideways gait strategy, SideStep, which turns. "
        "SideStep ranks first on ten beaches."
    )
    assert read_text("Crabs", named).flags.results.state_of_the_art


def test_what_others_reach_behind_a_colon_is_no_own_best() -> None:
    text = (
        "We present SandBench, a beach. "
        "SandBench tells of trades: the old crab achieves the highest score of 4.2."
    )
    assert not read_text("Crabs", text).flags.results.state_of_the_art


def test_open_access_to_data_releases_it() -> None:
    text = "We speak of crabs. To help walkers, we provide open access to our dataset of shells."
    assert read_text("Crabs", text).flags.data.value.value == "released"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our analysis identified four kinds of walk on sand.", "qualitative", id="four kinds"),
        pytest.param("Looking back, our experiments identify shells that crack.", "qualitative", id="shells"),
        pytest.param("Our analysis identifies five critical research gaps.", "none", id="gaps of a field"),
        pytest.param("Our analysis is used to identify shells that crack.", "none", id="what it is used for"),
    ],
)
def test_what_an_analysis_identified_is_found(text: str, expected: str) -> None:
    assert value(text) == expected
