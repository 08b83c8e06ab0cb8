"""Choosing an order on the screen, and what the order by closeness shows."""

from __future__ import annotations

from radar.papers.reader.query import Mark, Order, PaperQuery
from radar.pipeline.radar import Radar
from tests.tui.driving import seated

DUNES = "Dune Grass and Its Discontents"


def _star(radar: Radar, title: str) -> None:
    keys = radar.reader.keys(PaperQuery())
    radar.library.mark([row.key for row in radar.reader.rows(keys) if row.title == title], Mark.STARRED, True)


async def test_a_line_offers_the_orders_and_one_key_takes_one(radar: Radar) -> None:
    async with seated(radar) as seat:
        titles = seat.titles()
        await seat.press("L")
        assert "newest now; list by" in seat.text()
        assert "o oldest" in seat.text().replace("\u00a0", " ")
        await seat.press("o")
        assert seat.titles() == titles[::-1]
        assert "oldest" in seat.lines()[1]
        assert seat.screen.paper_list.has_focus


async def test_the_key_pressed_twice_takes_the_next_order_and_escape_leaves_it(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("L", "L")
        assert seat.screen.listing.query.order is Order.ADDED
        await seat.press("L", "escape")
        assert seat.screen.listing.query.order is Order.ADDED


async def test_a_click_on_the_order_offers_the_orders(radar: Radar) -> None:
    async with seated(radar) as seat:
        line = seat.screen.filter_line
        words = f"newest    {len(seat.titles())}"
        await seat.pilot.click(line, offset=(line.size.width + 2 - len(words), 0))
        await seat.pilot.pause()
        assert "newest now; list by" in seat.text()


async def test_the_detail_says_what_brings_a_paper_near_only_in_that_order(radar: Radar) -> None:
    _star(radar, DUNES)
    async with seated(radar) as seat:
        assert "because of" not in seat.text()
        await seat.press("L", "c")
        assert "close to your 1 starred paper first" in seat.said()
        assert "close to starred" in seat.lines()[1]
        await seat.press("g")
        lines = seat.screen.detail.text_lines
        assert any(line.startswith("CLOSE     because of: ") for line in lines)
        await seat.press("L", "d")
        assert not any("because of" in line for line in seat.screen.detail.text_lines)


async def test_nothing_starred_yet_is_said_and_the_newest_come_first(radar: Radar) -> None:
    async with seated(radar) as seat:
        titles = seat.titles()
        await seat.press("L", "c")
        assert seat.titles() == titles
        assert "close to starred (star a few papers first)" in seat.lines()[1]
        assert seat.said().startswith("star a few papers first (s)")


async def test_a_star_set_in_that_order_moves_nothing_until_the_list_is_asked_again(radar: Radar) -> None:
    _star(radar, DUNES)
    async with seated(radar) as seat:
        await seat.press("L", "c", "g")
        titles = seat.titles()
        await seat.press("s")
        assert seat.titles() == titles
        assert seat.title() == titles[0]
        await seat.press("u")
        assert seat.titles()[0] != titles[0]


async def test_what_is_starred_is_read_by_the_thread_that_answers_and_never_by_the_one_that_paints(
    radar: Radar,
) -> None:
    asked: list[str] = []
    radar.reader._database._connection.set_trace_callback(asked.append)
    _star(radar, DUNES)
    async with seated(radar) as seat:
        await seat.press("L", "c", "g")
        assert "because of: " in "".join(seat.screen.detail.text_lines)
        await seat.press("j", "s", "j", "j", "s", "c", "g", "c", "escape", "L", "d", "L", "c", "g")
    assert not [sql for sql in asked if "SELECT title, abstract" in sql]


async def test_papers_stay_listed_until_the_closest_are_known(radar: Radar) -> None:
    _star(radar, DUNES)
    async with seated(radar) as seat:
        titles = seat.titles()
        listing = seat.screen.listing
        listing.ask(PaperQuery(order=Order.CLOSE))
        assert seat.titles() == titles
        assert listing.counting
        await seat.settled()
        assert seat.titles() != titles
