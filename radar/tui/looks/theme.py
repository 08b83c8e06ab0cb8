"""The colours; no other file holds one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from radar.tui.looks.contrast import readable

if TYPE_CHECKING:
    from textual.app import App

    _App = App[None]
else:
    # A part of an application, none itself: Textual looks through all that a class inherits for each.
    _App = object

DARK = Theme(
    name="radar-dark",
    primary="#7aa2f7",
    secondary="#5b6b95",
    accent="#e0af68",
    warning="#e0af68",
    error="#f7768e",
    success="#8fc98a",
    foreground="#d5d9e5",
    background="#15171e",
    surface="#1b1e27",
    panel="#262a36",
    dark=True,
    variables={
        # Saturated more than that, a terminal of 256 colours shows teal for the one and black for the other.
        "row-cursor": "#30343f",
        "row-cursor-blurred": "#23262e",
        "row-cursor-style": "none",
        "row-read-style": "none",
        "row-primary": "#7aa2f7",
        "row-accent": "#e0af68",
        "row-success": "#8fc98a",
        "row-error": "#f7768e",
        "row-text": "#bcc2d2",
        "row-quiet": "#969cad",
        "row-faint": "#50576b",
        "text-muted": "#949bb0",
        "foreground-muted": "#949bb0",
        "border": "#3a4054",
        "border-blurred": "#2b3040",
        "scrollbar": "#343a4c",
        "scrollbar-hover": "#4a526b",
        "scrollbar-active": "#7aa2f7",
        "scrollbar-background": "#15171e",
        "scrollbar-background-hover": "#15171e",
        "scrollbar-background-active": "#15171e",
        "footer-key-foreground": "#7aa2f7",
        "input-selection-background": "#7aa2f7 35%",
    },
)
LIGHT = Theme(
    name="radar-light",
    primary="#2456b8",
    secondary="#6a7ba6",
    accent="#925800",
    warning="#925800",
    error="#b3243f",
    success="#2b6e2b",
    foreground="#20242e",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e4e1d8",
    dark=False,
    variables={
        "row-cursor": "#d9e3f7",
        "row-cursor-blurred": "#ebeae4",
        "row-cursor-style": "none",
        "row-read-style": "none",
        "row-primary": "#2456b8",
        "row-accent": "#925800",
        "row-success": "#2b6e2b",
        "row-error": "#b3243f",
        "row-text": "#3a3f4b",
        "row-quiet": "#666b78",
        "row-faint": "#b3b2ad",
        "text-muted": "#5f6471",
        "foreground-muted": "#5f6471",
        "border": "#c4c0b4",
        "border-blurred": "#d8d4c9",
        "scrollbar": "#cfcbbf",
        "scrollbar-hover": "#b2ad9f",
        "scrollbar-active": "#2456b8",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
        "footer-key-foreground": "#2456b8",
        "input-selection-background": "#2456b8 25%",
    },
)
_NO_COLOUR = "ansi_default"
PLAIN = Theme(
    name="radar-plain",
    ansi=True,
    primary=_NO_COLOUR,
    secondary=_NO_COLOUR,
    accent=_NO_COLOUR,
    warning=_NO_COLOUR,
    error=_NO_COLOUR,
    success=_NO_COLOUR,
    foreground=_NO_COLOUR,
    background=_NO_COLOUR,
    surface=_NO_COLOUR,
    panel=_NO_COLOUR,
    boost=_NO_COLOUR,
    variables={
        name: _NO_COLOUR if value.startswith("ansi_") else value
        for name, value in BUILTIN_THEMES["ansi-dark"].variables.items()
    }
    # What is chosen in Textual's own lists is told by its colours otherwise; they paint nothing in reverse.
    | {"block-cursor-text-style": "underline"},
)
"""Without any colour, for NO_COLOR: bold, dim, underline and reverse stay."""

_TEXT, _QUIET, _FAINT = 0.85, 0.65, 0.35
"""How far text, quiet text and signs of absence stand out from the ground, in other people's themes."""
_SIGNS = ("primary", "accent", "success", "error")
"""Colours of a theme that signs and words of the list have."""
_WRITTEN = (
    *("row-text", "row-quiet", *(f"row-{name}" for name in _SIGNS)),
    *("text-primary", "text-accent", "text-success", "text-warning", "text-error"),
    *("foreground-muted", "footer-key-foreground"),
)
"""The variables that something is written in; those of other people's themes are held against the grounds."""
_GROUNDS = ("row-cursor", "row-cursor-blurred", "surface", "panel")
_SHOWN = ("background", *_GROUNDS, "success-muted", *_WRITTEN)
_ON_GROUND, _ON_MORE = 4.5, 3.5
"""How far what is written stands apart from the ground, and from what lies on that at a cursor or an edge."""
THEMES = (DARK, LIGHT, PLAIN)
KNOWN: Mapping[str, Theme] = MappingProxyType(BUILTIN_THEMES | {theme.name: theme for theme in THEMES})
"""Textual's themes and ours by the names that Textual knows them by."""


def theme_names() -> tuple[str, ...]:
    """Return the names that a theme can be chosen by, ours first."""
    return (*(short_name(theme.name) for theme in THEMES), *sorted(BUILTIN_THEMES))


def short_name(name: str) -> str:
    """Return the name that the settings have for a theme, from Textual's name of it."""
    return name.removeprefix("radar-") if name in (theme.name for theme in THEMES) else name


def theme_name(name: str) -> str:
    """Return Textual's name of a theme: one of ours without `radar-`, or one of Textual's own."""
    own = {short_name(theme.name): theme.name for theme in THEMES}
    return own.get(name, name) or DARK.name


def first_theme(name: str) -> str:
    """Return Textual's name of the theme that a name means; of the usual one where it means none."""
    wanted = theme_name(name)
    return wanted if wanted in KNOWN else DARK.name


def row_variables(theme: Theme) -> dict[str, str]:
    """Return the variables that the list needs, for a theme that does not define them itself."""
    if theme in (DARK, LIGHT):
        return {}
    if theme.ansi:
        plain = theme.background or _NO_COLOUR
        texts = dict.fromkeys(("row-text", "row-quiet", "row-faint"), theme.foreground or _NO_COLOUR)
        signs = {f"row-{name}": getattr(theme, name) or theme.primary for name in _SIGNS}
        styles = {"row-cursor-style": "reverse", "row-read-style": "dim"}
        return {"row-cursor": plain, "row-cursor-blurred": plain, **styles, **texts, **signs}
    colours = theme.to_color_system().generate()
    ground, text = Color.parse(colours["background"]), Color.parse(colours["foreground"])
    return {
        "row-cursor": colours["panel"],
        "row-cursor-blurred": colours["surface"],
        "row-cursor-style": "none",
        "row-read-style": "none",
        "row-text": ground.blend(text, _TEXT, 1).hex,
        "row-quiet": ground.blend(text, _QUIET, 1).hex,
        "row-faint": ground.blend(text, _FAINT, 1).hex,
        **{f"row-{name}": colours[name] for name in _SIGNS},
    }


def legible(theme: Theme, variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a theme, those that something is written in so that it can be read.

    Ours are chosen so, and those of the terminal are its own.
    """
    if theme.ansi or theme in (DARK, LIGHT):
        return dict(variables)
    opaque = {name: Color.parse(variables["background"]) + Color.parse(variables[name]) for name in _SHOWN}
    grounds = {opaque["background"]: _ON_GROUND}
    for name in _GROUNDS:
        grounds.setdefault(opaque[name], _ON_MORE)
    at_evidence = {**grounds, opaque["success-muted"]: _ON_MORE}
    written = {name: at_evidence if name == "text-success" else grounds for name in _WRITTEN}
    return {**variables, **{name: readable(opaque[name], on).hex for name, on in written.items()}}


class KnownThemes(_App):
    """The part of an application that has its themes."""

    theme_at_start = DARK.name
    """Textual's name of the theme that the application began with."""

    @property
    def available_themes(self) -> dict[str, Theme]:
        """All themes by Textual's names, ours as well."""
        return {**KNOWN, **super().available_themes}

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme by Textual's name for it, without gathering all: each frame asks for one."""
        return KNOWN.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours that other people's themes do not have."""
        return row_variables(self.current_theme)

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the theme, as Textual keeps them for whoever asks the application."""
        self.theme_variables = legible(self.current_theme, super().get_css_variables())
        return self.theme_variables
