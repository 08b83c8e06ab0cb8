"""A completion read as an answer; nothing is believed yet."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import TypeVar

from radar.errors import AnswerError
from radar.papers.bases import Value
from radar.papers.summaries.flags import Claim, Release
from radar.papers.text.json_text import refuse_constant
from radar.summaries.prompting.chat import Completion

_THOUGHT = re.compile(r"<(/?)(?:think|thinking|reasoning)>", re.IGNORECASE)
_TRIES = 24
_TAKEAWAY = 2_000
_LONGEST_NUMBER = 9
_Kind = TypeVar("_Kind", bound=StrEnum)


class Answer(Value):
    """What a model said, unchecked; only `grounding` makes a summary of it."""

    takeaway: str
    results_sentence: int
    """0 for none."""
    code_sentence: int
    """0 for none."""
    results_kind: Claim | None = None
    """What kind of claim the sentence is said to make; None where it is not said."""
    code_kind: Release | None = None
    """Whether the software is said to be out or to come; None where it is not said."""
    relevance: str = ""
    """Why the paper may matter to the reader; empty where it is not said."""


def read_answer(completion: Completion) -> Answer:
    """Find the answer in a completion: the first JSON object with a takeaway, whatever stands around it.

    Thinking aloud is left out, white space and fences do not matter, a sentence number may be text, and
    what a prompt did not ask for may be missing. Nothing is mended: what was cut at the limit may have
    lost its point.

    Raises:
        AnswerError: the completion was cut, empty, or holds no such object.
    """
    if completion.finish_reason == "length":
        raise AnswerError("The answer was cut at max_tokens", "Set max_tokens higher")
    text = without_thoughts(completion.text)
    if not text.strip():
        raise AnswerError("The answer is empty")
    found = _object_with_takeaway(text)
    if found is None:
        raise AnswerError("The answer holds no JSON object with a takeaway", "The model may be too small")
    takeaway = found["takeaway"]
    if not isinstance(takeaway, str):
        raise AnswerError("The takeaway of the answer is no text", "The model may be too small")
    relevance = found.get("relevance")
    return Answer(
        takeaway[:_TAKEAWAY],
        _number(found.get("results_sentence")),
        _number(found.get("code_sentence")),
        _kind(Claim, found.get("results_kind")),
        _kind(Release, found.get("code_kind")),
        relevance[:_TAKEAWAY] if isinstance(relevance, str) else "",
    )


def is_readable(completion: Completion) -> bool:
    """Say whether an answer can be found in a completion."""
    try:
        read_answer(completion)
    except AnswerError:
        return False
    return True


def without_thoughts(text: str) -> str:
    """Drop what stands between the marks of a thought; one never closed has no answer behind it.

    A closing mark alone ends a thought that the model's template began.
    """
    kept: list[str] = []
    start, thinking = 0, False
    for mark in _THOUGHT.finditer(text):
        closes = bool(mark[1])
        if closes and not thinking:
            kept.clear()
        elif not closes and not thinking:
            kept.append(text[start : mark.start()])
        thinking = not closes
        start = mark.end()
    return " ".join(kept) if thinking else " ".join([*kept, text[start:]])


def _object_with_takeaway(text: str) -> dict[str, object] | None:
    decoder = json.JSONDecoder(strict=False, parse_constant=refuse_constant)
    start = -1
    for _ in range(_TRIES):
        start = text.find("{", start + 1)
        if start < 0:
            break
        try:
            value, _end = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and "takeaway" in value:
            return value
    return None


def _number(value: object) -> int:
    """Return a sentence number that came as a number, as text, or not at all (0)."""
    if isinstance(value, str) and value.strip("[] ").isdecimal() and len(value) <= _LONGEST_NUMBER:
        return int(value.strip("[] "))
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _kind(kinds: type[_Kind], value: object) -> _Kind | None:
    """Return one of the kinds that the schema names, however it is written; None for anything else."""
    word = value.strip(" \"'.").lower() if isinstance(value, str) else ""
    return kinds(word) if word in tuple(kinds) else None
