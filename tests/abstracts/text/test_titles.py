"""The parts of titles, and their words within a sentence."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.telling_words import telling
from radar.abstracts.text.titles import Title

TEXT = (
    "We watch old crabs. The gaits of Dover crabs and of GULL-2 differ in Fish-eye water. "
    "They act on US shores by ACT, and it helps us, in ACT I. The U-Net is Crab-Made."
)


@pytest.mark.parametrize(
    ("title", "last", "first"),
    [
        ("Sideways gaits", "Sideways gaits", ""),
        ("Gaits for Crabs in the Wind.", "Gaits | for Crabs | in the Wind", ""),
        ("In the Wind of Crabs", "In the Wind of Crabs", ""),
        ("Sidestep: Gaits for Crabs", "Gaits | for Crabs", "Sidestep"),
        ("Gaits of Crabs - a Study on Sand", "a Study | on Sand", "Gaits of Crabs"),
        ("An Approach to Wet Sand", "An Approach | to Wet Sand", ""),
        ("Learning to Walk", "Learning to Walk", ""),
        ("Gaits Based on Wind", "Gaits | Based on Wind", ""),
        (
            "Gaits for Crabs Combined with Speed in Wind",
            "Gaits | for Crabs | Combined with Speed | in Wind",
            "",
        ),
        ("Gaits  for\nCrabs", "Gaits | for Crabs", ""),
        ("Gaits for", "Gaits", ""),
        ("Wind Makes Crabs Fall on Sand", "", ""),
        ("Do Crabs Walk on Sand?", "", ""),
        ("The $L_2$ gait for crabs", "", ""),
        ("for crabs " * 30, "", ""),
        ("Gaits for Crabs and Their Old Uses in Wind", "Gaits | for Crabs | in Wind", ""),
        ("Gaits for Crabs and Its Use", "Gaits | for Crabs", ""),
        ("Gaits in Crabs II: Wind on Sand", "Wind | on Sand", "Gaits | in Crabs"),
        ("Gaits by ACT I: Wind on Sand", "Wind | on Sand", "Gaits | by ACT I"),
        ("", "", ""),
    ],
)
def test_a_title_is_parted_at_its_prepositions(title: str, last: str, first: str) -> None:
    found = Title(title, TEXT)
    assert [" ".join(phrase) for phrase in found.last] == (last.split(" | ") if last else [])
    assert [" ".join(phrase) for phrase in found.first] == (first.split(" | ") if first else [])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("For Old Water", "for old water"),
        ("for the Crabs", "for the crabs"),
        ("in Dover Water", "in Dover water"),
        ("for GULL-2", "for GULL-2"),
        ("for Long-Term Learning", "for long-term learning"),
        ("for Fish-eye Water", "for Fish-eye water"),
        ("on US Shores", "on US shores"),
        ("for Ac-Old Water", ""),
        ("for De-Old Water", "for de-old water"),
        ("with ACT-aided Crabs", "with ACT-aided crabs"),
        ("in OLD Water", "in old water"),
        ("with U-Net Crabs", "with U-Net crabs"),
        ("for AI-Made Crabs", ""),
        ("in Calais", ""),
        ("for GULL-3", ""),
        ("in 12 Networks", ""),
        ("for BERT", ""),
    ],
)
def test_words_of_a_title_have_the_capitals_of_the_abstract_and_no_name_that_it_lacks(
    words: str, expected: str
) -> None:
    assert " ".join(Title("", TEXT).in_a_sentence(words.split())) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in the Crab Nebula", "in the crab nebula"),
        ("with Old Kelp Meadow Crabs", "with old Kelp Meadow Crabs"),
        ("with Heavy Kelp", "with heavy Kelp"),
        ("on US Shores", ""),
        ("with RAIN Crabs", ""),
        ("with TIDE Crabs", "with tide crabs"),
    ],
)
def test_words_beside_a_name_have_the_capitals_of_the_abstract(words: str, expected: str) -> None:
    text = (
        "The heavy rainfall lets us see the old crab nebula, the Crab Nebula. We map Kelp Meadow Crabs "
        "at tide, a meadow of crabs."
    )
    assert " ".join(Title("", text).in_a_sentence(words.split())) == expected


def test_the_same_words_in_another_number_and_within_compounds_tell_the_same() -> None:
    assert telling("Gaits of crab-like walkers") == telling("the gait crab walker") | telling("like")
    assert telling("We propose a novel method for the") == set()


def test_a_title_all_in_capitals_says_nothing_of_its_words() -> None:
    assert Title("CRABS ACT ON US SHORES", TEXT).in_a_sentence(["ON", "US"]) == ["on", "us"]
