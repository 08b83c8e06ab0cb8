"""Every action by name, to be chosen by typing."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext, suppress
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette
from textual.errors import NoWidget

from radar.tui.screens.opened_screen import Passing


class ActionPalette(Passing, CommandPalette):
    """Textual's palette, whose list may be turned by pages at any time; `ChoiceList` tells what for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", "Page up", show=False, id="palette.page_up", tooltip="A page up"),
        Binding(
            "pagedown", "page(1)", "Page down", show=False, id="palette.page_down", tooltip="A page down"
        ),
    ]

    async def on_event(self, event: events.Event) -> None:
        """Pass by a click at a place where nothing stands: not yet, or not in a terminal of this size.

        Textual looks what is there to see whether that lies beside the list, and fails.
        """
        with suppress(NoWidget) if isinstance(event, events.Click) else nullcontext():
            await super().on_event(event)

    async def gathered(self) -> None:
        """Wait until the list holds what was typed: a key that chooses is meant for that."""
        looking = [
            worker
            for worker in self.workers
            if worker.node is self and worker.is_running and not worker.is_cancelled
        ]
        # One that is cancelled or fails meanwhile is nothing to wait for.
        await asyncio.gather(*(worker.wait() for worker in looking), return_exceptions=True)

    def action_page(self, direction: int) -> None:
        """Go a page up or down the list.

        Args:
            direction: 1 for down, -1 for up.
        """
        choices = self.query_one(CommandList)
        if not choices.option_count:
            return
        # An action and what it does take a line each.
        step = max(choices.scrollable_content_region.height // 2, 1)
        at = (choices.highlighted or 0) + direction * step
        choices.highlighted = max(0, min(at, choices.option_count - 1))
