"""What summaries would take, before anything is asked."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

import pytest

from radar.papers.bases import replace
from radar.summaries.prompting.budget import tokens_of
from radar.summaries.prompting.estimate import (
    PROMPT_TOKENS,
    THOUGHT_TOKENS,
    estimate,
    estimate_tokens,
    reasons,
)
from radar.summaries.prompting.prompt import load_prompt, paper_text, request_for
from tests.summaries.papers import paper


@dataclass(frozen=True)
class Place:
    local: bool


@dataclass(frozen=True)
class Terms:
    endpoint: Place | None = Place(False)
    price_in: float | None = None
    price_out: float | None = None


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("We introduce FoxCam, a network that counts foxes in pictures of 1,200 garden cameras.", 19),
        ("The quick brown fox jumps over the lazy dog, and nobody is surprised.", 15),
        ("我们提出了一种新的语言模型训练方法，并在七个数据集上验证了其有效性。", 22),
        ("本研究では、言語モデルの新しい学習手法を提案し、その有効性を示す。", 26),
        ("우리는 언어 모델을 위한 새로운 학습 방법을 제안하고 효과를 보인다.", 22),
        ("Nous proposons une nouvelle méthode d’entraînement des modèles de langue.", 15),
        ("", 0),
    ],
)
def test_the_estimate_is_near_a_real_tokenizer(text: str, tokens: int) -> None:
    assert estimate_tokens(text) == pytest.approx(tokens, rel=0.3, abs=1)


def test_the_share_of_the_prompt_is_what_the_shipped_prompt_takes() -> None:
    empty = replace(paper_text(paper()), sentences=())
    request = request_for(load_prompt(), "", empty.sentences, 1)
    assert pytest.approx(tokens_of(request, estimate_tokens), rel=0.03) == PROMPT_TOKENS


def test_papers_tokens_and_money_are_summed() -> None:
    one = estimate([paper()], Terms(price_in=1.0, price_out=4.0))
    three = estimate([paper()] * 3, Terms(price_in=1.0, price_out=4.0))
    assert (one.papers, three.papers) == (1, 3)
    assert three.tokens_in == pytest.approx(3 * one.tokens_in, rel=0.01)
    assert three.cost == pytest.approx((three.tokens_in + 4 * three.tokens_out) / 1e6)


def test_papers_beyond_the_first_are_judged_by_their_length() -> None:
    many = estimate([paper()] * 300, Terms())
    one = estimate([paper()], Terms())
    assert many.tokens_in == pytest.approx(300 * one.tokens_in, rel=0.02)


def test_a_sample_speaks_for_all() -> None:
    sampled = estimate([paper()] * 10, Terms(), total=1_000_000)
    one = estimate([paper()], Terms())
    assert sampled.papers == 1_000_000
    assert sampled.tokens_in == pytest.approx(1_000_000 * one.tokens_in, rel=0.01)


@pytest.mark.parametrize(("price_in", "price_out"), [(None, 1.0), (1.0, None), (None, None)])
def test_an_unknown_price_is_no_price(price_in: float | None, price_out: float | None) -> None:
    assert estimate([paper()], Terms(price_in=price_in, price_out=price_out)).cost is None


def test_a_local_endpoint_is_said_to_be_local() -> None:
    assert estimate([paper()], Terms(Place(True))).local
    assert not estimate([paper()], Terms(None)).local


def test_no_papers_take_nothing() -> None:
    nothing = estimate([], Terms(price_in=1.0, price_out=1.0))
    assert (nothing.papers, nothing.tokens_in, nothing.tokens_out, nothing.cost) == (0, 0, 0, 0.0)


def test_money_is_a_range_from_a_tenth_less_to_a_quarter_more() -> None:
    found = estimate([paper()] * 10, Terms(price_in=1.0, price_out=4.0))
    assert found.cost is not None
    assert found.low == pytest.approx(0.9 * found.cost, rel=0.02)
    assert found.high == pytest.approx(1.25 * found.cost, rel=0.02)
    unpriced = estimate([paper()], Terms())
    assert (unpriced.low, unpriced.high) == (None, None)


def test_the_range_is_wider_for_scripts_that_vocabularies_differ_in() -> None:
    chinese = paper("我们提出了一种新的语言模型训练方法，并在七个数据集上验证了其有效性。" * 20, "语言模型")
    found = estimate([chinese], Terms(price_in=1.0, price_out=0.0))
    english = estimate([paper()], Terms(price_in=1.0, price_out=0.0))
    for one in (found, english):
        assert one.cost is not None and one.low is not None and one.high is not None
    assert found.low / found.cost < 0.75 < english.low / english.cost  # type: ignore[operator]
    assert found.high / found.cost > 1.32 > english.high / english.cost  # type: ignore[operator]


@pytest.mark.parametrize(
    ("model", "thinks"),
    [
        ("gpt-5-mini", True), ("openai/gpt-5-nano", True), ("o3", True), ("o4-mini", True),
        ("openai/gpt-oss-20b", True), ("deepseek-reasoner", True), ("deepseek-r1", True),
        ("Qwen/Qwen3-8B", True), ("gemini-2.5-flash", True), ("qwq-32b", True), ("magistral-small", True),
        ("kimi-k2-thinking", True), ("gpt-4o-mini", False), ("mistral-small", False), ("small", False),
        ("Qwen2.5-Coder-0.5B-Instruct", False), ("Qwen3-4B-Instruct-2507", False),
        ("claude-haiku-4-5", False), ("llama-3.3-70b-versatile", False),
        ("deepseek-chat", False), ("", False), ("foo3", False),
    ],
)  # fmt: skip
def test_models_that_reason_are_known_by_their_names(model: str, thinks: bool) -> None:
    assert reasons(model) is thinks


def test_c3_a_model_that_reasons_has_room_for_it_at_the_upper_end() -> None:
    plain = estimate([paper()] * 10, Terms(price_in=0.0, price_out=1.0), model="small")
    thinking = estimate([paper()] * 10, Terms(price_in=0.0, price_out=1.0), model="gpt-5-mini")
    assert (plain.thought, thinking.thought) == (0, THOUGHT_TOKENS)
    assert plain.high is not None and thinking.high is not None
    assert thinking.high - plain.high == pytest.approx(10 * THOUGHT_TOKENS / 1e6)
    known = estimate([paper()], Terms(), model="gpt-5-mini", usual_answer=800)
    assert (known.thought, known.tokens_out) == (0, 800)


@pytest.mark.parametrize(
    "module",
    [
        "radar.summaries.prompting.estimate",
        "radar.summaries.offline",
        "radar.summaries.plugins",
        "radar.summaries.summariser",
        "radar.summaries.prompting.chat",
        "radar.summaries.endpoints.prices",
    ],
)
def test_what_the_screen_needs_is_light(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"tiktoken", "httpx", "tenacity", "diskcache", "requests", "regex", "genai_prices"}
    assert "importlib.metadata" not in done.stdout.split()
