"""What the first keys need is loaded ahead of them, a little at a time while nobody types.

Loaded by the key that needs it, it holds that key for more than a frame.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module

_AFTER = 0.5
"""Seconds behind the first papers on screen: what belongs to the start is done by then."""
_BETWEEN = 0.03
"""Seconds between two steps."""
_REST = 0.3
"""Seconds without a key before a step is taken."""
MODULES = (
    "radar.papers.spending",
    "radar.pipeline.apart",
    "radar.pipeline.estimating",
    "radar.pipeline.many_papers",
    "radar.tui.given_path",
    "radar.tui.flows.step",
    "radar.tui.flows.copying",
    "radar.tui.flows.opening",
    "radar.tui.flows.marking",
    "radar.tui.flows.choosing",
    "radar.tui.flows.ordering",
    "radar.tui.flows.exporting",
    "radar.tui.flows.summarising",
    "radar.tui.flows.watching",
    "radar.tui.flows.all_in_view",
    "radar.tui.flows.bringing",
    "radar.tui.flows.paper_steps",
    "radar.tui.flows.view_steps",
    "radar.tui.flows.desk",
    "radar.papers.search.examples",
    "radar.tui.help_text",
    "radar.tui.screens.help_screen",
)
"""The flows and the help; those first that others need, so that none brings in many at once."""


def _later(seconds: float, act: Callable[[], None]) -> None:
    asyncio.get_running_loop().call_later(seconds, act)


class Loading:
    """Takes one step after the other, each in a turn of the event loop that has nothing else to do."""

    def __init__(
        self,
        rested: Callable[[], float],
        steps: Callable[[], Iterator[object]] | None = None,
        later: Callable[[float, Callable[[], None]], None] = _later,
    ) -> None:
        """Begin with nothing.

        Args:
            rested: gives the seconds since the last key.
            steps: takes a step with each thing that it yields; None for what the first keys need.
            later: calls back so many seconds from now, between two events.
        """
        self._rested = rested
        self._steps = (steps or _first_keys)()
        self._later = later

    def begin(self) -> None:
        """Load from now on."""
        self._later(_AFTER, self._go_on)

    def _go_on(self) -> None:
        left = _REST - self._rested()
        if left > 0:
            self._later(left, self._go_on)
        elif next(self._steps, None) is not None:
            self._later(_BETWEEN, self._go_on)


def _first_keys() -> Iterator[object]:
    for name in MODULES:
        yield import_module(name)
    from radar.papers.search.parsing import parse

    # Patterns are compiled where they are first asked.
    yield parse("words 2000", date.today())
