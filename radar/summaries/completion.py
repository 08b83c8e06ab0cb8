"""A chat completion read out of a reply."""

from __future__ import annotations

from collections.abc import Mapping

from radar.errors import EndpointError, NetworkError
from radar.net.reply import Reply
from radar.papers.text import clean
from radar.summaries.chat import Completion
from radar.summaries.usage import content_of, usage_of

_TEXT = 200_000
"""Characters; an answer is one line of JSON."""
_NAME = 120


def completion_of(reply: Reply) -> Completion:
    """Read a completion; the text may be a string, a list of parts, or missing.

    Raises:
        EndpointError: the reply is none, or the model declined.
        NetworkError: the endpoint says that the model broke off.
    """
    choice, body = _choice(reply)
    message = choice.get("message")
    message = message if isinstance(message, dict) else {}
    finish = _word(choice.get("finish_reason"))
    text = content_of(message.get("content"))
    if finish == "error":
        raise NetworkError(f"The model at {reply.host} broke off", "Try again")
    if finish == "content_filter" or (not text and message.get("refusal")):
        raise EndpointError(f"The model at {reply.host} declined to read this paper")
    return Completion(text[:_TEXT], finish, _word(body.get("model")), usage_of(body, reply.headers))


def _choice(reply: Reply) -> tuple[Mapping[str, object], Mapping[str, object]]:
    try:
        body = reply.json()
    except NetworkError as error:
        raise EndpointError(error.message, "base_url may be wrong; does it end in /v1?", final=True) from None
    choices = body.get("choices") if isinstance(body, dict) else None
    if not isinstance(body, dict) or not isinstance(choices, list) or not choices:
        raise EndpointError(f"{reply.host} answered without a completion", "Is it a chat endpoint?")
    first = choices[0]
    if not isinstance(first, dict):
        raise EndpointError(f"{reply.host} answered without a completion", "Is it a chat endpoint?")
    return first, body


def _word(value: object) -> str:
    return clean(value[: 4 * _NAME])[:_NAME] if isinstance(value, str) else ""
