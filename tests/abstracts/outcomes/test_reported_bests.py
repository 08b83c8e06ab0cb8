"""Claims to be the best that is reported or first in one measure, and what only looks like one."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def is_best(text: str) -> bool:
    return read_text("Crabs that walk", f"We propose a gait. {text}").flags.results.state_of_the_art


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We reach 12% on Reef 2.0, the best reported result for crabs.", id="best reported"),
        pytest.param("Our gait reaches 48.3% -- the highest reported to date.", id="to date"),
        pytest.param("Our crab came 3rd in length and 1st in speed among all teams.", id="first in one"),
        pytest.param("Our crab ranks first of all gaits on sand.", id="first of all"),
        pytest.param("This careful methodology lets us walk far, ranking 1st on the board.", id="whose"),
    ],
)
def test_what_is_best_reported_or_first_is_best(text: str) -> None:
    assert is_best(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Our routed crab can exceed the strongest single model's speed at a third of its cost.",
            id="one of those it is made of",
        ),
        pytest.param(
            "This contest offers a rich resource to assess the state-of-the-art methods in walking.",
            id="what is assessed",
        ),
    ],
)
def test_parts_and_what_is_assessed_are_no_rivals(text: str) -> None:
    assert not is_best(text)
