"""The part of the main screen that brings papers in: what the welcome screen offers, and what is pasted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events

from radar.tui.screens.watching_screen import WatchingScreen

if TYPE_CHECKING:
    from radar.pipeline.pasted import Pasted
    from radar.tui.screens.welcome_screen import WelcomeChoice


class AddingScreen(WatchingScreen, inherit_bindings=False):
    """Offers the ways to bring papers in, and queues what is chosen."""

    empty: bool
    """Whether the library is known to hold no paper."""

    def action_add(self) -> None:
        """Offer the ways to bring papers in."""
        self._offer_papers()

    def on_paste(self, event: events.Paste) -> None:
        """Offer to import what is pasted over the list: a listing, or the path of a file."""
        event.stop()
        if event.text.strip():
            self._offer_papers(event.text)

    def _offer_papers(self, pasted: str = "") -> None:
        from radar.pipeline.pasted import look_at_pasted
        from radar.tui.screens.welcome_screen import WelcomeScreen

        def look(text: str) -> Pasted:
            return look_at_pasted(text, self.radar.formats())

        welcome = WelcomeScreen(self.radar.sources, first=self.empty, pasted=pasted, look=look)
        self.app.push_screen(welcome, self._added)

    def _added(self, choice: WelcomeChoice | None) -> None:
        from radar.tui.flows.adding import add_papers

        if choice is not None and choice.kind:
            self.talk.attempt(partial(add_papers, self.radar, choice.kind, choice.text))
        elif self.empty:
            self.app.exit()
