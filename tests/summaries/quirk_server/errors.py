"""Errors as endpoints send them, each with what it is about."""

from __future__ import annotations

import json

from radar.summaries.endpoints.refusal import Kind
from tests.net.loopback import Scripted, json_answer
from tests.summaries.quirk_server.endpoints import error

_HTML = {"content-type": "text/html"}


def _google(status: int, message: str, word: str, *details: object) -> Scripted:
    error = {"code": status, "message": message, "status": word, "details": list(details)}
    return json_answer([{"error": error}], status)


def _inside(**error: object) -> Scripted:
    return json_answer({"error": error})


def _numbered(number: int, said: str) -> Scripted:
    """Return an error as MiniMax sends it."""
    return json_answer({"choices": None, "base_resp": {"status_code": number, "status_msg": said}})


_FILTERED = {"innererror": {"code": "ResponsibleAIPolicyViolation"}}
_MODERATED = {"metadata": {"reasons": ["violence"], "flagged_input": "..."}}

KEY = {
    "OpenAI, wrong": error(401, "Incorrect API key provided: sk-x.", code="invalid_api_key"),
    "OpenAI, no right": error(403, "You have insufficient permissions for this operation."),
    "llama.cpp": error(401, "Invalid API Key", type="authentication_error", code=401),
    "llama-cpp-python": json_answer({"detail": "Invalid API key"}, 401),
    "vLLM, bare text": json_answer("Unauthorized", 401),
    "LiteLLM, no database": error(400, "No connected db.", type="no_db_connection", code="400"),
    "Gemini": _google(400, "API key not valid.", "INVALID_ARGUMENT", {"reason": "API_KEY_INVALID"}),
    "Hugging Face": json_answer({"error": "Invalid username or password."}, 401),
    "Mistral": json_answer({"message": "Unauthorized"}, 401),
    "Anthropic": json_answer({"type": "error", "error": {"type": "authentication_error"}}, 401),
    "OpenRouter, inside a success": _inside(code=401, message="No auth credentials found"),
    "inside a success, by word": _inside(type="authentication_error", message="Who are you?"),
    "MiniMax": _numbered(1004, "login fail: Please carry the API secret key in the 'Authorization' field"),
    "MiniMax, wrong": _numbered(2049, "invalid api key"),
    "a web page": Scripted(401, b"<html>Sign in</html>", _HTML),
    "nothing": Scripted(401),
}
QUOTA = {
    "OpenAI": error(
        429, "You exceeded your current quota", type="insufficient_quota", code="insufficient_quota"
    ),
    "OpenAI, hard limit": error(429, "Billing hard limit reached", code="billing_hard_limit_reached"),
    "balance exhausted": error(429, "No.", code="credit_balance_exhausted"),
    "Moonshot": error(429, "No.", type="exceeded_current_quota_error"),
    "OpenRouter": error(402, "Insufficient credits", code=402, metadata={"limit_source": "account"}),
    "OpenRouter, free models": error(429, "Rate limit exceeded: free-models-per-day", code=429),
    "DeepSeek": error(402, "Insufficient Balance", type="unknown_error"),
    "Gemini, daily": _google(
        429,
        "You exceeded your quota",
        "RESOURCE_EXHAUSTED",
        {"violations": [{"quotaMetric": "x" * 700, "quotaId": "GenerateRequestsPerDayPerProjectPerModel"}]},
        {"retryDelay": "14s"},
    ),
    "Hugging Face": json_answer({"error": "You have exceeded your monthly included credits"}, 402),
    "LiteLLM, budget": error(400, "Budget has been exceeded! Current cost: 1", type="budget_exceeded"),
    "Anthropic": error(400, "Your credit balance is too low to access the API", type="invalid_request_error"),
    "Fireworks": json_answer({"error": "Account suspended: spending limit reached"}, 412),
    "inside a success": _inside(code="insufficient_quota", message="You exceeded your current quota"),
    "MiniMax": _numbered(1008, "insufficient balance"),
}
RATE = {
    "OpenAI": error(429, "Rate limit reached for requests", type="requests", code="rate_limit_exceeded"),
    "Groq, tokens of a day": error(
        429, "Rate limit reached: tokens per day (TPD)", code="rate_limit_exceeded"
    ),
    "Groq, flex": error(498, "No capacity", code="capacity_exceeded"),
    "Mistral": json_answer({"message": "Service tier capacity exceeded for this model."}, 429),
    "Together": error(429, "Too many requests", type="model_rate_limit", code=None),
    "Gemini, a minute": _google(429, "Slow", "RESOURCE_EXHAUSTED", {"quotaId": "RequestsPerMinute"}),
    "inside a success": _inside(code=429, message="Rate limited upstream"),
    "MiniMax": _numbered(1002, "rate limit"),
    "inside a success, by word": _inside(code="rate_limit_exceeded", message="Slow down"),
    "nothing": Scripted(429),
}
OUTAGE = {
    "llama.cpp, loading": error(503, "Loading model", type="unavailable_error", code=503),
    "Fireworks": error(503, "The service is overloaded"),
    "Anthropic": json_answer(
        {"type": "error", "error": {"type": "overloaded_error", "message": "Over"}}, 529
    ),
    "LiteLLM, no upstream": error(500, "Connection error.", type="internal_server_error"),
    "LiteLLM, no key": Scripted(500, b"Internal Server Error", {"content-type": "text/plain"}),
    "OpenRouter, inside a success": _inside(code=502, message="Provider returned error"),
    "OpenRouter, no choices": json_answer({"error": {"code": 503, "message": "Down"}, "choices": None}),
    "inside a success, no code": _inside(message="Something broke"),
    "MiniMax": _numbered(1024, "internal error"),
    "MiniMax, a number that nobody knows": _numbered(7, ""),
    "inside a choice": json_answer(
        {"choices": [{"finish_reason": "error", "message": {"content": ""}, "error": {"code": 502}}]}
    ),
    "a choice that ends in an error": json_answer(
        {"choices": [{"finish_reason": "error", "message": {"content": "{"}}]}
    ),
    **{f"status {status}": Scripted(status) for status in (408, 409, 425, 500, 502, 503, 504)},
    **{f"Cloudflare {status}": Scripted(status, b"<html>", _HTML) for status in (520, 521, 522, 523, 524)},
    "T5, a web page": Scripted(502, b"<html><h1>502 Bad Gateway</h1></html>", _HTML),
}
CONTEXT = {
    "OpenAI": error(
        400,
        "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens. "
        "Please reduce the length of the messages.",
        param="messages",
        code="context_length_exceeded",
    ),
    "llama.cpp": error(
        400,
        "the request exceeds the available context size, try increasing it",
        type="exceed_context_size_error",
        code=400,
        n_prompt_tokens=9000,
        n_ctx=2048,
    ),
    "vLLM": error(
        400,
        "This model's maximum context length is 2048 tokens. However, you requested 9064 tokens "
        "(9000 in the messages, 64 in the completion; max_tokens).",
        type="BadRequestError",
        code=400,
    ),
    "LiteLLM": error(400, "litellm.ContextWindowExceededError: too long", code="400"),
    "Gemini": _google(400, "The input token count (9000) exceeds the maximum", "INVALID_ARGUMENT"),
    "Anthropic": error(400, "prompt is too long: 9000 tokens > 8000", type="invalid_request_error"),
    "Groq": error(413, "Request too large for model `x` on tokens per minute", code="rate_limit_exceeded"),
    "OpenAI, larger than the minute": error(429, "Request too large for gpt-4 on tokens per min (TPM)"),
    "nothing": Scripted(413),
}
MODEL = {
    "OpenAI": error(404, "The model `small` does not exist", code="model_not_found"),
    "OpenAI, not for this project": error(403, "Project does not have access", code="model_not_found"),
    "Azure": error(404, "The API deployment for this resource does not exist.", code="DeploymentNotFound"),
    "vLLM": error(404, "The model `small` does not exist.", type="NotFoundError", code=404),
    "Ollama": error(404, 'model "small" not found, try pulling it first', type="api_error"),
    "LM Studio": json_answer({"error": "No models loaded. Please load a model."}, 404),
    "LiteLLM": error(400, "Invalid model name passed in model=small", code="400"),
    "OpenRouter": error(404, "No endpoints found for den/small.", code=404),
    "OpenRouter, no such": error(400, "small is not a valid model ID", code=400),
    "Groq, gone": error(400, "The model `small` has been taken away", code="model_decommissioned"),
    "Together": error(404, "Unable to access model small", code="model_not_available"),
    "Fireworks": error(404, "Model not found, inaccessible, and/or not deployed"),
    "Mistral": json_answer({"message": "Invalid model: small", "type": "invalid_model", "code": "1500"}, 400),
    "DeepSeek": error(400, "Model Not Exist", type="invalid_request_error"),
    "Gemini": _google(404, "models/small is not found for API version v1main", "NOT_FOUND"),
    "Anthropic": json_answer(
        {"type": "error", "error": {"type": "not_found_error", "message": "model: small"}}, 404
    ),
}
CONTENT = {
    "Azure": error(400, "The response was filtered", code="content_filter", **_FILTERED),
    "OpenAI": error(
        400, "Invalid prompt: flagged as possibly violating our usage policy", code="invalid_prompt"
    ),
    "OpenRouter": error(403, "Your input was rejected", code=403, **_MODERATED),
    "MiniMax": _numbered(1026, "input new_sensitive"),
}
ADDRESS = {
    "a web page instead of an API": Scripted(200, b"<!doctype html><p>Welcome", _HTML),
    "not found": Scripted(404, b"404 page not found"),
    "FastAPI": json_answer({"detail": "Not Found"}, 404),
    "not for POST": Scripted(405),
    "elsewhere": Scripted(308, headers={"Location": "/elsewhere"}),
}
_QUOTING = {"loc": ["body", "response_format"], "msg": "extra", "input": "safety, credit, API key not valid"}
CAPABILITY = {
    "vLLM, quoting the paper": json_answer({"detail": [_QUOTING]}, 422),
    "a paper about credit is quoted": error(400, "Cannot parse: We predict credit and balance per day"),
    "llama-cpp-python": error(500, "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type')}]"),
    "LM Studio": json_answer({"error": "'response_format.type' must be 'json_schema' or 'text'"}, 400),
    "DeepSeek": error(400, "This response_format type is unavailable now"),
    "Groq": error(400, "This model does not support response format `json_schema`"),
    "OpenRouter": error(404, "No endpoints found that can handle the requested parameters.", code=404),
    "Gemini": _google(400, 'Invalid JSON payload received. Unknown name "$schema"', "INVALID_ARGUMENT"),
    "llama.cpp, schema": error(400, "JSON schema error: unrecognized type banana", code=400),
    "Mistral": json_answer({"detail": [{"loc": ["body", "response_format"], "msg": "extra"}]}, 422),
}
TABLE: dict[Kind, dict[str, Scripted]] = {
    Kind.KEY: KEY,
    Kind.QUOTA: QUOTA,
    Kind.RATE: RATE,
    Kind.OUTAGE: OUTAGE,
    Kind.CONTEXT: CONTEXT,
    Kind.MODEL: MODEL,
    Kind.CONTENT: CONTENT,
    Kind.ADDRESS: ADDRESS,
    Kind.REQUEST: CAPABILITY,
}
"""Every row by what it is about."""

ROWS = [(kind, name) for kind, rows in TABLE.items() for name in rows]

HOSTILE = {
    "deep nesting": Scripted(400, b"[" * 100_000),
    "a list of nothing": Scripted(400, b"[[], 1, null]"),
    "NaN": Scripted(400, b'{"error": {"code": NaN, "message": Infinity}}'),
    "a huge number": Scripted(400, b'{"error": {"code": ' + b"9" * 10_000 + b"}}"),
    "a key twice": Scripted(400, b'{"error": {"message": "a"}, "error": {"message": ["b"]}}'),
    "half a pair": Scripted(400, b'{"error": {"message": "\\ud800 no"}}'),
    "an error that is a number": Scripted(400, b'{"error": 7}'),
    "an error that is a list": Scripted(400, json.dumps({"error": ["a", {"b": 1}]}).encode()),
    "escapes": Scripted(400, json.dumps({"error": "\x1b]0;pwned\x07\x9b31m no\u202e[/]" * 99}).encode()),
}
