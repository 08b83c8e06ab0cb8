"""What a phrase of a title would say that is odd, or false, of what a takeaway tells."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.scope.scope import Scope

TEXT = (
    "Old crabs climb on cold shores, wet ropes and steep piers in heavy rain. Quiet gulls rest. "
    "We watch claws, tides of sand, safe locomotion, sudden attacks and shell repair."
)


def added(line: str, title: str) -> str:
    return Scope(title, TEXT).added(line, 25)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param(
            "We propose a net for gulls on sandy beaches.",
            "Old Nets in Wide Beaches",
            id="whose noun is said",
        ),
        pytest.param(
            "We propose a net for young gulls.", "Old Nets with Wet Ropes", id="with, of the last noun"
        ),
        pytest.param(
            "We introduce ClawSet, a benchmark of gulls.", "Safe Climbs via Wet Ropes", id="data by means"
        ),
        pytest.param("We show that gulls rest.", "Safe Climbs via Wet Ropes", id="shown by no means"),
        pytest.param("We study how gulls rest.", "Safe Climbs via Wet Ropes", id="asked by no means"),
        pytest.param("We propose a tide of gulls.", "Climb with Rain, Rest with Wet Ropes", id="one of two"),
        pytest.param("We propose a quiet gait.", "Modeling and Optimization", id="any paper's"),
        pytest.param("We propose a quiet gait.", "Sudden Attack Generation", id="what is warned of"),
        pytest.param("We propose a quiet gait.", "Masking Old Crabs", id="done as a means"),
        pytest.param("We study gulls that rest.", "Improving Wet Ropes", id="looked at, and not to do it"),
        pytest.param("We find that gulls rest.", "Crabs for Improving Wet Ropes", id="found, not to do it"),
        pytest.param("We build a quiet gait that rests.", "Claws under Heavy Rain", id="not made in a place"),
    ],
)
def test_a_line_stays_without_a_phrase(line: str, title: str) -> None:
    assert added(line, title) == ""


@pytest.mark.parametrize(
    ("line", "title", "expected"),
    [
        pytest.param(
            "We introduce ClawSet, a benchmark of gulls.",
            "A Benchmark with Wet Ropes",
            "We introduce ClawSet, a benchmark of gulls with wet ropes.",
            id="a benchmark with what it has",
        ),
        pytest.param(
            "We study gulls that rest.",
            "Understanding Wet Ropes",
            "To understand wet ropes, we study gulls that rest.",
            id="looked at to understand it",
        ),
        pytest.param(
            "We rest claws using sand.",
            "Safe Locomotion for Cold Shores",
            "For cold shores, we rest claws using sand.",
            id="in front",
        ),
        pytest.param(
            "We introduce a rope drawn from claws.",
            "Climbs for Cold Shores",
            "For cold shores, we introduce a rope drawn from claws.",
            id="not for what a thing is drawn from",
        ),
        pytest.param(
            "We introduce a rope based on claws to hold gulls.",
            "Climbs for Cold Shores",
            "We introduce a rope based on claws to hold gulls for cold shores.",
            id="for what is done with it",
        ),
        pytest.param(
            "We present a rope of claws, tides, and gulls.",
            "Climbs for Cold Shores",
            "For cold shores, we present a rope of claws, tides, and gulls.",
            id="not for the last of many",
        ),
        pytest.param(
            "We present a gait of gulls, sand, and claws that climb.",
            "Gaits for Cold Shores with Gulls for Rain",
            "For cold shores, we present a gait of gulls, sand, and claws that climb.",
            id="not within a list",
        ),
        pytest.param(
            "We propose a rope of gulls (old claws, tides) that rests.",
            "Claws for Cold Shores",
            "For cold shores, we propose a rope of gulls (old claws, tides) that rests.",
            id="not within brackets",
        ),
        pytest.param(
            "We propose a method that rests well.",
            "Ropes for Wet Steep Cold Shores",
            "For wet steep cold shores, we propose a method that rests well.",
            id="not between one thing and what it does, where many end it",
        ),
        pytest.param(
            "We propose a method that rests well.",
            "Ropes for Reducing Tides of Sand",
            "To reduce tides of sand, we propose a method that rests well.",
            id="not between a thing and what it does, to do another",
        ),
        pytest.param(
            "We propose a quiet gait.",
            "Climbs for Wet Ropes with Applications",
            "We propose a quiet gait for wet ropes.",
            id="without what tells nothing behind it",
        ),
        pytest.param(
            "We developed a rope of claws; crabs rest.",
            "Claws in Heavy Rain",
            "We developed a rope of claws in heavy rain; crabs rest.",
            id="at the end",
        ),
        pytest.param(
            "We developed a rope that rests.",
            "Claws in Heavy Cold Rain",
            "For heavy cold rain, we developed a rope that rests.",
            id="what was made for a field",
        ),
        pytest.param(
            "We present the discovery of a gull that rests.",
            "Claws in Heavy Cold Rain",
            "In heavy cold rain, we present the discovery of a gull that rests.",
            id="what was found in a field",
        ),
        pytest.param(
            "We study gulls.",
            "Gulls in Cold Shore Problem",
            "We study gulls in the cold shore problem.",
            id="with the article of a problem",
        ),
    ],
)
def test_a_phrase_goes_where_it_says_what_is_meant(line: str, title: str, expected: str) -> None:
    assert added(line, title) == expected


def test_one_phrase_goes_where_the_line_goes_on() -> None:
    title = "A Knotted Method for Shell Repair by Wet Crabs"
    line = "We propose a knotted method that holds wet ropes."
    assert added(line, title) == "We propose a knotted method for shell repair that holds wet ropes."
