"""Abstracts that announce a study and propose nothing."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.findings.announcing import announcement, tells_a_finding
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

STUDY = "We study the walks of crabs on wet sand, and we compare two of their gaits at night."
FOUND = "We find that crabs outrun lobsters on wet sand."


def claims_of(text: str) -> tuple[SentenceClaim, ...]:
    return read_claims(units(text, sentences(text)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STUDY, id="we"),
        pytest.param("This paper examines the walks of crabs.", id="the paper"),
        pytest.param("In this work, we also revisit the walks of crabs.", id="behind an opening"),
        pytest.param("Here we explore the walks of crabs.", id="here"),
        pytest.param("Using films of nine beaches, we analyse the walks of crabs.", id="behind a means"),
        pytest.param("This study examined the walks of crabs.", id="in the past"),
        pytest.param("We use films of nine beaches.", id="a step"),
        pytest.param("This work provides a detailed analysis of walks.", id="an analysis is provided"),
        pytest.param("We present a long field study of walks.", id="a study is presented"),
        pytest.param("This paper introduces the first analysis, with films.", id="an analysis is presented"),
        pytest.param("We conduct a robust comparison of walks at scale.", id="what sounds like a claim"),
    ],
)
def test_a_study_is_announced(text: str) -> None:
    claims = claims_of(f"Crabs walk on sand. {text} {FOUND}")
    announced = announcement(claims)
    assert announced is claims[1]


@pytest.mark.parametrize(
    "noun",
    [
        "study",
        "analysis",
        "investigation",
        "evaluation",
        "comparison",
        "experiment",
        "examination",
        "assessment",
        "characterisation",
        "characterization",
    ],
)
def test_what_is_presented_is_a_study_by_any_of_its_names(noun: str) -> None:
    claims = claims_of(f"Crabs walk on sand. We present the first field {noun} of their walks. {FOUND}")
    assert announcement(claims) is claims[1]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{STUDY} We propose a gait for crabs.", id="something is proposed"),
        pytest.param(f"{STUDY} This research introduces a gait for crabs.", id="the research proposes"),
        pytest.param("Others study the walks of crabs.", id="of others"),
        pytest.param(
            "We present an analysis tool for the walks of crabs.", id="what is made for an analysis"
        ),
        pytest.param("We film the walks of crabs.", id="something is done"),
        pytest.param("We compare walks and find that crabs run fast.", id="with what was found"),
    ],
)
def test_no_study_is_announced(text: str) -> None:
    assert announcement(claims_of(text)) is None


def test_a_finding_is_told_surely_and_without_praise() -> None:
    texts = (FOUND, STUDY, "Our study highlights the potential of crabs.", "These crabs outperform lobsters.")
    assert [tells_a_finding(claims_of(text)[0]) for text in texts] == [True, False, False, False]


def test_what_begins_with_a_step_is_no_finding() -> None:
    texts = (
        "We find that crabs outrun lobsters by 12%.",
        "We compare crabs with lobsters and find that crabs outrun them by 12%.",
        "This research compares crabs with lobsters and finds that crabs outrun them by 12%.",
        "This project compares crabs with lobsters and finds that crabs outrun them by 12%.",
    )
    assert [claims_of(text)[0].strength > 1 for text in texts] == [True] * 4
    assert [tells_a_finding(claims_of(text)[0]) for text in texts] == [True, False, False, False]


def test_a_finding_of_what_another_sentence_named_is_none() -> None:
    texts = ("It shows that crabs outrun lobsters by 12%.", "Tide shows that crabs outrun lobsters by 12%.")
    assert [tells_a_finding(claims_of(text)[0]) for text in texts] == [False, True]


def test_what_was_found_goes_before_what_was_studied() -> None:
    studied = (
        "We examine two gaits at night, in rain and in wind, with and without ropes, on nine beaches of the "
        "north, and on nine beaches of the south."
    )
    line = (
        "Young crabs that lean on the wind outrun all the old lobsters of the coast on wet sand at night "
        "in rain."
    )
    found = f"We find that {line[0].lower()}{line[1:]}"
    assert read_text("Walking", f"{studied} {found}").takeaway.text == line
    proposing = read_text("Walking", f"{studied} {found} We propose new ropes for crabs.").takeaway.text
    assert proposing != line


def test_a_study_that_points_back_is_not_put_before_what_was_found() -> None:
    text = f"Crabs walk on wet sand. We study this effect. {FOUND}"
    assert read_text("Crabs", text).takeaway.text == "Crabs outrun lobsters on wet sand."


@pytest.mark.parametrize(
    "studied",
    [
        "We study the walks of crabs on wet sand at night.",
        "Using films of nine beaches, we examined the walks of wet crabs on sand.",
    ],
)
def test_a_finding_goes_before_what_has_more_words_of_the_title(studied: str) -> None:
    text = f"Crabs live on sand. {studied} We find that old crabs outrun lobsters."
    assert read_text("Walks of Crabs on Wet Sand", text).takeaway.text == "Old crabs outrun lobsters."


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param(
            "We propose a calendar of tides, sieves and slow songs that tells every crab when to rest.",
            "We propose a calendar of tides, sieves and slow songs that tells every crab when to rest.",
            id="proposed",
        ),
        pytest.param(
            "We introduce these.",
            "We study the night walks of young crabs on wet sand.",
            id="proposed, but pointing at others",
        ),
        pytest.param(
            "They were filmed in nine bays.",
            "We study the night walks of young crabs on wet sand.",
            id="neither proposed nor found",
        ),
    ],
)
def test_an_announcement_of_what_the_title_says_gives_way_to_what_tells_more(
    rest: str, expected: str
) -> None:
    text = f"We study the night walks of young crabs on wet sand. {rest}"
    assert read_text("Night Walks of Young Crabs on Wet Sand", text).takeaway.text == expected


def test_an_announcement_that_tells_more_than_the_title_stays() -> None:
    study = "We study how the night walks of young crabs follow the tide, the moon and the songs of gulls."
    text = f"{study} We propose a calendar of slow songs for young crabs."
    assert read_text("Night Walks of Young Crabs", text).takeaway.text.startswith("We study how")
