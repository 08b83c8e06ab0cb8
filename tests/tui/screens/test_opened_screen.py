"""A screen over the main one, opened beside other work of the event loop."""

from __future__ import annotations

import asyncio

from textual import events

from radar.tui.screens.opened_screen import OpenedScreen
from tests.tui.screens.alone import Alone, until


class Noted(OpenedScreen[None]):
    """Notes in which turn of the loop it took each event."""

    def __init__(self) -> None:
        super().__init__()
        self.turn = 0
        self.taken: list[tuple[str, int]] = []

    def on_mount(self) -> None:
        self._count()

    async def on_event(self, event: events.Event) -> None:
        await super().on_event(event)
        self.taken.append((type(event).__name__, self.turn))

    def _count(self) -> None:
        self.turn += 1
        asyncio.get_running_loop().call_soon(self._count)


async def test_others_take_their_turn_between_two_of_its_events() -> None:
    screen = Noted()
    async with Alone(screen).run_test() as pilot:
        await until(pilot, lambda: "ScreenResume" in dict(screen.taken), "the screen is shown")
        counted = [turn for _name, turn in screen.taken if turn]
        assert len(counted) > 1
        assert len(counted) == len(set(counted)), screen.taken
