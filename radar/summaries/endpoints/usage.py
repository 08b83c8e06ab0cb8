"""What an endpoint says that a request cost, in the many forms it is said in."""

from __future__ import annotations

import math
from collections.abc import Mapping

from radar.summaries.prompting.chat import Usage

_TOKENS = 100_000_000
_DOLLARS = 10_000.0
_COST_HEADER = "x-litellm-response-cost"
"""By which LiteLLM's proxy says the price of a reply: docs.litellm.ai/docs/proxy/response_headers."""
_IN = ("prompt_tokens", "input_tokens")
_OUT = ("completion_tokens", "output_tokens")
_DETAILS_IN = ("prompt_tokens_details", "input_tokens_details")
_DETAILS_OUT = ("completion_tokens_details", "output_tokens_details")


def usage_of(body: object, headers: Mapping[str, str]) -> Usage:
    """Read tokens and cost out of the body and the headers of a reply; what is of an odd type is not said.

    Hidden reasoning counts as answered, also where an endpoint leaves it out of the answer's tokens and
    counts it in the total or the details alone. OpenRouter's `usage.cost` and LiteLLM's header are
    taken as the cost: openrouter.ai/docs/use-cases/usage-accounting.
    """
    usage = body.get("usage") if isinstance(body, dict) else None
    usage = usage if isinstance(usage, dict) else {}
    tokens_in, tokens_out = _first(usage, _IN), _first(usage, _OUT)
    reasoning = _first(_table(usage, _DETAILS_OUT), ("reasoning_tokens",)) or 0
    reused = _first(_table(usage, _DETAILS_IN), ("cached_tokens",))
    if reused is None:
        reused = _first(usage, ("prompt_cache_hit_tokens",)) or 0
    if tokens_out is not None:
        total = _first(usage, ("total_tokens",)) or 0
        beyond = max(0, total - (tokens_in or 0) - tokens_out) if tokens_in is not None else 0
        if not beyond and reasoning > tokens_out:
            beyond = reasoning
        tokens_out += beyond
        reasoning = max(reasoning, beyond)
    return Usage(
        tokens_in,
        tokens_out,
        reasoning,
        min(reused, tokens_in or 0),
        _dollars(headers.get(_COST_HEADER), usage.get("cost")),
    )


def content_of(content: object) -> str:
    """Return the text of a message's content: a string, or a list of parts that may hold text."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        texts = [part.get("text") for part in content if isinstance(part, dict)]
        return "".join(text for text in texts if isinstance(text, str))
    return ""


def words_of(body: object) -> str:
    """Return all that a model wrote in a reply, its shown reasoning among it, to be counted."""
    choices = body.get("choices") if isinstance(body, dict) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    if not isinstance(message, dict):
        return ""
    return " ".join(content_of(message.get(name)) for name in ("content", "reasoning_content", "reasoning"))


def _table(usage: Mapping[str, object], names: tuple[str, ...]) -> Mapping[str, object]:
    found = next((usage[name] for name in names if isinstance(usage.get(name), dict)), None)
    return found if isinstance(found, dict) else {}


def _first(table: Mapping[str, object], names: tuple[str, ...]) -> int | None:
    for name in names:
        value = table.get(name)
        if value is not None and (count := _count(value)) is not None:
            return count
    return None


def _count(value: object) -> int | None:
    """Return a count that came as 12 or 12.0; None for anything else."""
    if type(value) is int:
        return value if 0 <= value <= _TOKENS else None
    number = None if isinstance(value, str) else _number(value)
    if number is None or number != int(number) or not 0 <= number <= _TOKENS:
        return None
    return int(number)


def _dollars(*said: object) -> float | None:
    """Return the first that is an amount of money."""
    numbers = (_number(value) for value in said)
    return next((number for number in numbers if number is not None and 0 <= number <= _DOLLARS), None)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value[:40] if isinstance(value, str) else value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None
