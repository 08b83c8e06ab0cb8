"""Styles of the pieces that a list or a detail is painted from, out of the variables of the theme.

Component classes of Textual would do the same, but each costs a rule to parse and a node to style at every
start, and there are forty.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

_PLAIN = Style()
Drawn = tuple[str, str, str]
"""Names of the variables of colour and ground, and the style of the text or the name of its variable; any may
be empty."""


class LookStyles(dict[str, Style]):
    """The style of each look, to be laid over the ground it stands on; made when it is first asked for.

    A first page needs a third of them. What is drawn in no way of its own has a style that changes nothing.
    """

    def __init__(self, looks: Mapping[str, Drawn], variables: Mapping[str, str]) -> None:
        """Make none yet.

        Args:
            variables: of the theme, as Textual's App.theme_variables.
        """
        super().__init__()
        self._looks = looks
        self._variables = variables

    def __missing__(self, name: str) -> Style:
        drawn = self._looks.get(name)
        style = self[name] = _PLAIN if drawn is None else _style(drawn, self._variables)
        return style


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
