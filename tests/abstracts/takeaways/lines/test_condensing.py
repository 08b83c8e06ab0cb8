"""Sentences that are too long for a line, in fewer words."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.condensing import condensed, cut_before_a_concession
from radar.abstracts.takeaways.lines.shortening import Cut, lines

DEED = "We study the slow young crabs of the cold coast"


def shortest(text: str) -> str:
    return list(condensed(text))[-1] if list(condensed(text)) else text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We walk on sand (the wet kind, of a beach) at night.", "We walk on sand at night."),
        ("We walk in order to win.", "We walk to win."),
        ("We walk, so as to win.", "We walk, to win."),
        ("A gait that significantly improves speed.", "A gait that improves speed."),
        ("We show a novel gait on sand.", "We show a gait on sand."),
        ("We show a novel approach on sand.", "We show an approach on sand."),
        ("We show a novel and agile gait.", "We show an agile gait."),
        ("A novel one-step gait is shown.", "A one-step gait is shown."),
        ("A novel statement on gaits is shown.", "A statement on gaits is shown."),
    ],
)
def test_what_a_sentence_says_as_well_without_goes(text: str, left: str) -> None:
    assert shortest(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "We walk on sand (12 kinds of it) at night.",
        "We walk on sand (if it is wet) at night.",
        "We walk on sand (not on rock) at night.",
        "We walk on sand (CWN for short) at night.",
        "It walks from f(the first of them) to rock.",
        "It does not significantly improve speed.",
        "It walks efficiently and improves speed.",
        "It is more efficiently combined on sand.",
        "It walks in a novel way.",
        "We show a novel hourly gait.",
        "We show a novel unusual gait.",
        "We show a novel X-gait.",
        "We show a novel n-step gait.",
        "We show a novel f-shaped gait.",
    ],
)
def test_conditions_figures_and_what_changes_the_sense_stay(text: str) -> None:
    assert shortest(text) == text


def test_less_goes_first_and_all_of_it_last() -> None:
    text = "We show a novel gait (the sideways kind) in order to win."
    assert list(condensed(text)) == [
        "We show a novel gait in order to win.",
        "We show a novel gait to win.",
        "We show a gait to win.",
    ]


@pytest.mark.parametrize(
    "rest",
    [
        " while walking on sand",
        " rather than gulls",
        " such as hermits and fiddlers",
        ", including hermits",
        " because gulls eat them",
        " even when it rains",
        " without waking the gulls",
        ", e.g., hermits",
    ],
)
def test_a_sentence_can_end_before_a_contrast_a_reason_and_examples(rest: str) -> None:
    assert cut_before_a_concession(DEED + rest, 12) == DEED


@pytest.mark.parametrize(
    "rest", [" although few of them live", " without gulls", " so that they win", " if it rains"]
)
def test_no_caveat_and_no_condition_goes(rest: str) -> None:
    assert cut_before_a_concession(DEED + rest, 12) == ""


def test_what_is_denied_is_so_only_without_what_goes() -> None:
    denied = "We see that no slow crab of the cold north coast can learn to walk"
    assert cut_before_a_concession(f"{denied} without using its old legs", 16) == ""
    assert cut_before_a_concession(f"{denied.replace(' no ', ' a ')} without using its old legs", 16) != ""


def test_what_a_number_is_compared_with_stays() -> None:
    text = "We see some 50 crabs of the cold north coast walk rather than fewer gulls"
    assert cut_before_a_concession(text, 12) == ""


SEA = "of the sea and of the sand of the beach and of the rock of the coast"


def test_a_sentence_is_condensed_only_where_it_would_break_off() -> None:
    short = "We show a novel gait on sand."
    assert [line.text for line in lines(short, 25)] == [short]
    long = f"The young crabs train in order to win parts {SEA}."
    (line,) = lines(long, 25)
    assert line == (f"The young crabs train to win parts {SEA}.", Cut.WHOLE, "")


def test_a_sentence_that_cannot_be_condensed_ends_before_its_last_contrast() -> None:
    (line,) = lines(f"Crabs were seen on the sides {SEA} while gulls watch what they do all day.", 25)
    assert line == (f"Crabs were seen on the sides {SEA}.", Cut.BORDER, "")
