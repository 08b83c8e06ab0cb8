from __future__ import annotations

from array import array

import pytest

from radar.errors import RadarError
from radar.library.background import Found
from radar.papers.query import PaperQuery
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.shelf import ENDPOINT


async def test_nothing_is_done_to_all_in_view_while_only_the_first_of_them_are_known(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    async with seated(radar) as seat:
        listing = seat.screen.listing
        assert len(listing.papers) == 12
        listing.ask(PaperQuery(starred=True))
        with pytest.raises(RadarError, match="still being counted"):
            _ = listing.papers
        seat.screen.action_view("export")
        assert "still being counted" in seat.said()
        await seat.settled()
        assert listing.papers == array("q")


async def test_an_answer_to_an_outdated_question_is_not_shown(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        listing = seat.screen.listing
        shown = len(listing.papers)
        listing.arrived(Found(-1, PaperQuery(), array("q", [1])))
        assert len(listing.papers) == shown
