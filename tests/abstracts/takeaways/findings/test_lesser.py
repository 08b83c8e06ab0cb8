"""Which lines likely say less than one that tells what was made, or what was surely found."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import read_claims
from radar.abstracts.takeaways.findings.lesser import says_less
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units

TITLE = "Ropes for young crabs on wet piers"
MADE = "We propose a knotted rope for young crabs."


def less(line: str, before: str = "Piers are wet.") -> bool:
    """Say whether the line of the second sentence of an abstract says less."""
    text = f"{before} {line}"
    claims = read_claims(units(text, sentences(text)), TITLE)
    return says_less(claims[1], claims)


@pytest.mark.parametrize(
    ("line", "before", "expected"),
    [
        pytest.param("We dry the ropes in the sun for a day.", MADE, True, id="behind what was made"),
        pytest.param("We dry the ropes in the sun for a day.", "Piers are wet.", False, id="nothing made"),
        pytest.param("We additionally dry the ropes for a day.", "Piers are wet.", True, id="beside"),
    ],
)
def test_a_line_says_less(line: str, before: str, *, expected: bool) -> None:
    assert less(line, before) is expected
