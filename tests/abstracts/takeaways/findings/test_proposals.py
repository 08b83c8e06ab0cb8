"""What the authors made goes before a line that announces what they study."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import SentenceClaim, read_claims
from radar.abstracts.takeaways.findings.proposals import proposed
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

TITLE = "Ropes for young crabs on wet piers"
STUDIED = "We study how far lobsters climb at night."
MADE = "We develop an algorithm that ties ropes for young crabs in heavy rain."


def told(made: str) -> str:
    """Return the line that takes the place of what is studied, or nothing."""
    text = f"{STUDIED} Piers are old. {made}"
    claims = read_claims(units(text, sentences(text)), TITLE)

    def line_of(own: tuple[SentenceClaim, ...]) -> tuple[str, SentenceClaim | None]:
        return own[0].sentence.text, own[0]

    return proposed(line_of, claims, claims[0], TITLE)[0]


def test_what_was_made_takes_the_place_of_what_is_studied() -> None:
    assert told(MADE) == MADE


@pytest.mark.parametrize(
    "made",
    [
        pytest.param("We develop a ladder of tarred wood that lobsters climb in fog.", id="not of the title"),
        pytest.param("We propose a taxonomy of ropes for young crabs in heavy rain.", id="an aid"),
        pytest.param("We also develop an algorithm that ties ropes for young crabs in rain.", id="besides"),
        pytest.param("We develop an algorithm that ties these ropes for young crabs in rain.", id="points"),
        pytest.param("We propose ropes for young crabs on wet piers.", id="nothing new"),
        pytest.param("Others develop an algorithm that ties ropes for young crabs in rain.", id="of others"),
    ],
)
def test_what_is_studied_stays(made: str) -> None:
    assert told(made) == ""
