"""The same question put by the `openai` package's client and by radar's: equal on the wire, equal when read.

Asked of a server on loopback that keeps what arrives. What radar does not send, such as OpenAI's own
headers about itself, is not compared.
"""

from __future__ import annotations

from typing import Any

import openai
import pytest

from radar.summaries.dialogue import Dialogue
from radar.summaries.endpoints.ladder import Format, Shape
from radar.summaries.prompting.answer_schema import ANSWER_SCHEMA
from radar.summaries.prompting.budget import token_counter
from radar.summaries.prompting.chat import ChatRequest
from radar.summaries.summariser import SummariserSettings
from tests.net.loopback import Arrived, Scripted, json_answer, loopback
from tests.summaries.asking import KEY, Make
from tests.summaries.papers import paper
from tests.summaries.quirk_server.endpoints import ANSWER, completion, error, format_of

JSON_SCHEMA = {"name": "reading", "strict": True, "schema": ANSWER_SCHEMA}
FORMATS: dict[Format, dict[str, object]] = {
    Format.SCHEMA: {"response_format": {"type": "json_schema", "json_schema": JSON_SCHEMA}},
    Format.OBJECT: {"response_format": {"type": "json_object"}},
    Format.TEXT: {},
}
HEADERS = ("authorization", "content-type", "host")


def question() -> ChatRequest:
    """What radar really asks about a paper."""
    dialogue = Dialogue(SummariserSettings("endpoint", model="small"), "endpoint")
    return dialogue.question(dialogue.text_of(paper()), token_counter(None))


async def by_openai(base_url: str, request: ChatRequest, **more: Any) -> tuple[str, int, int]:
    """Ask by OpenAI's client, and return the text and the tokens as it reads them."""
    async with openai.AsyncOpenAI(api_key=KEY, base_url=base_url, max_retries=0) as client:
        answer = await client.chat.completions.create(
            model="small",
            messages=[{"role": str(part.role), "content": part.content} for part in request.messages],  # type: ignore[misc]
            **more,
        )
    assert answer.usage is not None
    return answer.choices[0].message.content or "", answer.usage.prompt_tokens, answer.usage.completion_tokens


def only(format: Format, answer: Scripted) -> Any:
    """A server that takes this format and no other."""

    def rule(arrived: Arrived) -> Scripted:
        asked = format_of(arrived.json())
        return answer if asked == format.value else error(400, f"response_format {asked} is not known here")

    return rule


@pytest.mark.parametrize("limit", ["max_tokens", "max_completion_tokens"])
@pytest.mark.parametrize("format", list(Format), ids=lambda format: format.value)
async def test_the_request_is_the_one_that_openais_client_sends(
    make: Make, format: Format, limit: str
) -> None:
    request = question()
    rule = only(format, json_answer(completion()))
    preset = "openai" if limit == "max_completion_tokens" else ""
    with loopback(rule=rule) as server:
        endpoint = make(f"{server.url}/v1", key=KEY, preset=preset)
        answer = await endpoint.complete(request)
        ours = server.arrived[-1]
        bounds: dict[str, Any] = {limit: request.max_tokens, "temperature": request.temperature}
        read_by_them = await by_openai(f"{server.url}/v1", request, **bounds, **FORMATS[format])
        theirs = server.arrived[-1]
    assert endpoint.shape == Shape(format, limit)
    assert ours.json() == theirs.json()
    assert (ours.method, ours.path) == (theirs.method, theirs.path) == ("POST", "/v1/chat/completions")
    for name in HEADERS:
        assert ours.headers[name] == theirs.headers[name]
    assert (answer.text, answer.usage.tokens_in, answer.usage.tokens_out) == read_by_them == (ANSWER, 500, 40)


@pytest.mark.parametrize(
    "fields",
    [{"reasoning_effort": "none"}, {"chat_template_kwargs": {"enable_thinking": False}}],
    ids=["effort", "template"],
)
async def test_less_reasoning_is_asked_for_in_the_words_of_openais_client(
    make: Make, fields: dict[str, Any]
) -> None:
    request = question()
    preset = "vllm" if "chat_template_kwargs" in fields else "ollama"
    with loopback(json_answer(completion(message={"reasoning": "Foxes?"}))) as server:
        endpoint = make(f"{server.url}/v1", preset=preset)
        for _ in range(2):
            await endpoint.complete(request)
        ours = server.arrived[-1].json()
        await by_openai(
            f"{server.url}/v1",
            request,
            max_tokens=256,
            temperature=0.0,
            extra_body=fields,
            **FORMATS[Format.SCHEMA],
        )
        assert ours == server.arrived[-1].json()


CONTENTS = {
    "plain": ANSWER,
    "other scripts": "größer 狐狸 🦊 \u2028 \\n",
    "empty": "",
    "none": None,
}


@pytest.mark.parametrize("name", CONTENTS)
async def test_an_answer_is_read_as_openais_client_reads_it(make: Make, name: str) -> None:
    request = question()
    with loopback(json_answer(completion(CONTENTS[name]))) as server:
        ours = await make(f"{server.url}/v1").complete(request)
        theirs = await by_openai(f"{server.url}/v1", request)
    assert (ours.text, ours.usage.tokens_in, ours.usage.tokens_out) == theirs
