from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.widget import Widget

from radar.tui.widgets.grounds import Ground

CROPS = (Region(0, 0, 30, 8), Region(3, 2, 10, 4))


class Areas(App[None]):
    """Areas of Textual's beside those that are known to be blank."""

    CSS = "Screen { background: #102030; } Screen > * { height: 8; width: 30; background: #ff8800 40%; }"

    def compose(self) -> ComposeResult:
        yield from (Horizontal(), Ground(), Vertical())


@pytest.mark.parametrize("crop", CROPS)
async def test_a_ground_has_the_colour_of_any_other_area(crop: Region) -> None:
    app = Areas()
    async with app.run_test(size=(30, 40)):
        strips = [
            area.render_lines(crop) for area in app.query("Horizontal, Ground, Vertical").results(Widget)
        ]
        lines = [
            [[(one.text, one.style and one.style.bgcolor) for one in strip] for strip in some]
            for some in strips
        ]
        assert len(lines) == 3
        assert all(one == lines[0] for one in lines)
