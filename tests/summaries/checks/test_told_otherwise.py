"""Takeaways that are wrong at one place, told by what stands around it; true ones in other words pass."""

from __future__ import annotations

import pytest

from radar.papers.listed.paper import Paper
from tests.summaries.papers import paper, said

OPPOSITE, MORE, NUMBER = (
    "says the opposite",
    "more than the abstract says",
    "a number of something else",
)
OWLS = paper(
    "Owls are heard by microphones. Existing recorders fail in rain. We compare HootNet and TinyHoot on "
    "recordings of 144 nights, 288 microphones in all. HootNet reaches a recall of 91.4 % and a precision "
    "of 84.2 % on barn owls, while TinyHoot reaches a recall of 77.5 %. Noise from roads mostly hides "
    "calls in low-frequency bands. Longer recordings often lower the cost of a survey. TinyHoot matches "
    "the accuracy of trained observers on tawny owls and uses up to 4 times less power. HootNet finds all "
    "calls on 7 of 9 meadows. Feeding raises the number of owls by 12 % in most years. Rain does not "
    "change how far calls carry. Microphones cannot faithfully record duets of owls. Observers with "
    "little training give higher and steadier counts than observers with much training. Wind is an "
    "unreliable sign of silence. On meadows, HootNet finds 81.5 % of tawny owls at night. In forests, it "
    "finds 62.3 % of barn owls by day. Our results suggest that owls avoid lamps.",
    "Hearing Owls with Small Networks",
)
TRUE = [
    "HootNet hears barn owls with a recall of 91.4 % and a precision of 84.2 %.",
    "TinyHoot hears barn owls with a recall of 77.5 %, HootNet with 91.4 %.",
    "Recordings of 144 nights show that noise from roads hides owls in low-frequency bands.",
    "TinyHoot hears tawny owls as well as trained observers do, with up to 4 times less power.",
    "On meadows, HootNet finds 81.5 % of tawny owls, and 62.3 % of barn owls in forests.",
    "Longer recordings cut the cost of a survey of owls.",
    "HootNet hears the calls of owls on 7 of 9 meadows.",
    "Feeding brings 12 % more owls in most years.",
    "How far the calls of owls carry is not changed by rain.",
    "Duets of owls are not faithfully recorded by microphones.",
    "Observers with much training give lower counts of owls than observers with little training.",
    "Owls may avoid lamps, and wind is no reliable sign of silence.",
]
FALSE = [
    ("HootNet finds 62.3 % of tawny owls on meadows at night.", NUMBER),
    ("On meadows, 62.3 % of tawny owls are found at night; in forests, 81.5 % of barn owls by day.", NUMBER),
    ("Noise from roads mostly hides calls of owls in high-frequency bands.", OPPOSITE),
    ("Longer recordings often raise the cost of a survey of owls.", OPPOSITE),
    ("Rain does change how far calls of owls carry.", OPPOSITE),
    ("Microphones faithfully record duets of owls at night.", OPPOSITE),
    ("Microphones do not hear barn owls, and feeding does not raise the number of owls.", OPPOSITE),
    (
        "Observers with much training give higher counts of owls than observers with little training.",
        OPPOSITE,
    ),
    ("Wind is a reliable sign of silence of owls.", OPPOSITE),
    ("TinyHoot beats the accuracy of trained observers on tawny owls.", MORE),
    ("TinyHoot hears tawny owls with at least 4 times less power.", MORE),
    ("HootNet finds the calls of owls on all 9 meadows.", MORE),
    ("Feeding raises the number of owls to 12 % in most years.", MORE),
    ("Feeding raises the number of owls by 12 % in all years.", MORE),
    ("Results on recordings prove that owls avoid lamps.", MORE),
]


@pytest.mark.parametrize("takeaway", TRUE)
def test_what_the_paper_says_may_be_said_in_other_words(takeaway: str) -> None:
    assert said(takeaway, OWLS).failed_checks == ()


@pytest.mark.parametrize(("takeaway", "check"), FALSE)
def test_one_wrong_word_or_number_is_told_by_its_surroundings(takeaway: str, check: str) -> None:
    shown = said(takeaway, OWLS)
    assert check in shown.failed_checks
    assert shown.takeaway.text != takeaway


def _bats(abstract: str) -> Paper:
    return paper(f"Bats sleep in caves by day. {abstract}", "Counting Bats in Caves")


@pytest.mark.parametrize(
    ("takeaway", "abstract"),
    [
        # What is denied is not told as such.
        ("Counting bats from outside lowers stress without increased cost.", "It lowers stress and cost."),
        # Some other place of the paper says it as the takeaway does.
        (
            "Lamps increase the stress of bats in caves.",
            "Lamps increase stress. Dim lamps reduce stress of bats.",
        ),
        # Numbers with other units are no rivals.
        (
            "Bats in caves wake after 40 minutes.",
            "Bats wake after 40 minutes when it is 12 degrees in caves.",
        ),
        # The number of a thing in a list of things is part of its name.
        ("Bats of IC 2714 are counted in 190 caves.", "We count bats of IC 2714 in 190 caves and 126 mines."),
        # Both numbers as they are told in the paper, the other way round.
        (
            "Bats wake 31 times in mines and 18 times in caves.",
            "Bats wake 18 times in caves, 31 times in mines.",
        ),
        # A bound that the paper gives at another place of the same number.
        (
            "Bats eat more than 40 moths in caves.",
            "Bats eat up to 40 moths a night, and more than 40 in caves.",
        ),
        # Not only, but also.
        ("Boxes keep bats warm and safe in caves.", "Boxes not only keep bats warm, they keep bats safe."),
    ],
)
def test_what_only_looks_like_the_contrary_passes(takeaway: str, abstract: str) -> None:
    assert said(takeaway, _bats(abstract)).failed_checks == ()


@pytest.mark.parametrize(
    ("takeaway", "abstract", "check"),
    [
        ("Exactly 40 bats sleep in the caves.", "About 40 bats sleep in the caves.", MORE),
        ("Fewer than 40 bats sleep in the caves.", "More than 40 bats sleep in the caves.", MORE),
        (
            "Bats wake at least two times an hour in caves.",
            "Bats wake up to two times an hour in caves.",
            MORE,
        ),
        ("Bats average 31 moths a night near caves.", "Bats eat up to 31 moths a night near caves.", MORE),
        ("The counting of bats is always right in caves.", "The counting of bats is sometimes right.", MORE),
        ("Bats in caves sleep worse by day.", "Bats in caves sleep better by day.", OPPOSITE),
        (
            "Bats in caves have insufficient food by day.",
            "Bats in caves have sufficient food by day.",
            OPPOSITE,
        ),
        (
            "We underestimate how many bats sleep in caves.",
            "We overestimate how many bats sleep there.",
            OPPOSITE,
        ),
        (
            "Counts of bats in caves yield sure results by day.",
            "Counts of bats by day do not yield sure results.",
            OPPOSITE,
        ),
        ("Bats hear better than owls when counted.", "Owls hear better than bats when counted.", OPPOSITE),
    ],
)
def test_each_way_of_telling_the_contrary_is_refused(takeaway: str, abstract: str, check: str) -> None:
    assert check in said(takeaway, _bats(abstract)).failed_checks
