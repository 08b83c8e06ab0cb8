"""What kinds of endpoints are known for: one table, so that most of them never have to refuse a request.

A row is where learning begins and not what is believed: whatever the endpoint refuses is dropped all the
same. Each row names the maker's own page on the matter; "measured" means that the server itself was run,
and nothing else was tried at the service.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from radar.net.addresses import is_loopback
from radar.papers.bases import Value
from radar.summaries.endpoints.ladder import Format, Quiet, Shape

_PLAIN = Shape()
_ANY_EFFORT = (Quiet.NO_EFFORT, Quiet.LOW_EFFORT)
_TEMPLATE_FIRST = (Quiet.NO_TEMPLATE_THINKING, Quiet.LOW_EFFORT)


class Dialect(Value):
    """A kind of endpoint."""

    name: str
    """As in `SummariserSettings.preset`."""
    hosts: tuple[str, ...] = ()
    """Names of hosts, or of domains where they begin with a dot; `:port` is one on this machine."""
    shape: Shape = _PLAIN
    """The first request."""
    quiet: tuple[Quiet, ...] = _ANY_EFFORT
    """Ways to ask for less reasoning, tried in this order once a model is seen to reason."""
    key_header: str = "authorization"
    """The header that carries the key; "authorization" as a bearer token."""


UNKNOWN = Dialect("", quiet=(Quiet.NO_EFFORT, Quiet.NO_TEMPLATE_THINKING, Quiet.LOW_EFFORT))
"""An endpoint of which nothing is known."""

DIALECTS = (
    # max_tokens is refused by the o-series and gpt-5 and later; effort none, minimal and low by model:
    # https://platform.openai.com/docs/api-reference/chat/create
    Dialect(
        "openai",
        ("api.openai.com",),
        Shape(limit="max_completion_tokens"),
        (Quiet.NO_EFFORT, Quiet.MINIMAL_EFFORT, Quiet.LOW_EFFORT),
    ),
    # The address without api-version and the header api-key:
    # https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle
    Dialect(
        "azure",
        (".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com"),
        Shape(limit="max_completion_tokens"),
        (Quiet.NO_EFFORT, Quiet.MINIMAL_EFFORT, Quiet.LOW_EFFORT),
        key_header="api-key",
    ),
    # One form of reasoning for all models: https://openrouter.ai/docs/use-cases/reasoning-tokens
    Dialect("openrouter", ("openrouter.ai",)),
    # none for Qwen, low for gpt-oss: https://console.groq.com/docs/reasoning; max_tokens is deprecated:
    # https://console.groq.com/docs/api-reference
    Dialect("groq", ("api.groq.com",), Shape(limit="max_completion_tokens")),
    # max_tokens; schemas by model: https://docs.together.ai/docs/json-mode
    Dialect(
        "together",
        ("api.together.xyz", "api.together.ai"),
        quiet=_TEMPLATE_FIRST,
    ),
    # https://docs.fireworks.ai/guides/reasoning
    Dialect("fireworks", ("api.fireworks.ai",)),
    # Unknown fields are refused with 422, effort is none or high: https://docs.mistral.ai/api
    Dialect("mistral", ("api.mistral.ai",), quiet=(Quiet.NO_EFFORT,)),
    # json_schema is refused; thinking is on unless disabled:
    # https://api-docs.deepseek.com/guides/thinking_mode and https://api-docs.deepseek.com/guides/json_mode
    Dialect(
        "deepseek",
        ("api.deepseek.com",),
        Shape(format=Format.OBJECT, quiet=Quiet.NO_THINKING),
        (Quiet.NO_THINKING, Quiet.LOW_EFFORT),
    ),
    # none where a model can do without thinking, else low: https://ai.google.dev/gemini-api/docs/openai
    Dialect(
        "gemini",
        ("generativelanguage.googleapis.com",),
        quiet=(Quiet.NO_EFFORT, Quiet.MINIMAL_EFFORT, Quiet.LOW_EFFORT),
    ),
    # response_format and reasoning_effort are ignored, thinking is off unless asked for:
    # https://platform.claude.com/docs/en/api/openai-sdk
    Dialect("anthropic", ("api.anthropic.com",), Shape(format=Format.TEXT), ()),
    # json_object with a schema of its own kind rather than a strict one:
    # https://docs.cohere.com/docs/compatibility-api
    Dialect("cohere", ("api.cohere.ai", "api.cohere.com"), Shape(format=Format.OBJECT), _ANY_EFFORT),
    # What is taken depends on the provider behind: https://huggingface.co/docs/inference-providers
    Dialect("huggingface", ("router.huggingface.co",)),
    # max_completion_tokens is ignored in silence, so only max_tokens bounds an answer:
    # https://docs.ollama.com/api/openai-compatibility
    Dialect("ollama", ("ollama.com", ":11434")),
    # json_object is refused, none is a word for the effort: https://lmstudio.ai/docs/developer
    Dialect("lmstudio", (":1234",)),
    # https://docs.vllm.ai/en/latest/features/reasoning_outputs.html
    Dialect("vllm", quiet=_TEMPLATE_FIRST),
    # Schemas are enforced, max_completion_tokens is taken too (measured, build of October 2026); the
    # template's switch: https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
    Dialect("llamacpp", quiet=_TEMPLATE_FIRST),
    # Passes on what the model behind it takes (measured, 1.106): https://docs.litellm.ai/docs/reasoning_content
    Dialect("litellm"),
)
"""Every kind that has a name; `dialect_of` finds the one of an address."""


def dialect_of(base_url: str, preset: str = "") -> Dialect:
    """Return what an endpoint is known for: by the name its owner gave its kind, else by its address."""
    for dialect in DIALECTS:
        if dialect.name == preset:
            return dialect
    for dialect in DIALECTS:
        if any(_is_at(base_url, host) for host in dialect.hosts):
            return dialect
    return UNKNOWN


def _is_at(base_url: str, host: str) -> bool:
    try:
        parts = urlsplit(base_url)
        named, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return False
    if host.startswith(":"):
        return is_loopback(base_url) and f":{port}" == host
    return named.endswith(host) if host.startswith(".") else named == host
