"""What the screen shows before all of it is there."""

from __future__ import annotations

import pytest
from textual.strip import Strip

from radar.papers.jobs.job import JobKind
from radar.pipeline.radar import Radar
from radar.tui.app import RadarApp
from radar.tui.screens.radar_screen import RadarScreen
from radar.tui.timing.collecting import Collecting
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


@pytest.mark.parametrize("queued", [False, True])
async def test_what_the_worker_is_at_stands_in_the_first_picture_where_it_is_at_anything(
    radar: Radar, queued: bool
) -> None:
    first: list[tuple[bool, str]] = []

    def note() -> None:
        screen = app.screen
        if isinstance(screen, RadarScreen):
            first.append((screen.begun, "".join(part.text for part in _line(app, 0))))

    if queued:
        radar.jobs.add(JobKind.REFRESH, "refresh hf:daily", {})
    app = RadarApp(radar, collecting=Collecting(set_aside=note))
    async with app.run_test(size=(120, 20)) as pilot:
        seat = Seat(app, pilot)
        await seat.until(lambda: seat.screen.begun and bool(first), "all of the screen")
        assert [(begun, "waiting" in line) for begun, line in first] == [(False, queued)]
        assert seat.screen.job_status.is_attached
        assert len(seat.screen.query("JobStatus")) == 1
        radar.jobs.add(JobKind.REFRESH, "refresh arxiv:cs.CL", {})
        await seat.until(lambda: "waiting" in seat.lines()[0], "the job")


def _line(app: RadarApp, y: int) -> Strip:
    return app.screen._compositor.render_strips()[y]


def _question(app: RadarApp) -> list[tuple[str, str]]:
    """Return each character of the line with the style it is seen in, which is of a blank the ground."""
    strip = _line(app, _QUESTION)
    return [
        (letter, str(segment.style.bgcolor if letter == " " and segment.style else segment.style))
        for segment in strip
        for letter in segment.text
    ]
