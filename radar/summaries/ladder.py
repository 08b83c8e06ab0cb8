"""How a request is put to an endpoint, and what to try when it does not understand one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlsplit

from radar.summaries.chat import ChatRequest
from radar.summaries.refusal import Kind, Refusal

ROOM_FOR_THOUGHT = 4
"""Reasoning counts against the limit of the answer, so a model that reasons gets so many times as much."""


class Format(StrEnum):
    """How the answer is asked to be JSON; each later one asks less of the endpoint."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Shape:
    """The dialect of one endpoint and model."""

    format: Format = Format.SCHEMA
    limit: str = "max_tokens"
    """The field that bounds the answer."""
    temperature: bool = True
    room: int = 1
    """The limit is multiplied by it."""


def first_shape(base_url: str) -> Shape:
    """Return the shape to begin with; what hosts are known for saves them a refusal."""
    host = urlsplit(base_url).hostname or ""
    if host == "api.openai.com" or host.endswith(".openai.azure.com"):
        return Shape(limit="max_completion_tokens")
    if host == "api.deepseek.com":
        return Shape(format=Format.OBJECT)
    if host == "api.anthropic.com":
        return Shape(format=Format.TEXT)
    return Shape()


def body_of(request: ChatRequest, model: str, shape: Shape) -> dict[str, object]:
    """Return the JSON body of a chat completion."""
    body: dict[str, object] = {
        "model": model,
        "messages": [{"role": str(message.role), "content": message.content} for message in request.messages],
        shape.limit: request.max_tokens * shape.room,
    }
    if shape.temperature:
        body["temperature"] = request.temperature
    if shape.format is Format.SCHEMA:
        schema = {"name": "reading", "strict": True, "schema": request.schema}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif shape.format is Format.OBJECT:
        body["response_format"] = {"type": "json_object"}
    return body


def next_shape(shape: Shape, refusal: Refusal) -> Shape | None:
    """Return a shape that answers the refusal, or None where the shape is not what was refused."""
    if refusal.kind is not Kind.REQUEST or not (refusal.status in (400, 422) or refusal.about_shape):
        return None
    said = f"{refusal.param} {refusal.message}".lower()
    if "max_completion_tokens" in said or "max_tokens" in said:
        other = "max_tokens" if shape.limit == "max_completion_tokens" else "max_completion_tokens"
        return replace(shape, limit=other)
    if shape.temperature and "temperature" in said:
        return replace(shape, temperature=False)
    # An endpoint that cannot say what it dislikes may still like the plainer request.
    return _plainer(shape)


def _plainer(shape: Shape) -> Shape | None:
    if shape.format is Format.SCHEMA:
        return replace(shape, format=Format.OBJECT)
    if shape.format is Format.OBJECT:
        return replace(shape, format=Format.TEXT)
    return None
