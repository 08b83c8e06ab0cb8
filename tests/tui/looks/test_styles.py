"""Styles out of the variables of a theme."""

from __future__ import annotations

import pytest
from rich.style import Style

from radar.tui.looks.styles import LookStyles

VARIABLES = {
    "ink": "#102030",
    "paper": "#f0f0f0",
    "quiet": "#10203080",
    "none-of-it": "#10203000",
    "plain": "ansi_default 50%",
    "by-itself": "auto 87%",
    "cursor-style": "reverse",
    "no-style": "none",
}


def test_colours_ground_and_style_come_from_the_theme() -> None:
    looks = {
        "title": ("ink", "", "bold"),
        "row": ("", "paper", "cursor-style"),
        "aside": ("quiet", "", "italic"),
        "bare": ("", "", ""),
        "unstyled": ("ink", "", "no-style"),
    }
    drawn = LookStyles(looks, VARIABLES)
    assert drawn["title"] == Style.parse("bold #102030")
    assert drawn["row"] == Style.parse("reverse on #f0f0f0")
    assert drawn["aside"] == Style.parse("italic #102030")
    assert drawn["bare"] == Style()
    assert drawn["unstyled"] == Style.parse("#102030")


def test_what_is_no_colour_leaves_that_of_the_ground() -> None:
    looks = {"plain": ("plain", "", ""), "auto": ("by-itself", "", ""), "gone": ("none-of-it", "", "")}
    drawn = LookStyles(looks, VARIABLES)
    assert drawn["plain"].color is not None and drawn["plain"].color.name == "default"
    assert drawn["auto"].color is None and drawn["gone"].color is None


def test_what_is_drawn_in_no_way_of_its_own_changes_nothing_and_none_is_made_before_it_is_asked_for() -> None:
    drawn = LookStyles({"title": ("no such variable", "", "")}, VARIABLES)
    assert drawn["elsewhere"] == Style()
    with pytest.raises(KeyError):
        drawn["title"]
