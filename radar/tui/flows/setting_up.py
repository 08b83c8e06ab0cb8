"""Setting up an endpoint from a question, and going on with what it was needed for."""

from __future__ import annotations

from collections.abc import Callable

from radar.tui.flows.step import Ask, Later, Step

SetUp = Callable[[Callable[[], None]], None]
"""Opens what sets an endpoint up, and calls back when one is."""


def set_up(begin: SetUp, then: Callable[[], Step | None] = lambda: None) -> Later:
    """Set an endpoint up, and take the next step when that is done."""
    return Later("setting up an endpoint", begin, then)


def offer(lack: str, begin: SetUp, then: Callable[[], Step | None] = lambda: None) -> Ask:
    """Say what is missing, and offer to set an endpoint up."""
    return Ask("endpoint", lack, lambda _key: set_up(begin, then), choices={"enter": "sets one up"})
