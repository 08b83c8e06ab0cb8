"""Findings in rarer words, which are asked for only where nothing else claims an outcome."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def value(text: str, title: str = "Crabs that walk") -> str:
    return read_text(title, f"We speak of crabs. {text}").flags.results.value.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our tests exhibit that known gaits slip on wet sand.", id="exhibit that"),
        pytest.param("These checks demonstrate the crab's ability to sidle.", id="checks demonstrate"),
        pytest.param("Our findings point to steady biases in old gaits.", id="findings point to"),
        pytest.param("Our results surface issues that (1) crabs slip and (2) crabs fall.", id="surface"),
        pytest.param("Our broad study supports our theory of legs.", id="supports our theory"),
        pytest.param("The trials on wet sand fully validated the feasibility of the gait.", id="validated"),
        pytest.param("The results justify the efficacy of the gait.", id="justify"),
    ],
)
def test_tests_of_the_authors_own_show_something(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Case-studies on sand allow demonstrating the viability of it.", id="allow demonstrating"
        ),
        pytest.param("The gait carries crabs, as demonstrated by our trials.", id="as demonstrated"),
        pytest.param("The parts are a gait and empirical evidence that claws bend.", id="evidence that"),
        pytest.param("We walk on sand, providing initial validation of the gait.", id="validation of"),
    ],
)
def test_what_is_done_shows_something(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "We benchmark gaits, uncovering correlations of legs for future use.",
            id="uncovering",
        ),
        pytest.param("On eight beaches, we identify large variations between crabs.", id="variations"),
        pytest.param("We sort the slips, identifying wet sand as the main cause.", id="as the main cause"),
        pytest.param("It turns out that crabs like wet sand.", id="it turns out"),
        pytest.param("The gait turns out to be a walk.", id="turns out to be"),
    ],
)
def test_something_comes_to_light(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Compared with snails, our crab takes smoother turns.", id="compared with, smoother"),
        pytest.param("Among the gaits considered, the sidle gives the best hold.", id="among, the best"),
        pytest.param("Our gait carries heavier loads than existing schemes.", id="than existing schemes"),
        pytest.param("The gait brings tighter turns on sand compared with prior tools.", id="compared with"),
        pytest.param("On wet sand, the crab overtakes far larger snails.", id="overtakes"),
        pytest.param("The tracks closely mirror those of crabs at sea.", id="closely mirror"),
        pytest.param("The counts align with known patterns.", id="align with known patterns"),
        pytest.param("The width of the claw was taken, in agreement with the literature.", id="in agreement"),
    ],
)
def test_what_is_set_above_others_or_beside_what_is_known_is_a_finding(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We use this map to derive bounds on the number of legs.", id="to derive bounds"),
        pytest.param("We present a sufficient condition for claws to meet.", id="a sufficient condition"),
        pytest.param("We provide a claw-type identity for legs.", id="an identity"),
        pytest.param("A second regime was found for small claws.", id="a regime was found"),
        pytest.param("The gait performs well on sand, which is essential.", id="use stands behind"),
    ],
)
def test_a_theory_comes_to_something(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our case studies demonstrate the need for new gaits.", id="a need"),
        pytest.param("Our tests exhibit its use on sand.", id="a use"),
        pytest.param("The case studies demonstrate how a crab can be led.", id="how"),
        pytest.param("The gait is compared with existing schemes.", id="is compared"),
        pytest.param("We walk on sand rather than existing schemes.", id="rather than"),
        pytest.param("We identify research gaps between beaches.", id="gaps in research"),
        pytest.param("We identify variations between crabs in the existing literature.", id="the literature"),
        pytest.param("Prior case studies demonstrate fast walks on sand.", id="of others"),
        pytest.param("Case studies may demonstrate fast walks on sand.", id="may"),
        pytest.param("We hope that our crab overtakes far larger snails.", id="a hope"),
        pytest.param("So far there is no experimental evidence for the gait.", id="no evidence"),
        pytest.param("Even if the crab is ruled out, snails stay.", id="if"),
    ],
)
def test_what_is_needed_or_of_others_is_no_finding(text: str) -> None:
    assert value(text) == "none"


def test_the_sentence_that_first_says_we_may_tell_what_was_found() -> None:
    field = "Crabs live by the sea. Tides lead them."
    for text, expected in (
        ("Here we determine the weight of a claw.", "qualitative"),
        ("In our galaxy, crabs show a high diversity of claws.", "none"),
    ):
        assert read_text("Crabs that walk", f"{field} {text}").flags.results.value.value == expected


def test_a_survey_finds_in_rarer_words_what_others_found() -> None:
    found = "Compared with snails, our crab takes smoother turns."
    assert value(found, "A survey of crabs") == "none"
    assert value(f"This review looks at gaits. {found}") == "none"


def test_what_a_resource_shows_when_it_is_tried_counts() -> None:
    found = "We benchmark eight gaits and demonstrate the strong influence of tides on them."
    assert value(found, "SandNet: A dataset of crabs") == "qualitative"


def test_words_that_show_what_was_found_are_quoted() -> None:
    text = "We speak of crabs. Our tests exhibit that known gaits slip on wet sand. Sand is wet."
    (evidence,) = read_text("Crabs that walk", text).flags.results.evidence
    assert text[evidence.start : evidence.end].startswith("Our tests exhibit that")


def test_a_word_that_the_end_of_a_line_broke_is_read() -> None:
    assert value("We ran experiments demonstrat- ing that crabs sidle.") == "qualitative"
    assert value("We keep two- and three-legged crabs.") == "none"


def test_what_is_described_does_not_reach_over_what_is_demonstrated() -> None:
    assert value("We describe the gait, and demonstrate its effectiveness on sand.") == "qualitative"
    assert value("We plan the gait, and demonstrate its effectiveness on sand.") == "none"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This perspective leads to gaits of two kinds. Our study proves falls on wet sand.", "qualitative"),
        ("To take up this viewpoint, our study proves falls on wet sand.", "qualitative"),
        ("In this perspective, we look at gaits. Our study proves falls on wet sand.", "none"),
        ("This perspective argues for gaits. Our study proves falls on wet sand.", "none"),
        ("In this perspective article we look at gaits. Our study proves falls on wet sand.", "none"),
    ],
)
def test_a_perspective_may_be_a_way_to_look_at_things(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Crabs on Sand: A Tidal Perspective", "qualitative"),
        ("Review Summarization for Crabs", "qualitative"),
        ("Crabs Counted through Computer Vision and Tides", "qualitative"),
        ("Crabs on Sand: A Perspective", "none"),
        ("Perspectives on Crabs", "none"),
        ("Crabs on Sand: A Review of Gaits", "none"),
        ("A Vision for Crabs", "none"),
    ],
)
def test_titles_of_surveys_are_told_from_those_with_a_word_of_theirs(title: str, expected: str) -> None:
    assert value("We demonstrate the effectiveness of the gait on a beach.", title) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The claws are led by lower layers.", id="lower layers"),
        pytest.param("Legs extend to higher dimensions.", id="higher dimensions"),
        pytest.param("The shell is given an effective mass.", id="effective mass"),
        pytest.param("The hypothesis gives an equivalent stress.", id="equivalent stress"),
        pytest.param("The words are reduced to a letter.", id="reduced to a"),
        pytest.param("The set offers accurate pose annotations.", id="accurate annotations"),
        pytest.param("To the best of our knowledge, it is the first on robustness.", id="best of"),
        pytest.param("The map leads to a discussion of claws.", id="leads to a discussion"),
        pytest.param("A hard challenge for crabs is a faster sidle.", id="a challenge is"),
        pytest.param("Foremost among these are tides that reduced sand.", id="foremost among these"),
    ],
)
def test_names_and_what_is_hard_claim_nothing(text: str) -> None:
    assert value(text) == "none"
