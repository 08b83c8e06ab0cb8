"""What was made, by its name, and what came of it, in one line that has room for both."""

from __future__ import annotations

import pytest

from tests.abstracts.told_lines import line

WHAT = "a crawling method that leans on the wind of the northern beaches in the heavy rain"
MADE = f"We propose Sidestep, {WHAT}."
SHOWN = f"Sidestep, {WHAT},"


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        pytest.param(
            "Sidestep outperforms the gaits of lobsters on wet stones.",
            "outperforms the gaits of lobsters on wet stones.",
            id="by its name",
        ),
        pytest.param(
            "Our proposed method outperforms the gaits of lobsters on wet stones.",
            "outperforms the gaits of lobsters on wet stones.",
            id="as our method",
        ),
        pytest.param(
            "We test it on five beaches and show that Sidestep outperforms the gaits of lobsters.",
            "outperforms the gaits of lobsters.",
            id="behind how it was tested",
        ),
        pytest.param(
            "We evaluate Sidestep on five beaches, where it outperforms the gaits of old lobsters.",
            "outperforms the gaits of old lobsters.",
            id="where it was tested",
        ),
        pytest.param(
            "Across all of the crawling benchmarks and the many stones of the northern piers, Sidestep "
            "outperforms the gaits of lobsters.",
            "outperforms the gaits of lobsters.",
            id="without where it was tested",
        ),
        pytest.param(
            "Trials show the effectiveness of our method, reducing the falls of lobsters by 7%.",
            "reduces the falls of lobsters by 7%.",
            id="behind praise",
        ),
        pytest.param(
            "Sidestep outperforms all the gaits of the lobsters of the southern beaches in the rain, "
            "reducing falls on stones by 7%.",
            "reduces falls on stones by 7%.",
            id="what it comes to",
        ),
        pytest.param(
            "Sidestep reduces falls on stones by 7%, while asking no lobster for help.",
            "reduces falls on stones by 7%.",
            id="without what is said beside",
        ),
        pytest.param(
            "Sidestep also outperforms the gaits of lobsters, opening paths.",
            "outperforms the gaits of lobsters.",
            id="without praise behind it",
        ),
    ],
)
def test_what_came_of_it_is_told_of_its_name(finding: str, told: str) -> None:
    assert line(f"{MADE} A rope is tied to each of the crabs. {finding}") == f"{SHOWN} {told}"


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        pytest.param(f"a {WHAT[2:].replace(' that', ', Sidestep, that')}", SHOWN, id="a name between"),
        pytest.param(f"{WHAT.replace(' that', ' called Sidestep that')}", SHOWN, id="a name behind"),
        pytest.param(f"Sidestep (a SIDEways STEP), {WHAT}", SHOWN, id="a name that is explained"),
        pytest.param(
            "Sidestep, which leans on the wind of the northern beaches and on the ropes of the old piers",
            "Sidestep, which leans on the wind of the northern beaches and on the ropes of the old piers,",
            id="what it does",
        ),
    ],
)
def test_what_was_made_is_put_behind_its_name(made: str, shown: str) -> None:
    text = f"We introduce {made}. A rope is tied to each crab. Sidestep outperforms the gaits of lobsters."
    assert line(text) == f"{shown} outperforms the gaits of lobsters."


def test_how_it_works_gives_way_to_a_figure() -> None:
    made = (
        f"{MADE.removesuffix('.').replace('crawling', 'windward crawling')}, using ropes of hemp and of silk."
    )
    figure = (
        "Sidestep halves the falls of young crabs and of old lobsters on stones and on sand, by 51.2% on "
        "average."
    )
    assert line(f"{made} Ropes are tied to crabs. {figure}") == (
        f"Sidestep, a windward crawling method, {figure[9:]}"
    )
    words = (
        "Sidestep outperforms the gaits of young crabs and of old lobsters on stones of the southern piers."
    )
    assert not line(f"{made} Ropes are tied to crabs. {words}").startswith("Sidestep")


def test_what_has_no_name_keeps_its_sentence() -> None:
    made = "We propose a crawling method that leans on the wind of the beaches."
    finding = "Experiments on wet stones show that our method outperforms the gaits of lobsters and shrimps."
    assert line(f"{made} Ropes are tied to crabs. {finding}", "Wet sand") == (
        f"{made[:-1]}; our method outperforms the gaits of lobsters and shrimps."
    )


def test_a_finding_stands_alone_where_there_is_room_for_nothing_but_the_title() -> None:
    figure = (
        "Sidestep cuts the falls of young and of old crabs on the stones of the northern and of the southern "
        "piers by 51.2% in rain."
    )
    made = "We propose Sidestep, a gait for crabs on wet sand. Ropes are tied to the crabs."
    assert line(f"{made} We test it and show that {figure}") == figure


@pytest.mark.parametrize(
    "finding",
    [
        pytest.param("It outperforms the gaits of old lobsters on wet stones.", id="not the next sentence"),
        pytest.param(
            "Experiments do not show that Sidestep outperforms all lobsters on stones.", id="denied"
        ),
        pytest.param(
            "In both towns, Sidestep outperforms the gaits of old lobsters.", id="a setting that points"
        ),
        pytest.param(
            "Sidestep cuts falls of crabs and of lobsters by 7% and 9%, respectively.", id="of which"
        ),
        pytest.param("FastSidestep outperforms the gaits of old lobsters on stones.", id="another name"),
        pytest.param("Ropes with Sidestep outperform the gaits of old lobsters.", id="another subject"),
        pytest.param("Sidestep achieves gains of up to 7%.", id="a number of nothing"),
    ],
)
def test_what_may_be_of_another_or_points_elsewhere_is_not_told(finding: str) -> None:
    made = (
        "We propose Sidestep, a crawling method that leans on the wind of the northern beaches, using hemp."
    )
    told = "Sidestep outperforms the gaits of old lobsters on wet stones."
    assert line(f"{made} A rope is tied to each of the crabs. {told}").startswith("Sidestep, a")
    for deed in (made, MADE):
        found = line(f"{deed} A rope is tied to each of the crabs. {finding}")
        assert "Sidestep, a" not in found.removeprefix("We propose Sidestep, a")


def test_our_method_is_no_data_and_not_what_was_made_before_another() -> None:
    finding = "Our method outperforms the gaits of lobsters."
    data = f"We propose Tides, {WHAT.replace('crawling method', 'benchmark system')}."
    assert line(f"{data} Ropes are tied to crabs. {finding}", "Tides").startswith("We propose Tides")
    assert line(f"{MADE} Ropes are tied to crabs. {finding}").startswith("Sidestep, a")
    other = "We propose a new climbing framework for crabs."
    assert not line(f"{MADE} {other} {finding}").startswith("Sidestep, a")


def test_the_first_of_its_kind_stays_whole() -> None:
    made = MADE.replace("a crawling method", "the first windward crawling method")
    figure = "Sidestep cuts the falls of young crabs and of old lobsters on stones and on wet sand by 51.2%."
    assert "crawling method, cuts" not in line(f"{made} Ropes are tied to crabs. {figure}")
    assert "crawling method, cuts" in line(
        f"{made.replace('the first', 'a')} Ropes are tied to crabs. {figure}"
    )


def test_no_list_ends_before_its_last_item() -> None:
    finding = (
        "Sidestep outperforms the gaits of old lobsters, shortens the walk to the northern pier, and spares "
        "ropes of hemp and silk."
    )
    assert line(f"{MADE} A rope is tied to each of the crabs. {finding}") == (
        f"{SHOWN} outperforms the gaits of old lobsters."
    )
