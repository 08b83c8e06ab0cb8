"""What points at an earlier sentence at the end of a line, before it, or in what was done."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.pointing_ends import (
    without_pointing_deed,
    without_pointing_end,
    without_pointing_opening,
)

GAIT = "We propose Sidestep, a new gait for crabs on wet sand"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(f"{GAIT} that mirrors this rhythm.", f"{GAIT}.", id="a clause"),
        pytest.param(f"{GAIT}, which aims to close these gaps.", f"{GAIT}.", id="what it aims to do"),
        pytest.param(f"{GAIT} to reach such remote shores.", f"{GAIT}.", id="what it is for"),
        pytest.param(f"{GAIT} tailored to meet both goals.", f"{GAIT}.", id="what it is made for"),
        pytest.param(f"{GAIT}, thereby easing all of these strains.", f"{GAIT}.", id="a participle"),
        pytest.param(f"{GAIT} while partly easing these strains.", f"{GAIT}.", id="meanwhile"),
        pytest.param(f"{GAIT} across all of these beaches.", f"{GAIT}.", id="an adjunct"),
        pytest.param(f"{GAIT} while easing the aforementioned strains.", f"{GAIT}.", id="aforementioned"),
        pytest.param(f"{GAIT}, which avoids the above problems.", f"{GAIT}.", id="the above"),
        pytest.param(f"{GAIT} that eases all three concerns.", f"{GAIT}.", id="all three"),
        pytest.param(f"{GAIT} that can safely accomplish both tasks.", f"{GAIT}.", id="what it can do"),
        pytest.param(f"{GAIT} that eases both falls.", None, id="both of what may be known"),
        pytest.param("We propose a gait that mirrors this rhythm.", None, id="nothing else is told"),
        pytest.param(
            "Sidestep is the first gait of crabs on sand that meets these needs.", None, id="not all"
        ),
        pytest.param(f"{GAIT} that mirrors waves.", None, id="it points at nothing"),
        pytest.param("Crabs of all shores in the north are able to reach such shores.", None, id="asked for"),
        pytest.param(
            "We show crabs of the north how well a gait works in these pools.", None, id="works where"
        ),
    ],
)
def test_an_end_that_points_back_goes(text: str, left: str | None) -> None:
    assert without_pointing_end(text) == (text if left is None else left)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(f"Drawing from these rhythms, {GAIT}", GAIT, id="a participle"),
        pytest.param(f"To deal with these tides, in this paper, {GAIT}", GAIT, id="an aim"),
        pytest.param(f"Drawing from the tides, {GAIT}", None, id="it points at nothing"),
        pytest.param("Drawing from these rhythms, we propose Sidestep.", None, id="little is left"),
    ],
)
def test_an_opening_that_points_back_goes(text: str, left: str | None) -> None:
    text, left = text.replace("We", "we"), left.replace("We", "we") if left else left
    assert without_pointing_opening(text) == (text if left is None else left)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            "We bridge this gap by building a gait for crabs.", "We build a gait for crabs.", id="by building"
        ),
        pytest.param(
            "This paper tackles these tides by carefully studying crabs at rest.",
            "This paper carefully studies crabs at rest.",
            id="of one, with an adverb",
        ),
        pytest.param(
            "We focus on bridging these gaps by building a gait for crabs.",
            "We build a gait for crabs.",
            id="what is focused on",
        ),
        pytest.param(
            "This paper focuses on this gap by studying crabs at rest.",
            "This paper studies crabs at rest.",
            id="a gap that is focused on",
        ),
        pytest.param(
            "This work answers this by employing crabs.", "This work employs crabs.", id="a verb in oy"
        ),
        pytest.param(
            "This work answers this by establishing a home.", "This work establishes a home.", id="in sh"
        ),
        pytest.param(
            "We meet these needs by introducing a gait.", "We introduce a gait.", id="a verb that ends in e"
        ),
        pytest.param(
            "We formalize this rhythm as a sum and propose Sidestep, a gait.",
            "We propose Sidestep, a gait.",
            id="and what was made",
        ),
        pytest.param(
            "We propose a gait that meets these needs by leaning on the wind.",
            "We propose a gait leaning on the wind.",
            id="what it does by a participle",
        ),
        pytest.param(
            "We propose a gait that meets these needs via a lean into the wind.",
            "We propose a gait with a lean into the wind.",
            id="via",
        ),
        pytest.param(
            "We propose a gait that meets these needs and saves sand.",
            "We propose a gait that saves sand.",
            id="and what else it does",
        ),
        pytest.param(
            "We propose a gait based on waves that meets these needs by leaning on the wind.",
            None,
            id="not the waves lean",
        ),
        pytest.param(
            "Sidestep is the first gait that meets these needs by leaning on the wind.",
            None,
            id="not the first",
        ),
        pytest.param(
            "We propose a gait that solves this tide by ranking the shells and reports the falls.",
            None,
            id="a second verb",
        ),
        pytest.param(
            "We propose a gait that solves this tide by string matching on sand.", None, id="a noun in ing"
        ),
        pytest.param(
            "We propose a gait that solves this tide through learning by heart.",
            "We propose a gait with learning by heart.",
            id="a noun behind through",
        ),
        pytest.param(
            "We identify this tide as a need and propose Sidestep to close it.", None, id="it was the need"
        ),
        pytest.param(
            "SideStep meets these needs by estimating the wind and measuring the tide.",
            "SideStep estimates the wind and measures the tide.",
            id="of what was made, by its name",
        ),
        pytest.param(
            "We remove both assumptions by extending the theorem to sand.",
            "We extend the theorem to sand.",
            id="both",
        ),
        pytest.param(
            "We propose a gait that meets these needs via U-shaped leaning on the wind.",
            "We propose a gait with U-shaped leaning on the wind.",
            id="via, with a capital",
        ),
        pytest.param("We bridge this gap by walking far and leaning.", None, id="two participles"),
        pytest.param("We bridge this gap by trotting on the sand.", None, id="another verb"),
        pytest.param(
            "Our review aims to fill these gaps by offering a map.",
            "Our review offers a map.",
            id="an aim of ours",
        ),
        pytest.param(
            "We bridge this gap by proposing a gait and proving the bound.",
            "We propose a gait and prove the bound.",
            id="two deeds",
        ),
        pytest.param(
            "This work fills this gap by revisiting and modifying old gaits.",
            "This work revisits and modifies old gaits.",
            id="two deeds at once",
        ),
        pytest.param(
            "We bridge this gap by building a gait and training robots.",
            None,
            id="a second that may be a noun",
        ),
    ],
)
def test_a_deed_that_points_back_is_told_by_how_it_was_done(text: str, left: str | None) -> None:
    assert without_pointing_deed(text) == (text if left is None else left)
