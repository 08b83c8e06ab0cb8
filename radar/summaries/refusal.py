"""What an endpoint says when it gives no completion: many shapes, read as one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from radar.net.reply import Reply, worth_another_try
from radar.net.waiting import retry_after
from radar.papers.text import clean

_SHOWN = 300


class Kind(StrEnum):
    """What a refusal is about."""

    KEY = "key"
    QUOTA = "quota"
    RATE = "rate"
    CONTEXT = "context"
    MODEL = "model"
    CONTENT = "content"
    ADDRESS = "address"
    OUTAGE = "outage"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error of an endpoint."""

    status: int
    message: str
    """Cleaned, at most 300 characters."""
    code: str = ""
    """The endpoint's own word or words for it, in lower case: code, type and status."""
    param: str = ""
    retry_after: float | None = None
    """Seconds to wait, where the endpoint says so."""
    html: bool = False

    @property
    def about_shape(self) -> bool:
        """Whether it speaks of how the request was put; some servers break (500) on what they do not know."""
        said = f"{self.param} {self.message}"
        return self.status in (400, 422, 500, 501) and bool(_SHAPE.search(said))

    @property
    def kind(self) -> Kind:
        """What it is about; the text is read before the status, because statuses are used loosely."""
        said = f"{self.code} {self.message.lower()}"
        for kind, pattern, statuses in _SIGNS:
            if self.status in statuses and pattern.search(said):
                return kind
        if self.about_shape:
            return Kind.REQUEST
        if self.status in (400, 404, 422) and _MODEL.search(said):
            return Kind.MODEL
        if self.status in _BY_STATUS:
            return _BY_STATUS[self.status]
        if self.status >= 500:
            return Kind.OUTAGE
        return Kind.ADDRESS if self.html or self.status < 400 else Kind.REQUEST


_SHAPE = re.compile(
    r"response_?format|json_?schema|json_?object|literal_error|structured output|grammar"
    r"|max_tokens|max_completion_tokens|temperature",
    re.IGNORECASE,
)
_CONTEXT = re.compile(
    r"context_?length_?exceeded|exceed_context_size|contextwindowexceeded|maximum context length"
    r"|exceeds? the (?:available )?(?:context|maximum)|context (?:size|length|window)|too many tokens"
    r"|reduce the length|input token count|prompt is too long|input is too long|request too large"
)
_QUOTA = re.compile(
    r"insufficient_quota|billing|credit|balance|exceeded_current_quota|exceeded your current quota"
    r"|quota_exceeded|perday|per day|spend(?:ing)? limit|payment"
)
_KEY = re.compile(r"api_key_invalid|api key not valid|invalid_api_key|no_db_connection|invalid api key")
_MODEL = re.compile(
    r"model_not_found|invalid model name|(?:model|deployment)\b.{0,120}?"
    r"(?:not found|does not exist|not exist|not supported|not available|unknown|invalid|no such)"
    r"|(?:no such|unknown|unsupported|invalid) (?:model|deployment)|no endpoints found|not a valid model"
)
_CONTENT = re.compile(r"content_?filter|content_policy|moderation|flagged|safety|responsibleai")
_SIGNS = (
    (Kind.KEY, _KEY, frozenset({400, 401, 403})),
    (Kind.CONTENT, _CONTENT, frozenset({400, 403, 422})),
    (Kind.QUOTA, _QUOTA, frozenset({402, 403, 429})),
    (Kind.CONTEXT, _CONTEXT, frozenset({400, 413, 422, 500})),
)
_BY_STATUS = {
    401: Kind.KEY,
    402: Kind.QUOTA,
    403: Kind.KEY,
    404: Kind.ADDRESS,
    405: Kind.ADDRESS,
    408: Kind.OUTAGE,
    409: Kind.OUTAGE,
    413: Kind.CONTEXT,
    425: Kind.OUTAGE,
    429: Kind.RATE,
    498: Kind.RATE,
}


def refusal_of(reply: Reply) -> Refusal | None:
    """Return the error that a reply carries, or None where it may be a completion.

    A status of 200 may carry one too: OpenRouter and others put the error, with its status, into the body.
    """
    body = _json_or_none(reply.text)
    error = _error_in(body)
    if reply.status == 200 and error is None:
        return None
    status = reply.status
    if status == 200:
        status = _status_in(error)
    described = error if isinstance(error, dict) else {}
    html = body is None and reply.text.lstrip().startswith("<")
    return Refusal(
        status=status,
        message=_message(error if error is not None else body, "" if html else reply.text),
        code=_words(described),
        param=_text(described.get("param")),
        retry_after=_wait_asked(reply, described),
        html=html,
    )


def worth_asking_again(reply: Reply) -> bool:
    """Say whether a later try may bring a completion: not for a quota, nor a format that broke the server."""
    refusal = refusal_of(reply)
    if refusal is None:
        return False
    if refusal.about_shape or refusal.kind not in (Kind.RATE, Kind.OUTAGE):
        return False
    return reply.status == 200 or worth_another_try(reply)


def _json_or_none(text: str) -> object | None:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def _error_in(body: object) -> object | None:
    """Find the error in `{"error": ...}`, `[{"error": ...}]`, `{"detail": ...}` or `{"message": ...}`."""
    if isinstance(body, list):
        body = next((part for part in body if isinstance(part, dict)), None)
    if not isinstance(body, dict):
        return None
    names = ["error"]
    if not body.get("choices"):
        names += ["detail", "message", "errors"]
    found: object | None = next((body[name] for name in names if body.get(name)), None)
    return found


def _status_in(error: object) -> int:
    """Return the status that an error inside a 200 names; 502 where it names none."""
    code = error.get("code") if isinstance(error, dict) else None
    try:
        status = int(str(code)[:4])
    except ValueError:
        return 502
    return status if 400 <= status <= 599 else 502


def _message(error: object, text: str) -> str:
    if isinstance(error, dict):
        for name in ("message", "detail", "msg", "error"):
            if isinstance(error.get(name), str):
                return _shown(error[name])
        return _shown(json.dumps(error))
    if isinstance(error, list):
        return _shown(json.dumps(error))
    return _shown(error if isinstance(error, str) else text)


def _words(error: dict[str, object]) -> str:
    parts = [_text(error.get(name)) for name in ("code", "type", "status")]
    for name in ("metadata", "details", "innererror"):
        if error.get(name):
            parts.append(_text(json.dumps(error[name])))
    return " ".join(part for part in parts if part).lower()


def _text(value: object) -> str:
    return clean(str(value))[:_SHOWN] if isinstance(value, str | int) else ""


def _shown(text: str) -> str:
    return clean(text[: 4 * _SHOWN])[:_SHOWN]


def _wait_asked(reply: Reply, error: dict[str, object]) -> float | None:
    """Return the wait that the headers name, else `"retryDelay": "14s"` in Google's details."""
    named = retry_after(reply.headers, datetime.now(UTC))
    if named is not None:
        return named
    found = re.search(r'"retryDelay": "(\d{1,6}(?:\.\d+)?)s"', json.dumps(error.get("details", "")))
    return float(found[1]) if found else None
