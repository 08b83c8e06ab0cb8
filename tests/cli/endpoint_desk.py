"""A server to set up as an endpoint, and the settings file that it is written into."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from tests.cli.seeding import settings
from tests.net.loopback import Arrived, Loopback, Scripted, json_answer

SECRET = "sk-very-secret-4711"
MODELS = json_answer({"data": [{"id": name} for name in ("small", "tall", "tall-old")]})


def answer(arrived: Arrived) -> Scripted:
    """Answer like a server that knows no schema and writes one good takeaway and one that is not."""
    if arrived.path == "/v1/models":
        return MODELS
    if arrived.path != "/v1/chat/completions":
        return Scripted(404)
    body = arrived.json()
    if body.get("response_format", {}).get("type") == "json_schema":
        return json_answer({"error": {"message": "json_schema is not supported"}}, 400)
    good = "StillWater finds 87% of standing herons in pairs of pictures."
    said = good if "Herons" in body["messages"][-1]["content"] else "Bakers in 77 towns wait."
    text = json.dumps({"takeaway": said, "results_sentence": 6, "code_sentence": 0})
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    usage = {"prompt_tokens": 600, "completion_tokens": 40}
    return json_answer({"model": body["model"], "choices": [choice], "usage": usage})


def answer_with_key(arrived: Arrived) -> Scripted:
    """Answer only those that bring the key."""
    if arrived.headers.get("authorization") == f"Bearer {SECRET}":
        return answer(arrived)
    return json_answer({"error": {"message": "no key"}}, 401 if arrived.path.startswith("/v1/") else 404)


def settings_file() -> Path:
    """Where the settings are, or would be."""
    return settings().config_file


def write_settings(text: str) -> None:
    """Write the settings file."""
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(text, encoding="utf-8")


def settings_tables() -> dict[str, object]:
    """Read the settings file."""
    read: dict[str, object] = tomllib.loads(settings_file().read_text(encoding="utf-8"))
    return read


def asked(server: Loopback) -> list[Arrived]:
    """The requests that a model answers."""
    return [arrived for arrived in server.arrived if arrived.method == "POST"]
