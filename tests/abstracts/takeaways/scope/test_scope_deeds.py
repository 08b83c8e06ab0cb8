"""What of a title names a deed that something is made for, and what happens by itself."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.scope.scope import Scope

TEXT = "We watch old crabs, wet ropes, the formation of cold snow, climbing, shell repair and sorting."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Old Climbing", "For old climbing, we propose a quiet gait.", id="done"),
        pytest.param("Cold Snow Formation", "", id="forms by itself"),
        pytest.param("Formation of Cold Snow", "", id="forms by itself, of what"),
        pytest.param("Wet Ropes and Climbing", "", id="one of two not done"),
        pytest.param(
            "Shell Sorting and Climbing", "For shell sorting and climbing, we propose a quiet gait.", id="two"
        ),
        pytest.param(
            "Old Climbing of Ropes and Snow",
            "For old climbing of ropes and snow, we propose a quiet gait.",
            id="done to two",
        ),
        pytest.param(
            "Sorting Ropes and Snow", "For sorting ropes and snow, we propose a quiet gait.", id="by its verb"
        ),
    ],
)
def test_a_line_is_for_what_the_title_says_is_done(title: str, expected: str) -> None:
    assert Scope(title, TEXT).added("We propose a quiet gait.", 25) == expected
