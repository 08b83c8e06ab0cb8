"""Every kind of endpoint replayed with its quirks: what is learned, and what arrives after that."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from radar.errors import KeyRefused
from radar.summaries.endpoints.dialects import DIALECTS, UNKNOWN, dialect_of
from radar.summaries.endpoints.ladder import Format, Quiet, Shape
from tests.net.loopback import Waits, loopback
from tests.summaries.asking import REQUEST, endpoints
from tests.summaries.quirk_server import endpoints as kinds
from tests.summaries.quirk_server.endpoints import ANSWER, KEY, Kind

MCT = "max_completion_tokens"
SCHEMA, OBJECT, TEXT = Format.SCHEMA, Format.OBJECT, Format.TEXT

LEARNED = {
    "OpenAI": (kinds.OPENAI, Shape(limit=MCT), 0),
    "OpenAI, reasoning": (kinds.OPENAI_REASONING, Shape(SCHEMA, MCT, False, 4, Quiet.MINIMAL_EFFORT), 3),
    "Azure": (kinds.AZURE, Shape(limit=MCT), 0),
    "vLLM": (kinds.VLLM, Shape(room=4, quiet=Quiet.NO_TEMPLATE_THINKING), 1),
    "llama.cpp": (kinds.LLAMA_CPP, Shape(room=4, quiet=Quiet.NO_TEMPLATE_THINKING), 1),
    "llama.cpp, February 2025": (kinds.LLAMA_CPP_OLD, Shape(OBJECT), 1),
    "llama-cpp-python": (kinds.LLAMA_CPP_PYTHON, Shape(OBJECT), 1),
    "Ollama": (kinds.OLLAMA, Shape(room=4, quiet=Quiet.NO_EFFORT), 1),
    "LM Studio": (kinds.LM_STUDIO, Shape(), 0),
    "OpenRouter": (kinds.OPENROUTER, Shape(OBJECT), 1),
    "Groq": (kinds.GROQ, Shape(OBJECT, limit="max_completion_tokens", room=4, quiet=Quiet.NO_EFFORT), 2),
    "Together": (kinds.TOGETHER, Shape(quiet=Quiet.NO_TEMPLATE_THINKING), 0),
    "Fireworks": (kinds.FIREWORKS, Shape(), 0),
    "Mistral": (kinds.MISTRAL, Shape(quiet=Quiet.NO_EFFORT), 0),
    "DeepSeek": (kinds.DEEPSEEK, Shape(OBJECT, quiet=Quiet.NO_THINKING), 0),
    "Gemini": (kinds.GEMINI, Shape(room=4, quiet=Quiet.MINIMAL_EFFORT), 2),
    "Anthropic": (kinds.ANTHROPIC, Shape(TEXT), 0),
    "Cohere": (kinds.COHERE, Shape(OBJECT), 0),
    "Hugging Face": (kinds.HUGGING_FACE, Shape(OBJECT), 1),
    "LiteLLM": (kinds.LITELLM, Shape(), 0),
}
"""The kind, what is learned of it, and how many requests that takes which bring no answer."""


@pytest.mark.parametrize("name", LEARNED)
async def test_the_dialect_of_each_kind_is_learned_and_kept_to(name: str) -> None:
    kind, shape, in_vain = LEARNED[name]
    waits = Waits()
    with loopback(rule=kind) as server:
        async with endpoints(waits) as make:
            endpoint = make(server.url + kind.path, preset=kind.preset, key=KEY)
            for _ in range(5):
                assert ANSWER in (await endpoint.complete(REQUEST)).text
    assert endpoint.shape == shape
    assert len(server.arrived) == 5 + in_vain
    assert waits.seconds == [], "no refusal of a form is waited out"
    for arrived in server.arrived[-3:]:
        _is_put_as(arrived.json(), shape)


def _is_put_as(body: Any, shape: Shape) -> None:
    """What arrives is what was learned, to the field."""
    fields = {"model", "messages", shape.limit, *shape.quiet.fields}
    fields |= {"temperature"} if shape.temperature else set()
    fields |= {"response_format"} if shape.format is not TEXT else set()
    assert set(body) == fields
    assert body[shape.limit] == 64 * shape.room
    if shape.format is not TEXT:
        assert body["response_format"]["type"] == shape.format.value


@pytest.mark.parametrize("name", LEARNED)
async def test_a_wrong_key_is_told_from_all_else_by_each_kind_that_wants_one(name: str) -> None:
    kind, _, _ = LEARNED[name]
    with loopback(rule=kind) as server:
        async with endpoints() as make:
            endpoint = make(server.url + kind.path, preset=kind.preset, key="sk-wrong-0815")
            if not kind.wants_key:
                await endpoint.complete(REQUEST)
                return
            with pytest.raises(KeyRefused) as caught:
                await endpoint.complete(REQUEST)
    assert len(server.arrived) == 1
    assert "MY_KEY" in caught.value.message
    assert "0815" not in str(caught.value)


async def test_azure_gets_its_key_in_a_header_of_its_own() -> None:
    with loopback(rule=kinds.AZURE) as server:
        async with endpoints() as make:
            await make(f"{server.url}/openai/v1", preset="azure", key=KEY).complete(REQUEST)
    assert server.arrived[0].headers["api-key"] == KEY
    assert "authorization" not in server.arrived[0].headers


@pytest.mark.parametrize(
    "kind", [kinds.GROQ, kinds.OPENAI_REASONING, kinds.GEMINI], ids=lambda kind: kind.preset
)
async def test_eight_workers_are_refused_as_often_as_one(kind: Kind) -> None:
    refused: list[int] = []
    for workers in (1, 8):
        with loopback(rule=kind) as server:
            async with endpoints() as make:
                endpoint = make(server.url + kind.path, preset=kind.preset, key=KEY)
                await asyncio.gather(*(endpoint.complete(REQUEST) for _ in range(workers)))
        refused.append(len(server.arrived) - workers)
    assert refused[0] == refused[1] > 0


@pytest.mark.parametrize(
    ("address", "preset", "name"),
    [
        ("https://api.openai.com/v1", "", "openai"),
        ("https://den.openai.azure.com/openai/v1", "", "azure"),
        ("https://api.groq.com/openai/v1", "", "groq"),
        ("https://generativelanguage.googleapis.com/v1beta/openai", "", "gemini"),
        ("http://localhost:11434/v1", "", "ollama"),
        ("http://127.0.0.1:1234/v1", "", "lmstudio"),
        ("http://den.example:11434/v1", "", ""),
        ("https://api.openai.com.evil.example/v1", "", ""),
        ("https://evil-openai.azure.com.example", "", ""),
        ("https://evil-api.openai.com/v1", "", ""),
        ("http://[::1", "", ""),
        ("https://proxy.example/v1", "deepseek", "deepseek"),
        ("https://api.openai.com/v1", "litellm", "litellm"),
        ("https://api.openai.com/v1", "nonsense", "openai"),
    ],
)
def test_a_kind_is_known_by_its_name_and_else_by_its_address(address: str, preset: str, name: str) -> None:
    assert dialect_of(address, preset).name == name


def test_every_kind_begins_with_a_way_that_it_can_go_on_from() -> None:
    assert len({dialect.name for dialect in DIALECTS}) == len(DIALECTS)
    for dialect in (*DIALECTS, UNKNOWN):
        assert dialect.shape.quiet in (Quiet.UNTRIED, *dialect.quiet)
        assert dialect.shape.room == 1
