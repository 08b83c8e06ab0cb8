"""A figure of what was made, told where only less of either fits, or where a test or "it" has come to it."""

from __future__ import annotations

import pytest

from tests.abstracts.told_lines import line

WHAT = "a windward crawling method"
MADE = f"We propose Sidestep, {WHAT}."
SHOWN = f"Sidestep, {WHAT},"
ROPE = "A rope is tied to each of the crabs."
HALVES = "halves the falls of young crabs and of old lobsters on stones by 51.2%"
FEWER = "fewer falls of young crabs and of old lobsters on stones"
MORE = "the walks of the shrimps of the southern piers and of the quiet bays in the heavy rain"


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        pytest.param(f"{HALVES}, and improves {MORE}", HALVES, id="another deed"),
        pytest.param(f"{HALVES}, mitigates {MORE}, and wins races", HALVES, id="a list of deeds"),
        pytest.param(
            f"{HALVES}, and those of the shrimps of the piers by 7% in rain", HALVES, id="another thing"
        ),
        pytest.param(
            f"reaches 97% of stones in rain, and 51.2% of {MORE}",
            "reaches 97% of stones in rain",
            id="another amount",
        ),
        pytest.param(f"{HALVES} without tying ropes to {MORE}", HALVES, id="without what"),
        pytest.param(f"{HALVES} compared to {MORE}", HALVES, id="beside what"),
        pytest.param(
            f"achieves up to 51.2% fewer falls of crabs across {MORE} of lobsters",
            "achieves up to 51.2% fewer falls of crabs",
            id="where, of what is the most",
        ),
        pytest.param(
            f"significantly outruns {MORE}, reducing falls on stones by 51.2% and sparing ropes",
            "",
            id="no verb that tells an outcome",
        ),
        pytest.param(
            f"halves the falls of crabs and shrimps by 7% and 9% on {MORE}, respectively", "", id="of which"
        ),
        pytest.param(
            f"improves the walks by 7%, the falls by 9% and {MORE} by 11%",
            "improves the walks by 7%",
            id="half a list",
        ),
    ],
)
def test_less_of_what_came_of_it_is_told_with_its_figure(finding: str, told: str) -> None:
    found = line(f"{MADE} {ROPE} Sidestep {finding}.")
    assert found == f"{SHOWN} {told}." if told else SHOWN not in found


@pytest.mark.parametrize(
    "finding",
    [
        pytest.param(f"achieves an average of 51.2% and up to 60% of {MORE}", id="of nothing"),
        pytest.param(
            f"spares old crabs and that ropes cut falls by 51.2% and improves {MORE}", id="more than one"
        ),
        pytest.param(
            f"halves all falls by 7%, so that Sidestep outruns some 51.2% of crabs without tying {MORE}",
            id="its name again",
        ),
        pytest.param(f"reaches 51.2% {FEWER} seen across {MORE} up to the masts", id="what was done to it"),
    ],
)
def test_no_clause_is_cut_where_it_would_say_less_or_more(finding: str) -> None:
    assert line(f"{MADE} {ROPE} Sidestep {finding}.").startswith("We propose Sidestep")


RAIN = "leans on the wind of the northern beaches"
LONG = f"We propose Sidestep, a crawling method that {RAIN} with ropes of hemp and of silk and of old linen."
LONG_SHOWN = f"Sidestep, a crawling method that {RAIN},"


@pytest.mark.parametrize(
    ("what", "shown"),
    [
        pytest.param(
            f"a crawling method that {RAIN} with ropes of hemp and of silk and of old linen",
            f"a crawling method that {RAIN}",
            id="before what goes with it",
        ),
        pytest.param(
            "a windward, wind-borne crawling method that leans on ropes, sails and the old masts of boats",
            "a windward, wind-borne crawling method",
            id="several adjectives",
        ),
        pytest.param(
            "a crawling method that separates the falls of the old crabs from those of the young lobsters",
            "",
            id="before what a verb asks for",
        ),
        pytest.param(
            "a crawling method that was tied for the crabs of the northern piers and of the quiet bays",
            "",
            id="before what was done for something",
        ),
        pytest.param(
            "a crawling method that lifts crabs from the sand of northern piers to the masts of old boats",
            "",
            id="before what it goes from and to",
        ),
    ],
)
def test_what_was_made_is_told_in_fewer_words(what: str, shown: str) -> None:
    found = line(
        f"We propose Sidestep, {what}. {ROPE} Sidestep cuts the falls of young lobsters by 51.2% in rain."
    )
    cuts = "cuts the falls of young lobsters by 51.2% in rain."
    assert found == (f"Sidestep, {shown}, {cuts}" if shown else f"Sidestep {cuts}")


UNCUT = (
    "a windward crawling method that was tied for old red crabs of northern piers, quiet green bays and "
    "stony beaches"
)


@pytest.mark.parametrize(
    ("title", "alone"),
    [
        pytest.param("Sidestep: crabs on wet sand", True, id="told by the title"),
        pytest.param("Sidestep for crabs on wet sand", False, id="not told by the title"),
        pytest.param("Crabs on wet sand", False, id="not in the title"),
    ],
)
def test_a_name_stands_alone_only_where_the_title_says_what_it_is(title: str, *, alone: bool) -> None:
    cuts = "cuts the falls of young lobsters by 51.2% in rain."
    found = line(f"We propose Sidestep, {UNCUT}. {ROPE} Sidestep {cuts}", title)
    assert found == (f"Sidestep {cuts}" if alone else f"We propose Sidestep, {UNCUT}.")


@pytest.mark.parametrize(
    ("more", "goes"),
    [
        pytest.param("leans on northern winds and old masts of boats near quiet bays", True, id="nine words"),
        pytest.param(
            "leans on northern winds and old masts of red boats near quiet green bays", False, id="more"
        ),
    ],
)
def test_some_words_of_what_was_made_may_go_for_a_figure(more: str, *, goes: bool) -> None:
    cuts = "cuts the falls of young lobsters on the stones of the southern coast by 51.2% in rain."
    found = line(
        f"We propose Sidestep, a windward crawling method that {more}. {ROPE} Sidestep {cuts}", "Lobsters"
    )
    assert found.startswith("Sidestep, a windward crawling method, cuts") == goes


NAMELESS = "a crawling method that leans on the wind of the northern beaches with ropes of hemp"


@pytest.mark.parametrize(
    ("made", "finding", "told"),
    [
        pytest.param(
            NAMELESS,
            "Our method cuts the falls of old lobsters on stones by 51.2%.",
            "A crawling method that leans on the wind of the northern beaches cuts the falls of old lobsters "
            "on stones by 51.2%.",
            id="before what goes with it",
        ),
        pytest.param(
            NAMELESS,
            "On seven northern piers, the method cuts the falls of old lobsters by 51.2%.",
            "On seven northern piers, a crawling method that leans on the wind of the northern beaches cuts "
            "the falls of old lobsters by 51.2%.",
            id="behind a setting",
        ),
        pytest.param(
            f"{NAMELESS} and a climbing tool for shrimps",
            "Our method cuts the falls of old lobsters on stones by 51.2%.",
            "",
            id="two things",
        ),
    ],
)
def test_what_has_no_name_is_told_by_what_it_is(made: str, finding: str, told: str) -> None:
    found = line(f"We propose {made}. {ROPE} {finding}", "Wet sand")
    assert found == told if told else found.startswith("We propose")


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        pytest.param(
            f"Trials on seven piers show up to 51.2% {FEWER}.",
            f"shows up to 51.2% {FEWER}.",
            id="tests show gains",
        ),
        pytest.param(
            f"Trials on seven piers demonstrated up to 51.2% {FEWER}.",
            f"demonstrated up to 51.2% {FEWER}.",
            id="tests showed gains",
        ),
        pytest.param("Trials show a 51.2% increase of drops of lobsters.", "", id="no gain"),
        pytest.param(f"Trials show Backstep achieves 51.2% {FEWER}.", "", id="of another"),
        pytest.param(f"On the trials, old crabs achieved 51.2% {FEWER}.", "", id="in tests, of others"),
    ],
)
def test_what_tests_of_it_came_to_is_what_it_does(finding: str, told: str) -> None:
    found = line(f"{MADE} {ROPE} {finding}")
    assert found == f"{SHOWN} {told}" if told else SHOWN not in found.removeprefix("We propose ")


DOES = "leans on the wind of the northern beaches with ropes of hemp and of silk and of old linen."
UNTOLD = f"Sidestep, a crawling method, {DOES}"
CUTS = "cuts the falls of old crabs by 51.2%."


@pytest.mark.parametrize(
    ("before", "is_it"),
    [
        pytest.param("Sidestep enhances races.", True, id="behind its name"),
        pytest.param("On old stones, Sidestep outperforms the shrimps.", True, id="behind what it does"),
        pytest.param("On old stones, Backstep outperforms the shrimps.", False, id="behind another"),
    ],
)
def test_it_is_what_was_spoken_of_last(before: str, *, is_it: bool) -> None:
    found = line(f"{LONG} {ROPE} {before} It {CUTS}")
    assert found == (f"{LONG_SHOWN} {CUTS}" if is_it else UNTOLD)


@pytest.mark.parametrize(
    "finding",
    [
        pytest.param(f"On seven piers, it achieves 51.2% {FEWER}.", id="it behind a setting"),
        pytest.param(
            f"On stones, piers, and masts, Sidestep achieves 51.2% {FEWER}.", id="a setting that lists"
        ),
    ],
)
def test_a_setting_stays_before_the_name(finding: str) -> None:
    setting = finding[: finding.rindex(", ") + 2]
    assert line(f"{MADE} {finding}") == f"{setting}{SHOWN} achieves 51.2% {FEWER}."


def test_a_setting_that_lists_test_beds_may_go() -> None:
    setting = "Across wet stones, old piers, and high masts of the northern towns and datasets, "
    assert (
        line(f"{MADE} {ROPE} {setting}Sidestep achieves 51.2% {FEWER}.") == f"{SHOWN} achieves 51.2% {FEWER}."
    )


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("accelerates walks of old crabs on stones by 51.2%.", id="accelerates"),
        pytest.param("requires 51.2% fewer ropes than the gait of crabs.", id="requires fewer"),
        pytest.param("can reduce the falls of old crabs by 51.2%.", id="can reduce"),
    ],
)
def test_more_verbs_tell_an_outcome(clause: str) -> None:
    assert line(f"{LONG} {ROPE} Sidestep {clause}") == f"{LONG_SHOWN} {clause}"


def test_our_method_by_words_of_what_it_is_is_what_was_made() -> None:
    finding = "Our crawling method cuts the falls of old crabs by 51.2%."
    assert line(f"{LONG} {ROPE} {finding}") == f"{LONG_SHOWN} cuts the falls of old crabs by 51.2%."
    assert line(f"{LONG} {ROPE} {finding.replace('crawling', 'sandy')}") == UNTOLD


def test_a_model_free_map_is_no_model() -> None:
    finding = "Our method cuts the falls of old crabs by 51.2%."
    assert line(f"{LONG.replace('crawling', 'windward')} {ROPE} {finding}").startswith("Sidestep, a windward")
    other = LONG.replace("crawling method", "model-free map")
    assert line(f"{other} {ROPE} {finding}") == f"Sidestep, a model-free map, {DOES}"


def test_no_setting_points_at_another() -> None:
    finding = "In old rain, Sidestep cuts falls of crabs by 51.2%."
    assert line(f"{LONG} {ROPE} {finding}").startswith("In old rain, Sidestep, a")
    assert line(f"{LONG} {ROPE} {finding.replace('old', 'the same')}") == UNTOLD
