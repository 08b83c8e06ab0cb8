import pytest
from textual.binding import Binding

from radar.tui.screens.help_screen import HelpScreen, HelpSearch
from radar.tui.words.help_text import section_of
from tests.tui.screens.alone import Alone, text_of

SECTIONS = (
    section_of(
        "Papers",
        [
            Binding("m", "summarise", "Summarise", id="paper.summarise", tooltip="Ask for a summary"),
            Binding("s", "star", "Star", id="paper.star", tooltip="Star, or take the star away"),
        ],
    ),
    section_of("Everywhere", [Binding("q", "quit", "Quit", id="radar.quit", tooltip="Quit; jobs go on")]),
)
PATH = "/home/[/]/.config/radar/settings.toml"


def help_screen() -> HelpScreen:
    return HelpScreen(SECTIONS, (("▲", "claims the state of the art"), ("[/]", "odd")), PATH)


def body(app: Alone[None]) -> str:
    return text_of(app.shown.query_one("#help-body"))


@pytest.mark.parametrize("size", [(80, 40), (120, 36), (200, 50)])
async def test_keys_signs_and_the_place_of_the_settings_are_shown(size: tuple[int, int]) -> None:
    app = Alone(help_screen())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = body(app)
        assert "m             Ask for a summary" in shown
        assert "▲             claims the state of the art" in shown
        assert f"Settings: {PATH}" in shown


@pytest.mark.parametrize("key", ["escape", "q", "question_mark"])
async def test_three_keys_leave(key: str) -> None:
    app = Alone(help_screen())
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.results == [None]


async def test_typing_searches_and_escape_drops_the_search_first() -> None:
    app = Alone(help_screen())
    async with app.run_test() as pilot:
        await pilot.press(*"star")
        await pilot.pause()
        assert "Star, or take the star away" in body(app)
        assert "Ask for a summary" not in body(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Ask for a summary" in body(app)
        assert not app.results
        await pilot.press("escape")
        assert app.results == [None]


async def test_the_foot_says_what_escape_does_next() -> None:
    app = Alone(help_screen())
    async with app.run_test() as pilot:
        foot = app.shown.query_one("#help-foot")
        assert text_of(foot).strip() == "esc leaves   arrows and page keys scroll"
        await pilot.press(*"star")
        await pilot.pause()
        assert text_of(foot).strip() == "esc drops the search   arrows and page keys scroll"
        await pilot.press("escape")
        await pilot.pause()
        assert text_of(foot).strip() == "esc leaves   arrows and page keys scroll"


async def test_a_search_that_has_begun_takes_every_letter() -> None:
    app = Alone(help_screen())
    async with app.run_test() as pilot:
        await pilot.press("slash", "q")
        await pilot.pause()
        assert app.shown.query_one(HelpSearch).value == "q"
        assert "Quit; jobs go on" in body(app)
        assert "Ask for a summary" not in body(app)


async def test_a_search_without_a_hit_says_so_as_it_was_typed() -> None:
    app = Alone(help_screen())
    async with app.run_test() as pilot:
        await pilot.press(*"x[/]")
        await pilot.pause()
        assert "No key for 'x[/]'" in body(app)


async def test_long_help_scrolls() -> None:
    app = Alone(help_screen())
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.press("down", "down")
        scroll = app.shown.query_one("#help-scroll")
        assert scroll.scroll_target_y == 2
        await pilot.press("pagedown", "pageup", "up")
        assert scroll.scroll_target_y == 1


async def test_the_ends_are_reached_by_keys_while_nothing_is_typed() -> None:
    app = Alone(help_screen())
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        scroll = app.shown.query_one("#help-scroll")
        end, half, places = scroll.max_scroll_y, scroll.size.height // 2, []
        for key in ("end", "home", "ctrl+d", "ctrl+u"):
            await pilot.press(key)
            places.append(scroll.scroll_target_y)
        assert places == [end, 0, half, 0]
        assert end > half


async def test_the_same_keys_edit_what_is_typed() -> None:
    app = Alone(help_screen())
    async with app.run_test(size=(60, 10)) as pilot:
        search, scroll = app.shown.query_one(HelpSearch), app.shown.query_one("#help-scroll")
        await pilot.press("t", "a", "home", "s", "end", "r")
        assert search.value == "star"
        await pilot.press("home", "ctrl+d", "end", "ctrl+u")
        assert search.value == ""
        await pilot.press("e", "n", "d", "escape", "end")
        assert scroll.scroll_target_y == scroll.max_scroll_y > 0


async def test_the_help_names_those_keys_of_its_own_that_write_nothing() -> None:
    app = Alone(help_screen())
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("slash", *"this")
        await pilot.press("space", *"help")
        await pilot.pause()
        lines = [line.rstrip() for line in body(app).splitlines()]
        assert "home          To the top" in lines
        assert "page down     A page down" in lines
