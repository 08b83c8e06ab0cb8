"""Driving the screen by keys, and waiting until what was asked for is there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic

from textual.pilot import Pilot

from radar.pipeline.radar import Radar
from radar.tui.app import RadarApp
from radar.tui.screens.radar_screen import RadarScreen

PATIENCE = 30.0


class Seat:
    """A reader in front of the screen."""

    def __init__(self, app: RadarApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> RadarScreen:
        """The main screen, whatever lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, RadarScreen))

    @property
    def on_main_screen(self) -> bool:
        """Whether nothing lies over the main screen."""
        return self.app.screen is self.screen

    async def press(self, *keys: str) -> None:
        """Press keys and let everything they caused settle."""
        await self.pilot.press(*keys)
        await self.settled()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def settled(self) -> None:
        """Wait until the whole answer to the question is listed."""
        await self.until(lambda: self.screen.listing.complete, "the whole answer")
        await self.pilot.pause()

    async def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for a condition, and until the screen shows what led to it."""
        end = monotonic() + PATIENCE
        while not condition():
            assert self.app._exception is None
            assert monotonic() < end, f"waited in vain for {what}"
            await self.pilot.pause()
            await asyncio.sleep(0)
        await self.pilot.pause()

    def lines(self) -> list[str]:
        """The screen as text."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines())

    def titles(self) -> list[str]:
        """The titles of all papers listed."""
        pages = self.screen.paper_list.pages
        rows = [pages.row(index) for index in range(len(pages))]
        return [row.title for row in rows if row is not None]

    def title(self) -> str:
        """The title under the cursor."""
        row = self.screen.paper_list.row
        return row.title if row is not None else ""

    def said(self) -> str:
        """What the notice line says."""
        return self.screen.notice.text


async def until(pilot: Pilot[None], condition: Callable[[], bool], what: str) -> None:
    """Wait for a condition where there is no seat."""
    end = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < end, f"waited in vain for {what}"
        await pilot.pause(0.01)


@asynccontextmanager
async def seated(
    radar: Radar,
    size: tuple[int, int] = (120, 36),
    *,
    ascii: bool = False,
    theme: str = "",
    keys: dict[str, str] | None = None,
) -> AsyncIterator[Seat]:
    """Run the screen on a radar."""
    app = RadarApp(radar, ascii=ascii, theme=theme, keys=keys)
    async with app.run_test(size=size) as pilot:
        seat = Seat(app, pilot)
        await seat.settled()
        yield seat
