"""Another line stands in the place of one that points at what only another sentence names."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.takeaways.findings.standing import dangles, rather_standing
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

TITLE = "Ropes for young crabs on wet piers"
POINTS = "We cast this problem as a walk on wet sand."
MADE = "We propose a knotted rope for young crabs, which dries within one tide."
FOUND = "We find that ropes of hemp outperform old ladders for young crabs."


def line(other: str) -> str:
    """Return the line that is told where another may be made from the second sentence."""
    text = f"{POINTS} {other}"
    claims = read_claims(units(text, sentences(text)), TITLE)

    def of_rest(rest: tuple[SentenceClaim, ...]) -> tuple[str, SentenceClaim | None]:
        return other.removeprefix("We find that ").capitalize(), rest[0]

    return rather_standing(POINTS, claims[0], TITLE, claims, of_rest)[0]


@pytest.mark.parametrize("other", [MADE, FOUND])
def test_what_was_made_or_found_goes_before_a_line_that_dangles(other: str) -> None:
    assert line(other) == other.removeprefix("We find that ").capitalize()


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("We propose a rope for young crabs to solve this problem at sea.", id="dangles too"),
        pytest.param("We also propose a knotted rope for young crabs of the north.", id="made besides"),
        pytest.param("We propose a knotted loss for young crabs of the north.", id="a part"),
        pytest.param("We propose ropes for young crabs.", id="says what the title says"),
        pytest.param("Ropes were long made of hemp for young crabs.", id="nothing made or found"),
    ],
)
def test_other_lines_do_not(other: str) -> None:
    assert line(other) == POINTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We cast this problem as a walk.", True, id="this"),
        pytest.param("Such assumptions often fail at sea.", True, id="such"),
        pytest.param("Such methods as ropes are cheap.", False, id="such as"),
        pytest.param("We ease both limitations with ropes.", True, id="both"),
        pytest.param("We ease both limitations of hemp and of flax.", False, id="both of what is told"),
        pytest.param("We face the problem of tides and cast this problem as a walk.", False, id="told"),
        pytest.param("We propose RopeWalk, which solves this problem.", False, id="a name"),
        pytest.param("We propose a rope; this method is cheap.", False, id="behind what it means"),
        pytest.param("This paper walks on wet sand.", False, id="the paper"),
    ],
)
def test_a_line_dangles_where_only_another_sentence_names_what_is_meant(text: str, *, expected: bool) -> None:
    assert dangles(text, TITLE) is expected
