"""What a cut leaves over."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.lines.borders import hangs
from radar.abstracts.takeaways.lines.loose_ends import (
    without_bare_verb,
    without_conclusion,
    without_lone_number,
    without_lone_that,
    without_unnamed_parts,
)
from radar.abstracts.takeaways.lines.shortening import lines, tidied

GAIT = "We propose Sidestep, a new gait for crabs on wet sand"
PARTS = (
    f"{GAIT} that combines two key components: a lean into the wind and a long rest at every tide that comes"
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(f"{GAIT} that combines two key components.", f"{GAIT}.", id="what it combines"),
        pytest.param(f"{GAIT}, featuring three novel designs.", f"{GAIT}.", id="behind a comma"),
        pytest.param(f"{GAIT} through several tightly coupled modules", GAIT, id="without a full stop"),
        pytest.param(f"{GAIT} by combining two complementary ideas.", f"{GAIT}.", id="by doing so"),
        pytest.param(f"{GAIT} and introduce three novel designs.", f"{GAIT}.", id="a second verb"),
        pytest.param(f"{GAIT} across three key dimensions.", f"{GAIT}.", id="where it does so"),
        pytest.param(f"{GAIT} built on a simple principle.", f"{GAIT}.", id="one idea"),
        pytest.param(
            f"{GAIT} based on a wet principle.", f"{GAIT} based on a wet principle.", id="one named"
        ),
        pytest.param(
            "We build a calm gait for crabs with two key parts.",
            "We build a calm gait for crabs.",
            id="short",
        ),
        pytest.param(f"{GAIT} with two sandy components.", f"{GAIT} with two sandy components.", id="named"),
        pytest.param(f"{GAIT} with two tides.", f"{GAIT} with two tides.", id="no parts"),
        pytest.param("We propose a gait with two components.", None, id="nothing else is told"),
        pytest.param(f"{GAIT} designed with two key components.", None, id="a participle asks for them"),
        pytest.param(f"{GAIT} and pair the walk with two key modules.", None, id="so does a verb"),
    ],
)
def test_parts_that_are_only_counted_go(text: str, left: str | None) -> None:
    assert without_unnamed_parts(text) == (text if left is None else left)


def test_a_line_cut_before_what_was_counted_does_not_count_it() -> None:
    assert lines(tidied(PARTS), 20)[0].text == f"{GAIT}."


@pytest.mark.parametrize(
    ("head", "left"),
    [
        pytest.param(f"{GAIT} that combines", GAIT, id="its list was cut off"),
        pytest.param(f"{GAIT}, which jointly learns", GAIT, id="with an adverb"),
        pytest.param(f"{GAIT} that rests crabs", f"{GAIT} that rests crabs", id="an object follows"),
    ],
)
def test_a_verb_whose_objects_were_cut_off_goes(head: str, left: str) -> None:
    assert without_bare_verb(head) == left


def test_no_line_ends_with_a_verb_whose_list_was_cut_off() -> None:
    rest = "a lean into the wind, a long rest at every tide that comes, and a slow walk home at dawn"
    assert lines(tidied(f"{GAIT} that combines: {rest}."), 16)[0].text == f"{GAIT}."


@pytest.mark.parametrize(
    ("line", "left"),
    [
        pytest.param("A gait that (i) leans on wind.", "A gait that leans on wind.", id="behind that"),
        pytest.param("A gait that combines (1) a lean…", "A gait that combines a lean…", id="behind a verb"),
        pytest.param("A gait by (a) leaning on wind.", "A gait by leaning on wind.", id="a letter"),
        pytest.param("It (1) leans and (2) rests.", "It (1) leans and (2) rests.", id="two items"),
        pytest.param("It has two parts: (1) a lean…", "It has two parts: (1) a lean…", id="behind a colon"),
        pytest.param("It solves equation (1) for crabs.", "It solves equation (1) for crabs.", id="a name"),
        pytest.param("It has two parts (1) a lean…", "It has two parts (1) a lean…", id="behind a count"),
        pytest.param("(1) crabs lean on the wind.", "Crabs lean on the wind.", id="at the beginning"),
        pytest.param("i) crabs lean on the wind…", "Crabs lean on the wind…", id="half in brackets"),
        pytest.param(
            "(i) crabs lean, (ii) gulls fly.", "(i) crabs lean, (ii) gulls fly.", id="two, from the first"
        ),
        pytest.param(
            "1) Crabs lean, 2) gulls fly.", "1) Crabs lean, 2) gulls fly.", id="two, half in brackets"
        ),
        pytest.param("It keeps U(1) and SO(3) alive.", "It keeps U(1) and SO(3) alive.", id="a group"),
    ],
)
def test_the_number_of_the_only_item_goes(line: str, left: str) -> None:
    assert without_lone_number(line) == left


def test_a_takeaway_numbers_no_only_item() -> None:
    text = "We (1) propose Sidestep, a gait that keeps crabs upright on wet sand."
    assert "(1)" not in read_text("Crabs on sand", text).takeaway.text


@pytest.mark.parametrize(
    ("line", "left"),
    [
        pytest.param(
            "Crabs walk, and that gulls fly.", "Crabs walk, and gulls fly.", id="its first is cut off"
        ),
        pytest.param("Crabs walk and that gulls fly.", "Crabs walk and gulls fly.", id="without a comma"),
        pytest.param("We show that crabs walk, and that gulls fly.", "", id="its first is there"),
        pytest.param("That crabs walk and that gulls fly is known.", "", id="its first begins the line"),
        pytest.param("The reach of crabs and that of gulls differ.", "", id="of something"),
        pytest.param("A gait that is slow and that has two steps.", "", id="of a noun"),
        pytest.param("Crabs walk.", "", id="none"),
    ],
)
def test_a_second_that_goes_with_the_first(line: str, left: str) -> None:
    assert without_lone_that(line) == (left or line)


def test_a_takeaway_has_no_second_that_alone() -> None:
    text = "Crabs slip on sand. We find that wet crabs walk faster than gulls, and that dry gulls fly slower."
    takeaway = read_text("Of Sand", text).takeaway.text
    assert takeaway == "Wet crabs walk faster than gulls, and dry gulls fly slower."


@pytest.mark.parametrize(
    ("line", "left"),
    [
        pytest.param("We, therefore, build a sieve.", "We build a sieve.", id="between commas"),
        pytest.param("This paper thereby adds a sieve.", "This paper adds a sieve.", id="without commas"),
        pytest.param(
            "Crabs of the north thus limp.", "Crabs of the north limp.", id="behind a longer subject"
        ),
        pytest.param("Its gait is hence slow.", "Its gait is slow.", id="behind the verb"),
    ],
)
def test_a_conclusion_is_told_without_what_it_follows_from(line: str, left: str) -> None:
    assert without_conclusion(line) == left


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Crabs limp and therefore lose to lobsters.", id="from the line itself"),
        pytest.param("Crabs limp, thus lobsters win.", id="of another clause"),
        pytest.param("Crabs limp in mud, thereby losing to lobsters.", id="what comes of it"),
        pytest.param("In mud, crabs limp, and lobsters thus win.", id="behind a clause"),
        pytest.param("Crabs lean thus the wind helps.", id="before another subject"),
        pytest.param("Henceforth crabs limp.", id="a longer word"),
    ],
)
def test_a_conclusion_from_the_line_itself_stays(line: str) -> None:
    assert without_conclusion(line) == line


def test_a_takeaway_does_not_conclude_from_another_sentence() -> None:
    text = "Iron rusts in salty water. This paper thereby introduces a sieve of reeds for crabs on wet sand."
    told = read_text("On sieves", text).takeaway.text
    assert told == "This paper introduces a sieve of reeds for crabs on wet sand."


def test_no_line_breaks_off_behind_half_of_a_preposition() -> None:
    assert hangs("We sort the shells of the beach in conjunction")
    assert not hangs("We sort the shells of the beach in a conjunction")


def test_what_a_thing_is_goes_with_the_opening_that_named_it() -> None:
    text = "Inspired by the sieve, a tool for sorting shells, we propose a small comb for the old crabs."
    assert tidied(text) == "We propose a small comb for the old crabs."


def test_a_thing_itself_does_what_it_is_for() -> None:
    text = "This paper builds the Sieve, a wide framework to bridge this gap by counting shells of the bay."
    assert tidied(text) == "This paper builds the Sieve, a wide framework counting shells of the bay."
