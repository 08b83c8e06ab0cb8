"""What an endpoint says when it gives no completion: many shapes, read as one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum

from radar.net.redirects import host_sent_to
from radar.net.reply import Reply
from radar.net.waiting import LONGEST_WAIT, RETRIED, limit_reset, retry_after, wait_in_words
from radar.papers.bases import Value
from radar.papers.text.safe_text import clean

_SHOWN = 300
_DETAILS = 4_000
_PARTS = 20
_LIMITS = frozenset({429, 498, 503})
"""Statuses by which an endpoint says that a limit of its own was reached."""


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


class Refusal(Value):
    """An error of an endpoint, whatever form it came in."""

    status: int
    """The status of the answer, or the one that an error inside a success names."""
    message: str
    """Cleaned, at most 300 characters."""
    code: str = ""
    """The endpoint's own word for it, in lower case."""
    type: str = ""
    """The endpoint's word for the kind of error, in lower case; with Google's `status`."""
    details: str = ""
    """What else the error holds, in lower case, for finding words in it."""
    param: str = ""
    """The parameter that is named as the cause."""
    retry_after: float | None = None
    """Seconds to wait, where the endpoint says so."""
    html: bool = False
    sent_to: str = ""
    """The host to which the endpoint sends what is asked, where it says so and that is a web address."""

    @property
    def about_shape(self) -> bool:
        """Whether it speaks of how the request was put; some servers break (500) on what they do not know."""
        said = f"{self.param} {self.message}"
        if self.about_roles:
            return True
        if self.status == 404:
            return bool(_NO_ROUTE.search(said))
        return self.status in (400, 422, 500, 501) and bool(_SHAPE.search(said))

    @property
    def about_roles(self) -> bool:
        """Whether it says that the model takes no system message, as the templates of some models do."""
        # OpenRouter has what the maker said in the details: "Provider returned error" is the message.
        said = f"{self.param} {self.message} {self.details}"
        return self.status in (400, 422, 500, 501) and bool(_NO_SYSTEM.search(said))

    @property
    def _passes(self) -> bool:
        """Whether a limit is said to be lifted by itself, whatever is advised about billing beside it."""
        by_minute = "perminute" in self.details and "perday" not in self.details
        named = self.code == "rate_limit_exceeded" and bool(_SOON.search(self.message))
        return by_minute or named

    @property
    def kind(self) -> Kind:
        """What it is about; the text is read before the status, because statuses are used loosely."""
        said = f"{self.code} {self.type} {self.details} {self.message.lower()}"
        if self.status == 429 and self._passes:
            return Kind.RATE
        for kind, pattern, statuses in _SIGNS:
            if self.status in statuses and pattern.search(said):
                return kind
        if self.about_shape:
            return Kind.REQUEST
        if self.status in (400, 403, 404, 422) and _MODEL.search(said):
            return Kind.MODEL
        if self.status in _BY_STATUS:
            return _BY_STATUS[self.status]
        if self.status >= 500:
            return Kind.OUTAGE
        return Kind.ADDRESS if self.html or self.status < 400 else Kind.REQUEST


_SHAPE = re.compile(
    r"response_?format|json_?schema|json_?object|literal_error|structured output|grammar"
    r"|max_tokens|max_completion_tokens|temperature|reasoning_effort|chat_template_kwargs|\bthinking\b",
    re.IGNORECASE,
)
_NO_SYSTEM = re.compile(
    r"system (?:role|message|prompt|instruction)s?\b.{0,30}\bnot (?:be )?(?:supported|enabled|allowed)"
    r"|developer instruction is not enabled|does not support '?system'?\b|roles must alternate"
    r"|only (?:the )?user and assistant roles",
    re.IGNORECASE,
)
"""Templates of Gemma 2 and of early Mistral models, Gemma at Google's and OpenAI's o1-mini:
https://github.com/sgl-project/sglang/issues/892, https://github.com/0xPlaygrounds/rig/issues/788."""
_NO_ROUTE = re.compile(r"no endpoints found that (?:can handle|support)", re.IGNORECASE)
"""OpenRouter has the model, but with nobody who takes these parameters."""
_CONTEXT = re.compile(
    r"context_?length_?exceeded|exceed_context_size|contextwindowexceeded|maximum context length"
    r"|exceeds? the (?:available )?(?:context|maximum)|context (?:size|length|window)|too many tokens"
    r"|reduce the length|input token count|prompt is too long|input is too long|request too large"
)
_TOO_LARGE = re.compile(r"request too large")
_QUOTA = re.compile(
    r"insufficient_quota|billing|credit|balance|exceeded_current_quota|exceeded your current quota"
    r"|quota_exceeded|per-?day|spend(?:ing)? limit|payment"
)
_SOON = re.compile(r"\btry again in \d", re.IGNORECASE)
"""OpenAI advises to add "a payment method" in a limit of three a minute, Groq a better tier at /billing, and
Google calls ten a minute the "current quota": https://github.com/arc53/DocsGPT/issues/287,
https://github.com/elizaOS/eliza/issues/4040, https://github.com/RooCodeInc/Roo-Code/issues/3883."""
_SPENT = re.compile(
    r"credit balance is too low|budget_exceeded|budget has been exceeded|hard_limit_reached"
    r"|insufficient_quota"
)
"""Surer words, for a status that may also come with a message that quotes the paper."""
_KEY = re.compile(r"api_key_invalid|api key not valid|invalid_api_key|no_db_connection|invalid api key")
_MODEL = re.compile(
    r"model_not_found|model_decommissioned|model_not_available|invalid model name"
    r"|(?:models?|deployment)\b.{0,120}?"
    r"(?:not found|does not exist|not exist|not supported|not available|unknown|invalid|no such)"
    r"|(?:no such|unknown|unsupported|invalid) (?:model|deployment)|no endpoints found|not a valid model"
    r"|unable to access model|no models? loaded|not_found_error.{0,40}\bmodel:"
)
_CONTENT = re.compile(r"content_?filter|content_policy|moderation|flagged|safety|responsibleai")
_SIGNS = (
    (Kind.KEY, _KEY, frozenset({400, 401, 403})),
    (Kind.CONTENT, _CONTENT, frozenset({400, 403, 422})),
    (Kind.QUOTA, _QUOTA, frozenset({402, 403, 412, 429})),
    (Kind.QUOTA, _SPENT, frozenset({400})),
    (Kind.CONTEXT, _CONTEXT, frozenset({400, 413, 422, 500})),
    (Kind.CONTEXT, _TOO_LARGE, frozenset({429})),
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
_INSIDE = (
    (re.compile(r"rate_?limit|too many requests|overquota|insufficient_quota"), 429),
    (re.compile(r"authentication|invalid_api_key|unauthori[sz]ed"), 401),
    (re.compile(r"context_length|invalid_request"), 400),
    # LM Studio, for any address that it does not have: github.com/lmstudio-ai/lmstudio-bug-tracker/issues/618
    (re.compile(r"unexpected endpoint or method"), 404),
)
"""Words for a status, where an error inside a success names none."""
_SENSITIVE = frozenset({"1026", "1027"})
_NUMBERED: Mapping[int, frozenset[str]] = {
    400: frozenset({"1042", "2013"}) | _SENSITIVE,
    401: frozenset({"1004", "2049"}),
    402: frozenset({"1008", "2056"}),
    429: frozenset({"1002", "1039", "1041", "2045"}),
}
"""The status for numbers of MiniMax, where others mean trouble of its own:
https://platform.minimax.io/docs/api-reference/errorcode."""


def refusal_of(reply: Reply) -> Refusal | None:
    """Return the error that a reply carries, or None where it may be a completion.

    A status of 200 may carry one too: OpenRouter and others put the error, with its status, into the body.
    """
    body = reply.parsed
    error = _error_in(body)
    html = body is None and reply.text.lstrip("\ufeff \r\n\t").startswith("<")
    if reply.status == 200 and error is None and not html:
        return None
    described = error if isinstance(error, dict) else {"message": error}
    kinds = (_text(described.get(name)) for name in ("type", "status"))
    return Refusal(
        status=_status_in(described) if reply.status == 200 and error is not None else reply.status,
        message=_message(error if error is not None else body, "" if html else reply.text),
        code=_text(described.get("code")).lower(),
        type=" ".join(part for part in kinds if part).lower(),
        details=_details(described),
        param=_text(described.get("param")),
        retry_after=_wait_asked(reply, described),
        html=html,
        sent_to=_sent_to(reply),
    )


def _sent_to(reply: Reply) -> str:
    target = reply.headers.get("location", "") if 300 <= reply.status < 400 else ""
    return host_sent_to(f"https://{reply.host}/", target[:_DETAILS]) if target else ""


def worth_asking_again(reply: Reply) -> bool:
    """Say whether a later try may bring a completion: not for a quota, nor a format that broke the server.

    `x-should-retry` decides where the endpoint sends it, and a wait beyond `LONGEST_WAIT` is not waited.
    """
    refusal = refusal_of(reply)
    if refusal is None or refusal.about_shape:
        return False
    if refusal.retry_after is not None and refusal.retry_after > LONGEST_WAIT:
        return False
    wish = reply.headers.get("x-should-retry", "").strip().lower()
    if wish == "true":
        return refusal.kind in (Kind.RATE, Kind.OUTAGE, Kind.REQUEST)
    passing = reply.status == 200 or reply.status in RETRIED
    return wish != "false" and passing and refusal.kind in (Kind.RATE, Kind.OUTAGE)


def _error_in(body: object) -> object | None:
    """Find what `error`, `detail`, `message` or `errors` holds, also within a list or the first choice.

    Without any of them and without choices, `base_resp` may tell of an error, where MiniMax puts it.
    """
    if isinstance(body, list):
        body = next((part for part in body if isinstance(part, dict)), None)
    if not isinstance(body, dict):
        return None
    choices = body.get("choices")
    names = ["error"] if choices else ["error", "detail", "message", "errors"]
    found: object | None = next((body[name] for name in names if body.get(name)), None)
    if choices and isinstance(found, dict) and not any(found.values()):
        # Gateways fill in the whole form, though nothing went wrong.
        found = None
    first = choices[0] if found is None and isinstance(choices, list) and choices else None
    if isinstance(first, dict) and (first.get("error") or first.get("finish_reason") == "error"):
        return first.get("error") or {"message": "the model broke off"}
    return found if found is not None or choices else _error_by_number(body.get("base_resp"))


def _error_by_number(base: object) -> dict[str, object] | None:
    """Return what MiniMax says beside an answer in the form of an error; None where nothing went wrong."""
    number = str(base.get("status_code") or "")[:8] if isinstance(base, dict) else ""
    if not isinstance(base, dict) or number in ("", "0"):
        return None
    status = next((status for status, numbers in _NUMBERED.items() if number in numbers), 502)
    sensitive = {"type": "content_filter"} if number in _SENSITIVE else {}
    said = str(base.get("status_msg") or f"its error {number}")
    return {"message": said, "code": status, **sensitive}


def _status_in(error: Mapping[str, object]) -> int:
    """Return the status that an error inside a 200 names, by number or by word; 502 where it names none."""
    code = str(error.get("code"))[:80]
    if code[:3].isascii() and code[:3].isdecimal() and 400 <= int(code[:3]) <= 599:
        return int(code[:3])
    said = f"{code} {_text(error.get('type'))} {_text(error.get('message'))}".lower()
    return next((status for pattern, status in _INSIDE if pattern.search(said)), 502)


def _message(error: object, text: str) -> str:
    if isinstance(error, dict):
        for name in ("message", "detail", "msg", "error"):
            if isinstance(error.get(name), str):
                return _shown(error[name])
        return _shown(json.dumps(error))
    if isinstance(error, list):
        return _shown(json.dumps([_unquoted(part) for part in error[:_PARTS]]))
    return _shown(error if isinstance(error, str) else text)


def _unquoted(part: object) -> object:
    """Leave out the request that a validation error quotes: words of a paper are no words of the endpoint."""
    return (
        {name: value for name, value in part.items() if name != "input"} if isinstance(part, dict) else part
    )


def _details(error: Mapping[str, object]) -> str:
    found = (error[name] for name in ("metadata", "details", "innererror") if error.get(name))
    return " ".join(clean(json.dumps(part)[:_DETAILS]) for part in found).lower()


def _text(value: object) -> str:
    return clean(str(value))[:_SHOWN] if isinstance(value, str | int) else ""


def _shown(text: str) -> str:
    return clean(text[: 4 * _SHOWN])[:_SHOWN]


def _wait_asked(reply: Reply, error: Mapping[str, object]) -> float | None:
    """Return the wait that is asked for: by the headers, by Google's details, by the reset of the limit."""
    now = datetime.now(UTC)
    named = retry_after(reply.headers, now)
    if named is not None:
        return named
    found = re.search(r'"retryDelay": "(\d{1,6}(?:\.\d{1,9})?)s"', json.dumps(error.get("details", "")))
    if found:
        return float(found[1])
    status = _status_in(error) if reply.status == 200 else reply.status
    if status not in _LIMITS:
        return None
    told = wait_in_words(reply.text[:_DETAILS])
    if told is not None:
        return told
    metadata = error.get("metadata")
    inner = metadata.get("headers") if isinstance(metadata, dict) else None
    repeated = inner if isinstance(inner, dict) else {}
    headers = {str(name).lower(): str(value)[:80] for name, value in repeated.items()}
    return limit_reset({**reply.headers, **headers}, now)
