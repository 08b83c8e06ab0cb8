"""What a site says of how much it may still be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from radar.net.waiting import limit_reset, retry_after, span_of

_LONGEST_FIELD = 1000
"""Characters of a header field that are read."""
_QUOTED = re.compile(r'"[^"]*"')
_PARAMETER = re.compile(r";\s*([a-z]+)\s*=\s*(\d{1,12})")
_MEMBER = re.compile(r"\b(remaining|reset)\s*=\s*(\d{1,12})")
_NUMBER = re.compile(r"\d{1,12}")
_PREFIXES = ("ratelimit", "x-ratelimit", "x-rate-limit")
"""How pairs of headers -remaining and -reset begin; the first is that of the drafts up to 06."""
_MOST_STATED = 10.0
"""Seconds between two requests that a site may ask for by its rate; one for a day is no gap."""


def asked_wait(status: int, headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds that an answer which is no success asks to wait; None where it does not say so.

    `Retry-After` in either form counts before a quota that is used up, and that before the mere reset of
    one, which means something only where a limit was reached.

    Args:
        status: of the answer.
        headers: names in lower case.
        now: aware.
    """
    named = retry_after(headers, now)
    if named is None:
        named = quota_reset(headers, now)
    return limit_reset(headers, now) if named is None and status == 429 else named


def quota_reset(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds until a quota of which nothing is left is filled again; None where some is left.

    Reads `RateLimit: "api";r=0;t=120` (draft-ietf-httpapi-ratelimit-headers-08 and later; Hugging Face
    sends it, huggingface.co/docs/hub/rate-limits), `RateLimit: limit=9, remaining=0, reset=120` (07), the
    pair `RateLimit-Remaining`, `RateLimit-Reset` (up to 06), and the same pair with `X-RateLimit` or
    `X-Rate-Limit` before it.

    Args:
        headers: names in lower case.
        now: aware.
    """
    waits = [wait for left, wait in _quotas(headers, now) if left == 0]
    return max(waits, default=None)


def stated_gap(headers: Mapping[str, str]) -> float:
    """Return the seconds between two requests that a site names in every answer; 0 where it names none.

    Crossref says `x-rate-limit-limit: 5` and `x-rate-limit-interval: 1s`, and what they are depends on who
    asks (www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/).
    """
    limit = _NUMBER.fullmatch(headers.get("x-rate-limit-limit", "").strip())
    interval = re.fullmatch(r"(\d{1,6})\s*s?", headers.get("x-rate-limit-interval", "").strip())
    if limit is None or interval is None or not int(limit[0]):
        return 0.0
    return min(_MOST_STATED, int(interval[1]) / int(limit[0]))


def _quotas(headers: Mapping[str, str], now: datetime) -> Iterator[tuple[int, float]]:
    """Yield what is left of each quota, and in how many seconds it is filled again."""
    field = _QUOTED.sub('""', headers.get("ratelimit", "")[:_LONGEST_FIELD].lower())
    for item in field.split(","):
        found = dict(_PARAMETER.findall(item))
        if "r" in found and "t" in found:
            yield int(found["r"]), float(found["t"])
    members = dict(_MEMBER.findall(field))
    if "remaining" in members and "reset" in members:
        yield int(members["remaining"]), float(members["reset"])
    for prefix in _PREFIXES:
        left = _NUMBER.match(headers.get(f"{prefix}-remaining", "").strip())
        wait = span_of(headers.get(f"{prefix}-reset", "").split(";")[0].strip(), now)
        if left is not None and wait is not None:
            yield int(left[0]), wait
