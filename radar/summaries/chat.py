"""What is sent to a model and what comes back, in the words of OpenAI's chat completions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from radar.summaries.answer_schema import ANSWER_SCHEMA


class Role(StrEnum):
    """Who speaks a message."""

    SYSTEM = "system"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """What a model is asked, whichever endpoint it runs on."""

    messages: tuple[Message, ...]
    max_tokens: int
    """The answer may be this long."""
    temperature: float = 0.0
    schema: Mapping[str, object] = field(default_factory=lambda: ANSWER_SCHEMA, hash=False)
    """What the answer looks like, in JSON schema."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens that the endpoint says it counted; both None where it does not say."""

    tokens_in: int | None = None
    tokens_out: int | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """What a model answered, unchecked."""

    text: str
    finish_reason: str = ""
    """Such as "stop", or "length" where the limit cut the answer."""
    model: str = ""
    """The model that the endpoint says has answered."""
    usage: Usage = Usage()
