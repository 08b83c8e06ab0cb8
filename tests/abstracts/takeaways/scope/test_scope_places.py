"""Where a takeaway takes up what the title says, and what of it would be said twice."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.scope.scope import Scope

TEXT = (
    "We study growing numbers, automatic tides, gaits with wind maps, wet sand, old cold shores, "
    "shore-specific tides and crab-based sieves."
)


@pytest.mark.parametrize(
    ("line", "title", "expected"),
    [
        pytest.param(
            "We propose a sieve for gaits.",
            "Gaits with Wind Maps",
            "We propose a sieve for gaits with wind maps.",
            id="behind a noun",
        ),
        pytest.param(
            "We propose a sieve that counts the claws of crabs.",
            "Ropes with Wind Maps",
            "",
            id="not behind a clause",
        ),
        pytest.param(
            "We propose a sieve, lowering the cost of claws.",
            "Ropes with Wind Maps",
            "",
            id="not behind a participle",
        ),
        pytest.param(
            "We propose a sieve counting claws without any help.",
            "Ropes with Wind Maps",
            "",
            id="not behind without",
        ),
        pytest.param(
            "We propose a sieve, built with care.",
            "Ropes for Old Cold Shores",
            "For old cold shores, we propose a sieve, built with care.",
            id="in front, and not behind what was done to a thing",
        ),
        pytest.param(
            "We model claws as a rope of gulls.",
            "Ropes in Old Cold Tides",
            "In old cold tides, we model claws as a rope of gulls.",
            id="in front, and not behind what a thing is taken for",
        ),
        pytest.param(
            "We sort claws, such as those of gulls.",
            "Ropes via Wet Sand",
            "",
            id="not behind an example",
        ),
        pytest.param(
            "We model gulls within a framework of claws.",
            "Ropes through Wet Sand",
            "",
            id="not behind what a thing is within",
        ),
        pytest.param(
            "We propose a method Sidestep.",
            "Ropes in Wet Sand",
            "For wet sand, we propose a method Sidestep.",
            id="not behind the name of a method",
        ),
        pytest.param(
            "We propose a model.",
            "Ropes in Wet Sand",
            "We propose a model for wet sand.",
            id="made for a field, and not in it",
        ),
        pytest.param(
            "We propose a rope of any model.",
            "Ropes in Wet Sand",
            "We propose a rope of any model in wet sand.",
            id="not what another thing is made of",
        ),
        pytest.param(
            "We study gulls.",
            "Gulls with Old Model",
            "We study gulls with an old model.",
            id="with the article that a title leaves out",
        ),
        pytest.param(
            "We study gulls.",
            "Gulls in Crab-Based Model",
            "We study gulls in a crab-based model.",
            id="with another article",
        ),
        pytest.param(
            "We study gulls.",
            "Gulls in Old Era",
            "We study gulls in the old era.",
            id="with the article of what there is one of",
        ),
        pytest.param(
            "We study gulls.",
            "Gulls with the Old Model",
            "We study gulls with the old model.",
            id="with one article",
        ),
        pytest.param(
            "We propose a crab-based sieve.",
            "Sieves with Crab-Based Wet Sand",
            "We propose a crab-based sieve with wet sand.",
            id="by what means is said once",
        ),
        pytest.param(
            "We propose crab-based sieves termed Claw.",
            "Ropes for Crab-Based Wet Rain",
            "For crab-based wet rain, we propose crab-based sieves termed Claw.",
            id="a kind of thing is said whole in front",
        ),
        pytest.param(
            "We propose a specific model.",
            "Ropes for Automatic Cold Shores of Tides",
            "We propose a specific model for automatic cold shores of tides.",
            id="what kind of thing it is for",
        ),
        pytest.param(
            "We propose an automatic old model.",
            "Ropes for Automatic Cold Shores of Tides",
            "We propose an automatic old model for cold shores of tides.",
            id="what kind of thing it is for is said once",
        ),
        pytest.param(
            "We study gulls.",
            "Gulls in Old Number of Tides",
            "We study gulls in an old number of tides.",
            id="with the article of a number",
        ),
        pytest.param(
            "We study gulls.",
            "Gulls with Shore-Growing Model",
            "We study gulls with a shore-growing model.",
            id="with the article before what no deed is",
        ),
        pytest.param(
            "We begin with songs aimed at growing tides.",
            "Growing Tides of Wet Sand",
            "",
            id="not in front for what is done in it",
        ),
        pytest.param(
            "Through songs, we study claws.",
            "Ropes through Wet Sand",
            "",
            id="not through two things",
        ),
        pytest.param(
            "We do not study claws.",
            "Shore-Specific Tide Segmentation",
            "",
            id="not for what is not done",
        ),
        pytest.param(
            "We propose robust sieves termed Claw.",
            "Ropes for Robust Wet Rain",
            "For wet rain, we propose robust sieves termed Claw.",
            id="praise is said once in front too",
        ),
        pytest.param(
            "We propose a shore-specific model.",
            "Claws for Shore-Specific Wet Rain",
            "We propose a shore-specific model for wet rain.",
            id="how it is done is said once",
        ),
        pytest.param(
            "We propose a crab-based model.",
            "Counting Crab-Based Wet Sand of Rain",
            "We propose a crab-based model for counting wet sand of rain.",
            id="how it is done is said once behind what is done",
        ),
        pytest.param(
            "We measure how the claws of old crabs grip.",
            "Measuring Wet Sand of Tides",
            "",
            id="not the same deed twice",
        ),
    ],
)
def test_a_phrase_of_the_title_has_no_place_where_it_would_mislead(
    line: str, title: str, expected: str
) -> None:
    assert Scope(title, f"{TEXT} Rain, tides of rain.").added(line, 25) == expected


def test_what_a_thing_does_with_what_is_named_elsewhere_goes_once_it_is_told_what_it_is_for() -> None:
    text = (
        "Crabs strain on wet sand and cold shores. "
        "This paper introduces Sidestep, a new rope that eases this strain."
    )
    found = read_text("Sidestep: Old Ropes for Wet Sand and Cold Shores", text).takeaway.text
    assert found == "This paper introduces Sidestep, a new rope for wet sand and cold shores."
