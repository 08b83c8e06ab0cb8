"""What tests of a thing came to, and how a clause and a thing are told in fewer words."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.findings.clause_forms import clause, shorter_of
from radar.abstracts.takeaways.findings.made_things import further_shorter
from radar.abstracts.takeaways.findings.tested_outcomes import shown_by_tests


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(
            "Trials show improvements of 7% in walks.", "shows improvements of 7% in walks.", id="gains"
        ),
        pytest.param("Trials showed improvements of 7%.", "showed improvements of 7%.", id="in the past"),
        pytest.param("Trials show improvements in walks.", "", id="without an amount"),
        pytest.param("Trials show large improvements but a 7% drop of walks.", "", id="gains and a loss"),
        pytest.param("Trials show Backstep achieves gains of 7% in walks.", "", id="what another does"),
        pytest.param("Ropes of trials yield gains of 7% in walks.", "", id="what is of tests"),
    ],
)
def test_tests_show_what_is_no_loss_and_not_of_another(text: str, shown: str) -> None:
    assert shown_by_tests(text) == shown


@pytest.mark.parametrize(
    ("done", "told"),
    [
        pytest.param(
            "cuts all falls by 7%, and improves walks.", ["cuts all falls by 7%."], id="another deed"
        ),
        pytest.param("cuts all falls by 7%, and improves walks and falls, respectively.", [], id="of which"),
        pytest.param(
            "spares crabs and that ropes cut falls by 7%, and improves walks.", [], id="more than one"
        ),
        pytest.param(
            "reaches up to 7% of stones visited across piers, and improves walks.",
            ["reaches up to 7% of stones visited across piers."],
            id="what was done to it",
        ),
        pytest.param(
            "improves all walks by 7%, falls by 9%, and races by 8% in rain.",
            ["improves all walks by 7%."],
            id="half a list",
        ),
    ],
)
def test_a_clause_ends_where_it_stays_true(done: str, told: list[str]) -> None:
    assert [form for form, _ in shorter_of(done, "7") if form != done] == told


@pytest.mark.parametrize(
    ("form", "told"),
    [
        pytest.param("achieves an average of 7%.", "", id="an amount of nothing"),
        pytest.param("yields an average relative 7% increase.", "", id="a gain of nothing"),
        pytest.param(
            "achieves an average gain of 7% on stones.", "achieves an average gain of 7% on stones.", id="of"
        ),
    ],
)
def test_an_amount_is_of_something(form: str, told: str) -> None:
    assert clause([form], 20, "7") == told


@pytest.mark.parametrize(
    ("what", "shorter"),
    [
        pytest.param(
            "a windward crawling method that leans on the wind with ropes of hemp",
            ["a windward crawling method that leans on the wind", "a windward crawling method"],
            id="what goes with it",
        ),
        pytest.param(
            "a windward crawling method that separates all of the falls from those of shrimps",
            ["a windward crawling method"],
            id="what a verb asks for",
        ),
        pytest.param(
            "a windward crawling method that lifts the crabs of stones from the sand to the masts",
            ["a windward crawling method"],
            id="from one to another",
        ),
        pytest.param(
            "a windward crawling method that is old and can be tied with ropes of hemp",
            ["a windward crawling method"],
            id="what is done",
        ),
        pytest.param(
            "a windward crawling method that ties ropes and leans only from the old piers",
            ["a windward crawling method"],
            id="how it is done",
        ),
        pytest.param(
            "the first windward crawling method that leans on the wind with ropes of hemp", [], id="the first"
        ),
    ],
)
def test_a_thing_is_told_without_what_goes_with_it(what: str, shorter: list[str]) -> None:
    assert list(further_shorter(what)) == shorter
