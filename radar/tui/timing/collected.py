"""An application whose memory is collected between the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.await_complete import AwaitComplete

    from radar.tui.timing.collecting import Collecting

    _App = App[None]
else:
    # A part of an application, none itself: Textual looks through all that a class inherits for each.
    _App = object


class Collected(_App):
    """The part of an application that tells what collects its memory what is shown."""

    collecting: Collecting | None = None
    """When memory is collected; None to leave that to Python."""

    def begin_collecting(self) -> None:
        """Look now and then, from the first frame on."""
        if self.collecting is not None:
            self.call_after_refresh(self.collecting.first_painted)
            self.set_interval(self.collecting.INTERVAL, self._collect)

    def pop_screen(self) -> AwaitComplete:
        """Leave the screen on top, and return what waits until it is gone."""
        if self.collecting is not None:
            self.collecting.screen_left(self._is_alone)
        return super().pop_screen()

    def _collect(self) -> None:
        if self.collecting is not None:
            # Another screen above the main one holds itself, and is to be found when it has been left.
            self.collecting.look(lasts=self._is_alone())

    def _is_alone(self) -> bool:
        return len(self.screen_stack) == 1
