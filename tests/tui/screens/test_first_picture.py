"""What the screen shows before all of it is there."""

from __future__ import annotations

import pytest

from radar.pipeline.radar import Radar
from radar.tui.app import RadarApp
from radar.tui.collecting import Collecting
from radar.tui.screens.radar_screen import RadarScreen
from tests.tui.driving import Seat, until

_QUESTION = 1
"""The line that is searched in."""


@pytest.mark.parametrize(
    ("theme", "width"),
    [
        *((theme, 120) for theme in ("dark", "light", "plain", "ansi-dark", "nord")),
        *(("dark", width) for width in (40, 41, 48, 52, 63, 80)),
    ],
)
async def test_the_line_to_search_in_looks_the_same_before_and_after_it_is_there(
    radar: Radar, theme: str, width: int
) -> None:
    first: list[object] = []

    def note() -> None:
        screen = app.screen
        if isinstance(screen, RadarScreen):
            first.append((screen.begun, bool(screen.query("SearchLine")), _question(app)))

    app = RadarApp(radar, theme=theme, collecting=Collecting(set_aside=note))
    async with app.run_test(size=(width, 20)) as pilot:
        seat = Seat(app, pilot)
        await seat.until(lambda: seat.screen.begun and bool(first), "all of the screen")
        await until(pilot, lambda: bool(seat.screen.search.region), "the line to search in")
        await seat.settled()
        assert first == [(False, False, _question(app))]


def _question(app: RadarApp) -> list[tuple[str, str]]:
    """Return each character of the line with the style it is seen in, which is of a blank the ground."""
    strip = app.screen._compositor.render_strips()[_QUESTION]
    return [
        (letter, str(segment.style.bgcolor if letter == " " and segment.style else segment.style))
        for segment in strip
        for letter in segment.text
    ]
