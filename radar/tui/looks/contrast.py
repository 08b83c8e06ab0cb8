"""Colours that can be read on what they stand on: other people's themes have some that hardly can."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import BLACK, WHITE, Color

_STEPS = 20
"""So many steps lead from a colour to black or white."""


def contrast(one: Color, other: Color) -> float:
    """Return how far two colours stand apart, as WCAG 2 counts it: from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: Color, grounds: Mapping[Color, float]) -> Color:
    """Return a colour that stands out from its grounds: itself, or lighter or darker by no more than needed.

    Args:
        grounds: how far it is to stand apart from each; the first one decides whether lighter or darker.
    """
    ground = next(iter(grounds))
    pole = max((BLACK, WHITE), key=lambda end: contrast(end, ground))
    ways = (colour.blend(pole, step / _STEPS, 1) for step in range(_STEPS + 1))
    return next(
        (way for way in ways if all(contrast(way, each) >= least for each, least in grounds.items())), pole
    )


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
