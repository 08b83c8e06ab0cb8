"""An endpoint with escape sequences and markup in every text that it sends, met by every command."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import radar
from tests.cli.seeding import PAPERS, seed
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer, loopback
from tests.pipeline.batches.answering import asked, written
from tests.terminal import Terminal

POISON = (
    "\x1b]0;PWNED\x07\x1b]52;c;UFdORUQ=\x07\x1b]8;;http://evil.example\x1b\\\x1b[31;47;5m\x1b[?1049h\x1b[5;5H"
    "\x1bP0;1|PWNED\x1b\\\x9b2J\x8dC1\r\b\u202e\u2066\u200b\ufeff\U000e0041\x00\x08\x7f"
    "[/] [@click=app.quit]x[/]"
)
_OUR_COLOURS = re.compile(rb"\x1b\[(?:\d+(?:;\d+)*)?m")
_OURS = re.compile(rb"\x1b\[(?:\d*[KGAC]|\?25[lh])|\r")
"""What moves within a line that tells the progress."""
_ACTS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


def poisoned(value: object) -> object:
    """Put poison behind every text of a value, names of fields left out."""
    if isinstance(value, dict):
        return {name: poisoned(inner) for name, inner in value.items()} | {POISON: POISON}
    if isinstance(value, list):
        return [poisoned(inner) for inner in value]
    return f"{value}{POISON}" if isinstance(value, str) else value


def answer(request: Arrived) -> Scripted:
    if request.method == "GET":
        return json_answer(poisoned({"data": [{"id": "small"}, {"id": "tall", "owned_by": "x"}]}))
    said = {"takeaway": f"Snails sort marbles {POISON} faster with us.", "results_sentence": 1}
    choice = {"message": {"role": "assistant", "content": json.dumps(said)}, "finish_reason": "stop"}
    body = poisoned({"id": "1", "model": "tall", "choices": [choice], "system_fingerprint": "f"})
    assert isinstance(body, dict)
    body["choices"][0]["message"]["content"] = json.dumps(said)
    body["usage"] = {"prompt_tokens": 9, "completion_tokens": 9}
    return json_answer(body)


def refusal(status: int) -> Scripted:
    error = {"message": "no", "type": "t", "code": "c", "param": "p", "metadata": {"reasons": ["r"]}}
    headers = {"retry-after": "nan", "x-request-id": "x"}
    return json_answer({"error": poisoned(error), "detail": POISON}, status, **headers)


RULES = {
    "answer": answer,
    "refusal": lambda _: refusal(400),
    "no model": lambda _: json_answer(
        {"error": {"code": "model_not_found", "message": f"no such model{POISON}"}}, 404
    ),
    "web page": lambda _: Scripted(
        418, f"<html><title>{POISON}</title>".encode(), {"content-type": "text/html"}
    ),
}


@pytest.fixture(params=RULES)
def endpoint(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    seed(PAPERS)
    with loopback(rule=RULES[request.param]) as server:
        values = {"RADAR_BASE_URL": f"{server.url}/v1", "RADAR_MODEL": "small", "RADAR_SOURCES": ""}
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        yield server


def printed_by(*arguments: str) -> str:
    with Terminal(arguments, columns=200, lines=60) as terminal:
        terminal.wait_for_end(60)
        return plain(bytes(terminal.raw))


def plain(raw: bytes) -> str:
    """Take out what radar itself writes for colours and progress."""
    return _OURS.sub(b"", _OUR_COLOURS.sub(b"", raw)).decode()


def assert_harmless(text: str) -> None:
    found = _ACTS.search(text)
    assert found is None, text[max(0, found.start() - 60) : found.start() + 40] if found else ""
    assert "PWNED" not in text
    assert "Traceback" not in text
    assert "MarkupError" not in text


def test_o1_o2_o3_no_command_lets_the_endpoint_act_on_the_terminal(endpoint: Loopback) -> None:
    for command in (
        ("doctor",),
        ("endpoint", "test"),
        ("summarise", "--yes"),
        ("compare", "--yes"),
        ("jobs",),
        ("usage",),
        ("list",),
        ("show", str(PAPERS[0].id)),
        ("doctor", "--json"),
    ):
        assert_harmless(printed_by(*command))
    assert any(arrived.method == "POST" for arrived in endpoint.arrived)


def test_o1_o2_o3_setting_an_endpoint_up_does_not_let_it_act_on_the_terminal(endpoint: Loopback) -> None:
    arguments = ("endpoint", "add", "mine", "--base-url", f"{endpoint.url}/v1")
    for more in (("--model", "small"), ()):
        with Terminal((*arguments, *more), columns=200, lines=60) as terminal:
            terminal.type("\n" * 3 + "\x04" * 3)
            terminal.wait_for_end(20)
            assert_harmless(plain(bytes(terminal.raw)))


def test_o1_o2_o3_results_of_a_batch_do_not_act_on_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed(PAPERS)
    monkeypatch.setenv("RADAR_MODEL", "small")
    out = tmp_path / "out"
    assert radar("batch", "export", "--dialect", "openai", "--out", str(out), "--yes").returncode == 0
    first, second, third = (question["custom_id"] for question in asked(out))
    said = json.dumps({"takeaway": f"Snails sort marbles {POISON} faster with us.", "results_sentence": 1})
    body = poisoned({"model": "tall", "choices": [{"message": {"content": said}, "finish_reason": "stop"}]})
    lines = [
        {"custom_id": first, "response": {"status_code": 200, "body": body}, "error": None},
        {
            "custom_id": second,
            "response": {"status_code": 400, "body": poisoned({"error": {"message": "no"}})},
        },
        {"custom_id": third, "response": None, "error": poisoned({"message": "no", "code": "c"})},
        {"custom_id": f"r1-{POISON}", "error": POISON},
    ]
    path = written(tmp_path / "results.jsonl", lines)
    assert_harmless(printed_by("batch", "import", str(path)))
    for command in (("list",), ("show", str(PAPERS[0].id)), ("usage",)):
        assert_harmless(printed_by(*command))
