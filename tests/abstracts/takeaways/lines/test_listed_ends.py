"""Where a line ends among several things that are told side by side."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.lines.listed_ends import ended_before_another, ended_in_a_list
from radar.abstracts.takeaways.telling_words import telling

NONE = frozenset[str]()
HEAD = "We build a long wooden cart for the north coast that collects"
TAIL = "of all the cold bays in the long dark of winter"


@pytest.mark.parametrize(
    ("listed", "kept"),
    [
        pytest.param("wet shells, small crabs, and ropes", "wet shells and small crabs", id="two of three"),
        pytest.param(
            "wet shells, small crabs, old ropes, and nets",
            "wet shells, small crabs, and old ropes",
            id="three of four",
        ),
    ],
)
def test_the_last_item_with_room_is_joined(listed: str, kept: str) -> None:
    text = f"{HEAD} {listed} {TAIL}."
    limit = len(f"{HEAD} {kept}".split())
    assert ended_in_a_list(text, limit, NONE) == f"{HEAD} {kept}"


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param("three things, wet shells, small crabs, and old ropes", id="counted"),
        pytest.param("both wet shells, small crabs, and old ropes", id="both"),
        pytest.param("wet, cold, and grey shells", id="adjectives"),
        pytest.param("rock, sand, and shore crabs", id="a noun for all"),
        pytest.param("wet shells, and build a sieve", id="a deed"),
        pytest.param("wet shells, which crabs wear, and old ropes", id="a clause"),
    ],
)
def test_no_other_end_is_one_of_a_list(listed: str) -> None:
    assert ended_in_a_list(f"{HEAD} {listed} {TAIL}.", 17, NONE) == ""


def test_no_item_goes_that_the_title_speaks_of() -> None:
    text = f"{HEAD} wet shells, small crabs, and old ropes {TAIL}."
    assert ended_in_a_list(text, 16, telling("Old ropes")) == ""


def test_findings_keep_their_lists() -> None:
    text = "We find that the carts of the coast collect wet shells, small crabs, and old ropes by night."
    assert ended_in_a_list(text, 15, NONE) == ""


def test_a_deed_ends_before_another_thing() -> None:
    text = f"{HEAD} wet shells and the old ropes {TAIL}."
    assert ended_before_another(text, 20, NONE) == f"{HEAD} wet shells"
    assert ended_before_another(text, 20, telling("Old ropes")) == ""
    assert ended_before_another(text, 10, NONE) == ""


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param("both wet shells and old ropes", id="both"),
        pytest.param("the shells and the ropes", id="what is told of both"),
        pytest.param("wet sand and the old ropes", id="no several things"),
        pytest.param("wet shells and build a sieve", id="a deed"),
    ],
)
def test_what_belongs_together_stays(rest: str) -> None:
    assert ended_before_another(f"{HEAD} {rest} {TAIL}.", 20, NONE) == ""
