"""Where a sentence that cannot be cut breaks off."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.breaking_off import breaks_before_its_verb, broken_off

HEAD = "We walk young crabs of the cold north coast over wet sand at dawn and rest them"
"""Seventeen words; seven more are the most."""


@pytest.mark.parametrize(
    ("rest", "kept"),
    [
        pytest.param("by night near one very old tall stone wall", "by night", id="not within a noun phrase"),
        pytest.param(
            "by night in pools designed with great care for them", "by night", id="not on a participle"
        ),
        pytest.param(
            "by night in one film consisting of many of them", "by night", id="nor on what names parts"
        ),
        pytest.param(
            "by night near one very old family of crabs that they know",
            "by night",
            id="nor before what it is of",
        ),
        pytest.param(
            "by night near rocks with one ability to swim there at last",
            "by night near rocks",
            id="nor before to what",
        ),
        pytest.param(
            "beside grey deep cold still pools vs. walls",
            "beside grey deep cold still pools",
            id="nor before what it is held against",
        ),
        pytest.param("by night in nests directly by the old wall", "by night", id="nor an adverb"),
        pytest.param(
            "by night in a range from one to all of them", "by night in a range", id="nor within a range"
        ),
        pytest.param(
            "by night near old pools, rocks and ropes of the sea", "by night near old pools", id="nor a list"
        ),
        pytest.param(
            "by night near pools, rocks, and weeds of the deep blue sea",
            "by night near pools, rocks, and weeds",
            id="whose last is named",
        ),
        pytest.param(
            "by night near pools, walls and all sorts of things which they know well",
            "by night near pools",
            id="two are no list",
        ),
        pytest.param(
            "by night by pools, and show that they eat", "by night by pools", id="nor what is shown"
        ),
        pytest.param(
            "by night near pools : one wall", "by night near pools", id="nor behind a colon between spaces"
        ),
    ],
)
def test_it_breaks_off_behind_a_phrase(rest: str, kept: str) -> None:
    assert broken_off(f"{HEAD} {rest} of crabs and gulls and seals", 25) == f"{HEAD} {kept}…"


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        pytest.param("topical", False, id="an adjective"),
        pytest.param("low-level", False, id="a compound one"),
        pytest.param("largest", False, id="a superlative"),
        pytest.param("gull's", False, id="whose"),
        pytest.param("consists", False, id="what names parts"),
        pytest.param("signal", True, id="a noun that ends so"),
    ],
)
def test_it_breaks_off_before_what_asks_for_a_noun(last: str, *, kept: bool) -> None:
    path = f"{HEAD} one small stone garden gate path"
    assert broken_off(f"{path} {last} tower fields", 25) == (f"{path} {last}…" if kept else f"{path}…")


def test_what_is_said_of_a_thing_is_no_adjective_before_another() -> None:
    path = f"{HEAD} one small stone gate path is"
    assert broken_off(f"{path} topical tower fields", 25) == f"{path} topical…"


def test_it_reaches_its_main_clause_where_it_can() -> None:
    text = (
        "Using many pools of the cold north coast that were dug in the last of the wars, we rest "
        "all young crabs of the whole coast by night and by day"
    )
    assert broken_off(text, 25) == (
        "Using many pools of the cold north coast that were dug in the last of the wars, we rest "
        "all young crabs…"
    )


def test_the_words_behind_an_insertion_are_no_list() -> None:
    text = (
        "The gait of the young crabs on the wet beach, which we film from above in the cold of all days, "
        "improves with each tide of the full moon"
    )
    assert broken_off(text, 25) == (
        "The gait of the young crabs on the wet beach, which we film from above in the cold of all days, "
        "improves…"
    )


def test_where_no_phrase_ends_late_it_breaks_off_behind_a_word() -> None:
    text = " ".join(["crabs"] * 40)
    assert broken_off(text, 25) == " ".join(["crabs"] * 24) + "…"


@pytest.mark.parametrize(
    ("rest", "kept"),
    [
        pytest.param(
            "see the very quick young grey crabs' own nests", "see the very quick young grey crabs'"
        ),
        pytest.param("see the quick young grey crabs help both pools", "see the quick young grey crabs"),
        pytest.param(
            "see how quick young grey crab gait determines old", "see how quick young grey crab gait"
        ),
        pytest.param("see how quick young grey crab gait tells the", "see how quick young grey crab gait"),
        pytest.param("see how quick young grey crabs can find old", "see how quick young grey crabs"),
        pytest.param(
            "see the quick young grey shore crabs feeding old", "see the quick young grey shore crabs"
        ),
        pytest.param("see quick young crabs rest fed at least twice", "see quick young crabs rest fed"),
        pytest.param("see crabs and gulls in the cold north sea", "see crabs and gulls"),
        pytest.param(
            "see crabs and gulls in the cold north feeding", "see crabs and gulls in the cold north"
        ),
    ],
)
def test_it_breaks_off_behind_no_word_that_asks_for_the_next(rest: str, kept: str) -> None:
    head = "The gait of the young crabs on the wet sand at dawn helps the old gulls"
    assert broken_off(f"{head} {rest} of crabs and gulls and seals", 25) == f"{head} {kept}…"


@pytest.mark.parametrize(
    ("rest", "kept"),
    [
        pytest.param("in the tidal pools, in which young crabs", "in the tidal pools", id="in which"),
        pytest.param("in the tidal pools whose young crabs", "in the tidal pools", id="whose"),
        pytest.param("in the tidal pools such that young crabs", "in the tidal pools", id="such that"),
        pytest.param("in two pools: a low tide pool", "in two pools", id="behind a colon"),
        pytest.param("by asking: do crabs at rest", "by asking: do crabs", id="not behind a participle"),
    ],
)
def test_it_breaks_off_before_a_clause_or_list_that_only_begins(rest: str, kept: str) -> None:
    head = "The gait of the young crabs on the wet sand at dawn helps the old gulls"
    words = len(f"{head} {rest}".split())
    assert broken_off(f"{head} {rest} swim apart gladly often today", words) == f"{head} {kept}…"


@pytest.mark.parametrize(
    ("line", "stops"),
    [
        ("When the sand of the long beach is cold in the morning, the small crab…", True),
        ("To find the small crabs of the cold bay, the long walk of a guard…", True),
        ("Considering that the gulls of the bay are hungry…", True),
        ("When the sand of the long beach is cold, the small crab is fast on the coast…", False),
        ("When the sand is cold, the small crab dives deep in the mud on the coast…", False),
        ("When the sand is cold, the small crab.", False),
        ("At night no crab is fast; by day the small crab…", False),
        ("The small crab of the bay…", False),
        ("For the small crab, we chart the bay…", False),
    ],
)
def test_a_line_may_break_off_before_its_verb(line: str, *, stops: bool) -> None:
    assert breaks_before_its_verb(line) == stops
