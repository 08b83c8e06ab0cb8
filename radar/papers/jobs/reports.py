"""How a long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Report = Callable[[int, int], None]
"""Is told how much is done, and of how much; a total of 0 is not known.

What it raises ends the work: an act is undone, and a change in steps goes on from there the next time.
"""
LabelledReport = Callable[[str, int, int], None]
"""Is told what is being done, before the same."""


def tell_nobody(*how_far: object) -> None:
    """Take either report, and keep it."""
