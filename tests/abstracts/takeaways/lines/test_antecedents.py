"""What a finished line points at, told by the abstract or by itself."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.lines.antecedents import told_before


@pytest.mark.parametrize(
    ("line", "before", "expected"),
    [
        (
            "We propose a rope for such knots.",
            "Crabs dislike a shore with loose sailor knots.",
            "We propose a rope for loose sailor knots.",
        ),
        (
            "We count how often this net is torn.",
            "Gulls tear a fine net.",
            "We count how often the fine net is torn.",
        ),
        ("We draw such a map by hand.", "Gulls need an inner map.", "We draw an inner map by hand."),
        ("We film such a crab by day.", "Gulls trust an honest crab.", "We film an honest crab by day."),
        ("We film such an eel by day.", "Gulls trust a one-eyed eel.", "We film a one-eyed eel by day."),
        ("We film such an eel by day.", "Gulls trust a European eel.", "We film a European eel by day."),
        (
            "We propose a gait that follows these faint tracks.",
            "Tracks are faint.",
            "We propose a gait that follows faint tracks.",
        ),
    ],
)
def test_what_is_pointed_at_is_named(line: str, before: str, expected: str) -> None:
    assert told_before(line, f"{before} {line}", 25) == expected


@pytest.mark.parametrize(
    ("line", "before"),
    [
        pytest.param("We propose a rope for such knots.", "Crabs like knots.", id="nothing says which"),
        pytest.param("We propose a rope for such knots.", "Crabs learn to tie knots.", id="a verb"),
        pytest.param("We propose a rope for such knots.", "Crabs need several knots.", id="a count"),
        pytest.param("We propose a rope for this issue.", "Crabs have a fine issue.", id="an issue has"),
        pytest.param("We map this net.", "Crabs without a fine net fall.", id="without it"),
        pytest.param("We map this net.", "A crab is not a fine net.", id="denied"),
        pytest.param("We map this net.", "Gulls tear a fine net. Crabs mend a torn net.", id="one of two"),
        pytest.param("We remove these faint tracks.", "Tracks are faint.", id="rid of them"),
        pytest.param("We map this net.", "Gulls tear the fine net maker of crabs.", id="another noun"),
        pytest.param("We map the nets and test this net.", "Gulls tear a fine net.", id="named in the line"),
        pytest.param("We show that these faint tracks last.", "Tracks are faint.", id="a finding"),
        pytest.param("We map two of these faint tracks.", "Tracks are faint.", id="some of them"),
        pytest.param(
            "We map tracks and test these faint tracks.", "Tracks are faint.", id="the line says which"
        ),
        pytest.param("We solve these hard challenges.", "Sand is hard.", id="hollow without"),
        pytest.param("We solve these three tracks.", "Sand is hard.", id="counted"),
    ],
)
def test_what_is_told_or_unknown_stays(line: str, before: str) -> None:
    assert told_before(line, f"{before} {line}", 25) == line


def test_no_line_grows_beyond_its_limit() -> None:
    line = "We count how often this net is torn."
    assert told_before(line, f"Gulls tear a fine net. {line}", 8) == line


def test_takeaways_name_what_they_point_at() -> None:
    text = "Gulls tear a shore with loose sailor knots. We propose Sidestep, a rope that unties such knots."
    assert (
        read_text("Gulls", text).takeaway.text
        == "We propose Sidestep, a rope that unties loose sailor knots."
    )
