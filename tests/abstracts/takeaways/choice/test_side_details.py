"""Sentences that tell what goes beside the main thing."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import sentence_claim
from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.choice.side_details import side_detail
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units


def penalty(text: str) -> float:
    """Return what counts against a text of one sentence."""
    (sentence,) = units(text, sentences(text))
    return side_detail(sentence_claim(sentence))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We validate our approach on the shores of two seas.", id="an approach"),
        pytest.param("The proposed method was applied to the crabs of two seas.", id="applied"),
        pytest.param("The results are compared with the films of two seas.", id="compared"),
        pytest.param("We map their shells on the shores of two seas.", id="whose"),
        pytest.param("All runs use the tide table of an earlier paper.", id="runs"),
        pytest.param("Special emphasis is lent to the smallest crabs.", id="emphasis"),
    ],
)
def test_what_goes_beside_the_main_thing_counts_less(text: str) -> None:
    assert penalty(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We validate our approach on shores and show that crabs walk.", id="with an outcome"),
        pytest.param("We validate old tide tables on the shores of two seas.", id="of others"),
        pytest.param("We validate our approach on sand, which cuts falls by 12%.", id="a figure"),
        pytest.param("We map crabs and their shells on two shores.", id="whose is said"),
        pytest.param("We argue that its shells are warm.", id="an argument"),
        pytest.param("All crabs use the tide table of the shore.", id="no runs"),
        pytest.param("We propose a gait for crabs on wet sand.", id="deed"),
    ],
)
def test_what_tells_the_main_thing_counts_as_before(text: str) -> None:
    assert penalty(text) == 0


def test_how_everything_was_run_is_no_takeaway() -> None:
    text = (
        "Crabs are slow. All runs use the Tideline table of a companion paper of ours. "
        "Young crabs settle on dry rocks in the evening, where older crabs stay in the pools."
    )
    assert read_text("Resting crabs", text).takeaway.text.startswith("Young crabs settle")
