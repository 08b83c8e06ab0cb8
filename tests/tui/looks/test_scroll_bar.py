"""The scroll bar against Textual's own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from radar.tui.looks.line_view import LineView
from radar.tui.looks.scroll_bar import QuickScrollBar
from tests.tui.driving import until

HEIGHT = 12


class Lines(LineView, ScrollView):
    """So many lines of nothing."""

    DEFAULT_CSS = "Lines { overflow-y: scroll; scrollbar-size-vertical: 1; }"

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.virtual_size = Size(10, lines)

    def whole_lines(self, lines: Sequence[int]) -> list[Strip]:
        return [Strip.blank(self.size.width) for _ in lines]


class Showing(App[None]):
    """Shows the lines."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.lines = Lines(lines)

    def compose(self) -> ComposeResult:
        yield self.lines


@pytest.mark.parametrize("lines", [5, 12, 13, 100, 2_000_000])
@pytest.mark.parametrize("pointed", [False, True])
async def test_the_bar_has_the_cells_of_the_usual_one(lines: int, pointed: bool) -> None:
    app = Showing(lines)
    async with app.run_test(size=(40, HEIGHT)) as pilot:
        bar = app.lines.vertical_scrollbar
        assert isinstance(bar, QuickScrollBar)
        bar.mouse_over = pointed
        for part in range(8):
            app.lines.scroll_to(y=lines * part // 7, animate=False)
            await pilot.pause()
            bar._styles_cache.clear()
            crop = Region(0, part % 3, 1, HEIGHT - part % 3)
            usual = ScrollBar.render_lines(bar, crop)
            assert [list(strip) for strip in bar.render_lines(crop)] == [list(strip) for strip in usual]


async def test_a_click_below_the_thumb_goes_a_page_down() -> None:
    app = Showing(100)
    async with app.run_test(size=(40, HEIGHT)) as pilot:
        await pilot.click(offset=(39, HEIGHT - 1))
        await until(pilot, lambda: app.lines.scroll_offset.y > 0, "lines further down")


@pytest.mark.parametrize(("lines", "moves"), [(100, True), (2_000_000, False)])
async def test_a_line_further_is_painted_where_it_moves_the_thumb(lines: int, moves: bool) -> None:
    app = Showing(lines)
    async with app.run_test(size=(40, HEIGHT)) as pilot:
        bar = app.lines.vertical_scrollbar
        app.lines.scroll_to(y=10, animate=False)
        await pilot.pause()
        before = bar.render_lines(Region(0, 0, 1, HEIGHT))
        bar._exchange_repaint_regions()
        app.lines.scroll_to(y=12, animate=False)
        assert bool(bar._exchange_repaint_regions()) is moves
        after = bar.render_lines(Region(0, 0, 1, HEIGHT))
        assert ([list(strip) for strip in before] != [list(strip) for strip in after]) is moves


async def test_the_end_of_a_longer_list_is_painted_where_the_end_of_the_shorter_was() -> None:
    app = Showing(1_000)
    async with app.run_test(size=(40, HEIGHT)) as pilot:
        bar, crop = app.lines.vertical_scrollbar, Region(0, 0, 1, HEIGHT)
        app.lines.scroll_to(y=1_000, animate=False)
        await pilot.pause()
        end = [list(strip) for strip in bar.render_lines(crop)]
        app.lines.virtual_size = Size(10, 2_000)
        await until(pilot, lambda: bar.window_virtual_size == 2_000, "the longer list")
        assert [list(strip) for strip in bar.render_lines(crop)] != end
        app.lines.scroll_to(y=2_000, animate=False)
        await pilot.pause()
        assert [list(strip) for strip in bar.render_lines(crop)] == end
