from __future__ import annotations

from array import array

import pytest

from radar.errors import RadarError
from radar.library.background import Found
from radar.papers.reader.query import CodeFilter, Mark, Order, PaperQuery
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.shelf import ENDPOINT

CODE = PaperQuery(code=CodeFilter.RELEASED)


async def test_what_is_done_to_all_in_view_follows_when_they_are_counted(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    async with seated(radar) as seat:
        listing = seat.screen.listing
        assert len(listing.papers) == 12
        listing.ask(CODE)
        with pytest.raises(RadarError, match="still being counted"):
            _ = listing.papers
        seat.screen.action_view("summarise")
        assert seat.said() == "counting the papers in view"
        assert not seat.screen.prompt.purpose
        await seat.until(lambda: bool(seat.screen.prompt.purpose), "the question")
        assert f"summarise {len(listing.papers)} papers by tiny-writer" in "".join(seat.lines()[-3:])


async def test_where_the_count_fails_what_waited_for_it_says_so(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        listing = seat.screen.listing
        listing.ask(CODE)
        seat.screen.action_view("export")
        listing.arrived(Found(listing._asking._number, listing.query, error="the library is out of reach"))
        assert not listing.counting
        assert seat.said() == "the papers in view are not known: the library is out of reach"


async def test_an_outdated_failure_ends_no_wait(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        listing = seat.screen.listing
        listing.ask(CODE)
        listing.arrived(
            Found(listing._asking._number - 1, listing.query, error="the library is out of reach")
        )
        assert listing.counting


async def test_the_next_unread_is_looked_for_further_when_more_is_listed(make_radar: MakeRadar) -> None:
    radar = make_radar(living=True)
    async with seated(radar) as seat:
        keys = tuple(seat.screen.listing.papers)
        radar.library.mark(keys[:-1], Mark.READ, True)
        seat.screen.listing.ask(PaperQuery(order=Order.OLDEST))
        await seat.settled()
        listing, papers = seat.screen.listing, seat.screen.paper_list
        listing.ask(PaperQuery())
        papers.show(array("q", keys[:3]), complete=False)
        seat.screen.action_unread(1)
        assert seat.said() == "looking further"
        await seat.until(lambda: papers.key == keys[-1], "the last paper")


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


async def test_an_answer_of_before_lists_no_paper_again_that_was_let_go(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        await seat.press("u", "space")
        listing = seat.screen.listing
        before = listing.papers[:]
        listing.follow(papers=True)
        late = Found(listing._asking._number, listing.query, before)
        listing.renew()
        assert len(listing.papers) == 11
        listing.arrived(late)
        assert listing.papers == before[1:]
        await seat.until(lambda: not listing._asking.under_way, "the answer of now")
        assert listing.papers == before[1:]


async def test_a_paper_opened_while_the_answer_is_on_its_way_stays_listed(make_radar: MakeRadar) -> None:
    async with seated(make_radar()) as seat:
        listing, papers = seat.screen.listing, seat.screen.paper_list
        await seat.press("j")
        listing.ask(PaperQuery(unread=True))
        key, before = papers.key, papers.pages.keys[:]
        assert key is not None
        listing.marked((key,))
        listing.arrived(Found(listing._asking._number, listing.query, before[:1] + before[2:]))
        assert listing.papers == before
        assert papers.key == key


async def test_what_was_let_go_is_looked_for_in_no_answer_behind_one_without_it(
    make_radar: MakeRadar,
) -> None:
    async with seated(make_radar()) as seat:
        await seat.press("u", *["space"] * 6, "E", "escape")
        listing = seat.screen.listing
        assert len(listing._staying._let_go) == 6
        listing.follow(papers=True)
        await seat.until(lambda: not listing._asking.under_way, "an answer without them")
        assert listing._staying._let_go == set()
        assert len(listing.papers) == 6
