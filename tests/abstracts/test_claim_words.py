"""Words that make a sentence a claim of the paper's own, or keep it from being one."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The findings cut falls by 12%. We then describe crabs.", "quantified", id="own words first"
        ),
        pytest.param(
            "Extensive walks cut falls by 12%. We then describe crabs.", "quantified", id="own deeds first"
        ),
        pytest.param("We find that crabs may walk.", "qualitative", id="found, though it is only possible"),
        pytest.param("We describe a gait. Previous gaits cut falls by 12%.", "none", id="others"),
        pytest.param(
            "We describe a gait. Although crabs slip, the proposed gait cuts falls by 12%.",
            "quantified",
            id="itself beside others",
        ),
        pytest.param("We find that the gait is new (5 km of sand).", "qualitative", id="only in brackets"),
        pytest.param("We obtain a pass@1 of 71 in mud.", "quantified", id="a metric's sign"),
    ],
)
def test_what_a_sentence_claims(text: str, expected: str) -> None:
    assert read_text("Crabs that walk", text).flags.results.value == expected
