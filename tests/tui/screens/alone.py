"""An app that shows one screen and keeps what it came back with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

Result = TypeVar("Result")


class Alone(App[None], Generic[Result]):
    """Pushes the screen over an empty one."""

    def __init__(self, screen: Screen[Result]) -> None:
        super().__init__()
        self.shown = screen
        self.results: list[Result | None] = []

    def on_mount(self) -> None:
        self.push_screen(self.shown, self.results.append)


def text_of(widget: Widget) -> str:
    """Return what a widget shows as text."""
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


async def until(pilot: Pilot[None], condition: Callable[[], bool], what: str) -> None:
    """Wait until something holds."""
    for _ in range(1000):
        if condition():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"never happened: {what}")
