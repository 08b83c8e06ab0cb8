"""The lines that a sentence can be made into."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.shortening import (
    Cut,
    lines,
    main_clause,
    tidied,
    whole_lines,
    without_any_preamble,
    without_asides,
    without_preamble,
)

LONG = "on all of the wet and all of the dry beaches of the north, of the south, of the east and of the west"


def texts(sentence: str, *, made: bool = False) -> list[str]:
    return [line.text for line in lines(sentence, 25, made=made)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We train a crab walking net (CWN) on sand.", "We train a crab walking net on sand."),
        (
            "We train a crab walking net (CWN) and show that CWN walks.",
            "We train a crab walking net (CWN) and show that CWN walks.",
        ),
        ("We ask many animals (e.g., crabs and gulls) to walk.", "We ask many animals to walk."),
        ("We train (Crab)lets (a)nd (S)nails.", "We train (Crab)lets (a)nd (S)nails."),
        ("We ask many animals (most of them) to walk.", "We ask many animals (most of them) to walk."),
        ("We ask animals (e.g., 12 crabs) to walk.", "We ask animals (e.g., 12 crabs) to walk."),
        ("Our gait, which is new on wet sand, is fast.", "Our gait is fast."),
        (
            "Our gait, which is a way that, like gulls, can walk.",
            "Our gait, which is a way that, like gulls, can walk.",
        ),
        ("We ask animals, such as crabs, gulls, and seals, to walk.", "We ask animals to walk."),
        ("We ask animals, such as 12 crabs, to walk.", "We ask animals, such as 12 crabs, to walk."),
        ("Crabs, not gulls, walk on sand.", "Crabs, not gulls, walk on sand."),
    ],
)
def test_what_is_said_in_passing_can_be_left_out_but_no_number(text: str, left: str) -> None:
    assert without_asides(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Driven by the needs of the crabs of the coast, we propose a gait for them on wet sand.",
            "We propose a gait for them on wet sand.",
        ),
        (
            "With 3 crabs of the coast at hand, we propose a gait for them on wet sand.",
            "With 3 crabs of the coast at hand, we propose a gait for them on wet sand.",
        ),
        (
            "Driven by the needs of the crabs of the coast, we win on all kinds of wet sand.",
            "Driven by the needs of the crabs of the coast, we win on all kinds of wet sand.",
        ),
        (
            "We watch the crabs of the coast, we propose a gait for them on wet sand.",
            "We watch the crabs of the coast, we propose a gait for them on wet sand.",
        ),
    ],
)
def test_what_leads_up_to_a_thing_made_can_be_left_out_but_no_condition(text: str, left: str) -> None:
    assert without_any_preamble(text) == left


def test_a_finding_keeps_what_it_was_found_with() -> None:
    text = "Driven by the needs of the crabs of the coast, we propose a gait for them on wet sand."
    assert without_preamble(text) == text
    assert "We propose a gait for them on wet sand." in texts(text, made=True)


@pytest.mark.parametrize(
    "preamble",
    [
        "While gulls, seals, and lobsters rest",
        "Whereas gulls rest",
        "Though gulls rest",
        "As part of a long walk",
        "Inspired by gulls, which rest",
        "While gulls rest, in this paper",
    ],
)
def test_what_a_deed_is_set_against_can_be_left_out(preamble: str) -> None:
    assert without_preamble(f"{preamble}, we find that crabs walk the wet sand.") in (
        "Crabs walk the wet sand.",
        "We find that crabs walk the wet sand.",
    )


def test_a_number_before_a_deed_may_be_a_condition() -> None:
    text = "While 3 gulls, of many, rest, we ask the crabs to walk the wet sand."
    assert without_preamble(text) == text


def test_a_sentence_that_fits_is_a_line_as_it_is() -> None:
    assert texts("We propose a gait for crabs that walks by night using tides.", made=True) == [
        "We propose a gait for crabs that walks by night using tides."
    ]


@pytest.mark.parametrize("way", ["that walks", "by chasing tides", "using tides", "which walks"])
def test_what_was_made_may_end_before_how_it_works_and_a_finding_may_not(way: str) -> None:
    text = f"We propose a gait for the young crabs of the coast {way} {LONG}."
    made, found = lines(text, 25, made=True), lines(text, 25)
    assert made[0].text == "We propose a gait for the young crabs of the coast."
    assert made[0].cut is Cut.BORDER
    assert found[0].cut is Cut.BROKEN and found[0].text.endswith("…")


def test_a_sentence_without_spaces_is_broken_off_behind_a_clause() -> None:
    text = (
        "我们提出了一种用于螃蟹的新步态方法，"
        + "它可以在湿润的沙滩上稳定地行走并且不会打滑，" * 4
        + "效果良好。"
    )
    assert texts(text) == ["我们提出了一种用于螃蟹的新步态方法，它可以在湿润的沙滩上稳定地行走并且不会打滑…"]
    assert texts("我们提出了一种步态。") == ["我们提出了一种步态。"]


ALONG = "Young crabs of the cold north coast walk the wet sand of the beaches at dawn on each of all hot days"


@pytest.mark.parametrize(
    ("rest", "left"),
    [
        ("of many bright hot months", "…"),
        ("and many more bright months", "…"),
        ("quickly under many bright hot moons", " quickly…"),
        ("expected of every bright hot month", " expected…"),
        ("under stars of the northern sky", " under stars…"),
        ("all day, when all is well", " all day…"),
    ],
)
def test_a_line_breaks_off_before_a_phrase_and_not_within_its_last_words(rest: str, left: str) -> None:
    assert texts(f"{ALONG} {rest}.") == [f"{ALONG}{left}"]


def test_nothing_is_made_of_nothing() -> None:
    assert lines("", 25) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Our gait (https://crab.io) is new.", "Our gait is new."),
        ("Our gait ( ) is new.", "Our gait is new."),
        ("Our *calm* gaits (*and new ones*) are new.", "Our calm gaits (and new ones) are new."),
        ("Our **C**alm **Gait of Crabs (CGC)** is new.", "Our Calm Gait of Crabs (CGC) is new."),
        ("Our gaits a * b and c* of d* (*) are new.", "Our gaits a * b and c* of d* (*) are new."),
        ("crab-like gaits are new", "Crab-like gaits are new."),
        ("state-of-the-art gaits are new", "State-of-the-art gaits are new."),
        ("non-Hermitian gaits are new", "Non-Hermitian gaits are new."),
        ("p-Laplacian gaits are new", "p-Laplacian gaits are new."),
        ("Our gait is new , and fast .", "Our gait is new, and fast."),
    ],
)
def test_rubble_goes_and_a_line_begins_and_ends_as_a_sentence(text: str, left: str) -> None:
    assert tidied(text) == left


@pytest.mark.parametrize("opening", ["Different from them", "In contrast to gulls", "Contrary to all gulls"])
def test_what_a_thing_is_unlike_can_be_left_out(opening: str) -> None:
    assert without_preamble(f"{opening}, we walk on the wet sand of all beaches.") == (
        "We walk on the wet sand of all beaches."
    )


def test_a_finding_can_do_without_what_it_was_for() -> None:
    text = "To feed the young crabs, we ask the gulls of the coast for some fish."
    assert without_preamble(text) == "We ask the gulls of the coast for some fish."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            f"To learn how far the young crabs can walk {LONG}, we film them at dawn for one year.",
            "We film them at dawn for one year.",
            id="what for",
        ),
        pytest.param(
            f"Using films of crabs at rest {LONG}, we show that old crabs of the coast rest far more often.",
            "Old crabs of the coast rest far more often.",
            id="by what means",
        ),
        pytest.param(
            f"Using films of crabs at rest {LONG}, we show that old crabs rest 3 times as often.",
            "",
            id="measured by those means",
        ),
        pytest.param(
            f"By resting the crabs at dawn {LONG}, we can feed all of the gulls there.",
            "",
            id="can be done so",
        ),
        pytest.param(
            f"When young crabs walk at dawn {LONG}, we see that they rest far more often.",
            "",
            id="a condition",
        ),
        pytest.param(f"To learn how far the crabs can walk {LONG}, we film.", "", id="little is left"),
    ],
)
def test_a_main_clause_can_do_without_a_long_opening(text: str, left: str) -> None:
    assert main_clause(text) == left


@pytest.mark.parametrize("made", [True, False])
@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Crabs walk.",
        f"Crabs walk {LONG}.",
        f"We build a sieve {LONG}, which sorts the sand by the size of its grains and the hue of its shells.",
        f"To walk on sand, we build a sieve of reeds by weaving them {LONG}.",
        "螃蟹在沙滩上行走，并且在夜里寻找食物，因为白天太热，而且海鸥很多，所以它们躲在石头下面，等待太阳落山，然后再出来活动，一直到清晨为止。",
    ],
)
def test_whole_lines_are_those_that_do_not_break_off(sentence: str, *, made: bool) -> None:
    for deed in (True, False):
        found = [line for line in lines(sentence, 15, made=made, deed=deed) if line.cut is not Cut.BROKEN]
        assert whole_lines(sentence, 15, made=made) == found
