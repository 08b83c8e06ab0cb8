"""Names of models: the same one under a dated name, and another one whose name only begins alike."""

from __future__ import annotations

import pytest

from radar.summaries.endpoints.model_names import is_same_model


@pytest.mark.parametrize(
    ("asked", "answering"),
    [
        ("gpt-4o", "gpt-4o"),
        ("gpt-4o", "gpt-4o-2024-08-06"),
        ("gpt-4", "gpt-4-0613"),
        ("claude-3-5-sonnet", "claude-3-5-sonnet@20240620"),
        ("claude-3-5-sonnet-latest", "claude-3-5-sonnet-20241022"),
        ("command-r", "command-r-08-2024"),
        ("gemini-2.0-flash", "gemini-2.0-flash-001"),
        ("anthropic.claude-3-haiku", "anthropic.claude-3-haiku-20240307-v1:0"),
        ("llama3.2", "llama3.2:latest"),
        ("llama3.2:latest", "llama3.2"),
        ("deepseek-chat", "DeepSeek-Chat"),
        ("models/gemini", "gemini"),
        ("openai/gpt-4o", "GPT-4o-2024-08-06"),
        ("hf.co/unsloth/qwen:Q4_K_M", "unsloth/qwen:q4_k_m"),
        ("Qwen2.5-7B", "Qwen/Qwen2.5-7B"),
    ],
)
def test_a_date_a_version_a_folder_and_capitals_make_no_other_model(asked: str, answering: str) -> None:
    assert is_same_model(asked, answering)


@pytest.mark.parametrize(
    ("asked", "answering"),
    [
        ("gpt-4o", "gpt-4o-mini"),
        ("gpt-4o", "gpt-4o-mini-2024-07-18"),
        ("gpt-5", "gpt-5-nano-2025"),
        ("gpt-4", "gpt-4o"),
        ("gpt-4", "gpt-4.1"),
        ("gpt-4", "gpt-4-32k"),
        ("claude-sonnet-4", "claude-sonnet-4-5"),
        ("qwen", "qwen-7b"),
        ("my-gpt-4o", "gpt-4o"),
        ("openai/gpt-4o", "4o"),
        ("openai/gpt-4o", "gpt-4o-mini"),
        ("small", "small "),
        ("small", "small-２０２４"),
        ("openai/", "tall"),
    ],
)
def test_any_other_name_is_that_of_another_model(asked: str, answering: str) -> None:
    assert not is_same_model(asked, answering)
