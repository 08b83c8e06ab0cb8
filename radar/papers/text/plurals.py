"""Numbers of things in words."""

from __future__ import annotations


def plural(count: int, one: str) -> str:
    """Return "1 paper" or "3,000 papers"."""
    return f"{count:,} {one if count == 1 else one + 's'}"
