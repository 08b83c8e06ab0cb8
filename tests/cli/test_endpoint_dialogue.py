"""How `radar endpoint add` asks: what it lists, and what an empty answer stands for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from radar.cli.endpoint_questions import preset_line
from radar.settings.presets import PRESETS, Preset
from radar.wiring.endpoint_drafts import address_in
from tests.cli.endpoint_desk import (
    SECRET,
    answer,
    answer_with_key,
    asked,
    settings_file,
    settings_tables,
    write_settings,
)
from tests.cli.seeding import settings
from tests.net.loopback import Arrived, Loopback, Scripted, free_port, json_answer, loopback
from tests.terminal import Terminal


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback(rule=answer) as made:
        yield made


@pytest.fixture
def keyed() -> Iterator[Loopback]:
    with loopback(rule=answer_with_key) as made:
        yield made


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


def test_the_dialogue_asks_for_address_name_and_model_tries_and_writes(server: Loopback) -> None:
    with Terminal(["endpoint", "add"], lines=60) as terminal:
        terminal.wait_for("number or name:")
        terminal.type("anohter\r")
        terminal.wait_for("Did you mean")
        terminal.type("17\r")
        terminal.wait_for("Address, such as")
        terminal.type("nonsense\r")
        terminal.wait_for("base_url should be the address")
        terminal.type(f"{server.url}\r")
        terminal.wait_for("Name for it [local]:")
        terminal.type("Not Good\r")
        terminal.wait_for("lower-case letters")
        terminal.type("\r")
        terminal.wait_for("number, name or a part of it:")
        terminal.type("tall-\r")
        terminal.wait_for("Try it now? [Y/n]")
        assert asked(server) == []
        terminal.type("\r")
        terminal.wait_for("Write this into")
        terminal.type("\r")
        assert terminal.wait_for_end() == 0
    expected = {"local": {"base_url": f"{server.url}/v1", "model": "tall-old"}}
    assert settings_tables() == {"endpoints": expected}
    assert {arrived.json()["model"] for arrived in asked(server)} == {"tall-old"}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1"),
        ("HTTPS://host.example", "HTTPS://host.example"),
        ("localhost:11434", "http://localhost:11434"),
        ("127.0.0.1/v1", "http://127.0.0.1/v1"),
        ("[::1]:8080/v1", "http://[::1]:8080/v1"),
        ("localhost", ""),
        ("host.example:8080/v1", ""),
        ("groq", ""),
        ("[::1:8080", ""),
    ],
)
def test_an_address_is_known_from_a_name(text: str, address: str) -> None:
    assert address_in(text) == address


def test_an_address_in_the_place_of_a_kind_is_taken_as_it_is_and_a_wrong_one_asked_for_again(
    server: Loopback,
) -> None:
    with Terminal(["endpoint", "add"], lines=60) as terminal:
        terminal.wait_for("number or name:")
        terminal.type(f"{server.url}/v1?page=2\r")
        terminal.wait_for("after ? or #")
        terminal.wait_for(lambda text: text.count("number or name:") == 2)
        terminal.type(f"127.0.0.1:{server.port}/v1\r")
        terminal.wait_for("Name for it [local]:")
        terminal.type("\r")
        terminal.wait_for("number, name or a part of it:")
        terminal.type("\x04")
        assert terminal.wait_for_end() == 2


def test_the_dialogue_asks_for_the_variable_of_a_key_and_refuses_the_key_itself(keyed: Loopback) -> None:
    write_settings('[endpoints.first]\npreset = "ollama"\nmodel = "m"\n')
    with Terminal(["endpoint", "add"], lines=60, environment={"MY_KEY": SECRET}) as terminal:
        terminal.wait_for("number or name:")
        terminal.type(f"{keyed.url}\r")
        terminal.wait_for("Name for it [local]:")
        terminal.type("\r")
        terminal.wait_for("that holds the key [none]:")
        assert "--key-command, --keyring" in terminal.text
        terminal.type("sk-typed-by-mistake\r")
        terminal.wait_for("may be a key")
        terminal.type("MY_KEY\r")
        terminal.wait_for("number, name or a part of it:")
        terminal.type("2\r")
        terminal.wait_for("Try it now? [Y/n]")
        terminal.type("y\r")
        terminal.wait_for("Write this into")
        terminal.type("y\r")
        terminal.wait_for("in place of first? [y/N]")
        terminal.type("y\r")
        assert terminal.wait_for_end() == 0
        assert terminal.text.count("sk-typed-by-mistake") == 1
        assert SECRET not in terminal.text
    assert settings_tables()["summariser"] == "local"
    assert settings().endpoints["local"].key_env == "MY_KEY"
    assert settings().endpoints["local"].model == "tall"


def test_the_dialogue_can_be_left_and_then_nothing_is_written(server: Loopback) -> None:
    arguments = ["endpoint", "add", "mine", "--base-url", f"{server.url}/v1", "--model", "small"]
    with Terminal(arguments) as terminal:
        terminal.wait_for("Try it now?")
        terminal.type("n\r")
        terminal.wait_for("Write it without a try?")
        terminal.type("\r")
        assert terminal.wait_for_end() == 0
        assert "nothing was written" in terminal.text
    with Terminal(arguments) as terminal:
        terminal.wait_for("Try it now?")
        terminal.type("\x04")
        assert terminal.wait_for_end() == 2
        assert "no answer came" in terminal.text
        assert "Traceback" not in terminal.text
    assert not settings_file().exists()


def test_an_endpoint_that_does_not_answer_can_be_written_all_the_same() -> None:
    dead = f"http://127.0.0.1:{free_port()}/v1"
    with Terminal(["endpoint", "add", "later", "--base-url", dead], lines=40) as terminal:
        terminal.wait_for("without trying it? [y/N]")
        terminal.type("y\r")
        terminal.wait_for("Model:")
        terminal.type("qwen\r")
        terminal.wait_for("Write this into")
        terminal.type("\r")
        assert terminal.wait_for_end() == 0
    assert settings_tables()["endpoints"] == {"later": {"base_url": dead, "model": "qwen"}}


def test_yes_is_not_said_to_an_endpoint_that_fails() -> None:
    dead = f"http://127.0.0.1:{free_port()}/v1"
    arguments = ["endpoint", "add", "later", "--base-url", dead, "--model", "m", "--yes"]
    with Terminal(arguments, lines=40) as terminal:
        assert terminal.wait_for_end() == 3
        assert "nothing was written" in terminal.text
    assert not settings_file().exists()
