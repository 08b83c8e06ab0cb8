"""The screen is put together as Textual does it, from fewer lines."""

from __future__ import annotations

from io import StringIO

import pyte
import pytest
from rich.console import Console
from rich.segment import Segment
from textual._compositor import Compositor, CompositorUpdate
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from radar.pipeline.radar import Radar
from radar.tui.terminal.quick_compositor import QuickCompositor
from tests.tui.driving import seated

WIDTH, HEIGHT = 40, 12
CONSOLE = Console(color_system="truecolor", force_terminal=True)


class Board(Widget):
    """Says in every cell who it is, and notes which lines it is asked for."""

    def __init__(self, letter: str, id: str) -> None:
        super().__init__(id=id)
        self.letter = letter
        self.asked: list[Region] = []
        self.missing = 0
        """So many lines fewer than asked for it gives, as a widget does that shrank a moment ago."""

    def render_line(self, y: int) -> Strip:
        text = f"{self.letter}{y}".ljust(3, "·") * WIDTH
        return Strip([Segment(text[: self.size.width], self.rich_style)], self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked.append(crop)
        return super().render_lines(crop)[: crop.height - self.missing]


class Room(Screen[None]):
    """Two boards beside each other and a bar between, one board above all of them, and one below."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = QuickCompositor()

    def compose(self) -> ComposeResult:
        for letter, name in (("l", "left"), ("|", "bar"), ("r", "right"), ("A", "above")):
            yield Board(letter, name)


class House(App[None]):
    """Shows the room."""

    CSS = """
    Room { layers: base above; layout: horizontal; }
    #left { width: 20; height: 10; background: red; }
    #bar { width: 1; height: 10; background: green; }
    #right { width: 1fr; height: 10; background: blue; }
    #above { layer: above; width: 12; height: 3; offset: 14 4; background: yellow; }
    """

    def get_default_screen(self) -> Room:
        return Room()


def _shown(update: object) -> list[str]:
    screen = pyte.Screen(WIDTH, HEIGHT)
    if update is not None:
        assert isinstance(update, CompositorUpdate)
        pyte.Stream(screen).feed(update.render_segments(CONSOLE))
    return [
        "".join(f"{screen.buffer[y][x].data}{screen.buffer[y][x].bg}" for x in range(WIDTH))
        for y in range(HEIGHT)
    ]


PLACES = {
    "a board": [Region(0, 0, 20, 10)],
    "board and bar": [Region(0, 0, 20, 10), Region(20, 0, 1, 10)],
    "single lines": [Region(0, 2, 20, 2), Region(0, 7, 20, 2)],
    "under what lies above": [Region(0, 3, 20, 5)],
    "what lies above": [Region(14, 4, 12, 3)],
    "cells in the midst": [Region(2, 1, 5, 2), Region(30, 1, 3, 1)],
    "the ground": [Region(0, 10, 40, 2)],
    "beyond the screen": [Region(0, 8, 20, 9)],
    "nothing": [],
}


@pytest.mark.parametrize("places", PLACES.values(), ids=PLACES)
async def test_what_changed_is_shown_as_textual_shows_it(places: list[Region]) -> None:
    app = House()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        compositor = app.screen._compositor
        whole = Region(0, 0, WIDTH, HEIGHT)
        compositor._dirty_regions = set(places)
        quick = _shown(compositor.render_update())
        assert not compositor._dirty_regions
        compositor._dirty_regions = {place.intersection(whole) for place in places}
        usual = _shown(Compositor.render_partial_update(compositor))
        assert quick == usual


@pytest.mark.parametrize("simplify", [False, True])
async def test_all_of_the_screen_is_shown_as_textual_shows_it(simplify: bool) -> None:
    app = House()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        boards = _not_asked_yet(app)
        compositor = app.screen._compositor
        compositor._dirty_regions = {Region(0, 0, WIDTH, HEIGHT)}
        quick = compositor.render_update(simplify=simplify)
        assert not compositor._dirty_regions
        if not simplify:
            assert boards["left"].asked == [Region(0, 0, 20, 4), Region(0, 4, 14, 3), Region(0, 7, 20, 3)]
        usual = Compositor.render_full_update(compositor, simplify)
        assert _shown(quick) == _shown(usual)
        assert _printed(quick) == _printed(usual)


@pytest.mark.parametrize(
    "places", [[Region(0, 0, 40, 10)], [Region(0, 0, WIDTH, HEIGHT)]], ids=["part", "all"]
)
async def test_a_widget_that_gives_fewer_lines_than_it_has_leaves_them_blank(places: list[Region]) -> None:
    app = House()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        compositor = app.screen._compositor
        compositor._dirty_regions = set(places)
        whole = _shown(compositor.render_update())
        app.screen.query_one("#left", Board).missing = 1
        compositor._dirty_regions = set(places)
        shown = _shown(compositor.render_update())
    assert shown[9].startswith(" ")
    assert whole[9].startswith("l")
    assert [line[-2 * len("rblue") :] for line in shown] == [line[-2 * len("rblue") :] for line in whole]


def _not_asked_yet(app: House) -> dict[str | None, Board]:
    """Return the boards by name, each as if nothing had been asked of it."""
    boards = {board.id: board for board in app.screen.query(Board)}
    for board in boards.values():
        board.asked.clear()
    return boards


def _printed(update: object) -> str:
    """Return what a console prints, as for a picture of the screen."""
    console = Console(file=StringIO(), width=WIDTH, height=HEIGHT, force_terminal=True)
    console.print(update)
    assert isinstance(console.file, StringIO)
    return "".join(console.file.getvalue().split("\x1b[0m"))


async def test_only_the_lines_that_changed_are_asked_for_and_only_of_who_is_seen_there() -> None:
    app = House()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        boards = _not_asked_yet(app)
        app.screen._compositor._dirty_regions = {Region(0, 2, 14, 4)}
        app.screen._compositor.render_update()
        asked = {name: board.asked for name, board in boards.items() if board.asked}
        assert asked == {"left": [Region(0, 2, 14, 2), Region(0, 4, 14, 2)]}


async def test_what_moves_is_seen_where_it_is() -> None:
    app = House()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        compositor = app.screen._compositor
        compositor._dirty_regions = {Region(0, 0, WIDTH, 10)}
        assert "A" in _shown(compositor.render_update())[5]
        app.screen.query_one("#above").styles.offset = (14, 0)
        await pilot.pause()
        compositor._dirty_regions = {Region(0, 0, WIDTH, 10)}
        shown = _shown(compositor.render_update())
        assert "A" in shown[1]
        assert "A" not in shown[5]
        app.screen.query_one("#above").display = False
        await pilot.pause()
        compositor._dirty_regions = {Region(0, 0, WIDTH, 10)}
        assert "A" not in "".join(_shown(compositor.render_update()))


async def test_the_main_screen_is_put_together_so(radar: Radar) -> None:
    async with seated(radar) as seat:
        assert isinstance(seat.screen._compositor, QuickCompositor)
