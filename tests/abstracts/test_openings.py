"""Openings that say nothing."""

from __future__ import annotations

import pytest

from radar.abstracts.openings import without_opening


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("However, crabs prefer wet sand.", "crabs prefer wet sand."),
        ("In this paper we build a gait for crabs.", "we build a gait for crabs."),
        ("Here we build a gait for crabs.", "we build a gait for crabs."),
        ("By asking crabs on the coast, we show that the new gait is fast.", "the new gait is fast."),
        ("Especially, crabs prefer wet sand.", "crabs prefer wet sand."),
        ("We argue that crabs prefer wet sand.", "We argue that crabs prefer wet sand."),
        (
            "We address this gap by introducing Sidestep and testing it.",
            "We address this gap by introducing Sidestep and testing it.",
        ),
        ("To facilitate this, we build a gait for crabs.", "we build a gait for crabs."),
        ("In order to support these animals, we build a gait.", "we build a gait."),
        ("With these changes, crabs walk on all sand.", "crabs walk on all sand."),
        ("With these 3 changes, crabs walk on all sand.", "With these 3 changes, crabs walk on all sand."),
        (
            "To address these issues we propose Stilts, that combine wet and dry sand.",
            "To address these issues we propose Stilts, that combine wet and dry sand.",
        ),
        (
            "To solve the problem of crabs, which walk on ice without ever falling.",
            "To solve the problem of crabs, which walk on ice without ever falling.",
        ),
        ("Further, we build a gait for crabs.", "we build a gait for crabs."),
        ("Next, we build a gait for crabs.", "we build a gait for crabs."),
        ("Strikingly, we build a gait for crabs.", "we build a gait for crabs."),
        ("Based on our early findings, we build a gait.", "we build a gait."),
        ("Based on the tides, we build a gait.", "Based on the tides, we build a gait."),
        ("To rectify this with rest, we build a gait.", "we build a gait."),
        ("Motivated by tides, ebbing moons, and other cycles, we build a gait.", "we build a gait."),
        ("Inspired by how crabs fall, rise and rest, in this work, we build a gait.", "we build a gait."),
        ("To address these needs of sleep, food, and rest, we build a gait.", "we build a gait."),
        ("Motivated by tides, crabs, and shrimps, build gaits.", "crabs, and shrimps, build gaits."),
        (
            "To tackle noise, Sidestep adds sand, rope, and wind, our tests show.",
            "Sidestep adds sand, rope, and wind, our tests show.",
        ),
        ("Our method addresses this gap with a new rope.", "Our method uses a new rope."),
        (
            "Our method solves these mazes with a 40% higher success rate.",
            "Our method solves these mazes with a 40% higher success rate.",
        ),
        (
            "Our method addresses this task with an accuracy of 90%.",
            "Our method addresses this task with an accuracy of 90%.",
        ),
        ("To that end we propose a gait for crabs.", "we propose a gait for crabs."),
        ("To that end we walk on wet sand by day.", "To that end we walk on wet sand by day."),
        ("In other words, crabs prefer wet sand.", "crabs prefer wet sand."),
        ("The study has shown that crabs prefer wet sand.", "crabs prefer wet sand."),
        ("Objectives: We build a gait for crabs.", "We build a gait for crabs."),
        ("Methods:we build a gait for crabs.", "we build a gait for crabs."),
        ("Context, for crabs, is the wet sand.", "Context, for crabs, is the wet sand."),
        ("In this paper, we in this paper build a gait.", "we build a gait."),
        ("We address this gap by introducing Sidestep, a gait.", "We introduce Sidestep, a gait."),
        ("This paper tackles these problems by using a new gait.", "This paper uses a new gait."),
        ("We propose to address these issues with a new gait.", "We propose a new gait."),
        ("We address this question by asking crabs.", "We address this question by asking crabs."),
        ("We address this gap by proving that crabs walk.", "We prove that crabs walk."),
        ("We address this with Sidestep, a gait for crabs.", "We propose Sidestep, a gait for crabs."),
        ("We overcome this limitation and present the first gait.", "We present the first gait."),
        ("This study fills this gap by identifying gaits.", "This study identifies gaits."),
        ("This survey fills these gaps by unifying gaits.", "This survey unifies gaits."),
        ("Our study fills this gap by comparing gaits.", "Our study compares gaits."),
        ("Our method solves this with a new gait.", "Our method uses a new gait."),
        ("We tackle this strange quirk by first mapping gaits.", "We map gaits."),
        ("We close in on this by mapping gaits.", "We close in on this by mapping gaits."),
        ("We address this by carefully framing gaits.", "We carefully frame gaits."),
        ("We address this by building and evaluating gaits.", "We build and evaluate gaits."),
        ("We address this by building and asking crabs.", "We address this by building and asking crabs."),
        ("We tackle this via the rest of crabs and propose a gait.", "We propose a gait."),
        ("For that purpose, we build a gait for crabs.", "we build a gait for crabs."),
        ("Taken together, crabs prefer wet sand.", "crabs prefer wet sand."),
        ("In this project we build a gait for crabs.", "we build a gait for crabs."),
        ("In this perspective, we weigh the gaits of crabs.", "we weigh the gaits of crabs."),
        ("Careful validation on two coasts reveals that crabs walk on sand.", "crabs walk on sand."),
        ("We address hunger by introducing a new gait.", "We address hunger by introducing a new gait."),
        ("To overcome this, and spare sand, we build a gait.", "we build a gait."),
        (
            "To overcome this, and spare sand, crabs of all coasts walk.",
            "To overcome this, and spare sand, crabs of all coasts walk.",
        ),
        (
            "We find that wet sand is slow and derive a gait for crabs.",
            "We find that wet sand is slow and derive a gait for crabs.",
        ),
        ("We find that wet sand is slow and costs crabs a gait.", "wet sand is slow and costs crabs a gait."),
        ("[Objective] We build a gait for crabs.", "We build a gait for crabs."),
        ("[Abridged] Crabs prefer wet sand.", "Crabs prefer wet sand."),
        ("[O II] is seen in wet sand.", "[O II] is seen in wet sand."),
        ("Methods We build a gait for crabs.", "We build a gait for crabs."),
        ("Results : The crabs prefer wet sand.", "The crabs prefer wet sand."),
        ("Purpose - This study weighs gaits.", "This study weighs gaits."),
        ("Methods of crabs are old and slow.", "Methods of crabs are old and slow."),
        ("(2) Crabs prefer wet sand.", "Crabs prefer wet sand."),
        ("ii) crabs prefer wet sand.", "crabs prefer wet sand."),
        ("(1) crabs rest, and (2) they walk.", "(1) crabs rest, and (2) they walk."),
        ("To this end, i) crabs rest on dry sand.", "crabs rest on dry sand."),
        ("2) crabs rest, and 3) they walk.", "2) crabs rest, and 3) they walk."),
    ],
)
def test_an_opening_goes_and_what_was_done_stays(text: str, left: str) -> None:
    assert without_opening(text) == left
