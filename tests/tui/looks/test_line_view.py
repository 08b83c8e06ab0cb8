from __future__ import annotations

from collections.abc import Sequence

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from radar.tui.looks.line_view import LineView


class Poem(LineView, ScrollView):
    """Numbered lines, each painted once."""

    DEFAULT_CSS = "Poem { background: #102030; overflow-x: hidden; }"

    def __init__(self) -> None:
        super().__init__()
        self.painted: dict[int, Strip] = {}

    def whole_lines(self, lines: Sequence[int]) -> list[Strip]:
        numbers = [y + self.scroll_offset.y for y in lines]
        for number in numbers:
            if number not in self.painted:
                self.painted[number] = self.framed([Segment(f"line {number}".ljust(20))], 20)
        return [self.painted[number] for number in numbers]


class Reading(App[None]):
    """A poem and nothing else."""

    def __init__(self, css: str = "") -> None:
        super().__init__()
        self.poem = Poem()
        self.stylesheet.add_source(css)

    def compose(self) -> ComposeResult:
        yield self.poem

    def strips(self, crop: Region | None = None) -> list[Strip]:
        return self.poem.render_lines(crop or Region(0, 0, self.poem.outer_size.width, 10))


async def test_lines_scrolled_by_are_finished_already() -> None:
    app = Reading()
    async with app.run_test(size=(40, 10)) as pilot:
        app.poem.virtual_size = Size(20, 100)
        await pilot.pause()
        before = app.strips()
        app.poem.scroll_to(y=3, animate=False)
        await pilot.pause()
        after = app.strips()
        assert all(old is new for old, new in zip(before[3:], after, strict=False))
        assert len(app.poem.painted) == 13


@pytest.mark.parametrize(
    ("css", "beginning"),
    [
        ("", "line 0"),
        ("Poem { padding: 0 2 0 1; }", " line 0"),
        ("Poem { border-left: solid red; padding: 0 1; }", "│ line 0"),
        ("Poem { border-left: ascii red; }", "|line 0"),
    ],
)
async def test_border_and_padding_stand_beside_every_line(css: str, beginning: str) -> None:
    app = Reading(css)
    async with app.run_test(size=(40, 10)):
        for strip in app.strips():
            assert strip.cell_length == 40
        assert app.strips()[0].text.rstrip() == beginning


async def test_a_part_is_cut_out_of_the_lines() -> None:
    app = Reading()
    async with app.run_test(size=(40, 10)):
        assert [strip.text for strip in app.strips(Region(2, 4, 4, 2))] == ["ne 4", "ne 5"]
