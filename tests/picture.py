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
from radar.wiring import build_demo


async def draw(path: Path) -> None:
    """Open the demo, search for nothing, open one paper beside the list, and save what is on screen."""
    with tempfile.TemporaryDirectory() as home:
        radar = build_demo(Settings.load({**os.environ, "HOME": home}))
        try:
            app = RadarApp(radar)
            async with app.run_test(size=(120, 36)) as pilot:
                await pilot.press("c", "j", "j")
                await pilot.pause(1)
                path.write_text(app.export_screenshot(title="radar"), encoding="utf-8")
        finally:
            radar.close()


if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1])))
