"""`radar endpoint add` and `list` with a key from a command or the keyring, and without encryption."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.cli import main
from tests.cli.seeding import settings
from tests.net.keyring_backend import ENTRY, keyring_of_variables
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer, loopback

SECRET = "sk-very-secret-4711"


@pytest.fixture
def server() -> Iterator[Loopback]:
    def rule(arrived: Arrived) -> Scripted:
        if arrived.headers.get("authorization") != f"Bearer {SECRET}":
            return json_answer({"error": {"message": "no key", "code": "invalid_api_key"}}, 401)
        if arrived.method == "GET":
            return json_answer({"data": [{"id": "small"}]})
        good = "StillWater finds 87% of standing herons in pairs of pictures."
        text = json.dumps({"takeaway": good, "results_sentence": 6, "code_sentence": 0})
        choice = {"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        return json_answer({"model": "small", "choices": [choice]})

    with loopback(rule=rule) as made:
        yield made


@pytest.fixture
def own_keyring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    monkeypatch.setenv(ENTRY, f"{tmp_path}|me|{SECRET}")
    with keyring_of_variables():
        yield f"{tmp_path}/me"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    made = tmp_path / "give-key"
    made.write_text(f"#!/bin/sh\necho {SECRET}\n", encoding="utf-8")
    made.chmod(0o700)
    return made


def _table(name: str) -> dict[str, object]:
    written = tomllib.loads(settings().config_file.read_text(encoding="utf-8"))
    found = written["endpoints"][name]
    assert isinstance(found, dict)
    return found


def _add(server: Loopback, *more: str) -> int:
    return main(
        ["endpoint", "add", "mine", "--base-url", f"{server.url}/v1", "--model", "small", *more, "--yes"]
    )


def test_an_endpoint_is_added_and_tried_with_a_key_by_a_command(
    server: Loopback, script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _add(server, "--key-command", f"{script} mine") == 0
    assert _table("mine") == {
        "base_url": f"{server.url}/v1",
        "key_command": f"{script} mine",
        "model": "small",
    }
    shown = capsys.readouterr()
    assert SECRET not in shown.out + shown.err
    assert {arrived.headers.get("authorization") for arrived in server.arrived} == {f"Bearer {SECRET}"}


def test_an_endpoint_is_added_and_tried_with_a_key_in_the_keyring(server: Loopback, own_keyring: str) -> None:
    assert _add(server, "--keyring", own_keyring) == 0
    assert _table("mine")["keyring"] == own_keyring


def test_a_command_that_fails_leaves_the_settings_as_they_are(
    server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _add(server, "--key-command", "false") == 3
    assert "the key_command `false` failed (exit code 1)" in capsys.readouterr().err
    assert not settings().config_file.exists()
    assert server.arrived == []


def test_two_places_for_the_key_are_refused(server: Loopback, capsys: pytest.CaptureFixture[str]) -> None:
    assert _add(server, "--key-command", "pass show x", "--key-env", "MY_KEY") == 2
    assert "key_env and key_command both say where the key is" in capsys.readouterr().err


def test_k2_a_key_in_place_of_the_command_is_refused_and_not_shown(
    server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _add(server, "--key-command", f"echo {SECRET}") == 2
    assert SECRET not in capsys.readouterr().err


def test_k6_leave_to_do_without_encryption_is_written_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    file = settings().config_file
    file.parent.mkdir(parents=True)
    table = (
        'base_url = "http://192.0.2.7/v1"\nmodel = "m"\nkey_command = "pass show far"\nallow_http = true\n'
    )
    file.write_text(f"[endpoints.far]\n{table}", encoding="utf-8")
    assert main(["endpoint"]) == 0
    assert "key from `pass`, fetched when needed, without encryption" in capsys.readouterr().out
    assert main(["endpoint", "list", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["key_present"], told["key_fetched"], told["encrypted"]) == (None, "from `pass`", False)


def test_k2_the_settings_show_of_a_command_only_its_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RADAR_KEY_COMMAND", "vault read -token=s.4711 groq")
    assert main(["settings"]) == 0
    printed = capsys.readouterr().out
    assert "= vault ...  # environment variable RADAR_KEY_COMMAND" in printed
    assert "4711" not in printed
