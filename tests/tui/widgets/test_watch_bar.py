from __future__ import annotations

from datetime import UTC, datetime

import pytest
from textual.app import App, ComposeResult

from radar.papers.reader.query import PaperQuery
from radar.papers.reader.watch import Watch
from radar.tui.lines.glyphs import ASCII, UNICODE, Glyphs
from radar.tui.looks.theme import DARK, row_variables
from radar.tui.widgets.watch_bar import UNCOUNTED, WatchBar
from tests.tui.screens.alone import text_of

SEEN = datetime(2026, 2, 3, tzinfo=UTC)


def _watch(number: int, name: str) -> Watch:
    return Watch(number, name, PaperQuery(name), SEEN)


WATCHES = (
    _watch(7, "gulls"),
    _watch(3, "tides [/] [@click=app.quit]x"),
    _watch(5, "海辺の小石を数える小さな網"),
)


class Wall(App[None]):
    """Nothing but the bar."""

    def __init__(self, glyphs: Glyphs = UNICODE) -> None:
        super().__init__()
        self.bar = WatchBar(glyphs, {"watch.save": "W"}.__getitem__)
        self.seen: list[object] = []
        self.register_theme(DARK)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return row_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.bar

    def on_watch_bar_chosen(self, message: WatchBar.Chosen) -> None:
        self.seen.append(message.number)

    def on_watch_bar_asked(self, message: WatchBar.Asked) -> None:
        self.seen.append((message.act, message.watch.number, message.step))

    def on_watch_bar_left(self) -> None:
        self.seen.append("left")


async def test_watches_stand_below_everything_with_number_name_and_what_is_new() -> None:
    app = Wall()
    async with app.run_test(size=(26, 12)) as pilot:
        app.bar.watches = WATCHES
        app.bar.news = {7: 12_345, 3: UNCOUNTED}
        app.bar.shown = 7
        app.set_focus(None)
        await pilot.pause()
        assert text_of(app.bar).splitlines()[:5] == [
            "  watches",
            "  0 everything",
            " ▸1 gulls          12,345",
            "  2 tides [/] [@click=… ?",
            "  3 海辺の小石を数える小…",
        ]


async def test_with_ascii_no_sign_is_beyond_it() -> None:
    app = Wall(ASCII)
    async with app.run_test(size=(26, 12)) as pilot:
        app.bar.watches = (_watch(7, "a long name that has to be cut somewhere"),)
        app.bar.shown = 7
        app.bar.focus()
        await pilot.pause()
        assert text_of(app.bar).isascii()
        assert " >1 a long name that h..." in text_of(app.bar)


async def test_without_watches_it_says_which_key_makes_one() -> None:
    app = Wall()
    async with app.run_test(size=(26, 12)) as pilot:
        app.bar.focus()
        await pilot.press("j", "r", "d", "J")
        words = " ".join(text_of(app.bar).split())
        assert "no watches yet: search or filter, then W saves that as a watch" in words
        assert app.seen == []


async def test_keys_move_choose_and_ask() -> None:
    app = Wall()
    async with app.run_test(size=(26, 12)) as pilot:
        app.bar.watches = WATCHES
        app.bar.focus()
        await pilot.press("k", "enter", "j", "j", "enter", "r", "d", "J", "K", "escape", "j", "j", "j")
        assert app.seen == [0, 3, ("rename", 3, 0), ("remove", 3, 0), ("move", 3, 1), ("move", 3, -1), "left"]
        assert app.bar.cursor == 3


async def test_a_click_lists_the_papers_of_a_watch() -> None:
    app = Wall()
    async with app.run_test(size=(26, 12)) as pilot:
        app.bar.watches = WATCHES
        await pilot.pause()
        for line in (0, 1, 3, 8):
            await pilot.click(WatchBar, offset=(5, line))
        assert app.seen == [0, 3]


async def test_the_cursor_stays_on_its_watch_whatever_becomes_of_the_others() -> None:
    app = Wall()
    async with app.run_test(size=(26, 12)) as pilot:
        app.bar.watches = WATCHES
        app.bar.go_to(5)
        app.bar.watches = (WATCHES[2], WATCHES[0])
        await pilot.pause()
        assert app.bar.cursor == 1
        app.bar.watches = (WATCHES[0],)
        await pilot.pause()
        assert app.bar.cursor == 1, "on what took its place"
        app.bar.watches = ()
        await pilot.pause()
        assert app.bar.cursor == 0


@pytest.mark.parametrize("steps", [12, 20])
async def test_of_more_watches_than_fit_those_around_the_cursor_are_shown(steps: int) -> None:
    app = Wall()
    async with app.run_test(size=(26, 8)) as pilot:
        app.bar.watches = tuple(_watch(number, f"watch {number}") for number in range(1, 21))
        app.bar.focus()
        await pilot.press(*"j" * steps)
        lines = text_of(app.bar).splitlines()
        assert lines[-1] == f"▌   watch {steps}", "behind the ninth there is no key"
        await pilot.press(*"k" * steps)
        assert text_of(app.bar).splitlines()[1].startswith("▌▸0 everything")


@pytest.mark.parametrize(
    ("start", "key", "line"),
    [
        (0, "G", 30),
        (0, "end", 30),
        (30, "g", 0),
        (30, "home", 0),
        (0, "pagedown", 10),
        (0, "ctrl+d", 5),
        (30, "pageup", 20),
        (30, "ctrl+u", 25),
        (28, "pagedown", 30),
        (2, "pageup", 0),
    ],
)
async def test_the_keys_that_go_far_in_a_list_go_far_in_the_bar(start: int, key: str, line: int) -> None:
    app = Wall()
    async with app.run_test(size=(26, 11)) as pilot:
        app.bar.watches = tuple(_watch(number, f"watch {number}") for number in range(1, 31))
        app.bar.focus()
        app.bar.cursor = start
        await pilot.press(key)
        assert app.bar.cursor == line
        assert f"watch {line}" in text_of(app.bar) or line == 0
