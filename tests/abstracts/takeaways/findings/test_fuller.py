"""What its own sentence says of what was made, told where a line only repeats the title."""

from __future__ import annotations

import pytest

from tests.abstracts.told_lines import line

TITLE = "WetFoot: a walking framework for crabs on sand"
MADE = "We propose WetFoot, a walking framework for crabs on sand"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            f"{MADE}, which lowers every second leg into cold mud, weighing grip against speed in the dark "
            "hours of the long northern winter nights.",
            f"{MADE}, which lowers every second leg into cold mud.",
            id="before what is done beside",
        ),
        pytest.param(
            f"To reach the far shore, {MADE[0].lower()}{MADE[1:]}, which lowers every second leg into cold "
            "mud, weighing grip against speed in the dark hours of the long northern winter nights.",
            f"{MADE}, which lowers every second leg into cold mud.",
            id="without what for",
        ),
        pytest.param(
            f"{MADE}, which consists of three modules: a slow leg lifter, a mud gauge that weighs grip, and "
            "a compass for the dark hours of the long northern winter nights.",
            f"{MADE}.",
            id="not parts without their names",
        ),
    ],
)
def test_a_line_that_repeats_the_title_gives_way_to_more_of_its_sentence(
    sentence: str, expected: str
) -> None:
    assert line(sentence, TITLE) == expected
