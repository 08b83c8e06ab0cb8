"""A chat completion read out of a reply."""

from __future__ import annotations

import re
from collections.abc import Mapping

from radar.errors import EndpointError, NetworkError, NoCompletion
from radar.net.reply import Reply
from radar.papers.text.safe_text import clean
from radar.summaries.endpoints.usage import content_of, usage_of
from radar.summaries.prompting.chat import Completion, Usage

_TEXT = 200_000
"""Characters; an answer is one line of JSON."""
_NAME = 120
_EVENTS = re.compile(r"\s*(?::[^\n]*\n\s*)*(?:data|event|id|retry):")
"""How a stream of server-sent events begins, after comments that keep the connection alive."""
_THINKING = ("thinking", "reasoning")
"""Parts of a content that are no part of the answer."""
_FILTERS = ("content_filter", "refusal", "safety", "recitation", "blocklist", "prohibited_content", "spii")
_FINISHES = {"max_tokens": "length", "length": "length", **dict.fromkeys(_FILTERS, "content_filter")}
"""Google's layer passes on Gemini's own words: ai.google.dev/api/generate-content#FinishReason."""
_THOUGHT = re.compile(r"\s*<(?:think|thinking|reasoning)>|(?s:.{0,4000}?)</think>", re.IGNORECASE)


def completion_of(reply: Reply) -> Completion:
    """Read a completion; the text may be a string, a list of parts, or missing.

    What a model thought on its way (`reasoning`, `reasoning_content`, parts that are no text) is dropped.

    Raises:
        NoCompletion: the reply is nothing like one.
        EndpointError: it cannot be used, or the model declined.
        NetworkError: the reply is damaged.
    """
    choice, body = _choice(reply)
    message = choice.get("message")
    message = message if isinstance(message, dict) else {}
    finish = _finish(choice.get("finish_reason"))
    text = _text(message.get("content"))
    if finish == "content_filter" or (not text.strip() and _refuses(message)):
        raise EndpointError(f"The model at {reply.host} declined to read this paper")
    if not text.strip() and (message.get("tool_calls") or message.get("function_call")):
        raise EndpointError(
            f"The model at {reply.host} called a tool instead of answering", "Another model may do better"
        )
    usage = usage_of(body, reply.headers)
    misplaced = "" if text.strip() else _misplaced(message)
    reasoned = bool(usage.reasoning) if misplaced else _reasoned(message, text, usage)
    return Completion(misplaced or text, finish, _word(body.get("model")), usage, reasoned)


def _choice(reply: Reply) -> tuple[Mapping[str, object], Mapping[str, object]]:
    if _EVENTS.match(reply.text):
        raise NoCompletion(
            f"{reply.host} answered with a stream of events that was not asked for",
            "Turn streaming off there",
        )
    body = _json(reply)
    choices = body.get("choices") if isinstance(body, dict) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    if not isinstance(body, dict) or not isinstance(first, dict):
        # One with choices that cannot be used may be that request's misfortune.
        kind = EndpointError if isinstance(body, dict) and "choices" in body else NoCompletion
        raise kind(f"{reply.host} answered without a completion", "Is it a chat endpoint?")
    return first, body


def _json(reply: Reply) -> object:
    try:
        return reply.json()
    except NetworkError as error:
        if reply.text.lstrip("\ufeff \r\n\t").startswith("{"):
            # What begins well may have been cut on the way.
            raise
        raise NoCompletion(error.message, error.hint) from None


def _text(content: object) -> str:
    """Return the text of a message; half a surrogate pair, which no file can hold, becomes a "?"."""
    return content_of(content)[:_TEXT].encode("utf-8", "replace").decode("utf-8")


def _refuses(message: Mapping[str, object]) -> bool:
    """Say whether a message is a refusal, in a field of its own or as a part of the content."""
    content = message.get("content")
    parts = content if isinstance(content, list) else []
    return bool(message.get("refusal")) or any(
        isinstance(part, dict) and part.get("type") == "refusal" for part in parts
    )


def _reasoned(message: Mapping[str, object], text: str, usage: Usage) -> bool:
    told = any(message.get(name) for name in ("reasoning", "reasoning_content"))
    content = message.get("content")
    parts = content if isinstance(content, list) else []
    thought = any(isinstance(part, dict) and part.get("type") in _THINKING for part in parts)
    return bool(usage.reasoning) or told or thought or bool(_THOUGHT.match(text))


def _misplaced(message: Mapping[str, object]) -> str:
    """Return an answer that stands where a thought should, which is JSON from its first sign to its last.

    vLLM's parsers of reasoning put all there where thinking was turned off:
    https://github.com/vllm-project/vllm/issues/17349 and 19222.
    """
    thoughts = (_text(message.get(name)).strip() for name in ("reasoning_content", "reasoning"))
    return next((text for text in thoughts if text.startswith("{") and text.endswith("}")), "")


def _finish(value: object) -> str:
    """Return why an answer ended, in OpenAI's words also where a maker's own are passed on."""
    word = _word(value)
    return _FINISHES.get(word.lower().partition(":")[0], word)


def _word(value: object) -> str:
    return clean(value[: 4 * _NAME])[:_NAME] if isinstance(value, str) else ""
