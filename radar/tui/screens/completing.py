"""What the main screen has beside the first papers: it is loaded and mounted behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from radar.tui.lines.live_lines import SLASH, SLASH_CELLS
from radar.tui.listing.looking import Looking
from radar.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.screen import Screen

    from radar.tui.screens.radar_screen import RadarScreen


async def complete(screen: RadarScreen) -> None:
    """Mount what the first page does without, as one change of the picture.

    A program that is told to end takes no more parts.
    """
    if not screen.is_attached:
        return
    with screen.app.batch_update():
        sign = screen.query_one("#slash", Static)
        sign.update(Content.styled(SLASH, "bold $row-primary"))
        sign.styles.width = SLASH_CELLS
        mounting = [
            screen.query_one("#question").mount(screen.search, after=sign),
            screen.query_one("#bottom").mount(screen.prompt),
        ]
        if not screen.job_status.is_attached:
            mounting.append(screen.query_one("#head").mount(screen.job_status))
        if not screen.bar.is_attached:
            mounting.append(screen.query_one("#papers").mount(screen.bar, before=screen.paper_list))
        if not screen.query("#too-small"):
            mounting.append(screen.mount(TooSmall()))
        for each in mounting:
            await each


def begin_looking(screen: RadarScreen) -> None:
    """Note for the worker which papers are looked at, and fit what stands in their place, from now on."""

    def fit(_screen: Screen[object]) -> None:
        if screen.listing.complete or screen.listing.counting:
            screen.paper_list.say_instead(screen.instead.again())

    # Also where the side bar comes or goes, or becomes wider, which resizes no screen.
    screen.screen_layout_refresh_signal.subscribe(screen, fit, immediate=True)
    looking = Looking(screen.paper_list, screen.job_status, screen.radar.jobs.look_at)
    screen.set_interval(Looking.INTERVAL, looking.look)
