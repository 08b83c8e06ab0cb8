from __future__ import annotations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from radar.papers.bases import replace
from radar.papers.reader.query import Mark
from radar.pipeline.radar import Radar
from radar.tui.app import RadarApp
from radar.tui.lines.glyphs import UNICODE
from radar.tui.looks.theme import DARK, KNOWN, LIGHT, PLAIN, KnownThemes, row_variables, theme_name
from radar.tui.rows.painting import RowPainting, row_lines
from radar.tui.widgets.paper_list import LOOKS
from tests.tui.driving import seated
from tests.tui.rows.test_painting import ROW


def test_short_names_mean_our_themes_and_others_are_left_alone() -> None:
    assert [theme_name(name) for name in ("dark", "light", "plain", "")] == [
        DARK.name,
        LIGHT.name,
        PLAIN.name,
        DARK.name,
    ]
    assert theme_name("nord") == "nord"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("look", "least"), [("row-text", 7.0), ("row-quiet", 4.5)])
def test_texts_of_the_list_can_be_read_on_the_ground_and_under_the_cursor(
    theme: Theme, look: str, least: float
) -> None:
    text = Color.parse(theme.variables[look])
    assert _contrast(text, Color.parse(str(theme.background))) >= least
    assert _contrast(text, Color.parse(theme.variables["row-cursor"])) >= least - 1


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_that_a_paper_has_no_abstract_can_be_read_on_the_ground_and_under_the_cursor(theme: Theme) -> None:
    row = replace(ROW, takeaway="", figure="", marks=Mark.READ)
    _title, below = row_lines(row, RowPainting(70, UNICODE, ROW.day, ()), False)
    ((_said, looks),) = (piece for piece in below if piece[0] == "no abstract to read")
    colours = [Color.parse(theme.variables[LOOKS[look][0]]) for look in looks]
    assert colours
    for colour in colours:
        assert _contrast(colour, Color.parse(str(theme.background))) >= 4.5
        assert _contrast(colour, Color.parse(theme.variables["row-cursor"])) >= 3.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("look", ["row-text", "row-quiet"])
def test_a_terminal_of_256_colours_shows_the_cursor_and_the_texts_under_it(theme: Theme, look: str) -> None:
    ground, text = _of_256(str(theme.background)), _of_256(theme.variables[look])
    for cursor in ("row-cursor", "row-cursor-blurred"):
        under = _of_256(theme.variables[cursor])
        assert under != ground
        assert _contrast(text, under) >= 3.5


@pytest.mark.parametrize("name", BUILTIN_THEMES)
def test_every_theme_of_textual_gets_the_colours_of_the_list(name: str) -> None:
    wanted = {one for drawn in LOOKS.values() for one in drawn if one.startswith("row-")}
    assert wanted
    assert wanted <= set(row_variables(BUILTIN_THEMES[name]))


_TEXTS = tuple(drawn[0] for look, drawn in LOOKS.items() if drawn[0].startswith("row-") and look != "absent")
_WRITTEN_ON = {
    "background": (*_TEXTS, "text-primary", "text-accent", "text-warning", "text-error", "foreground-muted"),
    "row-cursor": _TEXTS,
    "row-cursor-blurred": _TEXTS,
    "surface": ("footer-key-foreground", "row-primary", "text-accent"),
    "panel": ("text-accent", "foreground-muted"),
    "success-muted": ("text-success",),
}


class Coloured(KnownThemes, App[None]):
    """Nothing but the colours of a theme."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.set_reactive(App.theme, name)


@pytest.mark.parametrize("name", [name for name, theme in KNOWN.items() if not theme.ansi])
def test_what_is_written_in_the_colours_of_a_theme_can_be_read_wherever_it_stands(name: str) -> None:
    app = Coloured(name)
    variables = app.get_css_variables()
    assert app.theme_variables == variables
    behind = Color.parse(variables["background"])
    for where, written in _WRITTEN_ON.items():
        ground = behind + Color.parse(variables[where])
        for text in written:
            least = 4.5 if where == "background" else 3.5
            assert _contrast(ground + Color.parse(variables[text]), ground) >= least, (where, text)


async def test_without_colour_not_one_colour_reaches_the_terminal(
    radar: Radar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with seated(radar, theme="light") as seat:
        await seat.press("j", "s", "enter")
        assert seat.app.theme == PLAIN.name
        colours: set[RichColor | None] = set()
        for y in range(36):
            strip = seat.screen._compositor.render_strips()[y]
            for line_filter in seat.app.get_line_filters():
                strip = strip.apply_filter(line_filter, Color.parse("black"))
            for segment in strip:
                if segment.style is not None:
                    colours.update((segment.style.color, segment.style.bgcolor))
        assert {colour.name for colour in colours if colour is not None} <= {"default"}


def test_a_theme_that_does_not_exist_leaves_the_usual_one(radar: Radar) -> None:
    assert RadarApp(radar, theme="no such theme").theme == DARK.name


def _of_256(colour: str) -> Color:
    return Color(*RichColor.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor())


def _contrast(one: Color, other: Color) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    parts = [part / 255 for part in color.rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_a_theme_is_found_by_its_name_or_by_the_first_known_of_several(radar: Radar) -> None:
    async with seated(radar) as seat:
        app = seat.app
        assert app.get_theme("radar-light") is KNOWN["radar-light"]
        assert app.get_theme("nord") is KNOWN["nord"]
        assert app.get_theme("nowhere, nord") is KNOWN["nord"]
        assert app.get_theme("nowhere") is None
        own = Theme("own", primary="#102030")
        app.register_theme(own)
        assert app.get_theme("own") is own
