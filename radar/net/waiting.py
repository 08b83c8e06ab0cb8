"""How long to wait before asking again."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

RETRIED = frozenset({408, 409, 425, 429, 498, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
"""Statuses that a later try may well change."""

LONGEST_WAIT = 120.0
"""Seconds; a site that asks for a longer wait is not asked again in the same call."""

LONGEST_PAUSE = 3600.0
"""Seconds that a run of many requests waits where it is asked to; beyond it ends, and says until when."""

_RESET = "x-ratelimit-reset"
_REMAINING = "x-ratelimit-remaining"
_SPAN = re.compile(r"(?:\d{1,9}(?:\.\d{1,9})?(?:ms|us|µs|ns|[dhms]))+")
_SPAN_PART = re.compile(r"(\d+(?:\.\d+)?)(ms|us|µs|ns|[dhms])")
_UNITS = {"d": 86_400.0, "h": 3_600.0, "m": 60.0, "s": 1.0, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9}
_IN_WORDS = re.compile(
    r"\b(?:try again|retry) (?:in|after) (?:"
    r"(?P<span>(?:\d{1,9}(?:\.\d{1,9})?(?:ms|[dhms]))+)\b"
    r"|(?P<number>\d{1,9}(?:\.\d{1,9})?) ?(?P<unit>sec(?:ond)?s?|min(?:ute)?s?|hours?|days?)\b)",
    re.IGNORECASE,
)
_A_MOMENT = 1e9
"""A number as large as that is no span but a moment: seconds, or milliseconds, since 1970."""


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that an answer asks to wait, or None where it does not say so sensibly.

    Reads `retry-after-ms`, then `retry-after` in seconds or as an HTTP date (RFC 9110, 10.2.3). Header
    names are in lower case; `now` is aware.
    """
    milliseconds = _seconds(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after", "").strip()
    seconds = _seconds(text)
    return seconds if seconds is not None else _until(text, now)


def limit_reset(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds until the limit that was reached is lifted, as `x-ratelimit-reset-*` says.

    Such headers stand for requests and for tokens, and in every answer: they mean something only where
    the answer is that a limit was reached. The limits of which nothing remains count, the longest of them;
    where none is said to be used up, the shortest counts, and a wait that is too short is asked for again.

    Args:
        headers: names in lower case; values such as "1s", "6m0s", "20ms", a number of seconds, or a moment.
        now: aware.
    """
    waits = {
        name.removeprefix(_RESET): seconds
        for name, text in headers.items()
        if name.startswith(_RESET) and (seconds := span_of(text.strip(), now)) is not None
    }
    if not waits:
        return None
    used_up = [wait for kind, wait in waits.items() if _seconds(headers.get(_REMAINING + kind, "")) == 0]
    return max(used_up) if used_up else min(waits.values())


def wait_in_words(text: str) -> float | None:
    """Return the seconds that a message asks to wait; None where it names no span.

    OpenAI and Groq write "try again in 1m0.36s", Azure "retry after 26 seconds" and a proxy may drop the
    headers beside it: https://github.com/OpenHands/OpenHands/pull/4167, jasonacox/TinyLLM/issues/17.

    Args:
        text: the message of an error.
    """
    found = _IN_WORDS.search(text)
    if found is None:
        return None
    if found["span"]:
        return sum(float(number) * _UNITS[unit] for number, unit in _SPAN_PART.findall(found["span"].lower()))
    return float(found["number"]) * _UNITS[found["unit"][0].lower()]


def moment_of(headers: Mapping[str, str]) -> datetime | None:
    """Return when an answer was made, by the clock of the other side, which its dates are counted by.

    Args:
        headers: names in lower case.
    """
    try:
        moment = parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def span_of(text: str, now: datetime) -> float | None:
    """Return the seconds that "1s", "6m0s", "20ms", a number, a moment or an HTTP date stand for.

    Args:
        text: without blanks around it.
        now: aware; what a moment or a date is counted from.
    """
    if _SPAN.fullmatch(text):
        return sum(float(number) * _UNITS[unit] for number, unit in _SPAN_PART.findall(text))
    seconds = _seconds(text)
    if seconds is None:
        return _until(text, now)
    if seconds < _A_MOMENT:
        return seconds
    moment = seconds / 1000 if seconds >= _A_MOMENT * 100 else seconds
    return max(0.0, moment - now.timestamp())


def _seconds(text: str) -> float | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _until(text: str, now: datetime) -> float | None:
    moment = moment_of({"date": text})
    return max(0.0, (moment - now).total_seconds()) if moment is not None else None
