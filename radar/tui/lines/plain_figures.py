"""Figures in ASCII: "8.4x" for "8.4×", "-70 %" for "−70 %"."""

from __future__ import annotations

_PLAIN = str.maketrans({"×": "x", "−": "-", "–": "-", "→": "->", "±": "+-", "≈": "~", "\xa0": " "})


def plain_figure(figure: str) -> str:
    """Return a figure without the signs that radar itself writes outside ASCII."""
    return figure.translate(_PLAIN)
