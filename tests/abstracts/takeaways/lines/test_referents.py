"""What a finished line points at, told by its title."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.lines.referents import told_by_title

TEXT = (
    "Wet sand moves. The silent crabs sit on cold shores and on the cold sand, "
    "with two old gulls and tide maps."
)


@pytest.mark.parametrize(
    ("line", "title", "expected"),
    [
        ("We map how this sand can move.", "Gaits on Cold Sand", "We map how the cold sand can move."),
        ("We map where such gulls sit.", "Silent Old Gulls of Shores", "We map where silent old gulls sit."),
        ("We count these gulls daily.", "Old Gulls", "We count old gulls daily."),
        ("We draw such a map by hand.", "A Tide Map of Gulls", "We draw a tide map by hand."),
        ("We draw such a map by hand.", "Old Map", "We draw an old map by hand."),
        ("We count such silent gulls daily.", "Crabs", "We count silent gulls daily."),
        ("We build such an old map by hand.", "Crabs", "We build an old map by hand."),
        ("We watch this cold sand move.", "Crabs on Cold Sand", "We watch the cold sand move."),
        ("We count these old gulls daily.", "Old Gulls", "We count the old gulls daily."),
    ],
)
def test_what_is_pointed_at_is_named(line: str, title: str, expected: str) -> None:
    assert told_by_title(line, title, TEXT, 25) == expected


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param("We map how this sand can move.", "Sand", id="the title says no more"),
        pytest.param("We map how this sand can move.", "Gaits on Sand Dunes", id="another noun of the title"),
        pytest.param("We map how this sand can move.", "Cold and Wet Sand", id="one of two"),
        pytest.param("We map how this sand can move.", "Robust Sand", id="praise"),
        pytest.param("We map how this sand can move.", "Claws for Moving Sand", id="what is done with it"),
        pytest.param("We map how this sand can move.", "Beyond Sand", id="what is left behind"),
        pytest.param("We map how this sand can move.", "Gaits from Shore to Cold Sand", id="of a range"),
        pytest.param(
            "We map how this sand can move.", "Gaits on Zanzibar Sand", id="a name that the abstract lacks"
        ),
        pytest.param("We watch sand and map how this sand can move.", "Cold Sand", id="named by the line"),
        pytest.param("We watch crabs with this gap.", "The Cold Gap", id="nothing of which"),
        pytest.param("We count one such silent gull.", "Crabs", id="counted"),
        pytest.param("We call this cold sand.", "Cold Sand", id="a name given"),
        pytest.param("We build such cold maps that crabs sit.", "Crabs", id="told behind it"),
        pytest.param("We test how such gulls sit.", "Crabs", id="no noun of the title"),
        pytest.param("We watch this old shore of crabs.", "Crabs on Sand", id="not in the title"),
        pytest.param("We built the first such silent map.", "Crabs", id="the first of many"),
        pytest.param("We see how such a crab moves.", "Shores", id="a noun and its verb"),
        pytest.param("We see how such sand helps gulls.", "Shores", id="a mass and its verb"),
        pytest.param("We map such a shore based on gulls.", "Sand", id="a noun and what it is made of"),
        pytest.param("We map such a shore near gulls.", "Sand", id="a noun and its place"),
        pytest.param("We keep such a model fresh.", "Sand", id="a noun and how it is kept"),
        pytest.param("We prove the existence of such a silent map.", "Crabs", id="whether there is one"),
        pytest.param("We map how this sand can move.", "Moving Crabs by Raking Cold Sand", id="a means"),
        pytest.param(
            "We map the silent kin of these gulls.", "Silent Gulls on Sand", id="what the line tells apart"
        ),
        pytest.param("In this paper, we map sand.", "A Cold Paper", id="the paper"),
    ],
)
def test_what_is_told_or_unknown_stays(line: str, title: str) -> None:
    assert told_by_title(line, title, TEXT, 25) == line


def test_no_line_grows_beyond_its_limit() -> None:
    assert (
        told_by_title("We map how this sand can move.", "Cold Sand", TEXT, 7)
        == "We map how this sand can move."
    )


def test_takeaways_name_what_they_point_at() -> None:
    text = (
        "Crabs fall on cold sand. We propose Sidestep, a rope that counts how often crabs slip on such sand."
    )
    found = read_text("Crabs on Cold Sand", text).takeaway.text
    assert found == "We propose Sidestep, a rope that counts how often crabs slip on cold sand."
