"""How an amount of money reads in a line that changes while one looks at it."""

from __future__ import annotations

from radar.papers.spending import dollars

_CENT = 0.01
_LEAST = 0.0001
"""Less than this four digits would tell as nothing."""


def money(value: float) -> str:
    """Return an amount of US dollars, with more digits below a cent."""
    if 0 < value < _LEAST:
        return dollars(value)
    return f"${value:.4f}" if 0 < value < _CENT else f"${value:,.2f}"
