from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from radar.papers.bases import replace
from radar.papers.reader.query import Mark, PaperRow
from radar.tui.lines.glyphs import UNICODE
from radar.tui.looks.theme import DARK, row_variables
from radar.tui.widgets.paper_list import PaperList
from tests.tui.rows.test_painting import ROW

MILLION = 1_000_000


class Shop(App[None]):
    """Nothing but the list, over rows that are made up when asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[int] = []
        self.starred: set[int] = set()
        self.moved: list[int | None] = []
        self.paper_list = PaperList(self._fetch, UNICODE, lambda: self.moved.append(self.paper_list.key))
        self.messages: list[object] = []
        self.register_theme(DARK)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return row_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.paper_list

    def on_paper_list_opened(self, message: PaperList.Opened) -> None:
        self.messages.append(message)

    def _fetch(self, keys: Sequence[int]) -> tuple[PaperRow, ...]:
        self.read.extend(keys)
        return tuple(
            replace(
                ROW,
                key=key,
                title=f"Paper {key}",
                marks=Mark.STARRED if key in self.starred else Mark.NONE,
            )
            for key in keys
        )

    def lines(self) -> list[str]:
        return [self.paper_list.render_line(y).text for y in range(self.paper_list.size.height)]


def _down_from(count: int) -> array[int]:
    return array("q", range(count, 0, -1))


async def test_a_million_papers_cost_a_page_or_two() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(MILLION))
        await pilot.press("j", "G", "k", "g", "pagedown")
        assert len(shop.read) <= 6 * 32
        assert shop.paper_list.virtual_size.height == 2 * MILLION


async def test_a_line_that_moves_is_the_only_one_painted_again() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(100))
        await pilot.press("j")
        assert shop.lines()[2].startswith("▌● C d #   Paper 99")
        assert shop.lines()[0].startswith(" ● C d #   Paper 100")


async def test_papers_that_come_in_above_move_nothing_on_screen() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(100))
        await pilot.press(*["j"] * 20)
        before = shop.lines()
        shop.paper_list.show(_down_from(140), cursor_on=shop.paper_list.key)
        await pilot.pause()
        assert shop.lines() == before
        assert shop.paper_list.key == 80
        assert shop.paper_list.cursor == 60


async def test_a_paper_that_is_not_listed_any_more_gives_the_cursor_to_the_first() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(100))
        await pilot.press("G")
        shop.paper_list.show(array("q", [70, 60]), cursor_on=shop.paper_list.key)
        await pilot.pause()
        assert shop.paper_list.key == 70
        assert shop.lines()[0].startswith("▌● C d #   Paper 70")


async def test_a_row_read_again_is_painted_anew_and_the_others_are_not_read() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(10))
        await pilot.pause()
        shop.starred.add(9)
        shop.read.clear()
        shop.paper_list.read_again([9])
        await pilot.pause()
        assert shop.lines()[2].startswith(" ★ C d #   Paper 9")


async def test_the_mouse_selects_and_a_second_click_opens() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(10))
        await pilot.click(PaperList, offset=(20, 5))
        assert shop.paper_list.cursor == 2
        assert not [one for one in shop.messages if isinstance(one, PaperList.Opened)]
        await pilot.click(PaperList, offset=(20, 5), times=2)
        assert [one for one in shop.messages if isinstance(one, PaperList.Opened)]
        await pilot.click(PaperList, offset=(20, 22))
        assert shop.paper_list.cursor == 2


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(100))
        await pilot.pause()
        shop.paper_list.scroll_down(animate=False)
        await pilot.pause()
        assert shop.paper_list.scroll_offset.y > 0
        assert shop.paper_list.cursor == 0


async def test_every_line_fills_the_width_at_every_width() -> None:
    shop = Shop()
    async with shop.run_test(size=(120, 24)) as pilot:
        shop.paper_list.show(_down_from(5))
        for width in (119, 60, 41, 200):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            room = shop.paper_list.size.width
            assert {shop.paper_list.render_line(y).cell_length for y in range(20)} == {room}


async def test_the_cursor_is_followed_where_it_came_to_another_paper() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(10))
        await pilot.pause()
        assert shop.moved == [10]
        shop.paper_list.show(_down_from(10), cursor_on=10)
        shop.paper_list.move_to(0)
        assert shop.moved == [10]
        shop.paper_list.move_to(3)
        assert shop.moved == [10, 7]


async def test_lines_stand_where_no_paper_does() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.say_instead(("", "nothing matches [/]"))
        await pilot.press("j", "k", "G", "pagedown")
        assert shop.lines()[1].strip() == "nothing matches [/]"
        assert shop.paper_list.key is None


class Painted:
    """The lines of the list that are to be painted again."""

    def __init__(self, shop: Shop) -> None:
        self._list = shop.paper_list
        self._list._exchange_repaint_regions()

    def lines(self) -> set[int]:
        regions = self._list._exchange_repaint_regions()
        return {line for region in regions for line in region.line_range}


async def test_of_rows_read_again_only_those_that_changed_are_painted() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(1000))
        await pilot.pause()
        painted = Painted(shop)
        shop.paper_list.read_again()
        assert painted.lines() == set()
        shop.starred.update((998, 500))
        shop.paper_list.read_again()
        assert painted.lines() == {4, 5}
        assert shop.lines()[4].startswith(" ★ C d #   Paper 998")


async def test_a_row_named_that_is_not_on_screen_paints_nothing() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(1000))
        await pilot.pause()
        painted = Painted(shop)
        shop.paper_list.read_again([500])
        assert painted.lines() == set()
        shop.paper_list.read_again([999])
        assert painted.lines() == {2, 3}


async def test_what_changes_on_another_page_is_read_when_it_is_shown() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(1000))
        await pilot.press("G")
        await pilot.press("g")
        shop.starred.add(1)
        shop.paper_list.read_again()
        await pilot.press("G")
        assert shop.lines()[-2].startswith("▌★ C d #   Paper 1 ")


async def test_a_whole_answer_that_shows_the_same_papers_paints_nothing() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(array("q", range(1000, 940, -1)), complete=False)
        await pilot.pause()
        painted = Painted(shop)
        shop.paper_list.show(_down_from(1000), cursor_on=1000)
        assert painted.lines() == set()
        assert shop.paper_list.virtual_size.height == 2000


@pytest.mark.parametrize("first", [60, 41, 10])
async def test_the_cursor_stays_in_sight_where_a_short_list_becomes_long(first: int) -> None:
    shop = Shop()
    every = _down_from(66)
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(array("q", [70, 26]), cursor_on=26)
        await pilot.press("j")
        assert shop.lines()[2].startswith("▌● C d #   Paper 26")
        shop.paper_list.show(every[:first], cursor_on=26, complete=False)
        await pilot.pause()
        if first == 60:
            assert shop.lines()[2].startswith("▌● C d #   Paper 26"), "in the first frame too"
        shop.paper_list.show(every, cursor_on=26)
        await pilot.pause()
        assert shop.lines()[2].startswith("▌● C d #   Paper 26")
        await pilot.press("j")
        assert shop.lines()[4].startswith("▌● C d #   Paper 25")


async def test_what_was_scrolled_while_only_a_beginning_was_listed_stays_so() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(100))
        await pilot.pause()
        shop.paper_list.show(_down_from(100)[:60], cursor_on=100, complete=False)
        shop.paper_list.scroll_to(y=40, animate=False, force=True)
        await pilot.pause()
        shop.paper_list.show(_down_from(100), cursor_on=100)
        await pilot.pause()
        assert shop.paper_list.scroll_offset.y == 40


async def test_a_reader_who_moved_while_only_a_beginning_was_listed_stays_there() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(array("q", [70, 26]), cursor_on=26)
        shop.paper_list.show(_down_from(66)[:60], cursor_on=26, complete=False)
        await pilot.press("G", "k")
        before = shop.lines()
        shop.paper_list.show(_down_from(66), cursor_on=shop.paper_list.key)
        await pilot.pause()
        assert shop.lines() == before


async def test_the_end_is_the_end_of_all_papers_though_only_the_first_are_known_yet() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(array("q", range(1000, 940, -1)), complete=False)
        await pilot.press("G")
        shop.paper_list.show(_down_from(1000), cursor_on=shop.paper_list.key)
        await pilot.pause()
        assert shop.paper_list.key == 1
        assert shop.lines()[-2].startswith("▌● C d #   Paper 1 ")


async def test_a_reader_who_moved_on_from_the_end_is_not_taken_back_to_it() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(array("q", range(1000, 940, -1)), complete=False)
        await pilot.press("G", "k")
        shop.paper_list.show(_down_from(1000), cursor_on=shop.paper_list.key)
        await pilot.pause()
        assert shop.paper_list.key == 942


async def test_a_row_is_painted_once_though_the_list_scrolls() -> None:
    shop = Shop()
    async with shop.run_test(size=(80, 24)) as pilot:
        shop.paper_list.show(_down_from(1000))
        await pilot.pause()
        before = shop.paper_list.whole_lines(range(24))
        shop.paper_list.scroll_to(y=4, animate=False)
        after = shop.paper_list.whole_lines(range(20))
        assert all(line is old for line, old in zip(after, before[4:], strict=True))


async def test_the_scroll_bar_has_its_size_before_all_papers_are_known() -> None:
    shop = Shop()
    shop.paper_list.expect(1_000)
    async with shop.run_test(size=(60, 20)) as pilot:
        shop.paper_list.show(_down_from(60), complete=False)
        await pilot.resize_terminal(60, 21)
        await pilot.pause()
        assert shop.paper_list.virtual_size.height == 2_000
        shop.paper_list.show(_down_from(900))
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert shop.paper_list.virtual_size.height == 1_800
