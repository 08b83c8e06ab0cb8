"""Requests as lines of a file that others answer: one form for each who takes such files."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from enum import StrEnum

from radar.papers.bases import Value, replace
from radar.papers.listed.paper import PaperId
from radar.summaries.endpoints.dialects import dialect_of
from radar.summaries.endpoints.ladder import ROOM_FOR_THOUGHT, Format, Shape, body_of
from radar.summaries.prompting.chat import ChatRequest
from radar.summaries.prompting.estimate import reasons
from radar.summaries.prompting.prompt import PaperText

_ID = re.compile(r"r1-[a-z2-7]{26}")
_ID_BYTES = 17
"""The digits of 17 bytes in base 32, cut to 26, hold 130 bits: no two of a million papers are alike."""
_BREAKS = re.compile("[\u0085\u2028\u2029\ud800-\udfff]")
"""What some readers of lines break a line at, and halves of characters, which no file can hold."""


class Dialect(StrEnum):
    """Who takes the lines."""

    OPENAI = "openai"
    AZURE = "azure"
    TOGETHER = "together"
    FIREWORKS = "fireworks"
    MISTRAL = "mistral"
    GROQ = "groq"
    VLLM = "vllm"
    ROWS = "rows"
    """Plain rows, for Ray Data or a script of one's own."""


class _Form(Value):
    """What a dialect wants around a request."""

    url: str = ""
    """The address of the line; empty where the job tells it."""
    names_model: bool = True
    """Whether the body names the model, and not the job."""


_FORMS = {
    Dialect.OPENAI: _Form("/v1/chat/completions"),
    Dialect.AZURE: _Form("/chat/completions"),
    Dialect.TOGETHER: _Form(),
    Dialect.FIREWORKS: _Form(names_model=False),
    Dialect.MISTRAL: _Form(names_model=False),
    Dialect.GROQ: _Form("/v1/chat/completions"),
    Dialect.VLLM: _Form("/v1/chat/completions"),
}


def batch_shape(dialect: Dialect, model: str, format: Format = Format.SCHEMA) -> Shape:
    """Return the shape of requests that nobody can correct on the way.

    It begins as requests to the same kind of endpoint do online. A model that is known to think gets room
    for it, which costs nothing where it does not.

    Args:
        format: how the answer is asked to be JSON; less of it where a model does not take a schema.
    """
    shape = replace(dialect_of("", dialect.value).shape, format=format)
    if not reasons(model):
        return shape
    takes_temperature = dialect not in (Dialect.OPENAI, Dialect.AZURE)
    return replace(shape, temperature=takes_temperature, room=ROOM_FOR_THOUGHT)


def batch_line(custom_id: str, request: ChatRequest, model: str, shape: Shape, dialect: Dialect) -> bytes:
    """Return a request as one line, without its line break."""
    body = body_of(request, model, shape)
    line: dict[str, object] = {"custom_id": custom_id}
    if dialect is Dialect.ROWS:
        line["messages"] = body["messages"]
        line["sampling_params"] = {name: body[name] for name in ("max_tokens", "temperature") if name in body}
    else:
        form = _FORMS[dialect]
        if form.url:
            line |= {"method": "POST", "url": form.url}
        if not form.names_model:
            del body["model"]
        line["body"] = body
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
    return _BREAKS.sub(_escaped, text).encode()


def custom_id_of(paper_id: PaperId, text: PaperText, prompt_digest: str, model: str, summariser: str) -> str:
    """Return the id of a question: the same for the same question, and nothing to whoever else reads it.

    It changes with the text as a model gets it, so that an answer to an older text is recognised, and with
    the summariser, so that the same model may be asked at two places.
    """
    sentences = "\x1f".join([f"[{one.number}] {one.text}" for one in text.sentences])
    whole = "\x1f".join((paper_id, text.title, sentences, prompt_digest, model, summariser))
    digest = hashlib.sha256(whole.encode(errors="replace")).digest()
    return "r1-" + base64.b32encode(digest[:_ID_BYTES]).decode().lower()[:26]


def is_custom_id(text: str) -> bool:
    """Say whether a text has the form of an id of a question."""
    return _ID.fullmatch(text) is not None


def schema_digest_of(request: ChatRequest, model: str) -> str:
    """Return the first 16 digits of the SHA-256 of the schema that answers are asked to have."""
    schema = body_of(request, model, Shape()).get("response_format")
    return hashlib.sha256(json.dumps(schema, sort_keys=True).encode()).hexdigest()[:16]


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
