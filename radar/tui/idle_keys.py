"""Which keys would do nothing now, so that the footer has room for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar.tui.screens.watching_part import WATCH_ACTS

if TYPE_CHECKING:
    from radar.tui.screens.radar_screen import RadarScreen


def is_idle(screen: RadarScreen, action: str) -> bool:
    """Whether a key would do nothing now, so that the footer has room for others."""
    if not screen.begun:
        return action == "back" or action in WATCH_ACTS
    if screen.prompt.purpose:
        return action != "cancel"
    reading = screen.detail.has_focus
    if action == "back":
        return not (reading or screen.listing.query.filters or screen.watched.shown)
    if action in WATCH_ACTS:
        return screen.bar.under_cursor is None
    return (action == "open" and reading) or (action == "search" and screen.search.has_focus)
