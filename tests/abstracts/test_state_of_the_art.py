"""What looks like a claim to be the best, and is none."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our gait does outperform all existing methods.", True, id="better than all"),
        pytest.param("Our gait is superior to all existing methods.", True, id="superior to all"),
        pytest.param(
            "We describe a gait. Such snails of the deep sea outperform all existing methods.",
            False,
            id="others are",
        ),
        pytest.param("Our gait does not outperform all existing methods.", False, id="denied"),
        pytest.param(
            "Our gait achieves results comparable to state-of-the-art results.", False, id="as good as"
        ),
        pytest.param("We obtain the best score with GPT-4.", False, id="by a known model"),
        pytest.param("We find that GPT-4 achieves the best score.", False, id="a known model does"),
        pytest.param("We find that the fine-tuned GPT-4 achieves the best score.", True, id="one's own now"),
    ],
)
def test_only_what_is_ones_own_and_better_is_the_best(text: str, expected: bool) -> None:
    assert read_text("Crabs that walk", text).flags.results.state_of_the_art is expected
