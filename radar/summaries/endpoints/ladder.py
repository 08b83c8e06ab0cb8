"""How a request is put to an endpoint, and what to try when it does not understand one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from radar.papers.bases import Value, replace
from radar.summaries.endpoints.refusal import Kind, Refusal
from radar.summaries.prompting.chat import ChatRequest, Role

ROOM_FOR_THOUGHT = 4
"""Reasoning counts against the limit of the answer, so a model that reasons gets so many times as much."""

_FORMAT = re.compile(r"response_?format|json_?schema|json_?object|structured output|grammar")
_REASONING = re.compile(r"reasoning|thinking|chat_template_kwargs")


class Format(StrEnum):
    """How the answer is asked to be JSON; each later one asks less of the endpoint."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    TEXT = "text"


class Quiet(StrEnum):
    """How a model is asked to reason less; the value is what a reader is told."""

    UNTRIED = ""
    """Nothing is sent, and nothing has given a reason to."""
    LOUD = "reasoning as it is"
    """Nothing is sent, because nothing that was tried is taken."""
    NO_EFFORT = "reasoning_effort none"
    MINIMAL_EFFORT = "reasoning_effort minimal"
    LOW_EFFORT = "reasoning_effort low"
    NO_THINKING = "thinking disabled"
    NO_TEMPLATE_THINKING = "enable_thinking false"

    @property
    def fields(self) -> dict[str, object]:
        """The fields of the request that say it."""
        return dict(_QUIET_FIELDS.get(self, {}))

    @property
    def is_off(self) -> bool:
        """Whether a model that takes it must not reason at all."""
        return self in (Quiet.NO_EFFORT, Quiet.NO_THINKING, Quiet.NO_TEMPLATE_THINKING)


_QUIET_FIELDS: Mapping[Quiet, Mapping[str, object]] = {
    Quiet.NO_EFFORT: {"reasoning_effort": "none"},
    Quiet.MINIMAL_EFFORT: {"reasoning_effort": "minimal"},
    Quiet.LOW_EFFORT: {"reasoning_effort": "low"},
    Quiet.NO_THINKING: {"thinking": {"type": "disabled"}},
    Quiet.NO_TEMPLATE_THINKING: {"chat_template_kwargs": {"enable_thinking": False}},
}


class Shape(Value):
    """The dialect of one endpoint and model."""

    format: Format = Format.SCHEMA
    limit: str = "max_tokens"
    """The field that bounds the answer."""
    temperature: bool = True
    room: int = 1
    """The limit is multiplied by it."""
    quiet: Quiet = Quiet.UNTRIED
    """How the model is asked to reason less."""
    system: bool = True
    """Whether the instructions are a message of their own; else they begin that of the user."""

    def __str__(self) -> str:
        """Say it to a reader, such as "json_schema, max_tokens, no temperature"."""
        parts = [self.format.value, self.limit]
        if not self.temperature:
            parts.append("no temperature")
        if not self.system:
            parts.append("no system message")
        if self.quiet.value:
            parts.append(self.quiet.value)
        if self.room > 1:
            parts.append(f"{self.room} times the room")
        return ", ".join(parts)


def body_of(request: ChatRequest, model: str, shape: Shape) -> dict[str, object]:
    """Return the JSON body of a chat completion."""
    body: dict[str, object] = {
        "model": model,
        "messages": [{"role": role, "content": content} for role, content in _messages(request, shape)],
        shape.limit: request.max_tokens * shape.room,
    }
    if shape.temperature:
        body["temperature"] = request.temperature
    if shape.format is Format.SCHEMA:
        schema = {"name": "reading", "strict": True, "schema": request.schema}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    elif shape.format is Format.OBJECT:
        body["response_format"] = {"type": "json_object"}
    return {**body, **shape.quiet.fields}


def _messages(request: ChatRequest, shape: Shape) -> list[tuple[str, str]]:
    if shape.system:
        return [(message.role.value, message.content) for message in request.messages]
    return [(Role.USER.value, "\n\n".join(message.content for message in request.messages))]


def next_shape(shape: Shape, refusal: Refusal, ways: tuple[Quiet, ...] = ()) -> Shape | None:
    """Return a shape that answers the refusal, or None where the shape is not what was refused.

    Args:
        shape: what was refused.
        refusal: what the endpoint said.
        ways: how this kind of endpoint may be asked to reason less, in the order to try.
    """
    if refusal.kind is not Kind.REQUEST or not (refusal.status in (400, 422) or refusal.about_shape):
        return None
    if shape.system and refusal.about_roles:
        return replace(shape, system=False)
    # The parameter that is named is surer than what a message happens to mention.
    for said in (refusal.param.lower(), refusal.message.lower()):
        answered = _without_what_is_named(shape, said, ways)
        if answered is not None:
            return answered
    if shape.quiet.fields:
        return quieter(shape, ways)
    # An endpoint that cannot say what it dislikes may still like the plainer request.
    return _plainer(shape)


def quieter(shape: Shape, ways: tuple[Quiet, ...]) -> Shape:
    """Return the shape with the next way to ask for less reasoning; after the last one, with none."""
    if shape.quiet is Quiet.LOUD:
        return shape
    left = ways[ways.index(shape.quiet) + 1 :] if shape.quiet in ways else ways
    return replace(shape, quiet=left[0] if left else Quiet.LOUD)


def _without_what_is_named(shape: Shape, said: str, ways: tuple[Quiet, ...]) -> Shape | None:
    if shape.quiet.fields and _REASONING.search(said):
        return quieter(shape, ways)
    if "max_completion_tokens" in said or "max_tokens" in said:
        other = "max_tokens" if shape.limit == "max_completion_tokens" else "max_completion_tokens"
        return replace(shape, limit=other)
    if shape.temperature and "temperature" in said:
        return replace(shape, temperature=False)
    return _plainer(shape) if _FORMAT.search(said) else None


def _plainer(shape: Shape) -> Shape | None:
    if shape.format is Format.SCHEMA:
        return replace(shape, format=Format.OBJECT)
    if shape.format is Format.OBJECT:
        return replace(shape, format=Format.TEXT)
    return None
