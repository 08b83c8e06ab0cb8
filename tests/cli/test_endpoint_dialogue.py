"""How `radar endpoint add` asks: what it lists, and what an empty answer stands for."""

from __future__ import annotations

import pytest

from radar.cli.endpoint_questions import preset_line
from radar.settings.presets import PRESETS, Preset
from tests.net.loopback import Arrived, Scripted, json_answer, loopback
from tests.terminal import Terminal


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_a_kind_of_endpoint_takes_one_line_of_a_narrow_terminal(preset: Preset) -> None:
    assert len(f"  17  {preset_line(preset, {preset.key_env: 'secret'})}") < 80
    assert "secret" not in preset_line(preset, {preset.key_env: "secret"})


def test_an_empty_answer_takes_the_only_model_there_is() -> None:
    def rule(arrived: Arrived) -> Scripted:
        return json_answer({"data": [{"id": "only-one"}]}) if arrived.path == "/v1/models" else Scripted(404)

    with (
        loopback(rule=rule) as server,
        Terminal(["endpoint", "add", "here", "--base-url", f"{server.url}/v1"], columns=80) as terminal,
    ):
        terminal.wait_for("a part of it [only-one]:")
        terminal.type("\r")
        terminal.wait_for("Two invented papers go to only-one")
        terminal.type("n\r")
        terminal.wait_for("Write it without a try?")
        terminal.type("n\r")
        assert terminal.wait_for_end() == 0


def test_what_is_wrong_with_an_answer_is_said_without_names_from_the_settings() -> None:
    with Terminal(["endpoint", "add"], columns=80, lines=60) as terminal:
        terminal.wait_for("number or name:")
        terminal.type("another\r")
        terminal.wait_for("Address, such as")
        terminal.type("nonsense\r")
        terminal.wait_for("base_url should be the address")
        assert "[endpoints." not in terminal.text
        terminal.type("\x04")
        assert terminal.wait_for_end() == 2


def test_the_kinds_of_endpoints_fit_a_narrow_terminal() -> None:
    with Terminal(["endpoint", "presets"], columns=80, lines=60) as terminal:
        assert terminal.wait_for_end() == 0
    shown = [line.rstrip() for line in terminal.screen.display]
    assert f"{'':<12}GEMINI_API_KEY" in shown
    assert all(line.startswith(" " * 12) or line.split()[0] in PRESETS for line in shown if line)
