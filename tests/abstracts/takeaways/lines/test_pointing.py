"""Adjuncts that point at what an earlier sentence named."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.pointing import without_pointing
from radar.abstracts.takeaways.lines.shortening import tidied


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            "To disentangle these gaits, we film two hundred crabs on wet sand.",
            "we film two hundred crabs on wet sand.",
            id="what for",
        ),
        pytest.param(
            "To make those many old gaits visible, we propose Sidestep for crabs on wet sand.",
            "we propose Sidestep for crabs on wet sand.",
            id="what it was made for",
        ),
        pytest.param(
            "To test whether this rest helps old crabs, we film two hundred on wet sand.",
            "To test whether this rest helps old crabs, we film two hundred on wet sand.",
            id="nothing was made",
        ),
        pytest.param(
            "To make the gaits of all these old crabs seen, we propose a gait, a walk over all of the sand.",
            "To make the gaits of all these old crabs seen, we propose a gait, a walk over all of the sand.",
            id="little was made",
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
            "We propose Sidestep, a gait that addresses these challenges by leaning on the wind.",
            "We propose Sidestep, a gait leaning on the wind.",
            id="what for, before how",
        ),
        pytest.param(
            "We propose Sidestep, a gait designed to overcome this limitation by leaning on the wind.",
            "We propose Sidestep, a gait leaning on the wind.",
            id="designed for, before how",
        ),
        pytest.param(
            "Addressing this fall, Sidestep walks over wet and over dry sand.",
            "Sidestep walks over wet and over dry sand.",
            id="addressing what, before a name",
        ),
        pytest.param(
            "Under this view, Sidestep walks over wet and over dry sand.",
            "Sidestep walks over wet and over dry sand.",
            id="under what view",
        ),
        pytest.param(
            "We propose Sidestep to address these issues and extend a gait to wet sand.",
            "We propose Sidestep to extend a gait to wet sand.",
            id="what for, before what else it is for",
        ),
        pytest.param(
            "We propose Sidestep, a gait that overcomes these hindrances, which leans on the wind.",
            "We propose Sidestep, a gait, which leans on the wind.",
            id="a clause before a clause",
        ),
        pytest.param(
            "We introduce two old gaits to address these two issues, which lean on the wind.",
            "We introduce two old gaits, which lean on the wind.",
            id="what for, before a clause",
        ),
        pytest.param(
            "We train Sidestep on few-step climbs of old crabs to resolve the aforementioned hindrances.",
            "We train Sidestep on few-step climbs of old crabs.",
            id="few steps deny nothing",
        ),
        pytest.param(
            "We propose Sidestep, a gait of crabs, to address these open problems.",
            "We propose Sidestep, a gait of crabs.",
            id="what for, at the end",
        ),
        pytest.param(
            "We train Sidestep to bridge this gap by leaning on the wind.",
            "We train Sidestep by leaning on the wind.",
            id="what for, before the way",
        ),
        pytest.param(
            "We propose Sidestep, a gait of crabs that tackles these two hard trade-offs jointly.",
            "We propose Sidestep, a gait of crabs.",
            id="what for, told how",
        ),
        pytest.param(
            "We propose Sidestep, a gait that overcomes this dilemma through a wide stance on sand.",
            "We propose Sidestep, a gait with a wide stance on sand.",
            id="what for, before the means",
        ),
        pytest.param(
            "We train crabs to resolve these issues via rest on dry sand.",
            "We train crabs via rest on dry sand.",
            id="what for, before the means of a deed",
        ),
        pytest.param(
            "We propose Sidestep, a gait of crabs that tackles these challenges through two key ideas.",
            "We propose Sidestep, a gait of crabs.",
            id="so many ideas that are not named",
        ),
        pytest.param(
            "We propose Sidestep, a gait that meets this need and spares the legs of crabs.",
            "We propose Sidestep, a gait that spares the legs of crabs.",
            id="what for, and what else",
        ),
        pytest.param(
            "We propose Sidestep, which bridges this gap by first leaning on the wind.",
            "We propose Sidestep, leaning on the wind.",
            id="what for, behind a comma",
        ),
        pytest.param(
            "This thesis brings a whole series of gaits addressing the aforementioned limitations.",
            "This thesis brings a whole series of gaits.",
            id="what for, as a participle",
        ),
        pytest.param(
            "We propose Sidestep, a gait of crabs on the wet sand of the north, to overcome these problems.",
            "We propose Sidestep, a gait of crabs on the wet sand of the north.",
            id="behind many words, none of which are a clause",
        ),
        pytest.param(
            "We propose Sidestep, a gait of crabs that leans on winds of the north to address this problem.",
            "We propose Sidestep, a gait of crabs that leans on winds of the north.",
            id="behind a clause of what was made",
        ),
        pytest.param(
            "We propose Sidestep, a gait of crabs that overcomes both hindrances by leaning on the wind.",
            "We propose Sidestep, a gait of crabs leaning on the wind.",
            id="both of what",
        ),
        pytest.param(
            "We propose Sidestep, a gait of crabs that aims to solve all three issues by leaning on wind.",
            "We propose Sidestep, a gait of crabs leaning on wind.",
            id="what it aims to do",
        ),
        pytest.param(
            "We propose Sidestep, a gait of crabs on sand, to address the above problems.",
            "We propose Sidestep, a gait of crabs on sand.",
            id="the above",
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
        pytest.param("We propose a gait that addresses these challenges.", id="nothing else is said of it"),
        pytest.param("We aim to fill this gap by asking crabs about gaits.", id="asked for by a verb"),
        pytest.param("A gait has been developed to fill this gap.", id="asked for by a participle"),
        pytest.param("We propose Sidestep, a gait that addresses hunger by fishing.", id="named here"),
        pytest.param(
            "We propose Sidestep, a gait of crabs that lean on winds of the north to address this problem.",
            id="behind many words",
        ),
        pytest.param(
            "We propose Sidestep, a gait that shows over many days how well it helps us to solve this task.",
            id="what somebody does behind many words",
        ),
        pytest.param(
            "We propose Sidestep, a gait of crabs that meets both thirst and food needs on sand.",
            id="both are named",
        ),
        pytest.param("We see what crabs do in this setting.", id="little is left before it"),
        pytest.param("We build Sidestep, the first gait of crabs that bridges this gap.", id="the first so"),
        pytest.param(
            "We take a step towards addressing these issues with a gait.", id="behind what leads up"
        ),
        pytest.param(
            "We build Sidestep, a gait on sand that keeps its balance while partly solving these problems.",
            id="behind a conjunction",
        ),
        pytest.param("We find no gait for crabs on the sand that mitigates these failures.", id="denied"),
        pytest.param(
            "None of the twelve gaits that address these failures with leaning on the wind is fast.",
            id="none of them",
        ),
        pytest.param("We give the task to the crab most likely to solve it.", id="the sentence names it"),
    ],
)
def test_what_the_sentence_needs_stays(text: str) -> None:
    assert without_pointing(text) == text


def test_an_opening_behind_one_that_points_back_goes_too() -> None:
    assert tidied("Building on this gait, we further film two hundred crabs on sand.") == (
        "We film two hundred crabs on sand."
    )
