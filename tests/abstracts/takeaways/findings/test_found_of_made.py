"""What came of a thing that was made stands behind a line that says only what the title says."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.read_abstract import ReadAbstract
from radar.abstracts.takeaways.findings.found_of_made import FoundOfMade
from radar.abstracts.takeaways.lines.shortening import tidied
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

TITLE = "Sidestep: a gait planner for crabs on wet sand"
MADE = "We propose Sidestep, a novel framework for the gait of crabs on wet sand."


def joined(made: str, found: str, title: str = TITLE) -> str:
    """Return what was made and what came of it, or nothing."""
    text = f"{made} Sand is everywhere. {found}"
    claims = read_claims(units(text, sentences(text)), title)

    def of_sentence(claim: SentenceClaim) -> str:
        return tidied(claim.sentence.text)

    return FoundOfMade(ReadAbstract(title, text, claims, of_sentence)).joined(made, claims[0])


@pytest.mark.parametrize(
    "found",
    [
        "Our framework reduces falls by half on steep beaches.",
        "The proposed framework reduces falls by half on steep beaches.",
        "Extensive experiments show that our approach reduces falls by half on steep beaches.",
        "Evaluated on forty films, our method reduces falls by half on steep beaches.",
    ],
)
def test_our_method_is_it_behind_what_was_made(found: str) -> None:
    assert joined(MADE, found) == f"{MADE[:-1]}; it reduces falls by half on steep beaches."


def test_what_was_made_is_it_by_its_name() -> None:
    made = "We propose SideStep, a novel framework for the gait of crabs on wet sand."
    told = joined(made, "On three beaches, SideStep runs. SideStep reduces falls by half on steep beaches.")
    assert told == f"{made[:-1]}; it reduces falls by half on steep beaches."


@pytest.mark.parametrize(
    "found",
    [
        pytest.param("The baseline model reduces falls by half on steep beaches.", id="another model"),
        pytest.param("On steep beaches, our framework reduces falls by half.", id="true in some places"),
        pytest.param("Our framework achieves state-of-the-art performance.", id="praise only"),
        pytest.param("Our framework shows the need for better gaits on steep beaches.", id="no outcome"),
        pytest.param("LobsterNet reduces falls by half on steep beaches.", id="another name"),
    ],
)
def test_what_is_not_said_of_it_is_not_joined(found: str) -> None:
    assert joined(MADE, found) == ""


def test_nothing_is_joined_to_a_line_that_tells_more_than_the_title() -> None:
    made = "We propose a framework that learns from lobsters, prawns and otters how claws grip shells."
    assert joined(made, "Our framework reduces falls by half on steep beaches.") == ""


def test_nothing_is_joined_to_data() -> None:
    made = "We propose Sidestep, a dataset for gait planner models of crabs on wet sand."
    assert joined(made, "Our model reduces falls by half on steep beaches.") == ""
