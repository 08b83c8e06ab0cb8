"""Lines that announce what is studied where the abstract tells what was made or found."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import read_claims
from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.findings.announcing import announces, goes_before
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

TITLE = "Gaits of crabs on wet sand under strong tides"
STUDIED = (
    "We study the gaits of crabs on wet sand under strong tides, where legs slip, claws drag and shells tilt "
    "in ways that neither films nor models of the shore have shown."
)


def line(*told: str, title: str = TITLE) -> str:
    return read_text(title, " ".join(told)).takeaway.text


@pytest.mark.parametrize(
    ("other", "words"),
    [
        pytest.param(
            "We propose a sieve of reeds that sorts gaits of crabs by the prints they leave.",
            "a sieve of reeds",
            id="made",
        ),
        pytest.param(
            "We design a sieve of reeds that sorts gaits of crabs by the prints they leave.",
            "a sieve of reeds",
            id="designed",
        ),
    ],
)
def test_what_was_made_goes_before_what_is_studied(other: str, words: str) -> None:
    assert words in line(STUDIED, other, "Beaches are long.")


def test_what_was_found_goes_before_what_is_studied() -> None:
    told = "Slanted legs double the reach of crabs in heavy tides."
    text = f"We show that {told}"
    claims = read_claims(units(text, sentences(text)), TITLE)
    announced = "We study the gaits of crabs."
    assert goes_before(told, claims[0], announced, TITLE)
    assert not goes_before(
        "To slant legs, we raise the reach of crabs in tides.", claims[0], announced, TITLE
    )
    assert not goes_before("Warm legs double the pay of gulls at sea.", claims[0], announced, TITLE)
    assert not goes_before("Slanted legs double the reach of crabs in…", claims[0], announced, TITLE)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("We also propose a sieve of reeds that sorts gaits of crabs by prints.", id="beside"),
        pytest.param("We propose a loss that sorts gaits of crabs by the prints they leave.", id="a part"),
        pytest.param("We propose a sieve that sorts these gaits of crabs by their prints.", id="points back"),
    ],
)
def test_what_is_studied_stays_before_what_says_less(other: str) -> None:
    assert line(STUDIED, other, "Beaches are long.").startswith("We study the gaits")


def test_what_the_title_names_stays_where_the_other_line_lacks_it() -> None:
    title = "SideStep: gaits of crabs on wet sand under strong tides"
    studied = STUDIED.replace("the gaits", "SideStep, the gaits")
    other = "We propose a sieve of reeds that sorts gaits of crabs by the prints they leave."
    assert "SideStep" in line(studied, other, "Beaches are long.", title=title)


@pytest.mark.parametrize(
    "announced",
    [
        "We study the gaits of crabs.",
        "In wet sand, this paper explores gaits.",
        "Here we test gaits of crabs.",
    ],
)
def test_a_line_announces(announced: str) -> None:
    assert announces(announced)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("We study gaits and propose a sieve.", id="and makes"),
        pytest.param("We use films of gaits, showing that crabs limp.", id="and finds"),
        pytest.param("We report a crab with nine legs.", id="a discovery"),
        pytest.param("This paper surveys the gaits of crabs.", id="a survey"),
        pytest.param("We study gaits; crabs outrun lobsters.", id="with what came of it"),
        pytest.param("Crabs outrun lobsters.", id="a finding"),
    ],
)
def test_a_line_that_tells_more_announces_nothing(told: str) -> None:
    assert not announces(told)
