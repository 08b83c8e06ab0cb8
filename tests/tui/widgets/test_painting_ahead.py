"""What is painted once stays ready, and what comes next is painted ahead."""

from __future__ import annotations

from textual.geometry import Region

from tests.tui.driving import until
from tests.tui.widgets.test_paper_list import Shop, _down_from

SIZE = (80, 24)
WHOLE = Region(0, 0, 80, 24)


async def test_a_page_down_makes_the_next_page_ready_and_one_up_the_page_before() -> None:
    shop = Shop()
    async with shop.run_test(size=SIZE) as pilot:
        papers = shop.paper_list
        papers.show(_down_from(1_000))
        await pilot.press("pagedown", "pagedown", "pagedown")
        behind = papers.in_sight[-1]
        await until(pilot, lambda: (behind - 12, False, False) in papers._strips._kept, "the next page")
        made = papers._strips._kept.copy()
        await pilot.press("pagedown")
        shown = papers.in_sight
        assert all((key, False, False) in made for key in shown if key != papers.key)
        # The first one only takes the cursor from the last row to the first.
        await pilot.press("pageup")
        papers._strips._kept.clear()
        await pilot.press("pageup")
        above = papers.in_sight[0]
        await until(pilot, lambda: (above + 12, False, False) in papers._strips._kept, "the page before")


async def test_nothing_is_painted_ahead_of_a_single_step_or_beyond_the_ends() -> None:
    shop = Shop()
    async with shop.run_test(size=SIZE) as pilot:
        papers = shop.paper_list
        papers.show(_down_from(100))
        await pilot.press(*["j"] * 14)
        await pilot.pause(0.1)
        assert (100 - 26, False, False) not in papers._strips._kept
        await pilot.press("G", "pageup", "g", "pagedown", "pageup")
        await pilot.pause(0.1)
        assert papers.cursor == 0


async def test_a_line_that_scrolls_is_the_same_strip_as_before() -> None:
    shop = Shop()
    async with shop.run_test(size=SIZE) as pilot:
        papers = shop.paper_list
        papers.show(_down_from(100))
        await pilot.pause()
        before = papers.render_lines(WHOLE)
        assert {strip.cell_length for strip in before} == {80}
        papers.move_to(12)
        await pilot.pause()
        after = papers.render_lines(WHOLE)
        moved = papers.scroll_offset.y
        assert moved > 0
        # But the row that lost the cursor, and the one that has it.
        assert all(after[y - moved] is before[y] for y in range(moved + 2, 20))


async def test_lines_are_finished_anew_for_another_width() -> None:
    shop = Shop()
    async with shop.run_test(size=SIZE) as pilot:
        papers = shop.paper_list
        papers.show(_down_from(100))
        await pilot.pause()
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        assert {strip.cell_length for strip in papers.render_lines(Region(0, 0, 60, 24))} == {60}
