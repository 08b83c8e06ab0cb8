"""A screen that is opened over the main one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.screen import Screen

from radar.tui.gone_widgets import forget_gone_widgets

Result = TypeVar("Result")
if TYPE_CHECKING:
    from textual.message_pump import MessagePump as _Pump
else:
    # A part of a screen, no screen: Textual takes rules from the first thing inherited that is one.
    _Pump = object


class Passing(_Pump):
    """The part of an opened screen that leaves nothing behind, and begins nothing while the program ends."""

    async def on_event(self, event: events.Event) -> None:
        # Once the program is told to end, Textual gives a screen no parts any more, but still says that they
        # are there: what the screen then does with them would find none.
        if self.is_attached or not isinstance(event, events.Compose | events.Mount):
            await super().on_event(event)

    def on_unmount(self) -> None:
        forget_gone_widgets()


class OpenedScreen(Passing, Screen[Result]):
    """Lets others take their turn between two of its events.

    Textual lays a new screen out and paints it when it gets its size, and once more when it is shown: each
    takes most of a frame, and both would be one turn of the event loop.
    """

    async def on_event(self, event: events.Event) -> None:
        await asyncio.sleep(0)
        await super().on_event(event)
