"""A screen that is opened over the main one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from radar.tui.looks.gone_widgets import forget_gone_widgets
from radar.tui.screens.newest_size import NewestSize

Result = TypeVar("Result")


class Passing(NewestSize):
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

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Leave the screen with a result, unless it is left already or lies under another one.

        Two clicks may be on their way at once, and Textual would take the screen on top for this one, or fail
        where only the main one is left.
        """
        if self.app.screen_stack[-1:] != [self]:
            nothing: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]
            return nothing
        return super().dismiss(result)

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
