"""Completions as the disk cache keeps them."""

from __future__ import annotations

from radar.summaries.prompting.chat import Completion, Usage


def completion_to_keep(completion: Completion) -> dict[str, object]:
    """Return a completion as JSON for the cache."""
    return {
        "text": completion.text,
        "finish_reason": completion.finish_reason,
        "model": completion.model,
        "tokens_in": completion.usage.tokens_in,
        "tokens_out": completion.usage.tokens_out,
    }


def completion_from(kept: object) -> Completion | None:
    """Read what was kept; anything else than what `completion_to_keep` writes is a miss."""
    if not isinstance(kept, dict):
        return None
    texts = [kept.get(name) for name in ("text", "finish_reason", "model")]
    counts = [kept.get(name) for name in ("tokens_in", "tokens_out")]
    text, finish, model = (value if isinstance(value, str) else None for value in texts)
    spent, gained = (value if isinstance(value, int) else None for value in counts)
    if text is None or finish is None or model is None:
        return None
    return Completion(text, finish, model, Usage(spent, gained))
