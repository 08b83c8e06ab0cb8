from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from radar.pipeline.radar import Radar
from tests.tui.driving import seated

ROOT = Path(__file__).parents[2]


def test_the_start_loads_no_widget_that_the_first_screen_does_not_show() -> None:
    code = "import radar.tui.app, sys, textual.constants as c; print(c.MAX_FPS, *sys.modules)"
    environment = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    frames, *loaded = done.stdout.split()
    assert frames == "240"
    heavy = {"markdown", "rich_log", "text_area", "data_table", "header", "footer", "progress_bar"}
    assert not {f"textual.widgets._{name}" for name in heavy} & set(loaded)
    assert not {"rich.markdown", "rich.syntax", "importlib.metadata"} & set(loaded)


def test_the_start_loads_nothing_of_radar_that_waits_for_a_key() -> None:
    code = (
        "import radar.cli.commands.open_screen, radar.wiring.radars, radar.tui.app, sys; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    later = {
        "tui.flows.desk", "tui.flows.step", "tui.detail.text", "tui.screens.help_screen",
        "pipeline.estimating", "pipeline.pasted", "pipeline.exporting.json_text", "papers.jobs.spending",
        "library.index.mending",
    }  # fmt: skip
    assert not {f"radar.{name}" for name in later} & set(done.stdout.split())


async def test_another_screen_brings_its_own_style_rules_and_leaves_the_others_as_they_were_read(
    radar: Radar,
) -> None:
    async with seated(radar) as seat:
        before = list(seat.app.stylesheet.rules)
        for key, name in (
            ("question_mark", "HelpScreen"),
            ("J", "JobsScreen"),
            ("dollar_sign", "UsageScreen"),
        ):
            await seat.press(key)
            rules = seat.app.stylesheet.rules
            assert [rule for rule in rules if rule in before] == before
            assert {id(rule) for rule in before} <= {id(rule) for rule in rules}, "none was read anew"
            assert any(name in rule.selectors for rule in rules)
            assert seat.app.screen.styles.has_rule("background")
            await seat.press("escape")
