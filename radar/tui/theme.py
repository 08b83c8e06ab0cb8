"""The colours; no other file holds one."""

from __future__ import annotations

from textual.theme import Theme

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
        "row-cursor": "#2b3348",
        "row-cursor-blurred": "#20242f",
        "row-cursor-style": "none",
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
PLAIN = Theme(
    name="radar-plain",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "row-cursor": "ansi_default",
        "row-cursor-blurred": "ansi_default",
        "row-cursor-style": "reverse",
        "block-cursor-text-style": "reverse",
        "button-focus-text-style": "reverse",
    },
)
"""Without any colour, for NO_COLOR: bold, dim, underline and reverse stay."""

THEMES = (DARK, LIGHT, PLAIN)


def theme_name(name: str) -> str:
    """Return Textual's name of a theme: one of ours without `radar-`, or one of Textual's own."""
    own = {theme.name.removeprefix("radar-"): theme.name for theme in THEMES}
    return own.get(name, name) or DARK.name
