"""Hyphens that a line break of the source left in a takeaway."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.text.hyphens import without_line_breaks
from radar.papers.summaries.summary import TAKEAWAY_WORDS, TakeawayOrigin

TEXT = "Crabs cling to a wrackline of weeds, for robustness."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("An esti- mation of wet sand.", "An estimation of wet sand.", id="an ordinary word"),
        pytest.param("Gaits de- signed for sand.", "Gaits designed for sand.", id="a form of one"),
        pytest.param(
            "We intro- duce wet sand.", "We introduce wet sand.", id="a verb that titles have in -ing"
        ),
        pytest.param("The wrack- line of weeds.", "The wrackline of weeds.", id="a word of the abstract"),
        pytest.param("A sand- aware gait.", "A sand-aware gait.", id="a compound"),
        pytest.param("The CRAB- GPT of Dover.", "The CRAB-GPT of Dover.", id="a name"),
        pytest.param("Gaits (WSG)- based climbs.", "Gaits (WSG)-based climbs.", id="behind a bracket"),
        pytest.param("The best-of- N gait.", "The best-of-N gait.", id="a compound of three"),
        pytest.param("Wet sand-a lattice of grains.", "Wet sand – a lattice of grains.", id="a lost dash"),
        pytest.param("Gaits (WSG)-the first.", "Gaits (WSG) – the first.", id="one behind a bracket"),
        pytest.param("Ten tides -an hour each.", "Ten tides – an hour each.", id="one with half its spaces"),
        pytest.param("The robust-ness of gaits.", "The robustness of gaits.", id="without a space"),
    ],
)
def test_a_broken_word_is_put_together(line: str, expected: str) -> None:
    assert without_line_breaks(line, TEXT, TAKEAWAY_WORDS) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Dry- and wet-sand gaits of crabs.",
        "Two- or three-legged crabs.",
        "Dry- to wet-sand gaits.",
        "A gait- that leans on the wind.",
        "Old gaits- Wet Sand Gaits.",
        "A pre-training of wind-aware gaits.",
        "A low-cost crab.",
        "A state-of-the-art gait.",
        "A drop-in gait with an on-the-fly rest.",
        "A vitamin B-a day.",
        "A hand-written gait and a re-ranker of shells.",
        "Of old-and new-sand we report the wet-we climb.",
    ],
)
def test_a_hyphen_that_is_meant_stays(line: str) -> None:
    assert without_line_breaks(line, TEXT, TAKEAWAY_WORDS) == line


def test_a_dash_makes_no_line_longer_than_it_may_be() -> None:
    line = "We dig in sand-a lattice of grains."
    assert without_line_breaks(line, TEXT, 9) == "We dig in sand – a lattice of grains."
    assert without_line_breaks(line, TEXT, 8) == "We dig in sand—a lattice of grains."


def test_a_takeaway_has_no_hyphens_of_line_breaks() -> None:
    text = "We propose a gait for an esti- mation of the wet sand along the shores of Dover."
    takeaway = read_text("Crabs", text).takeaway
    assert takeaway.text == text.replace("- ", "")
    assert takeaway.origin is TakeawayOrigin.OFFLINE
