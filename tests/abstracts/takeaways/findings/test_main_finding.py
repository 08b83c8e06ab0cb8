"""The main finding of an abstract goes before a line that only announces what is studied."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.findings.main_finding import MainFinding, tells_something
from radar.abstracts.takeaways.lines.shortening import tidied
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

TITLE = "Ropes for young crabs on wet piers"
LONG = (
    "We investigate how well lobsters, shrimps, prawns, snails, gulls, seals, otters, eels, rays and sharks "
    "of the windy north climb."
)


def told(announced: str, *others: str, title: str = TITLE) -> str:
    """Return what goes before the first sentence of an abstract, or nothing."""
    text = " ".join((announced, *others))
    claims = read_claims(units(text, sentences(text)), title)

    def of_sentence(claim: SentenceClaim) -> str:
        return tidied(claim.sentence.text)

    return MainFinding(ReadAbstract(title, text, claims, of_sentence)).instead(announced, claims[0])[0]


def test_a_finding_that_speaks_of_the_title_stands_alone() -> None:
    assert (
        told(LONG, "Piers are old.", "We find that young crabs climb ropes of hemp faster than ladders.")
        == "Young crabs climb ropes of hemp faster than ladders."
    )


def test_a_finding_stands_behind_what_is_studied_in_the_fewest_words() -> None:
    announced = (
        "We study wet piers to lower the cost of the long climbs that lobsters make at night in winter."
    )
    found = "ropes of hemp outlast ladders of tarred wood, whereas silk tears within a week"
    assert told(announced, "Piers are old.", f"We find that {found}.") == f"We study wet piers; {found}."


def test_what_leads_up_to_a_finding_is_left_out() -> None:
    found = (
        "By counting the falls of four hundred animals in the rainy harbours of the north over eleven years, "
        "we find that young crabs climb ropes of hemp faster than ladders."
    )
    assert told(LONG, "Piers are old.", found) == "Young crabs climb ropes of hemp faster than ladders."


def test_what_results_show_is_told_where_it_is_no_clause() -> None:
    found = "Our results reveal a steep decline of grip on ropes of hemp among young crabs in November."
    assert told(LONG, "Piers are old.", found) == found


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(
            "We find that gulls of the windy north outperform seals in thick fog.", id="no title word"
        ),
        pytest.param("We find that young crabs climb ropes of hemp faster.", id="faster than what"),
        pytest.param("Our results reveal several key factors of ropes for young crabs.", id="says little"),
        pytest.param("These results reveal a decline of grip on ropes among young crabs.", id="points back"),
        pytest.param("We find that these young crabs climb ropes faster than ladders.", id="points inside"),
        pytest.param("We find that young crabs climb the tarred mast faster than ropes.", id="not named"),
        pytest.param("Young crabs may climb ropes of hemp faster than ladders.", id="a hint"),
        pytest.param("We propose ropes of hemp that hold young crabs at night.", id="what was made"),
    ],
)
def test_nothing_takes_its_place_that_is_no_whole_finding_of_what_the_title_names(found: str) -> None:
    assert told(LONG, "A mast is tarred.", found) == ""


@pytest.mark.parametrize(
    ("line", "tells"),
    [
        ("We study the climbs of young crabs.", False),
        ("We study the climbs of young crabs and propose a rope.", True),
        ("We analyze films of crabs, but few of them climb.", True),
        ("We report the discovery of a climbing crab.", True),
    ],
)
def test_a_line_that_tells_more_announces_something(line: str, *, tells: bool) -> None:
    assert tells_something(line) == tells


@pytest.mark.parametrize(
    "where",
    [
        pytest.param("In a preliminary trial,", id="a trial"),
        pytest.param("On narrow piers,", id="some only"),
    ],
)
def test_what_holds_somewhere_only_is_not_told_without_that(where: str) -> None:
    found = f"{where} we find that young crabs climb ropes of hemp faster than ladders."
    assert told(LONG, "Piers are old.", found) != "Young crabs climb ropes of hemp faster than ladders."


def test_nothing_is_compared_with_itself() -> None:
    found = "We find that crabs on ropes of hemp climb wet piers at night faster than other crabs."
    assert not told(LONG, "Piers are old.", found)
