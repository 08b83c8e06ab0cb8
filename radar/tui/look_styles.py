"""Styles of the pieces that a list or a detail is painted from, out of the variables of the theme.

Component classes of Textual would do the same, but each costs a rule to parse and a node to style at every
start, and there are forty.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

Drawn = tuple[str, str, str]
"""Names of the variables of colour and ground, and the style of the text or the name of its variable; any may
be empty."""


def look_styles(looks: Mapping[str, Drawn], variables: Mapping[str, str]) -> dict[str, Style]:
    """Return the style of each look, to be laid over the ground it stands on.

    Args:
        variables: of the theme, as Textual's App.theme_variables.
    """
    return {name: _style(drawn, variables) for name, drawn in looks.items()}


def _style(drawn: Drawn, variables: Mapping[str, str]) -> Style:
    colour, ground, text = drawn
    style = Style(color=_colour(colour, variables), bgcolor=_colour(ground, variables))
    return style + Style.parse(variables.get(text, text)) if text else style


def _colour(name: str, variables: Mapping[str, str]) -> RichColor | None:
    if not name:
        return None
    # "ansi_default 50%" in some themes: how much of it shows through is no matter for text.
    value, _, share = variables[name].partition(" ")
    if value == "auto" or share == "0%":
        return None
    colour = Color.parse(value)
    return colour.rich_color if colour.a > 0 else None
