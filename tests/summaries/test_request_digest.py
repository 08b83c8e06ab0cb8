"""What decides under which key an answer is kept (D3)."""

from __future__ import annotations

from typing import Any

import pytest

from radar.papers.bases import names_of, replace
from radar.summaries.dialogue import Dialogue
from radar.summaries.prompting.chat import ChatRequest, Message, Role
from radar.summaries.summariser import SummariserSettings
from tests.summaries.asking import KEY

URL = "https://models.example/v1"
SETTINGS = SummariserSettings("endpoint", URL, "small")
QUESTION = ChatRequest(
    (Message(Role.SYSTEM, "Answer in JSON."), Message(Role.USER, "[1] Foxes.")), 64, schema={"type": "object"}
)


def digest(request: ChatRequest = QUESTION, url: str = URL, **more: Any) -> str:
    return Dialogue(replace(SETTINGS, **more), "endpoint").digest(request, url)


CHANGES: dict[str, ChatRequest] = {
    "instructions": replace(QUESTION, messages=(Message(Role.SYSTEM, "JSON!"), QUESTION.messages[1])),
    "text": replace(QUESTION, messages=(QUESTION.messages[0], Message(Role.USER, "[1] Owls."))),
    "who says it": replace(QUESTION, messages=(QUESTION.messages[0], Message(Role.SYSTEM, "[1] Foxes."))),
    "limit": replace(QUESTION, max_tokens=65),
    "temperature": replace(QUESTION, temperature=1),
    "schema": replace(QUESTION, schema={"type": "object", "required": ["takeaway"]}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_d3_whatever_of_a_request_may_change_the_answer_is_part_of_its_key(change: str) -> None:
    assert digest(CHANGES[change]) != digest()


def test_d3_each_part_of_a_request_is_tried_here() -> None:
    tried = {name for changed in CHANGES.values() for name in _differing(changed)}
    assert tried == set(names_of(ChatRequest))


def _differing(changed: ChatRequest) -> set[str]:
    return {name for name in names_of(ChatRequest) if getattr(changed, name) != getattr(QUESTION, name)}


def test_d3_endpoint_and_model_are_part_of_the_key_and_the_secret_is_not() -> None:
    assert digest(url="https://models.example/v2") != digest()
    assert digest(model="tall") != digest()
    assert digest(key=KEY, key_env="MY_KEY") == digest()
    assert digest(price_in=3.0, timeout=1.0) == digest()
