"""Numbers that are aimed at or asked for, and those that came out."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def value(text: str) -> str:
    return read_text("Crabs that walk", f"We speak of crabs. {text}").flags.results.value.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our goal is to limit the drift of a crab to 20% of its stride.", id="a goal"),
        pytest.param("Our accuracy goals, set with care, are 1% in sand and 2% in mud.", id="several goals"),
        pytest.param("The crab is designed to achieve a speed of 3.5 dB in sand.", id="designed to"),
    ],
)
def test_what_is_aimed_at_is_no_outcome(text: str) -> None:
    assert value(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our goal is a short walk, and we cut its length by 20%.", id="behind a goal"),
        pytest.param("Our crab aims to walk straight, reducing falls by 12%.", id="done on the way"),
        pytest.param("Our gait, designed to achieve grip, and it cuts falls by 12%.", id="what it does"),
    ],
)
def test_what_came_out_beside_a_goal_is_an_outcome(text: str) -> None:
    assert value(text) == "quantified"
