"""Draws the picture of the README: the sample at 120 by 36 cells, as SVG by Textual.

python -m tests.picture .github/radar.svg
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from radar.settings import Settings
from radar.tui.app import RadarApp
from radar.wiring.radars import build_demo


async def drawn() -> str:
    """Open the demo, keep the papers with code, go to the third of them, and return what is on screen."""
    with tempfile.TemporaryDirectory() as home:
        radar = build_demo(Settings.load({**os.environ, "HOME": home}))
        try:
            app = RadarApp(radar)
            async with app.run_test(size=(120, 36)) as pilot:
                await pilot.press("c", "j", "j")
                await pilot.pause(1)
                return app.export_screenshot(title="radar")
        finally:
            radar.close()


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(asyncio.run(drawn()), encoding="utf-8")
