"""Where a sentence may end early."""

from __future__ import annotations

import pytest

from radar.abstracts.borders import clean_cut


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        pytest.param("The young crabs of the coast are fast", ", while gulls are slow", id="a main verb"),
        pytest.param("All winter we ask the crabs of the north", ", while gulls are slow", id="speaks of us"),
    ],
)
def test_what_has_a_main_clause_can_stay_alone(head: str, tail: str) -> None:
    assert clean_cut(head + tail, 25) == head


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The young crabs of the north coast, which walk, are fast", id="no verb yet"),
        pytest.param(
            "We show that the young crabs of the coast, which walk, are fast", id="nothing said yet"
        ),
        pytest.param("We ask whether the young crabs of the coast, which walk, are fast", id="not asked yet"),
        pytest.param("When the young crabs are on wet sand, where gulls walk, we feed them", id="only when"),
        pytest.param(
            "We feed both the young crabs of the coast, which walk, and the gulls", id="half a pair"
        ),
        pytest.param("We feed the young crabs of the coast – crabs, which walk", id="a word to be explained"),
        pytest.param("We feed the young crabs of the coast that, at last, which walk", id="a bare that"),
    ],
)
def test_what_waits_for_its_rest_cannot_stay_alone(text: str) -> None:
    assert clean_cut(text, 25) == ""
