"""The part of an application that sets up endpoints, on a screen over the others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from radar.tui.lines.glyphs import glyphs

if TYPE_CHECKING:
    from textual.app import App

    from radar.pipeline.endpoint_info import EndpointInfo
    from radar.pipeline.radar import Radar
    from radar.tui.words.endpoint_setup import EndpointSetup

    _App = App[None]
else:
    # A part of an application, no application.
    _App = object


class SettingUp(_App):
    """Opens the screen, and has what is set up there asked from then on."""

    radar: Radar
    _ascii: bool
    _setup: EndpointSetup | None = None
    """What was typed so far; None where nothing was, or all of it is set up."""

    def action_set_up_endpoint(self) -> None:
        """Set up an endpoint."""
        self.set_up_endpoint()

    def set_up_endpoint(self, then: Callable[[], object] = lambda: None) -> None:
        """Open the screen; what was typed there before still stands there.

        Args:
            then: called when an endpoint is set up.
        """
        from radar.tui.flows.desk import in_home
        from radar.tui.screens.endpoint_screen import EndpointScreen
        from radar.tui.words.endpoint_setup import EndpointSetup

        if isinstance(self.screen, EndpointScreen) or not self.radar.asked.can_set_up:
            return
        desk = self.radar.asked.desk
        setup = self._setup = self._setup or EndpointSetup(desk)
        file = in_home(desk.file) if desk.file else ""
        self.push_screen(EndpointScreen(setup, glyphs(self._ascii), file), partial(self._left, then))

    def _left(self, then: Callable[[], object], endpoint: EndpointInfo | None) -> None:
        from radar.tui.flows.step import Say
        from radar.tui.screens.radar_screen import RadarScreen

        main = next(screen for screen in self.screen_stack if isinstance(screen, RadarScreen))
        if endpoint is None:
            main.talk.say("no endpoint was set up; what was typed is kept until radar is left")
            return
        self._setup = None
        self.radar.asked.adopt(endpoint)
        told = _told(endpoint, for_now=self.radar.throwaway)
        main.talk.attempt(lambda: Say(told, standing=True))
        then()


def _told(endpoint: EndpointInfo, *, for_now: bool) -> str:
    how_long = "until the demo ends" if for_now else "from now on"
    lacks = f"; its key is not there yet: {endpoint.key_env}" if endpoint.lacks_key else ""
    return f"{endpoint.name} writes summaries {how_long}{lacks}"
