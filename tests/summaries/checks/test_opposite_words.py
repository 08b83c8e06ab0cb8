"""Each word of a check that compares places is told from its opposite, and by nothing else."""

from __future__ import annotations

import pytest

from radar.summaries.checks.comparisons import compared_the_other_way
from radar.summaries.checks.denials import turned_by_a_denial, turned_by_a_prefix
from radar.summaries.checks.number_bounds import bounded_otherwise
from radar.summaries.checks.number_places import number_of_another
from radar.summaries.checks.opposites import (
    goes_the_other_way,
    put_for_its_opposite,
    put_for_something_weaker,
)
from radar.summaries.checks.surroundings import MOST_PLACES, Tokens, likeness


def _opposite(takeaway: str, paper: str) -> bool:
    return put_for_its_opposite(Tokens(takeaway), Tokens(paper))


def _weaker(takeaway: str, paper: str) -> bool:
    return put_for_something_weaker(Tokens(takeaway), Tokens(paper))


def _denied(takeaway: str, paper: str) -> bool:
    return turned_by_a_denial(Tokens(takeaway), Tokens(paper))


def _turned_thing(takeaway: str, paper: str) -> bool:
    return goes_the_other_way(Tokens(takeaway), Tokens(paper))


def _prefixed(takeaway: str, paper: str) -> bool:
    return turned_by_a_prefix(Tokens(takeaway), Tokens(paper))


def _compared(takeaway: str, paper: str) -> bool:
    return compared_the_other_way(Tokens(takeaway), Tokens(paper))


def _misplaced(takeaway: str, paper: str) -> bool:
    return number_of_another(Tokens(takeaway), Tokens(paper))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("increases", "reduces"),
        ("improves", "degrades"),
        ("well", "poorly"),
        ("easier", "harder"),
        ("quickly", "slowly"),
        ("low", "high"),
        ("before", "after"),
        ("stable", "unstable"),
        ("positive", "negative"),
        ("best", "worst"),
        ("overestimates", "underestimates"),
        ("steep", "flat"),
        ("early", "late"),
        ("strong", "weak"),
        ("parallel", "perpendicular"),
        ("supports", "contradicts"),
    ],
)
def test_a_word_is_no_other_than_its_opposite(one: str, other: str) -> None:
    said = "shade {} moss growth in wet forest soil"
    assert _opposite(said.format(one), said.format(other))
    assert _opposite(said.format(other), said.format(one))
    assert not _opposite(said.format(one), said.format(one))
    assert not _opposite(said.format(one), f"birds {other} nests by day. {said.format(one)}")


@pytest.mark.parametrize(
    ("strong", "weak"),
    [
        ("outperforms", "matches"),
        ("first", "second"),
        ("all", "most"),
        ("proves", "suggests"),
        ("exact", "approximate"),
    ],
)
def test_only_what_claims_more_is_told_as_such(strong: str, weak: str) -> None:
    said = "the rake {} of sand in wet forest gardens"
    assert _weaker(said.format(strong), said.format(weak))
    assert not _weaker(said.format(weak), said.format(strong))
    assert not _weaker(said.format(strong), said.format(strong))


def test_what_is_compared_by_than_may_be_told_of_either_side() -> None:
    assert not _opposite("moss holds more rain than sand", "sand holds less rain than moss")


@pytest.mark.parametrize(
    "denying",
    [
        *("do not", "never", "cannot", "do neither", "nor", "are unable to", "fail to", "failed to"),
        *("hardly", "rarely", "seldom", "don't"),
    ],
)
def test_what_denies_a_verb_turns_it(denying: str) -> None:
    plain, turned = "wet garden snails eat moss at night", f"wet garden snails {denying} eat moss at night"
    assert _denied(turned, plain)
    assert _denied(plain, turned)
    assert not _denied(turned, turned)
    assert not _denied(plain, plain)


@pytest.mark.parametrize("denying", ["without", "no", "lack", "lacks", "lacking"])
def test_what_denies_a_thing_turns_it(denying: str) -> None:
    assert _denied(f"garden snails with {denying} shells eat moss", "garden snails with shells eat moss")


@pytest.mark.parametrize(
    ("takeaway", "paper"),
    [
        ("wet garden snails eat moss at night", "wet garden snails not only eat moss at night"),
        ("snails rest, not eat moss at night", "wet garden snails eat moss at night"),
        ("garden snails do not eat moss", "garden snails rarely seem to eat moss"),
        ("garden snails do not need moss", "moss-free garden snails"),
        ("snails without training by owls", "training-free snails by owls"),
        ("rather than eat moss at night, snails sleep", "snails do not eat moss at night"),
        ("snails do not. Garden moss grows well", "Garden moss grows well"),
    ],
)
def test_what_only_looks_like_a_denial_turns_nothing(takeaway: str, paper: str) -> None:
    assert not _denied(takeaway, paper)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("reliable", "unreliable"),
        ("linear", "nonlinear"),
        ("convex", "non-convex"),
        ("sufficient", "insufficient"),
        ("possible", "impossible"),
        ("regular", "irregular"),
        ("connected", "disconnected"),
        ("aligned", "misaligned"),
        ("underpredict", "overpredict"),
        ("consistent", "inconsistency"),
    ],
)
def test_a_prefix_turns_a_word(one: str, other: str) -> None:
    said = "{} snail tracks in wet garden sand"
    assert _prefixed(said.format(one), said.format(other))
    assert _prefixed(said.format(other), said.format(one))


@pytest.mark.parametrize(
    ("takeaway", "paper"),
    [
        ("snails are no reliable sign of rain", "snails are an unreliable sign of rain"),
        ("the book proves snail laws of rain", "the book improves snail laws of rain"),
        ("snails under wet garden moss", "snails over wet garden moss"),
        ("reliable snail tracks in sand", "reliably made snail tracks, and unreliable snail tracks in sand"),
    ],
)
def test_what_only_looks_like_a_turned_word_is_none(takeaway: str, paper: str) -> None:
    assert not _prefixed(takeaway, paper)


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("more", "less"),
        ("faster", "slower"),
        ("better", "worse"),
        ("stronger", "weaker"),
        ("longer", "shorter"),
        ("earlier", "later"),
        ("richer", "poorer"),
        ("steeper", "flatter"),
        ("hotter", "cooler"),
        ("harder", "easier"),
    ],
)
def test_of_two_things_one_is_more(more: str, less: str) -> None:
    assert _compared(f"snails are {more} than worms", f"worms are {more} than snails")
    assert _compared(f"snails are {more} than worms", f"snails are {less} than worms")
    assert not _compared(f"snails are {more} than worms", f"worms are {less} than snails")
    assert not _compared(f"snails are {more} than worms", f"snails are {more} than worms")


@pytest.mark.parametrize(
    ("takeaway", "paper"),
    [
        ("snails are faster than worms", "worms are better than snails"),
        ("snails hold more than 12 worms", "worms hold more than 12 snails"),
        ("snails are faster than worms when it rains", "worms are faster than slugs when snails rest"),
        ("snails are faster than worms", "snails are faster than worms; worms are faster than snails"),
        ("snails are faster and worms rest", "worms are faster and snails rest"),
    ],
)
def test_other_comparisons_are_no_opposite(takeaway: str, paper: str) -> None:
    assert not _compared(takeaway, paper)


def test_compared_to_is_a_comparison() -> None:
    assert _compared("snails eat more compared to worms", "worms eat more compared to snails")


@pytest.mark.parametrize(
    ("takeaway", "paper"),
    [
        ("at least 31 snails", "up to 31 snails"),
        ("at least 31 snails", "31 snails"),
        ("more than 31.50 snails", "less than 31.5 snails"),
        ("up to 31 snails", "at least 31 snails"),
        ("up to 31 snails", "over 31 snails"),
        ("over 31 snails", "up to 31 snails"),
        ("exactly 31 snails", "about 31 snails"),
        ("exactly 31 snails", "above 31 snails"),
        ("an average of 31 snails", "as many as 31 snails"),
        ("all 31 snails", "18 of the 31 snails"),
        ("all 31 snails", "18/31 snails"),
        ("all 31 snails", "there are 31 snails; 18 of the 31 snails eat"),
        ("rain cuts the count of snails to 31", "rain cuts the count of snails by 31"),
        ("rain raises the count of snails by about 31", "rain raises the count of snails to about 31"),
        ("at least two times the snails", "up to two times the snails"),
    ],
)
def test_a_bound_is_told_as_the_paper_has_it(takeaway: str, paper: str) -> None:
    assert bounded_otherwise(takeaway, paper)
    assert not bounded_otherwise(takeaway, takeaway)


@pytest.mark.parametrize(
    ("takeaway", "paper"),
    [
        ("tracks over 31 gardens", "tracks in 31 gardens"),
        ("at least 31 snails", "about 31 snails"),
        ("at least 31 snails", "up to 31 worms, and at least 31 snails"),
        ("up to 31 snails", "31 snails"),
        ("all 31 snails", "31 snails, of 31 gardens"),
        ("from moss to 31 snails", "moved by 31 snails"),
        ("more than 31 snails", "up to 310 snails, and more than 31 worms"),
    ],
)
def test_what_is_no_other_bound_passes(takeaway: str, paper: str) -> None:
    assert not bounded_otherwise(takeaway, paper)


COUNTS = "18 snails rest under moss by day. 31 worms dig tunnels in sand by night"


def test_a_number_is_that_of_its_place() -> None:
    assert _misplaced("31 snails rest under moss by day", COUNTS)
    assert not _misplaced("18 snails rest under moss by day", COUNTS)


def test_two_numbers_that_are_exchanged_are_seen_together() -> None:
    said = "{} snails rest under moss by day. {} worms dig tunnels in sand by night"
    assert _misplaced(said.format(31, 18), COUNTS)
    assert not _misplaced(said.format(18, 31), COUNTS)


@pytest.mark.parametrize(
    ("takeaway", "paper"),
    [
        (
            "31 % of snails rest under moss by day",
            "18 snails rest under moss by day. 31 % of worms dig tunnels",
        ),
        ("31 ms of snails resting under moss", "18 s of snails resting under moss. 31 ms of digging worms"),
        ("31 MW of snails resting under moss", "18 mW of snails resting under moss. 31 MW of digging worms"),
        ("31x snails rest under moss by day", "18 snails rest under moss by day. 31x worms dig tunnels"),
        ("3.1 snails rest under moss by day", "18 snails rest under moss by day. 3.1 worms dig tunnels"),
        ("2031 snails rest under moss by day", "18 snails rest under moss by day. 2031 brings rain"),
        (
            "NGC 31 snails rest under moss by day",
            "18 snails rest under moss by day. NGC 31 worms dig tunnels",
        ),
        ("Moss-31 snails rest under it by day", "18 snails rest under it by day. Moss-31 worms dig tunnels"),
        ("31B snails rest under moss by day", "18 snails rest under moss by day. 31B worms dig tunnels"),
    ],
)
def test_numbers_of_another_kind_and_those_of_names_are_no_rivals(takeaway: str, paper: str) -> None:
    assert not _misplaced(takeaway, paper)


def test_a_number_of_a_range_has_its_unit() -> None:
    paper = "On moss, snails crawl in 3-5 ms. In sand they need 3 ms, 9 of them 20 ms."
    assert not _misplaced("Snails crawl in 3 ms on moss.", paper)


def test_two_numbers_told_together_are_not_told_apart_by_one_of_them() -> None:
    assert not _misplaced("18 and 31: snails rest, worms dig tunnels in sand by night", COUNTS)


def test_another_number_may_tell_of_what_one_is() -> None:
    assert Tokens("31 at 5").around(0).keys() == {"#5"}


def test_what_stands_in_another_clause_is_less_near() -> None:
    near = Tokens("snails rest long as worms dig").around(0)
    assert Tokens("snails rest long while worms dig").around(0)["dig"] < near["dig"]
    assert Tokens("snails rest long as; worms dig").around(0)["dig"] < near["dig"]


def test_what_many_places_have_tells_them_less_apart() -> None:
    around = {"moss": 1.0}
    assert likeness(around, around, {"moss": 4}) == likeness(around, around, {"moss": 1}) / 2


@pytest.mark.parametrize(
    "up", ["raise the noise", "increase their noise", "have higher noise", "enlarge noise"]
)
@pytest.mark.parametrize("down", ["lower noise", "cut the noise", "bring a reduction in noise", "drop noise"])
def test_what_goes_up_is_told_by_the_thing_alone(up: str, down: str) -> None:
    assert _turned_thing(f"Beds {up}.", f"Moss grows in shade, and so they {down} of towns, as ferns do.")
    assert _turned_thing(f"Beds {down}.", f"Moss grows in shade, and so they {up} of towns, as ferns do.")


def test_a_thing_that_goes_down_is_seen_behind_growth() -> None:
    assert _turned_thing("Growth is an increase in noise.", "Growth is thus told by a reduction in noise.")


@pytest.mark.parametrize(
    ("takeaway", "paper"),
    [
        ("Beds raise the cost.", "Moss lowers the cost. Ferns raise the cost."),
        ("Beds raise the cost.", "Moss lowers the yield."),
        ("Beds raise, as told, cost.", "Moss lowers the cost."),
        ("Beds raise.", "Moss lowers."),
        ("Beds have a higher-order shape.", "Moss has a lower-order shape."),
        ("Moss grows with growth factors.", "Moss grows with less growth factors."),
    ],
)
def test_what_goes_both_ways_or_is_another_thing_is_no_other_direction(takeaway: str, paper: str) -> None:
    assert not _turned_thing(takeaway, paper)


def test_a_word_that_stands_everywhere_is_compared_nowhere() -> None:
    paper = "shade reduces moss growth in wet soil" + " . reduces" * (MOST_PLACES - 1)
    assert _opposite("shade increases moss growth in wet soil", paper)
    assert not _opposite("shade increases moss growth in wet soil", f"{paper} . reduces")


def test_a_number_of_which_there_are_too_many_is_compared_with_none() -> None:
    others = "".join(f" . {number}" for number in range(100, 100 + MOST_PLACES - 2))
    assert _misplaced("31 snails rest under moss by day", COUNTS + others)
    assert not _misplaced("31 snails rest under moss by day", f"{COUNTS}{others} . 99")
