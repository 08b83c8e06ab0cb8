"""Where a sentence may end early."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.borders import (
    clean_cut,
    cut_before_an_adjunct,
    cut_before_an_enumeration,
    cut_before_the_way,
)


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
        pytest.param(
            "We show both slowly and clearly that the young crabs of the coast, which walk, are fast",
            id="nothing said yet behind adverbs",
        ),
        pytest.param(
            "We end the old quarrel by showing that no tide-based pace of crabs, which walk, is fast",
            id="nothing said yet by showing it",
        ),
        pytest.param(
            "We show that the old plan of dried sand for young crabs, which walk, is fast",
            id="nothing said yet but of what kind",
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


@pytest.mark.parametrize(
    ("text", "head"),
    [
        pytest.param(
            "We propose Sidestep, a gait for crabs of the north coast that decides which sand is wet enough",
            "We propose Sidestep, a gait for crabs of the north coast",
            id="which",
        ),
        pytest.param(
            "We propose Sidestep, a gait for crabs of the north coast that learns where sand is wet enough",
            "We propose Sidestep, a gait for crabs of the north coast",
            id="where",
        ),
        pytest.param(
            "We propose Sidestep, a gait for crabs of the north coast that learns, which makes them fast",
            "We propose Sidestep, a gait for crabs of the north coast that learns",
            id="a clause of its own",
        ),
    ],
)
def test_a_verb_keeps_the_question_that_it_answers(text: str, head: str) -> None:
    assert cut_before_the_way(text, 15) == head


def test_what_is_said_may_have_any_verb_of_a_state() -> None:
    head = "We find that the young crabs differ from the gulls"
    assert clean_cut(f"{head}, which walk in the dunes", 12) == head


def test_a_deed_can_do_without_what_it_does_and_how() -> None:
    head = "We build a calm gait for crabs on wet sand"
    assert cut_before_an_enumeration(f"{head}, slowly turning the young ones to the open sea", 12) == head
    kind = "We build a calm gait for the massive, slowly walking crabs of the coast"
    assert cut_before_an_enumeration(kind, 12) == ""


def test_a_deed_can_do_without_where_and_what_for() -> None:
    text = "We measure the pace of nine young crabs of the coast across the beaches of the north"
    assert cut_before_an_adjunct(text, 14) == "We measure the pace of nine young crabs of the coast"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We follow the crabs of the coast on foot from the sea to the sand", id="half a range"),
        pytest.param(
            "We film a gait of the young crabs of the coast admixed with sand", id="what was done to it"
        ),
        pytest.param("We film the crabs of the coast, feed the gulls for a week", id="half a list"),
        pytest.param(
            "Following the work of others on crabs, which showed their pace for many gaits",
            id="no main clause",
        ),
    ],
)
def test_a_deed_ends_with_nothing_half(text: str) -> None:
    assert cut_before_an_adjunct(text, 13) == ""


@pytest.mark.parametrize(
    "rest",
    [
        ": English, Dutch and French",
        ", bringing sand to the gulls",
        ", featuring: (1) legs",
        " comprising: legs",
    ],
)
def test_a_finding_can_do_without_an_enumeration(rest: str) -> None:
    assert cut_before_an_enumeration("The young crabs of the coast are fast" + rest, 9) == (
        "The young crabs of the coast are fast"
    )
    assert cut_before_an_enumeration("We see some 5 crabs of the coast: fewer than gulls", 9) == ""


def test_what_led_to_a_deed_is_no_sentence_by_itself() -> None:
    text = "guided by the old crabs of the north coast, which were seen by day, we walk"
    assert clean_cut(f"Gulls were {text}", 12) == "Gulls were guided by the old crabs of the north coast"
    assert clean_cut(text.capitalize(), 12) == ""


def test_a_dash_before_a_participle_is_a_border() -> None:
    assert clean_cut("The young crabs of the coast are fast – providing food to gulls", 9) == (
        "The young crabs of the coast are fast"
    )


@pytest.mark.parametrize("noun", ["the fact", "the prior belief", "a way", "this simple observation"])
def test_what_was_made_does_not_end_before_what_a_noun_consists_of(noun: str) -> None:
    text = f"We propose a quiet gait for young crabs that leans on {noun} that crabs can walk"
    assert cut_before_the_way(text, 25, 4) == "We propose a quiet gait for young crabs"


def test_what_was_made_ends_before_how_it_works() -> None:
    text = "We propose a quiet gait for young crabs built with wind that leans on sand"
    assert cut_before_the_way(text, 25, 4) == "We propose a quiet gait for young crabs built with wind"


@pytest.mark.parametrize("verb", ["ensuring", "assuming", "to guarantee"])
def test_what_was_made_does_not_end_before_what_a_verb_says(verb: str) -> None:
    text = f"We propose a quiet gait for young crabs with {verb} that no claw of them sinks into the sand"
    assert cut_before_the_way(text, 25, 4) == ""
