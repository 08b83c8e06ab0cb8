"""How an amount of money reads, wherever it is told."""

from __future__ import annotations

_LEAST = 0.0001
"""Less than this four digits would tell as nothing."""


def cost_told(cost: float) -> str:
    """Return what was paid, or will be, in words: "free" where nothing, else as `dollars`."""
    return dollars(cost) if cost else "free"


def dollars(value: float) -> str:
    """Return US dollars with as many digits as tell something, at least two."""
    if value == 0 or value >= 1:
        return f"${value:,.2f}"
    if value < _LEAST:
        return f"under ${_LEAST}"
    whole, _, cents = f"{value:.4f}".partition(".")
    return f"${whole}.{cents[:2]}{cents[2:].rstrip('0')}"
