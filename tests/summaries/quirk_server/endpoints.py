"""Seventeen kinds of endpoints and more: what each takes, refuses, ignores and answers.

Each is written down from the maker's own pages, from the source of its client, or from the server that was
run; `radar.summaries.endpoints.dialects` names the pages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.net.loopback import Arrived, Scripted, json_answer

KEY = "sk-very-secret-4711"
ANSWER = json.dumps(
    {
        "takeaway": "FoxCam counts foxes in garden pictures and cuts the error from 33.25% to 12.5%.",
        "results_sentence": 3,
        "results_kind": "quantified",
        "code_sentence": 4,
        "code_kind": "released",
    }
)
Body = Mapping[str, Any]
Refuses = Callable[[Body], Scripted | None]


def completion(content: object = ANSWER, finish: str = "stop", **more: object) -> dict[str, object]:
    """A completion as OpenAI sends it; `message` adds to the message, everything else to the body."""
    extra = more.pop("message", {})
    assert isinstance(extra, dict)
    message = {"role": "assistant", "content": content, **extra}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "small",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 500, "completion_tokens": 40, "total_tokens": 540},
        **more,
    }


def error(status: int, message: str, **more: object) -> Scripted:
    return json_answer({"error": {"message": message, **more}}, status)


def format_of(body: Body) -> str:
    asked = body.get("response_format")
    return str(asked["type"]) if isinstance(asked, dict) else "text"


def bearer(arrived: Arrived) -> str:
    return arrived.headers.get("authorization", "").removeprefix("Bearer ")


@dataclass(frozen=True)
class Kind:
    """One kind of endpoint."""

    preset: str
    path: str = "/v1"
    """The path of its base URL."""
    key: Callable[[Arrived], str] = bearer
    """Where it looks for the key."""
    refuses: tuple[Refuses, ...] = ()
    answer: Callable[[Body], Scripted] = lambda body: json_answer(completion())
    wrong_key: Scripted = field(default_factory=lambda: error(401, "wrong", code="invalid_api_key"))
    wants_key: bool = True

    def __call__(self, arrived: Arrived) -> Scripted:
        if arrived.path != f"{self.path}/chat/completions":
            return Scripted(404, b"<html>Not Found</html>", {"content-type": "text/html"})
        if self.wants_key and self.key(arrived) != KEY:
            return self.wrong_key
        body = arrived.json()
        refusals = (refuses(body) for refuses in self.refuses)
        return next((refusal for refusal in refusals if refusal is not None), self.answer(body))


def no_format(kind: str, refusal: Scripted) -> Refuses:
    return lambda body: refusal if format_of(body) == kind else None


def no_field(name: str, refusal: Scripted) -> Refuses:
    return lambda body: refusal if name in body else None


def thinks_unless(quiet: Callable[[Body], bool], field: str) -> Callable[[Body], Scripted]:
    """A model that spends the whole limit on thought, unless it is asked not to or has room for 500."""

    def answer(body: Body) -> Scripted:
        room = body.get("max_tokens") or body.get("max_completion_tokens") or 0
        usage = {"prompt_tokens": 500, "completion_tokens": 300}
        details = {"completion_tokens_details": {"reasoning_tokens": 260}}
        if quiet(body):
            return json_answer(completion())
        thought = {field: "Is it foxes?"}
        if room < 500:
            return json_answer(completion(None, "length", message=thought, usage={**usage, **details}))
        return json_answer(completion(message=thought, usage={**usage, **details}))

    return answer


def _mistral_extra(body: Body) -> Scripted | None:
    known = {"model", "messages", "max_tokens", "temperature", "response_format", "reasoning_effort"}
    if set(body) <= known:
        return None
    extra = sorted(set(body) - known)
    detail = [{"type": "extra_forbidden", "loc": ["body", name], "msg": "Extra inputs"} for name in extra]
    return json_answer({"detail": detail}, 422)


def _deepseek_json(body: Body) -> Scripted | None:
    said = " ".join(message["content"] for message in body["messages"]).lower()
    if format_of(body) == "json_object" and "json" not in said:
        return error(400, "Prompt must contain the word 'json' in some form to use 'response_format'")
    return None


_NO_MAX_TOKENS = error(
    400,
    "Unsupported parameter: 'max_tokens' is not supported with this model. "
    "Use 'max_completion_tokens' instead.",
    type="invalid_request_error",
    param="max_tokens",
    code="unsupported_parameter",
)
_NO_TEMPERATURE = error(
    400,
    "Unsupported value: 'temperature' does not support 0.0 with this model.",
    type="invalid_request_error",
    param="temperature",
    code="unsupported_value",
)
_NO_EFFORT_NONE = error(
    400,
    "Unsupported value: 'none' is not supported with this model.",
    type="invalid_request_error",
    param="reasoning_effort",
    code="unsupported_value",
)

OPENAI = Kind("openai", refuses=(no_field("max_tokens", _NO_MAX_TOKENS),))
OPENAI_REASONING = Kind(
    "openai",
    refuses=(
        no_field("max_tokens", _NO_MAX_TOKENS),
        no_field("temperature", _NO_TEMPERATURE),
        lambda body: _NO_EFFORT_NONE if body.get("reasoning_effort") == "none" else None,
    ),
    answer=thinks_unless(lambda body: body.get("reasoning_effort") == "minimal", "reasoning"),
)
AZURE = Kind(
    "azure",
    "/openai/v1",
    key=lambda arrived: arrived.headers.get("api-key", ""),
    refuses=(no_field("max_tokens", _NO_MAX_TOKENS),),
    wrong_key=error(401, "Access denied due to invalid subscription key", code="401"),
)
VLLM = Kind(
    "vllm",
    answer=thinks_unless(
        lambda body: body.get("chat_template_kwargs") == {"enable_thinking": False}, "reasoning"
    ),
    wrong_key=json_answer("Unauthorized", 401),
)
LLAMA_CPP = Kind(
    "llamacpp",
    answer=thinks_unless(
        lambda body: body.get("chat_template_kwargs") == {"enable_thinking": False}, "reasoning_content"
    ),
    wrong_key=error(401, "Invalid API Key", type="authentication_error", code=401),
)
LLAMA_CPP_OLD = Kind(
    "llamacpp",
    refuses=(
        no_format(
            "json_schema",
            error(400, "Either json_schema or grammar can be specified, but not both", code=400),
        ),
    ),
    wants_key=False,
)
LLAMA_CPP_PYTHON = Kind(
    "",
    refuses=(
        no_format(
            "json_schema",
            error(
                500,
                "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type'), "
                "'msg': \"Input should be 'text' or 'json_object'\"}]",
                type="internal_server_error",
            ),
        ),
    ),
    wrong_key=json_answer({"detail": "Invalid API key"}, 401),
)
OLLAMA = Kind(
    "ollama",
    answer=thinks_unless(lambda body: body.get("reasoning_effort") == "none", "reasoning"),
    wants_key=False,
)
LM_STUDIO = Kind(
    "lmstudio",
    refuses=(
        no_format(
            "json_object",
            json_answer({"error": "'response_format.type' must be 'json_schema' or 'text'"}, 400),
        ),
    ),
    wants_key=False,
)
OPENROUTER = Kind(
    "openrouter",
    "/api/v1",
    refuses=(
        no_format(
            "json_schema",
            error(404, "No endpoints found that can handle the requested parameters.", code=404),
        ),
    ),
    answer=lambda body: json_answer(completion(provider="Elsewhere", native_finish_reason="STOP")),
    wrong_key=json_answer({"error": {"code": 401, "message": "No auth credentials found"}}),
)
GROQ = Kind(
    "groq",
    "/openai/v1",
    refuses=(
        no_format(
            "json_schema",
            error(400, "This model does not support response format `json_schema`.", param="response_format"),
        ),
    ),
    answer=thinks_unless(lambda body: body.get("reasoning_effort") == "none", "reasoning"),
)
TOGETHER = Kind(
    "together",
    answer=lambda body: json_answer(
        completion(ANSWER if "chat_template_kwargs" in body else f"<think>Foxes?</think>\n{ANSWER}")
    ),
)
FIREWORKS = Kind("fireworks", "/inference/v1")
MISTRAL = Kind(
    "mistral",
    refuses=(_mistral_extra,),
    answer=lambda body: json_answer(
        completion(
            ([] if body.get("reasoning_effort") == "none" else [{"type": "thinking", "thinking": []}])
            + [{"type": "text", "text": ANSWER}]
        )
    ),
    wrong_key=json_answer({"message": "Unauthorized", "request_id": "1"}, 401),
)
DEEPSEEK = Kind(
    "deepseek",
    "",
    refuses=(
        no_format("json_schema", error(400, "This response_format type is unavailable now")),
        _deepseek_json,
    ),
    answer=lambda body: Scripted(
        200,
        b"\n\n\n" + thinks_unless(_thinks_not, "reasoning_content")(body).body,
        {"content-type": "application/json"},
    ),
)
GEMINI = Kind(
    "gemini",
    "/v1beta/openai",
    refuses=(
        lambda body: (
            json_answer(
                [{"error": {"code": 400, "message": "Thinking can't be disabled", "status": "INVALID"}}], 400
            )
            if body.get("reasoning_effort") == "none"
            else None
        ),
    ),
    answer=thinks_unless(lambda body: body.get("reasoning_effort") in ("minimal", "low"), "reasoning"),
    wrong_key=json_answer(
        [
            {
                "error": {
                    "code": 400,
                    "message": "API key not valid. Please pass a valid API key.",
                    "status": "INVALID_ARGUMENT",
                    "details": [{"reason": "API_KEY_INVALID"}],
                }
            }
        ],
        400,
    ),
)
ANTHROPIC = Kind(
    "anthropic",
    answer=lambda body: json_answer(completion(f"Here it is:\n```json\n{ANSWER}\n```")),
    wrong_key=json_answer(
        {"type": "error", "error": {"type": "authentication_error", "message": "invalid x-api-key"}}, 401
    ),
)
COHERE = Kind(
    "cohere",
    "/compatibility/v1",
    refuses=(no_format("json_schema", json_answer({"message": "invalid json schema"}, 400)),),
    wrong_key=json_answer({"message": "invalid api token"}, 401),
)
HUGGING_FACE = Kind(
    "huggingface",
    refuses=(no_format("json_schema", json_answer({"message": "Unknown field: response_format"}, 422)),),
    wrong_key=json_answer({"error": "Invalid username or password."}, 401),
)
LITELLM = Kind(
    "litellm",
    wrong_key=error(400, "No connected db.", type="no_db_connection", code="400"),
)


def _thinks_not(body: Body) -> bool:
    return body.get("thinking") == {"type": "disabled"}
