"""Ranks, counts of wins and measured values as abstracts tell them, and what only looks like a finding."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def value(text: str) -> str:
    return read_text("Crabs that walk", f"We speak of crabs. {text}").flags.results.value.value


def is_best(text: str) -> bool:
    return read_text("Sidestep: a gait", f"We present Sidestep. {text}").flags.results.state_of_the_art


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sidestep ranks first on 11 beaches.", id="ranks first"),
        pytest.param("Our gait ranks a close second on that board.", id="ranks second"),
        pytest.param("Our gait achieves 2nd overall.", id="a rank in digits"),
        pytest.param("Our gait beats 16 of 18 fast snails.", id="so many of so many"),
        pytest.param("The effect is found in 42 of 42 beach cells.", id="all of them"),
        pytest.param("After the walk, judges agreed on 255 (80%).", id="agreed on a share"),
        pytest.param("With shells removed, crabs hide 55% of the day.", id="a share of what is left"),
        pytest.param("The steps peak around L = 3150 km on sand.", id="where something peaks"),
        pytest.param("The walks of crabs range from 2 to 7 km.", id="what something ranges over"),
        pytest.param("The errors of our maps are between 4 and 31 kpc.", id="between what it lies"),
        pytest.param("The inferred shell age (~ 4 Myr) fits with young crabs.", id="a value in brackets"),
        pytest.param("Warm spots show a high temperature ($T > 50$ K).", id="a bound in brackets"),
        pytest.param("We observe that the change occurs at $s_* = 2$.", id="where something sets in"),
        pytest.param(
            "This crab exhibits a limb growth of $L/l$ $\\sim$7 in mud.", id="about, in TeX of its own"
        ),
        pytest.param("The analysis confirms a split, and extends it to 8000 km.", id="confirms"),
        pytest.param("Our view predicts that shells beyond 60 au are grey.", id="predicts"),
        pytest.param("The system reliably detects cones at a reach of 35 km.", id="detects"),
    ],
)
def test_a_number_that_came_out_is_an_outcome(text: str) -> None:
    assert value(text) == "quantified"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We show crabs at large radii ($\\sim$5 km) probed by boats.", id="what was probed"),
        pytest.param("We trace crabs to large radii (up to $\\sim$10 km).", id="how far one looked"),
        pytest.param("We show tanks filled up to a limit of $\\sim$80 cups.", id="a limit"),
        pytest.param("The steps of crabs vanish when $s > 0$.", id="no more than a sign"),
        pytest.param("We describe a walk with steps ranging from 2 to 7 km.", id="what was set"),
        pytest.param("We add a set named SHELL-500 of 500 photos.", id="a name before a size"),
        pytest.param("We show crabs that rank their shells first by size.", id="what crabs do"),
    ],
)
def test_a_setting_or_a_size_is_none(text: str) -> None:
    assert value(text) != "quantified"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Sidestep ranks 1st among gaits.", True, id="in digits"),
        pytest.param("Sidestep ranks first among models of its size.", True, id="among models"),
        pytest.param("Sidestep takes the first attempt at a walk on sand.", False, id="a first attempt"),
        pytest.param(
            "Sand tires all known methods, while Sidestep outperforms existing methods.", True, id="its own"
        ),
        pytest.param(
            "Sidestep is slow, while Snail outperforms existing methods.", False, id="the rival beside it"
        ),
    ],
)
def test_the_first_of_all_is_the_best(text: str, expected: bool) -> None:
    assert is_best(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We conclude with a plan that couples crabs with snails.", id="what it ends with"),
        pytest.param("We conclude by asking for shells that crabs like.", id="what it ends by"),
        pytest.param("Expected outcomes include improved balance and increased trust.", id="expected"),
        pytest.param(
            "This article synthesizes 100 studies. The crabs improve balance on sand in many cases.",
            id="studies of others",
        ),
    ],
)
def test_an_end_an_outlook_and_a_review_find_nothing(text: str) -> None:
    assert value(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We conclude that crabs like snails.", id="a conclusion"),
        pytest.param("We conclude with a proof which shows that crabs like snails.", id="shown at the end"),
        pytest.param("We conclude by deriving a law that crabs obey in mud.", id="derived at the end"),
        pytest.param(
            "The new gaits significantly increase the reach of crabs, widening potential uses.",
            id="before an outlook",
        ),
    ],
)
def test_what_is_told_is_found(text: str) -> None:
    assert value(text) == "qualitative"
