"""A screen that is opened over the main one."""

from __future__ import annotations

import asyncio
from typing import TypeVar

from textual import events
from textual.screen import Screen

from radar.tui.gone_widgets import forget_gone_widgets

Result = TypeVar("Result")


class OpenedScreen(Screen[Result]):
    """Lets others take their turn between two of its events.

    Textual lays a new screen out and paints it when it gets its size, and once more when it is shown: each
    takes most of a frame, and both would be one turn of the event loop.
    """

    async def on_event(self, event: events.Event) -> None:
        await asyncio.sleep(0)
        await super().on_event(event)

    def on_unmount(self) -> None:
        forget_gone_widgets()
