"""A screen that is opened over the main one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.screen import Screen

from radar.tui.gone_widgets import forget_gone_widgets

Result = TypeVar("Result")
if TYPE_CHECKING:
    from textual.widget import Widget as _Widget
else:
    # A part of a screen, no screen: Textual takes rules from the first thing inherited that is one.
    _Widget = object


class Passing(_Widget):
    """The part of an opened screen that leaves nothing behind, and begins nothing without its parts."""

    async def on_event(self, event: events.Event) -> None:
        # Once the program is told to end, Textual gives a screen no parts any more, but still says that they
        # are there: what the screen then does with them would find none.
        if self.is_attached or not isinstance(event, events.Compose | events.Mount):
            await super().on_event(event)

    def once_painted(self, act: Callable[[], object]) -> None:
        """Do something when the screen is painted the next time, unless it is not whole by then.

        A window may change its size while a screen opens, which has no parts yet, or closes, which has none
        any more.
        """
        self.call_after_refresh(lambda: self.is_mounted and self.display and act())

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
