"""Everything in view marked from the screen, and the keys while somebody else writes."""

from __future__ import annotations

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import PaperId
from radar.papers.reader.query import Mark, PaperQuery
from radar.pipeline.radar import Radar
from radar.tui.flows.step import Say
from tests.tui.busy import busy
from tests.tui.driving import seated
from tests.tui.shelf import PAPERS


def _add_late(radar: Radar) -> None:
    """Have another program add a paper, the newest of all."""
    other = Library.open(radar.path)
    late = replace(PAPERS[0], id=PaperId("arxiv:2603.00099"), title="Late Shells")
    other.add_papers([late], Listing("file:late"), read)
    other.close()


async def test_all_in_view_are_marked_read_shown_so_and_unread_again(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("c", "j")
        title = seat.title()
        await seat.press("E")
        assert "3 papers in view:" in seat.text()
        await seat.press("r")
        await seat.until(lambda: "3 papers marked read" in seat.said(), "the end")
        await seat.until(lambda: seat.screen.job_status.own is None, "the line")
        rows = [seat.screen.paper_list.pages.row(index) for index in range(3)]
        assert all(row is not None and row.marks & Mark.READ for row in rows)
        assert seat.title() == title
        await seat.press("U")
        await seat.until(lambda: seat.said() == "taken back: read 3 papers", "the way back")
        assert radar.reader.counts().unread == 12
        assert seat.title() == title


async def test_what_all_are_marked_as_leaves_a_list_of_others_and_comes_back_to_its_cursor(
    radar: Radar,
) -> None:
    async with seated(radar) as seat:
        await seat.press("u", "j", "j")
        title = seat.title()
        await seat.press("E", "r")
        await seat.until(lambda: seat.titles() == [], "none of them")
        assert "12 papers marked read" in seat.said()
        assert "12 without `unread`: u drops it" in seat.text()
        await seat.press("e")
        assert seat.said() == "no paper in view to export"
        await seat.press("U")
        await seat.until(lambda: len(seat.titles()) == 12, "all of them")
        assert seat.title() == title


async def test_a_paper_marked_by_itself_stays_listed_until_all_in_view_are_asked_for(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("u", "space", "j", "space", "k")
        left = [title for at, title in enumerate(seat.titles()) if at not in (0, 2)]
        assert len(seat.titles()) == 12
        marked = seat.title()
        await seat.press("e")
        assert "export 10 papers as" in seat.text()
        assert marked not in seat.titles()
        assert seat.titles() == left
        assert seat.title() == left[1]
        assert seat.screen.filter_line.found == 10


async def test_where_all_were_marked_one_by_one_nothing_is_left_to_export(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("u", *["space"] * 12)
        assert len(seat.titles()) == 12
        await seat.press("e")
        assert seat.said() == "no paper in view to export"
        assert seat.titles() == []
        await seat.until(lambda: "12 without `unread`: u drops it" in seat.text(), "what helps")
        await seat.press("U")
        await seat.until(lambda: len(seat.titles()) == 1, "the last paper")


async def test_what_is_unread_again_is_listed_among_the_unread_where_nothing_was_left(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("E", "r")
        await seat.until(lambda: "12 papers marked read" in seat.said(), "the end")
        await seat.press("u")
        assert seat.titles() == []
        await seat.press("U")
        await seat.until(lambda: len(seat.titles()) == 12, "all of them")
        assert "taken back: read 12 papers" in seat.said()


async def test_a_paper_whose_mark_is_taken_back_comes_back_under_the_cursor(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("u", "j")
        title = seat.title()
        await seat.press("space", "u", "u")
        assert title not in seat.titles()
        await seat.press("U")
        await seat.until(lambda: seat.title() == title, "the paper")
        assert len(seat.titles()) == 12


async def test_rows_stay_where_an_act_on_one_of_them_is_taken_back(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("u", "space", "space", "U")
        assert len(seat.titles()) == 12


async def test_a_mark_set_elsewhere_shows_where_nothing_matched(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("*")
        assert seat.titles() == []
        other = Library.open(radar.path)
        keys = radar.reader.keys(PaperQuery())
        other.mark(keys[:2], Mark.STARRED, True)
        other.close()
        await seat.until(lambda: len(seat.titles()) == 2, "both")


async def test_tags_for_all_are_asked_for_in_the_line(radar: Radar) -> None:
    async with seated(radar, (80, 24)) as seat:
        await seat.press("c", "E", "t")
        await seat.type("tides")
        await seat.press("enter")
        await seat.until(lambda: "tags of 3 papers: tides" in seat.said(), "the end")
        assert radar.library.tag_counts() == (("tides", 3),)


async def test_escape_leaves_all_as_they_are(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("E", "escape")
        assert radar.reader.counts().unread == 12
        assert seat.screen.paper_list.has_focus


async def test_no_key_waits_for_another_writer_and_what_it_asked_for_follows(radar: Radar) -> None:
    async with seated(radar) as seat:
        other = Library.open(radar.path)
        with other.database.transaction():
            await seat.press("s")
            assert "the library is being written" in seat.said()
            await seat.press("j")
            assert radar.reader.counts().starred == 0
            await seat.press("s")
            assert seat.title() == "Limpets Revisited"
        await seat.until(lambda: radar.reader.counts().starred == 2, "both stars")
        other.close()


async def test_a_long_work_shows_how_far_it_is_and_x_stops_it(radar: Radar) -> None:
    async with seated(radar) as seat:
        other = Library.open(radar.path)
        with other.database.transaction():
            await seat.press("E", "r")
            await seat.until(lambda: seat.screen.job_status.own is not None, "its line")
            assert "mark 12 papers read" in seat.lines()[0]
            await seat.press("x")
            await seat.until(lambda: "nothing was changed" in seat.said(), "its end")
        assert seat.screen.job_status.own is None
        assert radar.reader.counts().unread == 12
        other.close()


async def test_leaving_while_something_is_not_done_is_asked_twice(radar: Radar) -> None:
    async with seated(radar) as seat:
        other = Library.open(radar.path)
        with other.database.transaction():
            await seat.press("E", "r")
            await seat.until(lambda: seat.screen.job_status.own is not None, "its line")
            await seat.press("q")
            assert "not done yet: mark 12 papers read; q again leaves without it" in seat.said()
            assert seat.app.is_running
            await seat.pilot.press("q")
            await seat.until(lambda: seat.app._exit, "the end")
        other.close()
    assert radar.reader.counts().unread == 12


async def test_a_paper_that_is_being_read_stays_where_all_in_view_are_asked_for(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("u", "space", "enter")
        title = seat.title()
        await seat.press("E")
        assert "11 papers in view:" in seat.text()
        assert seat.title() == title
        await seat.press("escape", "escape", "E")
        assert "10 papers in view:" in seat.text()
        assert title not in seat.titles()


async def test_a_filter_dropped_where_nothing_was_left_leads_back_to_the_paper_under_the_cursor(
    radar: Radar,
) -> None:
    async with seated(radar) as seat:
        await seat.press("u", *["j"] * 8)
        title = seat.title()
        await seat.press("E", "r")
        await seat.until(lambda: seat.titles() == [], "none of them")
        await seat.press("u")
        await seat.until(lambda: len(seat.titles()) == 12, "all of them")
        assert seat.title() == title


async def test_papers_that_came_before_a_mark_are_listed_after_it(radar: Radar) -> None:
    async with seated(radar) as seat:
        key = seat.screen.paper_list.key
        assert key is not None
        _add_late(radar)
        seat.screen._show_change(Say("marked", changed=(key,)))
        await seat.until(lambda: "Late Shells" in seat.titles(), "the late paper")


async def test_a_paper_that_is_being_read_stays_at_the_end_of_an_act_on_all(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("u", "j", "j", "enter")
        title = seat.title()
        await seat.press("E", "r")
        await seat.until(lambda: len(seat.titles()) < 12, "the end")
        assert seat.titles() == [title]
        assert seat.screen.detail.entry is not None and seat.screen.detail.entry.paper.title == title
        await seat.press("escape", "E")
        await seat.until(lambda: seat.titles() == [], "what was kept to go")
        assert seat.said() == "no paper in view"


async def test_a_paper_that_is_being_read_stays_while_something_is_asked(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("u", "j", "enter")
        title = seat.title()
        with busy(radar):
            await seat.press("E", "r", "t")
            assert seat.screen.prompt.purpose == "tags"
        await seat.until(lambda: len(seat.titles()) < 12, "the end")
        assert seat.titles() == [title]
        assert seat.screen.prompt.purpose == "tags"


async def test_a_paper_that_was_opened_stays_under_the_cursor_when_others_come(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("u", "j", "j", "enter", "escape")
        title, cursor = seat.title(), seat.screen.paper_list.cursor
        _add_late(radar)
        await seat.until(lambda: "Late Shells" in seat.titles(), "the late paper")
        assert seat.title() == title
        assert seat.screen.paper_list.cursor == cursor + 1
        await seat.press("j", "E")
        assert "12 papers in view:" in seat.text()
        assert title not in seat.titles()
