"""A theme that is chosen in the palette is told to be forgotten, and what keeps it."""

from __future__ import annotations

import pytest
from textual.strip import Strip
from textual.widgets import OptionList

from radar.pipeline.radar import Radar
from radar.tui.looks.theme import KNOWN, theme_name, theme_names
from radar.tui.screens.theme_choices import how_long
from tests.tui.driving import Seat, seated


async def _choose(seat: Seat, name: str) -> str:
    """Choose a theme in the palette, and return what is said then."""
    await seat.press("ctrl+p")
    await seat.type("theme")
    await seat.press("enter")
    await seat.type(name)
    await seat.press("enter")
    await seat.until(lambda: seat.on_main_screen and seat.said() != "", "the theme")
    return seat.said()


async def test_how_long_it_holds_and_what_keeps_it_is_told_to_the_end(radar: Radar) -> None:
    async with seated(radar, size=(60, 24)) as seat:
        said = await _choose(seat, "dracula")
        assert seat.app.theme == "dracula"
        assert said.startswith('theme dracula holds until radar is left; theme = "dracula" at the top of ')
        assert said.endswith(f"{radar.settings_path.name} keeps it")
        await seat.settled()
        assert "keeps it" in " ".join(seat.lines()[-4:])


async def test_one_of_ours_is_told_by_the_name_that_the_settings_have(radar: Radar) -> None:
    async with seated(radar) as seat:
        assert 'theme = "light" at the top of ' in await _choose(seat, "radar-light")
        assert seat.app.theme == "radar-light"


async def test_the_theme_of_the_start_needs_nothing_to_stay(radar: Radar) -> None:
    async with seated(radar, theme="nord") as seat:
        await _choose(seat, "dracula")
        seat.screen.notice.say("")
        assert await _choose(seat, "nord") == "theme nord, as at the start"


def test_without_colour_no_setting_is_said_to_keep_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "keeps it" not in how_long("dracula", "radar-plain", "radar.toml")


def test_every_name_that_is_told_is_one_that_the_settings_take() -> None:
    for name in KNOWN:
        told = how_long(name, "", "radar.toml").partition('theme = "')[2].partition('"')[0]
        assert told in theme_names()
        assert theme_name(told) == name


def test_a_folder_with_signs_that_steer_a_terminal_is_told_without_them() -> None:
    assert "\x1b" not in how_long("nord", "", "odd\x1b[31m/radar.toml")


@pytest.mark.parametrize("theme", ["dark", "light", "plain", "ansi-dark", "ansi-light", "nord"])
@pytest.mark.parametrize("key", ["ctrl+p", "I"])
async def test_the_choice_under_the_cursor_looks_otherwise_than_the_others(
    radar: Radar, theme: str, key: str
) -> None:
    async with seated(radar, theme=theme) as seat:
        await seat.press(key, "down")
        (choices,) = seat.app.screen.query(OptionList)
        await seat.until(lambda: choices.highlighted is not None and choices.size.height > 4, "the choices")
        first, chosen, other = (
            _look(choices.render_line(choices._index_to_line[place])) for place in (0, 1, 2)
        )
        assert chosen != first == other


def _look(line: Strip) -> tuple[object, ...]:
    """Return how a choice is written."""
    (style,) = (segment.style for segment in line if segment.text.strip()[3:])
    assert style is not None
    return style.color, style.bgcolor, style.bold, style.underline
