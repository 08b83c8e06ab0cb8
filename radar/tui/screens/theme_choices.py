"""Every theme by name, to be chosen by typing, and how long a choice holds."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from textual.theme import ThemeProvider

from radar.papers.text.safe_text import clean
from radar.tui.flows.desk import in_home
from radar.tui.looks.theme import KnownThemes, short_name
from radar.tui.screens.radar_screen import RadarScreen


class ThemeChoices(ThemeProvider):
    """Offers Textual's themes and ours; what is chosen is told to be forgotten, and how it is kept."""

    @property
    def commands(self) -> list[tuple[str, Callable[[], None]]]:
        """Each name, and what chooses that theme."""
        return [(name, partial(self._choose, name, take)) for name, take in super().commands]

    def _choose(self, name: str, take: Callable[[], None]) -> None:
        take()
        app = self.app
        for screen in app.screen_stack:
            if isinstance(screen, RadarScreen) and isinstance(app, KnownThemes):
                told = how_long(name, app.theme_at_start, in_home(screen.radar.settings_path))
                screen.notice.say(told)


def how_long(name: str, at_start: str, settings: str) -> str:
    """Return how long a theme holds, and what keeps it.

    Args:
        name: Textual's name of the theme.
        at_start: that of the one which radar began with.
        settings: the settings file.
    """
    short = short_name(name)
    if name == at_start:
        return f"theme {short}, as at the start"
    if "NO_COLOR" in os.environ:
        return f"theme {short} holds until radar is left; while NO_COLOR is set, each start is without colour"
    return (
        f'theme {short} holds until radar is left; theme = "{short}" at the top of {clean(settings)} keeps it'
    )
