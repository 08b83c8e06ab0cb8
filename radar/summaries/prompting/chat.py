"""What is sent to a model and what comes back, in the words of OpenAI's chat completions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from radar.papers.bases import Value, field
from radar.summaries.prompting.answer_schema import ANSWER_SCHEMA


class Role(StrEnum):
    """Who speaks a message."""

    SYSTEM = "system"
    USER = "user"


class Message(Value):
    """One message of a chat."""

    role: Role
    content: str


class ChatRequest(Value):
    """What a model is asked, whichever endpoint it runs on."""

    messages: tuple[Message, ...]
    max_tokens: int
    """The answer may be this long."""
    temperature: float = 0.0
    schema: Mapping[str, object] = field(default_factory=lambda: ANSWER_SCHEMA)
    """What the answer looks like, in JSON schema."""


class Usage(Value):
    """What the endpoint says that it counted; None where it does not say."""

    tokens_in: int | None = None
    tokens_out: int | None = None
    """Those of hidden reasoning among them."""
    reasoning: int = 0
    """Of `tokens_out`: what the model thought."""
    reused: int = 0
    """Of `tokens_in`: what the endpoint had from an earlier request."""
    cost: float | None = None
    """US dollars, where the endpoint itself says so."""


class Completion(Value):
    """What a model answered, unchecked."""

    text: str
    finish_reason: str = ""
    """Such as "stop", or "length" where the limit cut the answer."""
    model: str = ""
    """The model that the endpoint says has answered."""
    usage: Usage = Usage()
    reasoned: bool = False
    """Whether the model was seen to reason before it answered."""
