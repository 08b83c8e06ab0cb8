"""What a sentence tells as found, in few words."""

from __future__ import annotations

import pytest

from radar.abstracts.takeaways.findings.found_clauses import clauses, contributes

ROOM = 14


def first(text: str) -> str:
    return next(clauses(text, ROOM), "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ropes of hemp outlast ladders in heavy rain.",
            "Ropes of hemp outlast ladders in heavy rain.",
            id="whole",
        ),
        pytest.param(
            "We walk along the pier each night, and find that ropes of hemp outperform all ladders.",
            "Ropes of hemp outperform all ladders.",
            id="behind a step",
        ),
        pytest.param(
            "Ropes of hemp outperform old ladders in rain and that young crabs prefer warm masts to both.",
            "Ropes of hemp outperform old ladders in rain.",
            id="before a second finding",
        ),
        pytest.param(
            "Ropes of hemp hold the weight of ladders in heavy rain, whereas silk tears under that of gulls.",
            "Ropes of hemp hold the weight of ladders in heavy rain.",
            id="before a contrast",
        ),
        pytest.param(
            "Ropes of hemp exceed old ladders in all storms and improves the climbs of crabs on dark nights.",
            "Ropes of hemp exceed old ladders in all storms.",
            id="before a second deed",
        ),
        pytest.param(
            "Ropes of hemp outperform old ladders in heavy rain, highlighting the importance of tar.",
            "Ropes of hemp outperform old ladders in heavy rain.",
            id="before praise",
        ),
        pytest.param(
            "Ropes of hemp hold the weight of old ladders in heavy rain because tar fills all their pores.",
            "Ropes of hemp hold the weight of old ladders in heavy rain.",
            id="before a cause",
        ),
    ],
)
def test_a_finding_is_told_in_so_many_words(text: str, expected: str) -> None:
    assert [found for found in clauses(text, ROOM) if found == expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ropes may outlast ladders in heavy rain.", id="a hint"),
        pytest.param("Ropes of hemp offer valuable insights to crabs.", id="praise"),
        pytest.param("Ropes of hemp are crucial for crabs in rain.", id="a plea"),
        pytest.param("We tie ropes of hemp to old masts.", id="a step"),
        pytest.param("At night, we tie ropes of hemp to old masts.", id="a step at some time"),
        pytest.param("While existing ladders bend, ropes of hemp hold.", id="background"),
        pytest.param("Thin ropes are not worn at the expense of grip.", id="a cost that is denied"),
        pytest.param("Ropes not only outlast ladders in heavy rain.", id="one of two"),
        pytest.param("Ropes of hemp also outlast ladders in rain.", id="what was found beside it"),
        pytest.param("Results of hemp outlast ladders in rain.", id="results"),
        pytest.param("Ropes outlast ladders.", id="hardly anything"),
        pytest.param("Ropes of hemp and tar can deliver more durable.", id="more of what"),
        pytest.param("While ropes of hemp outlast ladders in rain.", id="a clause that is none by itself"),
        pytest.param("On dry piers, by tying ropes to masts each night.", id="means without a deed"),
        pytest.param(
            "Ropes of hemp outlast ladders in heavy rain, but most of them tear under the gulls of winter.",
            id="what is taken back",
        ),
        pytest.param(
            "Ropes of hemp outperform ladders in heavy rain through tar, although most of them tear.",
            id="what is taken back behind the means",
        ),
        pytest.param(
            "Ropes of hemp cannot hold the old crabs without their shells, even where the gulls are few.",
            id="what is denied without something",
        ),
        pytest.param(
            "Hemp, silk, linen, and wool ropes of many thicknesses on old piers and masts bend in rain.",
            id="long",
        ),
    ],
)
def test_no_finding(text: str) -> None:
    assert first(text) == ""


def test_of_what_is_denied_goes_what_only_adds_to_it() -> None:
    text = "Ropes of hemp do not outperform the ladders of tar, which is known to all gulls of the old coast."
    assert first(text) == "Ropes of hemp do not outperform the ladders of tar."


def test_deeds_that_are_left_of_a_list_are_joined() -> None:
    text = (
        "Hemp outperforms the ladders, supports the gulls through knots, "
        "and achieves the climbs of many old crabs."
    )
    assert first(text) == "Hemp outperforms the ladders and supports the gulls through knots."


def test_what_was_derived_is_a_contribution() -> None:
    assert contributes("We derive a bound on the falls of crabs.")
    assert not contributes("We tie ropes to masts.")


def test_measured_values_are_not_told_without_where_all_of_them_hold() -> None:
    text = "Hemp improves the grip by 5.6% and the speed by 1.2%, while cutting falls by 7% in the wet tier."
    assert first(text) == ""
    assert (
        first(text.replace(" in the wet tier", "")) == "Hemp improves the grip by 5.6% and the speed by 1.2%."
    )
