"""Well-known endpoints: where each is, which variable usually holds its key, and what to know of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from radar.papers.bases import Value

PLACE = "RESOURCE"
"""What stands in an address where the reader's own name belongs."""


class Preset(Value):
    """One kind of endpoint."""

    name: str
    title: str
    """As people write it."""
    base_url: str
    """What `/chat/completions` is appended to; `RESOURCE` in it is for the reader to fill in."""
    source: str
    """Where its makers say so."""
    key_env: str = ""
    """The variable that its own tools read the key from; empty where none is needed as a rule."""
    note: str = ""
    """What a reader should know before choosing it; may be empty."""

    @property
    def local(self) -> bool:
        """Whether it is a server on the reader's own machine."""
        return urlsplit(self.base_url).hostname in ("127.0.0.1", "localhost")

    @property
    def unfinished(self) -> bool:
        """Whether the address lacks a name that only the reader knows."""
        return PLACE in self.base_url

    def is_at(self, base_url: str) -> bool:
        """Whether an address is at this preset's own host, so that a key meant for it may go there."""
        try:
            theirs, ours = urlsplit(base_url.strip()), urlsplit(self.base_url)
            ports = theirs.port, ours.port
        except ValueError:
            return False
        host, own = (theirs.hostname or "").rstrip("."), ours.hostname or ""
        if self.unfinished:
            ending = own.removeprefix(PLACE.lower())
            same = host.endswith(ending) and len(host) > len(ending)
        else:
            same = host == own
        default = {"https": 443, "http": 80}.get(ours.scheme)
        return same and theirs.scheme == ours.scheme and (ports[0] or default) == (ports[1] or default)


_ALL = (
    Preset(
        "openai",
        "OpenAI",
        "https://api.openai.com/v1",
        "https://platform.openai.com/docs/api-reference/introduction",
        key_env="OPENAI_API_KEY",
    ),
    Preset(
        "azure",
        "Azure OpenAI",
        f"https://{PLACE}.openai.azure.com/openai/v1",
        "https://learn.microsoft.com/en-us/azure/ai-foundry/openai/api-version-lifecycle",
        key_env="AZURE_OPENAI_API_KEY",
        note="the model is the name of your deployment",
    ),
    Preset(
        "openrouter",
        "OpenRouter",
        "https://openrouter.ai/api/v1",
        "https://openrouter.ai/docs/quickstart",
        key_env="OPENROUTER_API_KEY",
        note="hands on to many providers; models are named like openai/gpt-oss-20b",
    ),
    Preset(
        "groq",
        "Groq",
        "https://api.groq.com/openai/v1",
        "https://console.groq.com/docs/openai",
        key_env="GROQ_API_KEY",
    ),
    Preset(
        "together",
        "Together AI",
        "https://api.together.ai/v1",
        "https://docs.together.ai/docs/inference/openai-compatibility",
        key_env="TOGETHER_API_KEY",
    ),
    Preset(
        "fireworks",
        "Fireworks AI",
        "https://api.fireworks.ai/inference/v1",
        "https://docs.fireworks.ai/tools-sdks/openai-compatibility",
        key_env="FIREWORKS_API_KEY",
        note="models are named like accounts/fireworks/models/NAME",
    ),
    Preset(
        "mistral",
        "Mistral",
        "https://api.mistral.ai/v1",
        "https://docs.mistral.ai/api/",
        key_env="MISTRAL_API_KEY",
    ),
    Preset(
        "deepseek",
        "DeepSeek",
        "https://api.deepseek.com",
        "https://api-docs.deepseek.com/",
        key_env="DEEPSEEK_API_KEY",
    ),
    Preset(
        "gemini",
        "Google Gemini",
        "https://generativelanguage.googleapis.com/v1beta/openai",
        "https://ai.google.dev/gemini-api/docs/openai",
        key_env="GEMINI_API_KEY",
    ),
    Preset(
        "anthropic",
        "Anthropic",
        "https://api.anthropic.com/v1",
        "https://platform.claude.com/docs/en/cli-sdks-libraries/libraries/openai-sdk",
        key_env="ANTHROPIC_API_KEY",
        note="meant by its makers for trying models, not for production",
    ),
    Preset(
        "huggingface",
        "Hugging Face",
        "https://router.huggingface.co/v1",
        "https://huggingface.co/docs/inference-providers/index",
        key_env="HF_TOKEN",
        note="hands on to many providers; models are named like org/model:provider",
    ),
    Preset(
        "ollama",
        "Ollama",
        "http://localhost:11434/v1",
        "https://docs.ollama.com/api/openai-compatibility",
        note="cuts long prompts at the context that the model was started with",
    ),
    Preset(
        "lmstudio",
        "LM Studio",
        "http://localhost:1234/v1",
        "https://lmstudio.ai/docs/developer/openai-compat",
    ),
    Preset(
        "vllm",
        "vLLM",
        "http://localhost:8000/v1",
        "https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html",
        note="a key only where it was started with --api-key",
    ),
    Preset(
        "llamacpp",
        "llama.cpp",
        "http://127.0.0.1:8080/v1",
        "https://github.com/ggml-org/llama.cpp/tree/master/tools/server",
        note="a key only where it was started with --api-key",
    ),
    Preset(
        "litellm",
        "LiteLLM proxy",
        "http://localhost:4000/v1",
        "https://docs.litellm.ai/docs/proxy/user_keys",
        note="hands on to other endpoints; a virtual key where it asks for one",
    ),
)
PRESETS: Mapping[str, Preset] = MappingProxyType({preset.name: preset for preset in _ALL})
"""By name, hosted ones first."""
