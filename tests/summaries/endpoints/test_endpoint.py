"""Endpoints of many dialects, each replayed by a real server on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from radar.errors import (
    EndpointError,
    KeyRefused,
    ModelMissing,
    NetworkError,
    Offline,
    RadarError,
    RateLimited,
)
from radar.net.http import HttpClient
from radar.summaries.endpoints.endpoint import Endpoint
from radar.summaries.endpoints.ladder import Format
from radar.summaries.prompting.chat import ChatRequest, Message, Role, Usage
from tests.net.loopback import Arrived, Scripted, Waits, free_port, json_answer, loopback

KEY = "sk-very-secret-4711"
REQUEST = ChatRequest((Message(Role.SYSTEM, "Label."), Message(Role.USER, "[1] We saw a fox.")), 64)


def completion(content: object = "{}", finish: str = "stop", **more: object) -> dict[str, object]:
    message = {"role": "assistant", "content": content}
    return {
        "model": "small",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 12, "completion_tokens": 3},
        **more,
    }


GOOD = json_answer(completion("good"))


@pytest.fixture
def waits() -> Waits:
    return Waits()


Make = Callable[..., Endpoint]


@pytest.fixture
async def make(waits: Waits) -> AsyncIterator[Make]:
    client = HttpClient(user_agent="radar/test", timeout=10, sleep=waits)

    def endpoint(url: str, **more: Any) -> Endpoint:
        return Endpoint(client, base_url=f"{url}/v1", **{"model": "small", "key_env": "MY_KEY", **more})

    yield endpoint
    await client.aclose()


async def failure(make: Make, *script: Scripted, **more: Any) -> RadarError:
    with loopback(*script) as server, pytest.raises(RadarError) as caught:
        await make(server.url, **more).complete(REQUEST)
    return caught.value


def refused(status: int, message: str = "", **more: object) -> Scripted:
    return json_answer({"error": {"message": message, **more}}, status)


async def test_a_completion_comes_with_its_model_and_usage(make: Make) -> None:
    with loopback(GOOD) as server:
        answer = await make(server.url, key=KEY).complete(REQUEST)
    assert (answer.text, answer.finish_reason, answer.model) == ("good", "stop", "small")
    assert answer.usage == Usage(12, 3)
    arrived = server.arrived[0]
    assert arrived.path == "/v1/chat/completions"
    assert arrived.headers["authorization"] == f"Bearer {KEY}"
    body = arrived.json()
    assert body["messages"][1] == {"role": "user", "content": "[1] We saw a fox."}
    assert (body["model"], body["max_tokens"], body["temperature"]) == ("small", 64, 0.0)
    assert body["response_format"]["type"] == "json_schema"
    assert "stream" not in body


async def test_without_a_key_no_authorization_is_sent(make: Make) -> None:
    with loopback(GOOD) as server:
        await make(server.url, key="  ").complete(REQUEST)
    assert "authorization" not in server.arrived[0].headers


@pytest.mark.parametrize(
    "pasted", ["/v1/", "/v1/chat/completions", "/v1/chat/completions/", "/v1/models", "/v1"]
)
async def test_a_pasted_address_of_a_service_is_cut_back(waits: Waits, pasted: str) -> None:
    client = HttpClient(user_agent="radar/test", sleep=waits)
    with loopback(GOOD) as server:
        await Endpoint(client, base_url=server.url + pasted, model="small").complete(REQUEST)
    await client.aclose()
    assert server.arrived[0].path == "/v1/chat/completions"


@pytest.mark.parametrize(
    "content",
    [
        "good",
        [{"type": "text", "text": "go"}, {"type": "text", "text": "od"}],
        [{"type": "thinking", "thinking": []}, {"type": "text", "text": "good"}],
    ],
)
async def test_the_text_comes_in_several_forms(make: Make, content: object) -> None:
    with loopback(json_answer(completion(content))) as server:
        assert (await make(server.url).complete(REQUEST)).text == "good"


async def test_missing_and_odd_usage_counts_as_unknown(make: Make) -> None:
    odd: tuple[object, ...] = (None, [], {"prompt_tokens": "12", "completion_tokens": True})
    for usage in (*odd, {"prompt_tokens": -1}):
        with loopback(json_answer(completion(usage=usage))) as server:
            assert (await make(server.url).complete(REQUEST)).usage == Usage(None, None)


# --- the ladder


def picky(*refusals: tuple[Callable[[Any], bool], Scripted]) -> Callable[[Arrived], Scripted]:
    def rule(arrived: Arrived) -> Scripted:
        body = arrived.json()
        return next((answer for refuses, answer in refusals if refuses(body)), GOOD)

    return rule


def asks_for(kind: str) -> Callable[[Any], bool]:
    return lambda body: bool(body.get("response_format", {}).get("type") == kind)


LM_STUDIO = (
    asks_for("json_object"),
    json_answer({"error": "'response_format.type' must be 'json_schema' or 'text'"}, 400),
)
DEEPSEEK = (asks_for("json_schema"), refused(400, "This response_format type is unavailable now"))
LLAMA_CPP_PYTHON = (
    asks_for("json_schema"),
    refused(500, "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type')}]"),
)
MISTRAL = (asks_for("json_schema"), json_answer({"detail": [{"loc": ["body"], "msg": "extra"}]}, 422))
NO_SCHEMA = (asks_for("json_schema"), refused(400, "Nope"))
REASONING = (
    lambda body: "max_tokens" in body,
    refused(
        400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. "
        "Use 'max_completion_tokens' instead.",
        param="max_tokens",
        code="unsupported_parameter",
    ),
)
WARM = (
    lambda body: "temperature" in body,
    refused(400, "Unsupported value: 'temperature' does not support 0.0", code="unsupported_value"),
)


@pytest.mark.parametrize(
    ("quirks", "format", "limit", "temperature", "requests"),
    [
        ((LM_STUDIO,), Format.SCHEMA, "max_tokens", True, 1),
        ((DEEPSEEK,), Format.OBJECT, "max_tokens", True, 2),
        ((LLAMA_CPP_PYTHON,), Format.OBJECT, "max_tokens", True, 2),
        ((MISTRAL,), Format.OBJECT, "max_tokens", True, 2),
        ((NO_SCHEMA, LM_STUDIO), Format.TEXT, "max_tokens", True, 3),
        ((REASONING,), Format.SCHEMA, "max_completion_tokens", True, 2),
        ((WARM,), Format.SCHEMA, "max_tokens", False, 2),
        ((REASONING, WARM, NO_SCHEMA), Format.OBJECT, "max_completion_tokens", False, 4),
    ],
)
async def test_what_an_endpoint_does_not_understand_is_asked_more_plainly(
    make: Make, waits: Waits, quirks: Any, format: Format, limit: str, temperature: bool, requests: int
) -> None:
    with loopback(rule=picky(*quirks)) as server:
        endpoint = make(server.url)
        assert (await endpoint.complete(REQUEST)).text == "good"
        assert len(server.arrived) == requests
        await endpoint.complete(REQUEST)
    assert (endpoint.shape.format, endpoint.shape.limit) == (format, limit)
    assert endpoint.shape.temperature is temperature
    assert len(server.arrived) == requests + 1, "what was learned is kept"
    assert waits.seconds == []


async def test_eight_workers_learn_once(make: Make) -> None:
    with loopback(rule=picky(DEEPSEEK)) as server:
        endpoint = make(server.url)
        await asyncio.gather(*(endpoint.complete(REQUEST) for _ in range(8)))
    refused_ones = [arrived for arrived in server.arrived if asks_for("json_schema")(arrived.json())]
    assert len(refused_ones) == 1
    assert len(server.arrived) == 9


async def test_an_endpoint_that_changes_its_mind_is_learned_again(make: Make) -> None:
    with loopback() as server:
        server._rule = picky()
        endpoint = make(server.url)
        await endpoint.complete(REQUEST)
        server._rule = picky(DEEPSEEK)
        await endpoint.complete(REQUEST)
    assert endpoint.shape.format is Format.OBJECT


async def test_an_endpoint_that_refuses_every_form_is_an_error_that_quotes_it(make: Make) -> None:
    error = await failure(make, refused(400, "Not on Sundays"))
    assert isinstance(error, EndpointError)
    assert "Not on Sundays" in error.message


async def test_a_refusal_teaches_nothing_by_itself(make: Make) -> None:
    with loopback(rule=picky((lambda body: True, refused(400, "Nope")))) as server:
        endpoint = make(server.url)
        with pytest.raises(EndpointError):
            await endpoint.complete(REQUEST)
        server._rule = None
        server._script = [GOOD]
        await endpoint.complete(REQUEST)
    assert endpoint.shape.format is Format.SCHEMA


async def test_a_model_that_reasons_gets_more_room_once(make: Make) -> None:
    def thinks(arrived: Arrived) -> Scripted:
        enough = arrived.json()["max_tokens"] > 64
        return GOOD if enough else json_answer(completion(None, "length"))

    with loopback(rule=thinks) as server:
        endpoint = make(server.url)
        assert (await endpoint.complete(REQUEST)).text == "good"
        await endpoint.complete(REQUEST)
    assert [arrived.json()["max_tokens"] for arrived in server.arrived] == [64, 256, 256]


async def test_a_model_that_only_reasons_ends_with_an_empty_answer(make: Make) -> None:
    with loopback(json_answer(completion(None, "length"))) as server:
        answer = await make(server.url).complete(REQUEST)
    assert (answer.text, answer.finish_reason, len(server.arrived)) == ("", "length", 2)


# --- errors


async def test_a_missing_key_is_asked_for(make: Make) -> None:
    assert "environment variable MY_KEY" in str(await failure(make, refused(401)))
    assert "key_env" in str(await failure(make, refused(401), key_env=""))


async def test_a_rate_limit_is_waited_for(make: Make, waits: Waits) -> None:
    busy = json_answer({"error": {"message": "Slow down"}}, 429, retry_after="3")
    with loopback(busy, GOOD) as server:
        assert (await make(server.url).complete(REQUEST)).text == "good"
    assert waits.seconds == [3.0]


async def test_a_wait_that_is_too_long_is_reported_at_once(make: Make, waits: Waits) -> None:
    error = await failure(make, json_answer({"error": {"message": "no"}}, 429, retry_after="3600"))
    assert isinstance(error, RateLimited)
    assert (error.retry_after, error.hint) == (3600.0, "It asks to wait 60 min")
    assert waits.seconds == []


async def test_an_error_inside_a_success_is_an_error(make: Make, waits: Waits) -> None:
    inside = json_answer({"error": {"code": 503, "message": "Provider down"}, "choices": None})
    with loopback(inside, GOOD) as server:
        assert (await make(server.url).complete(REQUEST)).text == "good"
    assert len(waits.seconds) == 1
    error = await failure(make, inside)
    assert isinstance(error, NetworkError)
    assert "Provider down" in error.message


async def test_a_missing_model_lists_those_that_are_there(make: Make) -> None:
    answer = refused(404, "The model `small` does not exist", code="model_not_found")
    models = json_answer({"data": [{"id": "tall"}, {"id": "wide\x1b[31m"}, {"id": 7}, 3]})

    def rule(arrived: Arrived) -> Scripted:
        return models if arrived.path == "/v1/models" else answer

    with loopback(rule=rule) as server, pytest.raises(ModelMissing) as caught:
        await make(server.url).complete(REQUEST)
    assert "no model called small" in caught.value.message
    assert caught.value.hint == "It has tall, wide"
    assert caught.value.final


@pytest.mark.parametrize(
    ("answer", "listed", "hint"),
    [
        (refused(404, "model not found"), "small", "Check base_url: most end in /v1"),
        (refused(404, "model not found"), "small:latest", "Check base_url: most end in /v1"),
        (refused(400, "Invalid model name"), "small", "It says: Invalid model name"),
    ],
)
async def test_a_model_that_is_listed_but_refused_is_not_told_as_missing(
    make: Make, answer: Scripted, listed: str, hint: str
) -> None:
    def rule(arrived: Arrived) -> Scripted:
        return json_answer({"data": [{"id": listed}]}) if arrived.method == "GET" else answer

    with loopback(rule=rule) as server, pytest.raises(EndpointError) as caught:
        await make(server.url).complete(REQUEST)
    assert "lists the model small but refuses it at this address" in caught.value.message
    assert (caught.value.hint, caught.value.final) == (hint, True)


@pytest.mark.parametrize(
    "answer",
    [
        refused(400, "filtered", code="content_filter"),
        refused(403, "Input was flagged", metadata={"reasons": ["x"], "flagged_input": "y"}),
        json_answer(completion("", "content_filter")),
        json_answer(
            {"choices": [{"message": {"content": None, "refusal": "I cannot"}, "finish_reason": "stop"}]}
        ),
    ],
)
async def test_a_paper_that_a_model_declines_is_that_papers_failure(make: Make, answer: Scripted) -> None:
    error = await failure(make, answer)
    assert isinstance(error, EndpointError)
    assert "declined" in error.message
    assert not error.final
    assert not isinstance(error, KeyRefused)


@pytest.mark.parametrize(
    "value", [{}, [], 3, None, "text", {"choices": []}, {"choices": [3]}, {"choices": "x"}]
)
async def test_json_that_is_no_completion_is_an_error(make: Make, value: object) -> None:
    error = await failure(make, json_answer(value))
    assert isinstance(error, EndpointError)


async def test_a_dead_endpoint_is_offline(make: Make) -> None:
    with pytest.raises(Offline, match="Nothing answers"):
        await make(f"http://127.0.0.1:{free_port()}").complete(REQUEST)
