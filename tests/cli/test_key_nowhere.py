"""A key goes to its endpoint and nowhere else, even where the endpoint says it again in every text."""

from __future__ import annotations

import base64
import contextlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from radar.cli import main
from radar.cli.command_list import COMMANDS
from radar.pipeline.exporting.formats import export_formats
from tests.cli.seeding import PAPERS, many, seed
from tests.net.keyring_backend import BACKEND, ENTRY, keyring_of_variables
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer, loopback

SECRET = "sk-very-secret-4711"


def _echo(request: Arrived) -> Scripted:
    """Answer well, badly, or with an error, and name the key that came along each time."""
    said = f"your key is {request.headers.get('authorization', '')}"
    if request.method == "GET":
        return json_answer({"data": [{"id": "small"}, {"id": said}]})
    text = request.json()["messages"][-1]["content"]
    if "Slugs" in text:
        return json_answer({"error": {"message": said, "code": said}, "detail": said}, 400)
    takeaway = "We watch a snail walk on." if "number" in text else said
    answer = json.dumps({"takeaway": takeaway, "results_sentence": 1, "code_sentence": 0, "note": said})
    choice = {"message": {"content": answer, "reasoning": said}, "finish_reason": "stop"}
    return json_answer({"id": said, "model": said, "choices": [choice]}, x_request_id=said)


@pytest.fixture(params=["variable", "command", "keyring"])
def endpoint(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Loopback]:
    seed([*PAPERS, *many(2)])
    script = tmp_path / "give-key"
    # The key is in no file, so that none that holds it is excused.
    script.write_text(
        "#!/bin/sh\nbegin=sk-very\necho $begin-secret-4711\necho $begin >&2\n", encoding="utf-8"
    )
    script.chmod(0o700)
    places = {
        "variable": {"RADAR_KEY_ENV": "MY_KEY", "MY_KEY": SECRET},
        "command": {"RADAR_KEY_COMMAND": f"{script} groq"},
        "keyring": {
            "RADAR_KEYRING": f"{tmp_path}/me",
            "PYTHON_KEYRING_BACKEND": BACKEND,
            ENTRY: f"{tmp_path}|me|{SECRET}",
        },
    }
    with keyring_of_variables(), loopback(rule=_echo) as server:
        for name, value in {
            "RADAR_BASE_URL": f"{server.url}/v1",
            "RADAR_MODEL": "small",
            **places[request.param],
        }.items():
            monkeypatch.setenv(name, value)
        yield server


def test_k2_a_key_that_is_echoed_everywhere_is_in_no_output_and_in_no_file(
    endpoint: Loopback, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    commands = [
        ["summarise", "--yes"],
        ["compare", "--yes", "--json"],
        ["list", "--json"],
        ["list"],
        ["show", str(PAPERS[0].id)],
        ["show", str(PAPERS[1].id), "--json"],
        ["usage"],
        ["jobs"],
        ["doctor"],
        ["settings"],
        ["endpoint"],
        ["endpoint", "list", "--json"],
        ["endpoint", "test"],
        ["batch", "export", "--dialect", "openai", "--out", str(tmp_path / "out"), "--yes"],
        *(["export", "--format", name] for name in export_formats()),
    ]
    printed = ""
    for command in commands:
        main(command)
        shown = capsys.readouterr()
        printed += shown.out + shown.err
    assert {arrived.headers.get("authorization") for arrived in endpoint.arrived} == {f"Bearer {SECRET}"}
    assert "We watch a snail walk on." in printed
    assert "your key is" in printed, "what was said around the key is there"
    assert SECRET not in printed
    folders = (Path(os.environ["XDG_DATA_HOME"]).parent, tmp_path)
    written = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".jsonl" for path in written)
    assert any(path.name == "cache.db" for path in written)
    assert not [path for path in written if SECRET.encode() in path.read_bytes()]


SIGNS = "sk-very+secret/471199=="
"""A key of signs that are written otherwise in JSON, addresses and HTML; its number stays what it is."""
WAYS: Mapping[str, Callable[[str], str]] = {
    "JSON": lambda text: text.replace("+", "\\\\u002B").replace("/", "\\\\/"),
    "address": lambda text: quote(text, safe=" :"),
    "HTML": lambda text: text.replace("+", "&#43;").replace("/", "&#x2F;").replace("=", "&equals;"),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
}


@pytest.mark.parametrize("way", WAYS)
def test_k2_a_key_that_is_echoed_in_another_writing_is_in_no_output_and_in_no_file(
    way: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def rewritten(request: Arrived) -> Scripted:
        plain = _echo(request)
        said = f"your key is {request.headers.get('authorization', '')}"
        # Within a text that is JSON itself, each of them stands for one sign more.
        body = plain.body.decode().replace(said, f"{WAYS[way](said)} it is")
        return Scripted(
            plain.status, body.replace("\\\\", "\\").encode(), {"content-type": "application/json"}
        )

    seed([*PAPERS, *many(2)])
    shown = ""
    with loopback(rule=rewritten) as server:
        for name, value in {
            "RADAR_BASE_URL": f"{server.url}/v1",
            "RADAR_MODEL": "small",
            "RADAR_KEY_ENV": "MY_KEY",
            "MY_KEY": SIGNS,
        }.items():
            monkeypatch.setenv(name, value)
        for command in ("summarise --yes", "list --json", "endpoint test", "usage", "jobs", "doctor"):
            main(command.split())
            printed = capsys.readouterr()
            shown += printed.out + printed.err
    assert "it is" in shown, "what was said around the key is there"
    folders = (Path(os.environ["XDG_DATA_HOME"]).parent, tmp_path)
    written = [path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()]
    # Behind "your key is Bearer ", in base64: the number, between what is unsure.
    encoded = base64.b64encode(f"your key is Bearer {SIGNS}".encode()).decode()[-16:-4]
    for part in ("471199", encoded):
        assert part not in shown
        assert not [bytes_ for bytes_ in written if part.encode() in bytes_]


@pytest.mark.parametrize(
    "command",
    ["", *(command.name for command in COMMANDS), "endpoint add", "batch export", "batch import"],
)
def test_k2_no_help_shows_a_key_or_asks_for_one_on_the_command_line(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MY_KEY", "OPENAI_API_KEY", "GROQ_API_KEY"):
        monkeypatch.setenv(name, SECRET)
    monkeypatch.setenv("RADAR_KEY_ENV", "MY_KEY")
    with contextlib.suppress(SystemExit):
        main([*command.split(), "--help"])
    printed = capsys.readouterr().out.lower()
    assert printed.startswith("usage: radar")
    assert SECRET not in printed
    for option in ("--key ", "--key=", "--api-key", "--token", "--password", "sk-"):
        assert option not in printed
