"""Takeaways in a list, below their titles."""

from __future__ import annotations

import pytest

from radar.papers.text.beside_title import beside_title
from radar.papers.values import TakeawayOrigin

TITLE = "Sidestep:  Quiet Gaits in Heavy Rain for Crabs"


@pytest.mark.parametrize(
    ("takeaway", "shown"),
    [
        ("In heavy rain, we find that crabs lean.", "We find that crabs lean."),
        ("In heavy rain for crabs, a gait helps.", "A gait helps."),
        ("In heavy snow, we find that crabs lean.", "In heavy snow, we find that crabs lean."),
        ("In heavy rain, wind and snow, we lean.", "In heavy rain, wind and snow, we lean."),
        ("In heavy rain we lean.", "In heavy rain we lean."),
        ("We lean, in heavy rain.", "We lean, in heavy rain."),
        ("", ""),
    ],
)
def test_an_opening_that_only_repeats_the_title_is_left_out(takeaway: str, shown: str) -> None:
    assert beside_title(takeaway, TakeawayOrigin.OFFLINE, TITLE) == shown


@pytest.mark.parametrize("origin", [TakeawayOrigin.QUOTED, TakeawayOrigin.MODEL, TakeawayOrigin.TRIMMED])
def test_what_authors_and_models_open_a_line_with_stays(origin: TakeawayOrigin) -> None:
    assert beside_title("In heavy rain, we find that.", origin, TITLE) == "In heavy rain, we find that."
