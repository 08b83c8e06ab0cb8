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


async def test_how_many_there_are_is_said_before_the_papers_are_known(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        listing = seat.screen.listing
        listing.ask(PaperQuery(text="sort"))
        number = listing._asking._number
        listing.arrived(Found(number, listing.query, size=7654))
        assert seat.screen.filter_line.found == 7654
        assert not listing.complete
        listing.arrived(Found(number - 1, listing.query, size=3))
        assert seat.screen.filter_line.found == 7654
