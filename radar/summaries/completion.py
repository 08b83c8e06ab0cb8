"""A chat completion read out of a reply."""

from __future__ import annotations

from collections.abc import Mapping

from radar.errors import EndpointError, NetworkError
from radar.net.reply import Reply
from radar.papers.text import clean
from radar.summaries.chat import Completion, Usage

_TEXT = 200_000
"""Characters; an answer is one line of JSON."""
_NAME = 120
_TOKENS = 100_000_000


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
    text = _content(message.get("content"))
    if finish == "error":
        raise NetworkError(f"The model at {reply.host} broke off", "Try again")
    if finish == "content_filter" or (not text and message.get("refusal")):
        raise EndpointError(f"The model at {reply.host} declined to read this paper")
    return Completion(text[:_TEXT], finish, _word(body.get("model")), _usage(body.get("usage")))


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


def _content(content: object) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        texts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(text for text in texts if isinstance(text, str))
    return ""


def _usage(usage: object) -> Usage:
    if not isinstance(usage, dict):
        return Usage()
    return Usage(_count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens")))


def _count(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _TOKENS:
        return None
    return value


def _word(value: object) -> str:
    return clean(value[: 4 * _NAME])[:_NAME] if isinstance(value, str) else ""
