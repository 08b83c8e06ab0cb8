"""Adjuncts that point at what an earlier sentence named."""

from __future__ import annotations

import pytest

from radar.abstracts.pointing import without_pointing
from radar.abstracts.shortening import tidied


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            "To disentangle these gaits, we film two hundred crabs on wet sand.",
            "we film two hundred crabs on wet sand.",
            id="what for",
        ),
        pytest.param(
            "Using this corpus of falls, our model tells a crab from a snail.",
            "our model tells a crab from a snail.",
            id="with what",
        ),
        pytest.param(
            "For that end we film two hundred crabs on wet sand.",
            "we film two hundred crabs on wet sand.",
            id="without a comma",
        ),
        pytest.param(
            "Building on this, Sidestep walks over wet and over dry sand.",
            "Sidestep walks over wet and over dry sand.",
            id="before a name",
        ),
        pytest.param(
            "This drives us, for this reason, to film crabs on wet sand.",
            "This drives us to film crabs on wet sand.",
            id="between subject and verb",
        ),
        pytest.param(
            "We derive how far a crab walks on wet sand in such a setting.",
            "We derive how far a crab walks on wet sand.",
            id="at the end",
        ),
        pytest.param(
            "A gait that keeps crabs upright on wet sand is proposed in this letter.",
            "A gait that keeps crabs upright on wet sand is proposed.",
            id="the paper itself",
        ),
    ],
)
def test_an_adjunct_that_points_back_goes(text: str, left: str) -> None:
    assert without_pointing(text) == left


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We film two hundred crabs on wet sand.", id="nothing points back"),
        pytest.param(
            "With these 3 changes, we film two hundred crabs on sand.", id="a number may be a condition"
        ),
        pytest.param(
            "Using this corpus, which is large, we film crabs on sand.", id="no main clause follows"
        ),
        pytest.param("Using this gait, sand and a rope, crabs climb up the walls.", id="a list goes on"),
        pytest.param("From this, we film crabs.", id="hardly anything is left"),
        pytest.param(
            "When it rains, in this case, the crabs all walk on dry sand.", id="a condition of its own"
        ),
        pytest.param("We build a gait for crabs on sand that is tailored for these tasks.", id="asked for"),
        pytest.param("We see what crabs do in this setting.", id="little is left before it"),
    ],
)
def test_what_the_sentence_needs_stays(text: str) -> None:
    assert without_pointing(text) == text


def test_an_opening_behind_one_that_points_back_goes_too() -> None:
    assert tidied("Building on this gait, we further film two hundred crabs on sand.") == (
        "We film two hundred crabs on sand."
    )
