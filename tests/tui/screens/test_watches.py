"""Watches on the main screen: saved, listed, left, counted while others write, and kept in order."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from radar.abstracts.reading import read
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import CodeFilter, PaperQuery
from radar.papers.reader.watch import WatchCount
from radar.papers.text.safe_text import clean
from radar.pipeline.radar import Radar
from radar.tui.widgets.paper_list import PaperList
from tests.tui.driving import Seat, seated
from tests.tui.seen_elsewhere import new_in_watches
from tests.tui.shelf import PAPERS, WITH_CODE

CODE = PaperQuery(code=CodeFilter.RELEASED)
TITLES = [clean(paper.title) for paper in PAPERS]


def _late(number: int) -> Paper:
    """Return another paper with code, under the day of the oldest."""
    return replace(PAPERS[0], id=PaperId(f"arxiv:2603.{number:05}"), title=f"Late Shells {number}",
                   links=replace(PAPERS[0].links, landing=""), listed=PAPERS[-1].listed)  # fmt: skip


def _add_elsewhere(path: Path, *papers: Paper) -> None:
    """Add papers as another process would."""
    other = Library.open(path)
    other.add_papers(papers, Listing("file:late", "late"), read)
    other.close()


async def _counted(seat: Seat, *news: int) -> None:
    bar = seat.screen.bar
    await seat.until(
        lambda: [bar.news.get(watch.number, -9) for watch in bar.watches] == list(news), f"counts {news}"
    )
    await seat.pilot.pause()


_LONG = "shells that are sorted by their sound on warm beaches"


@pytest.mark.parametrize(
    ("columns", "bar"),
    [(200, "  1 shells that are sorted by their sound on warm beaches"), (120, "  1 shells that are")],
)
async def test_the_side_bar_is_as_wide_as_the_names_within_a_third_of_the_screen(
    radar: Radar, columns: int, bar: str
) -> None:
    radar.library.add_watch(_LONG, PaperQuery("shells "))
    async with seated(radar, (columns, 36)) as seat:
        await seat.press("w")
        assert seat.lines()[4].startswith(bar)
        width = seat.screen.bar.region.width
        assert 26 < width <= columns // 3
        await _counted(seat, 0)
        assert seat.screen.bar.region.width == width
        await seat.press("j", "d")
        assert seat.screen.bar.region.width == 26


async def test_w_shows_the_side_bar_and_hides_it_and_it_is_there_again_the_next_time(radar: Radar) -> None:
    async with seated(radar) as seat:
        assert "watches" not in seat.lines()[2]
        await seat.press("w")
        assert seat.lines()[2].startswith("  watches")
        assert seat.lines()[3].startswith("▌▸0 everything")
        assert "W" in seat.text() and "no watches yet" in seat.text()
        await seat.press("escape")
        assert isinstance(seat.app.focused, PaperList)
        assert seat.lines()[2].startswith("  watches"), "it stays beside the list"
    async with seated(radar) as seat:
        assert seat.lines()[2].startswith("  watches")
        assert isinstance(seat.app.focused, PaperList)
        await seat.press("w", "w")
        assert "watches" not in seat.lines()[2]
        assert isinstance(seat.app.focused, PaperList)
    async with seated(radar) as seat:
        assert "watches" not in seat.lines()[2]


async def test_a_search_is_saved_by_name_and_its_key_lists_it(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("c", "slash")
        await seat.type("sh")
        await seat.press("enter", "W")
        assert seat.lines()[-1].startswith(" save this search as sh, code")
        await seat.press("end")
        await seat.type("!")
        await seat.press("enter")
        assert seat.said() == "saved as watch 1: sh, code!   U takes it back"
        assert "sh, code! · newest    3 of 12" in seat.lines()[1]
        await seat.press("0")
        assert seat.titles() == TITLES
        assert seat.screen.search.value == ""
        assert "all · newest    12" in seat.lines()[1]
        await seat.press("1")
        assert seat.screen.listing.query == PaperQuery("sh", CodeFilter.RELEASED)
        assert seat.screen.search.value == "sh"
        assert seat.titles() == list(WITH_CODE)
        await seat.press("U")
        assert seat.said() == "taken back: watch sh, code!"
        assert "code · newest    3 of 12" in seat.lines()[1], "what is listed stays"


async def test_the_first_letter_of_a_name_takes_the_place_of_the_one_that_is_offered(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("c", "W")
        await seat.type("mine")
        await seat.press("enter")
        assert seat.said() == "saved as watch 1: mine   U takes it back"
        await seat.press("w", "j", "r")
        await seat.type("ours")
        await seat.press("enter")
        assert [watch.name for watch in radar.watches.all()] == ["ours"]


async def test_the_key_right_behind_an_answer_is_no_letter_of_it(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("c", "W")
        for key, letter in (("enter", "\r"), ("w", "w")):
            seat.app.post_message(events.Key(key, letter))
        await seat.until(lambda: seat.screen.bar.has_focus, "the side bar")
        assert [watch.name for watch in radar.watches.all()] == ["code"]


async def test_a_number_without_a_watch_says_how_to_make_one(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("3")
        assert seat.said() == "there is no watch 3; W saves this search as one"
        await seat.press("0")
        assert seat.said() == "this is the whole list; q quits"


async def test_escape_goes_from_a_changed_watch_to_the_saved_one_and_then_to_everything(radar: Radar) -> None:
    radar.library.add_watch("runnable", CODE)
    async with seated(radar) as seat:
        await seat.press("1", "u", "L", "o")
        assert "runnable, changed · code · unread · oldest" in seat.lines()[1]
        await seat.press("slash")
        await seat.type("gull")
        await seat.press("escape")
        assert seat.screen.listing.query.text == "", "only the words that were typed are dropped"
        await seat.press("escape")
        assert seat.screen.listing.query == CODE
        await seat.press("escape")
        assert seat.screen.listing.query == PaperQuery()
        await seat.press("escape")
        assert seat.said() == "this is the whole list; q quits"


async def test_escape_while_typing_in_a_watch_goes_back_to_its_words(radar: Radar) -> None:
    radar.library.add_watch("shells", PaperQuery("shells"))
    async with seated(radar) as seat:
        await seat.press("1", "slash", "end")
        await seat.type(" gull")
        assert seat.screen.listing.query.text == "shells gull"
        await seat.press("escape")
        assert seat.screen.search.value == "shells"
        assert seat.screen.listing.query == PaperQuery("shells")


async def test_what_comes_in_is_counted_without_moving_anything_and_marked_in_the_watch(radar: Radar) -> None:
    radar.library.add_watch("runnable", CODE)
    radar.library.add_watch("tides", PaperQuery("tides"))
    radar.library.show_watches(True)
    async with seated(radar) as seat:
        await _counted(seat, 0, 0)
        await seat.press("j", "j", "j")
        before = seat.title()
        _add_elsewhere(radar.path, _late(1), _late(2))
        await _counted(seat, 2, 0)
        await seat.settled()
        assert seat.title() == before
        assert seat.screen.paper_list.cursor == 3
        assert any(line.split()[:3] == ["1", "runnable", "2"] for line in seat.lines())
        await seat.press("1")
        rows = seat.screen.paper_list.pages
        assert [row.title for index in range(len(rows)) if (row := rows.row(index)) and row.new] == [
            "Late Shells 1",
            "Late Shells 2",
        ]


async def test_leaving_a_watch_ends_what_was_new_in_it_for_every_radar(radar: Radar) -> None:
    radar.library.add_watch("runnable", CODE)
    radar.library.add_watch("shells", PaperQuery("shells"))
    _add_elsewhere(radar.path, _late(1))
    async with seated(radar) as seat:
        await _counted(seat, 1, 1)
        await seat.press("1")
        assert new_in_watches(radar) == [1, 1], "while it is read its papers stay new"
        await seat.press("2")
        await _counted(seat, 0, 1)
        assert new_in_watches(radar) == [0, 1]
        await seat.press("escape")
        assert new_in_watches(radar) == [0, 0]


async def test_a_watch_that_another_was_made_of_is_left(radar: Radar) -> None:
    radar.library.add_watch("runnable", CODE)
    _add_elsewhere(radar.path, _late(1))
    async with seated(radar) as seat:
        await _counted(seat, 1)
        await seat.press("1", "u", "W", *["backspace"] * len("runnable"))
        await seat.type("unread")
        await seat.press("enter")
        assert seat.said().startswith("saved as watch 2: unread")
        assert new_in_watches(radar) == [0, 0]


async def test_a_count_of_before_a_watch_was_left_is_not_shown(radar: Radar) -> None:
    radar.library.add_watch("runnable", CODE)
    _add_elsewhere(radar.path, _late(1))
    async with seated(radar) as seat:
        await _counted(seat, 1)
        (before,) = seat.screen.bar.watches
        await seat.press("1", "0")
        await _counted(seat, 0)
        seat.screen.watched.counted([WatchCount(before.number, before.seen, 1)])
        assert seat.screen.bar.news == {before.number: 0}


async def test_leaving_radar_leaves_the_watch_too(radar: Radar) -> None:
    radar.library.add_watch("runnable", CODE)
    _add_elsewhere(radar.path, _late(1))
    async with seated(radar) as seat:
        await seat.press("1")
    assert new_in_watches(radar) == [0]


async def test_what_was_never_listed_in_a_watch_stays_new_in_it(radar: Radar) -> None:
    radar.library.add_watch("runnable", CODE)
    async with seated(radar) as seat:
        await seat.press("1", "slash")
        await seat.type("gull")
        await seat.press("enter")
        _add_elsewhere(radar.path, _late(1))
        await _counted(seat, 1)
        await seat.settled()
        await seat.press("0")
        assert new_in_watches(radar) == [1]


async def test_the_key_of_the_watch_that_is_listed_lists_only_what_is_new_in_it(radar: Radar) -> None:
    radar.library.add_watch("runnable", CODE)
    async with seated(radar) as seat:
        await seat.press("1", "1")
        assert seat.said() == "nothing is new in runnable since you last looked"
        await seat.press("0")
        _add_elsewhere(radar.path, _late(1))
        await _counted(seat, 1)
        await seat.press("1", "1")
        assert seat.titles() == ["Late Shells 1"]
        assert "runnable · new · newest    1 of 13" in seat.lines()[1]
        await seat.press("1")
        assert len(seat.titles()) == 4
        await seat.press("1", "escape")
        assert len(seat.titles()) == 4


async def test_watches_are_renamed_moved_and_removed_in_the_side_bar(radar: Radar) -> None:
    for name in ("foam", "tides", "gulls"):
        radar.library.add_watch(name, PaperQuery(name))
    async with seated(radar) as seat:
        await seat.press("2", "w")
        assert seat.screen.bar.cursor == 2, "on the watch that is listed"
        footer = seat.lines()[-2]
        for words in ("enter show", "r rename", "J/K reorder", "d remove", "esc back"):
            assert words in footer
        await seat.press("r")
        await seat.press(*["backspace"] * 5)
        await seat.type("sea")
        await seat.press("enter", "J")
        assert [watch.name for watch in radar.watches.all()] == ["foam", "gulls", "sea"]
        assert seat.screen.bar.cursor == 3
        assert "sea · newest" in seat.lines()[1]
        await seat.press("k", "d")
        assert [watch.name for watch in radar.watches.all()] == ["foam", "sea"]
        await seat.press("k", "U")
        assert [watch.name for watch in radar.watches.all()] == ["foam", "gulls", "sea"]
        assert seat.screen.bar.cursor == 2, "on the watch that is back"
        await seat.press("g", "k", "k", "k")
        assert "rename" not in seat.lines()[-2], "everything cannot be renamed"
        await seat.press("enter")
        assert seat.titles() == TITLES


async def test_a_watch_at_an_end_of_the_side_bar_is_said_to_be_there(radar: Radar) -> None:
    for name in ("foam", "tides"):
        radar.library.add_watch(name, PaperQuery(name))
    async with seated(radar) as seat:
        await seat.press("w", "j", "K")
        assert seat.said() == "foam is the first already"
        await seat.press("J")
        assert seat.said() == ""
        await seat.press("J")
        assert seat.said() == "foam is the last already"
        assert [watch.name for watch in radar.watches.all()] == ["tides", "foam"]


@pytest.mark.parametrize("key", ["r", "d", "delete", "J", "K"])
async def test_the_line_of_everything_says_why_the_keys_of_a_watch_do_nothing_there(
    radar: Radar, key: str
) -> None:
    async with seated(radar) as seat:
        await seat.press("w", key)
        assert seat.said() == "everything is no watch to rename, move or remove; esc goes back to the papers"


async def test_a_name_that_is_taken_is_no_trouble_of_the_library(radar: Radar) -> None:
    for name in ("foam", "tides"):
        radar.library.add_watch(name, PaperQuery(name))
    async with seated(radar) as seat:
        await seat.press("w", "j", "r", "ctrl+u")
        await seat.type("tides")
        await seat.press("enter")
        assert "there is a watch tides already. Choose another name: tides" in " ".join(seat.text().split())
        await seat.type("2")
        await seat.press("enter")
        assert [watch.name for watch in radar.reader.watches()] == ["tides2", "tides"]


async def test_a_watch_that_another_radar_removed_leaves_the_search_behind(radar: Radar) -> None:
    watch, _ = radar.library.add_watch("runnable", CODE)
    async with seated(radar) as seat:
        await seat.press("1")
        other = Library.open(radar.path)
        other.remove_watch(watch.number)
        other.close()
        await seat.until(lambda: seat.screen.watched.shown is None, "the watch to be gone")
        await seat.pilot.pause()
        assert "code · newest    3 of 12" in seat.lines()[1]
        await seat.press("escape")
        assert seat.titles() == TITLES


async def test_on_a_narrow_terminal_the_side_bar_lies_over_the_list_as_long_as_it_is_used(
    radar: Radar,
) -> None:
    radar.library.add_watch("runnable", CODE)
    async with seated(radar, (80, 24)) as seat:
        width = seat.screen.paper_list.size.width
        await seat.press("w")
        assert seat.lines()[2].startswith("  watches")
        assert seat.screen.paper_list.size.width == width, "nothing below it moves"
        assert not any(title[-8:] in seat.text() for title in TITLES), "no row is left without its beginning"
        await seat.press("j", "enter")
        assert "watches" not in seat.lines()[2]
        assert seat.titles() == list(WITH_CODE)
        await seat.press("enter", "w")
        assert seat.lines()[2].startswith("  watches"), "over the detail too"
        await seat.press("1")
        assert isinstance(seat.app.focused, PaperList)
        assert seat.screen.paper_list.display
    async with seated(radar, (80, 24)) as seat:
        assert "watches" not in seat.lines()[2]


@pytest.mark.parametrize("ascii", [True, False])
async def test_hostile_names_are_shown_as_they_are(radar: Radar, ascii: bool) -> None:
    name = "[/] [@click=app.quit]x[/] [bold\x1b]0;PWNED\x07\u202e"
    radar.library.add_watch(name, CODE)
    async with seated(radar, ascii=ascii) as seat:
        await seat.press("w", "1")
        assert "[/] [@click=app.quit]x[/]" in seat.lines()[1]
        assert "[/] [@click=app" in seat.text()
        await seat.press("w", "r", "escape", "d")
        assert seat.said().startswith("removed: [/] [@click=app.quit]x[/] [bold   U")


async def test_watches_that_cannot_be_understood_are_told_and_the_rest_works(radar: Radar) -> None:
    radar.library.add_watch("runnable", CODE)
    radar.library.database.run("UPDATE watches SET query = '{\"colour\": 1}'")
    async with seated(radar) as seat:
        assert "the watch runnable asks for something that this radar does not know" in seat.said()
        await seat.press("j", "c")
        assert seat.titles() == list(WITH_CODE)
