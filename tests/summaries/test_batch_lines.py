"""Requests as lines: what each of those who take them gets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from radar.papers.bases import replace
from radar.papers.listed.paper import PaperId
from radar.summaries.batch_lines import Dialect, batch_line, batch_shape, custom_id_of, is_custom_id
from radar.summaries.dialogue import Dialogue
from radar.summaries.endpoints.dialects import dialect_of
from radar.summaries.endpoints.ladder import Format, body_of
from radar.summaries.prompting.chat import ChatRequest, Message, Role
from radar.summaries.prompting.estimate import estimate_tokens
from radar.summaries.prompting.prompt import paper_text
from radar.summaries.summariser import SummariserSettings
from tests.summaries.papers import paper

DIALOGUE = Dialogue(SummariserSettings("endpoint", model="small"), "endpoint")
TEXT = paper_text(paper())
REQUEST = DIALOGUE.question(TEXT, estimate_tokens)
ID = custom_id_of(paper().id, TEXT, "d1", "small", "mine")


def line(dialect: Dialect, model: str = "small", format: Format = Format.SCHEMA) -> dict[str, Any]:
    content = batch_line(ID, REQUEST, model, batch_shape(dialect, model, format), dialect)
    read: dict[str, Any] = json.loads(content)
    return read


@pytest.mark.parametrize(
    ("dialect", "url", "names_model", "limit"),
    [
        (Dialect.OPENAI, "/v1/chat/completions", True, "max_completion_tokens"),
        (Dialect.AZURE, "/chat/completions", True, "max_completion_tokens"),
        (Dialect.GROQ, "/v1/chat/completions", True, "max_completion_tokens"),
        (Dialect.VLLM, "/v1/chat/completions", True, "max_tokens"),
        (Dialect.TOGETHER, None, True, "max_tokens"),
        (Dialect.FIREWORKS, None, False, "max_tokens"),
        (Dialect.MISTRAL, None, False, "max_tokens"),
    ],
)
def test_each_dialect_has_its_own_form(
    dialect: Dialect, url: str | None, names_model: bool, limit: str
) -> None:
    read = line(dialect)
    assert read["custom_id"] == ID
    assert (read.get("url"), read.get("method")) == (url, "POST" if url else None)
    body = body_of(REQUEST, "small", batch_shape(dialect, "small"))
    assert read["body"] == {name: value for name, value in body.items() if names_model or name != "model"}
    assert limit in read["body"]


def test_plain_rows_hold_what_an_engine_needs() -> None:
    read = line(Dialect.ROWS)
    assert set(read) == {"custom_id", "messages", "sampling_params"}
    assert read["sampling_params"] == {"max_tokens": 256, "temperature": 0.0}
    assert [message["role"] for message in read["messages"]] == ["system", "user"]


@pytest.mark.parametrize("model", ["gpt-5-mini", "o3", "o4-mini", "gpt-6-luna"])
def test_models_of_openai_that_think_get_room_and_no_temperature(model: str) -> None:
    body = line(Dialect.OPENAI, model)["body"]
    assert "temperature" not in body
    assert body["max_completion_tokens"] == 1024
    assert "temperature" in line(Dialect.VLLM, model)["body"]


@pytest.mark.parametrize("dialect", [Dialect.VLLM, Dialect.GROQ, Dialect.TOGETHER, Dialect.ROWS])
def test_models_that_think_get_room_wherever_they_are_asked(dialect: Dialect) -> None:
    read = line(dialect, "openai/gpt-oss-20b")
    asked = read["sampling_params"] if dialect is Dialect.ROWS else read["body"]
    assert 1024 in asked.values()
    assert asked["temperature"] == 0.0


@pytest.mark.parametrize("dialect", [one for one in Dialect if one is not Dialect.ROWS])
def test_lines_begin_as_requests_to_the_same_kind_of_endpoint_do(dialect: Dialect) -> None:
    assert batch_shape(dialect, "small") == dialect_of("", dialect.value).shape


def test_a_model_without_schemas_can_be_asked_for_less() -> None:
    assert line(Dialect.GROQ, format=Format.OBJECT)["body"]["response_format"] == {"type": "json_object"}
    assert "response_format" not in line(Dialect.GROQ, format=Format.TEXT)["body"]


def test_nothing_in_a_line_breaks_it_elsewhere() -> None:
    odd = "a\u2028b\u2029c\x85d\ne\ud800f ü 漢"
    request = ChatRequest((Message(Role.USER, odd),), 10)
    content = batch_line(ID, request, "small", batch_shape(Dialect.VLLM, "small"), Dialect.VLLM)
    text = content.decode()
    assert len(text.splitlines()) == 1
    assert "ü 漢" in text
    assert json.loads(text)["body"]["messages"][0]["content"] == odd


def test_an_id_is_stable_short_and_of_what_decides_the_answer() -> None:
    assert custom_id_of(paper().id, paper_text(paper()), "d1", "small", "mine") == ID
    assert is_custom_id(ID) and len(ID) == 29
    assert "fox" not in ID
    others = [
        custom_id_of(PaperId("title:owl"), TEXT, "d1", "small", "mine"),
        custom_id_of(paper().id, replace(TEXT, title="Another"), "d1", "small", "mine"),
        custom_id_of(paper().id, replace(TEXT, sentences=TEXT.sentences[:-1]), "d1", "small", "mine"),
        custom_id_of(paper().id, TEXT, "d2", "small", "mine"),
        custom_id_of(paper().id, TEXT, "d1", "large", "mine"),
        custom_id_of(paper().id, TEXT, "d1", "small", "other"),
    ]
    assert len({ID, *others}) == 7
    assert not is_custom_id("r1-" + "A" * 26) and not is_custom_id(f"{ID}\n")
