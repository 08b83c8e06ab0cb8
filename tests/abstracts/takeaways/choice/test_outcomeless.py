"""Sentences that tell neither what was done nor what was found."""

from __future__ import annotations

import pytest

from radar.abstracts.claims import sentence_claim
from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.choice.outcomeless import outcomeless, tells_of_others
from radar.abstracts.text.sentences import sentences
from radar.abstracts.text.text_units import units


def penalty(text: str) -> float:
    """Return what counts against a text of one sentence."""
    (sentence,) = units(text, sentences(text))
    return outcomeless(sentence_claim(sentence))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We aim to walk sideways on wet sand.", id="aim"),
        pytest.param("In this paper, we seek to walk on wet sand.", id="aim behind an opening"),
        pytest.param("The aim of this paper is to walk on wet sand.", id="aim of the paper"),
        pytest.param("The objective was to walk on wet sand.", id="objective"),
        pytest.param("We believe that crabs like wet sand.", id="belief"),
        pytest.param("We are interested in crabs on wet sand.", id="interest"),
        pytest.param("The gait of crabs remains a riddle.", id="state of things"),
        pytest.param("Crab gaits are increasingly used on wet sand.", id="trend"),
        pytest.param("There are gaits on the shores of many seas.", id="there are"),
        pytest.param("A key obstacle is the wet sand of the shore.", id="obstacle"),
        pytest.param("This assumption often collapses on the shore.", id="assumption"),
        pytest.param("This work motivates a path for crabs.", id="promise"),
        pytest.param("Our work is intended as a guide for crabs.", id="intention"),
        pytest.param("We conclude this survey with open questions on crabs.", id="closing remark"),
        pytest.param("The aim of the present paper is twofold.", id="twofold"),
        pytest.param("The walk of crabs is slowed by two coupled issues.", id="only a count"),
        pytest.param("On the shore, we saw an intriguing phenomenon.", id="a phenomenon without a name"),
    ],
)
def test_what_tells_no_outcome_counts_less(text: str) -> None:
    assert penalty(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We propose a gait for wet sand.", id="deed"),
        pytest.param("Young crabs walk twice as fast on wet sand.", id="finding"),
        pytest.param("We aim to cut falls by leaning on the wind.", id="aim with its means"),
        pytest.param("We aim to combine gaits and climbs on wet sand.", id="aim that is a deed"),
        pytest.param("The aim of this paper is to propose a gait for crabs.", id="aim to propose"),
        pytest.param("Our paper aims at joining steps and introduces a gait.", id="aim and deed"),
        pytest.param("We conclude by deriving the gait of crabs on wet sand.", id="a last deed"),
        pytest.param(
            "Crabs solve the critical step by introducing a gait.", id="a state of things with its deed"
        ),
        pytest.param("This work advances gaits by introducing a quiet step.", id="promise with its deed"),
        pytest.param("This work motivates a gait that cuts falls by 12%.", id="promise with a figure"),
        pytest.param("There are falls in our gait on the wet sand.", id="there are, of the authors"),
        pytest.param("We walk with two coupled issues of the shore paper.", id="count inside"),
        pytest.param("We propose a gait that has two coupled properties.", id="count of what is proposed"),
    ],
)
def test_what_tells_something_counts_in_full(text: str) -> None:
    assert penalty(text) == 0


@pytest.mark.parametrize(
    ("line", "sentence", "of_others"),
    [
        ("Existing gaits are slow on sand.", "We observe that existing gaits are slow on sand.", True),
        ("Existing gaits are slow on sand.", "We find that existing gaits are slow on sand.", False),
        ("Current gaits are slow on sand.", "Thus, current gaits are slow on sand.", False),
        ("No prior gait was tried on sand.", "Still, no prior gait was tried on sand.", True),
        ("Quiet gaits are slow on sand.", "We observe that quiet gaits are slow on sand.", False),
    ],
)
def test_what_others_do_is_a_finding_where_the_sentence_says_so(
    line: str, sentence: str, *, of_others: bool
) -> None:
    assert tells_of_others(line, sentence.lower()) == of_others


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(
            "We aim to measure a sideways gait of crabs on wet sand of the shore. "
            "We measured the gait of crabs on wet sand of the shore.",
            "We measured the gait of crabs on wet sand of the shore.",
            id="aim",
        ),
        pytest.param(
            "We observe that existing sideways gaits of crabs are too slow on the wet sand of the shore. "
            "We propose a sideways gait for the wet sand of the shore.",
            "We propose a sideways gait for the wet sand of the shore.",
            id="of others",
        ),
        pytest.param(
            "This work motivates a sideways gait of crabs for the wet sand of the shore. "
            "We measured the gait of crabs on wet sand of the shore.",
            "We measured the gait of crabs on wet sand of the shore.",
            id="promise",
        ),
    ],
)
def test_the_takeaway_tells_what_was_done(text: str, line: str) -> None:
    assert read_text("Sideways gait of crabs on wet sand", text).takeaway.text == line
