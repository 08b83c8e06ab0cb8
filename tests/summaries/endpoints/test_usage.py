"""What endpoints say of tokens and cost, in all its forms."""

from __future__ import annotations

import pytest

from radar.summaries.endpoints.usage import usage_of, words_of
from radar.summaries.prompting.chat import Usage

OPENROUTER = {
    "prompt_tokens": 500,
    "completion_tokens": 340,
    "total_tokens": 840,
    "cost": 0.00014,
    "completion_tokens_details": {"reasoning_tokens": 300},
    "prompt_tokens_details": {"cached_tokens": 480},
}


def read(usage: object, **headers: str) -> Usage:
    return usage_of({"usage": usage}, {name.replace("_", "-"): text for name, text in headers.items()})


def test_tokens_reasoning_reuse_and_cost_are_read() -> None:
    assert read(OPENROUTER) == Usage(500, 340, 300, 480, 0.00014)


def test_c3_hidden_reasoning_counts_as_answered_where_only_the_total_or_the_details_tell() -> None:
    told_by_total = read({"prompt_tokens": 10, "completion_tokens": 40, "total_tokens": 30_050})
    assert (told_by_total.tokens_out, told_by_total.reasoning) == (30_040, 30_000)
    beside = {"prompt_tokens": 10, "completion_tokens": 40}
    told_by_details = read({**beside, "completion_tokens_details": {"reasoning_tokens": 30_000}})
    assert (told_by_details.tokens_out, told_by_details.reasoning) == (30_040, 30_000)
    both = {**beside, "total_tokens": 30_050, "completion_tokens_details": {"reasoning_tokens": 30_000}}
    assert read(both).tokens_out == 30_040
    within = {"prompt_tokens": 10, "completion_tokens": 30_040, "total_tokens": 30_050}
    assert read({**within, "completion_tokens_details": {"reasoning_tokens": 30_000}}).tokens_out == 30_040


def test_other_names_of_tokens_are_understood() -> None:
    assert read({"input_tokens": 5, "output_tokens": 6}) == Usage(5, 6)
    assert read({"prompt_tokens": 50, "completion_tokens": 6, "prompt_cache_hit_tokens": 40}).reused == 40


def test_the_header_of_a_proxy_tells_the_cost_too_and_first() -> None:
    assert read({}, x_litellm_response_cost="2.5e-05").cost == 2.5e-05
    assert read({"cost": 0.9}, x_litellm_response_cost="0.5").cost == 0.5
    assert read({"cost": 0.9}, x_litellm_response_cost="None").cost == 0.9


@pytest.mark.parametrize(
    "odd",
    [None, True, -1, "12", "many", [], {}, [12], {"n": 1}, 1e300, float("nan"), float("inf"), 10**400, 1.5],
    ids=lambda odd: repr(odd)[:12],
)
def test_an_odd_count_is_not_said_and_nothing_fails(odd: object) -> None:
    counts = ("prompt_tokens", "completion_tokens", "total_tokens", "prompt_tokens_details")
    found = read(dict.fromkeys(counts, odd))
    assert found == Usage()
    details = {"reasoning_tokens": odd, "cached_tokens": odd}
    known = {"prompt_tokens": 7, "completion_tokens": 8}
    assert read({**known, "completion_tokens_details": details, "prompt_tokens_details": details}) == Usage(
        7, 8
    )


@pytest.mark.parametrize("odd", [None, True, -1, "much", [], {}, 1e300, float("nan"), float("inf")], ids=repr)
def test_an_odd_cost_is_not_said(odd: object) -> None:
    assert read({"cost": odd}).cost is None


@pytest.mark.parametrize("odd", [None, [], 3, "text"], ids=repr)
def test_a_usage_or_a_body_of_another_kind_says_nothing(odd: object) -> None:
    assert read(odd) == Usage()
    assert usage_of(odd, {}) == Usage()
    assert words_of(odd) == ""


def test_more_reuse_than_tokens_is_cut() -> None:
    assert read({"prompt_tokens": 7, "prompt_tokens_details": {"cached_tokens": 900}}).reused == 7


def test_all_that_a_model_wrote_is_counted_where_nothing_is_said() -> None:
    message = {"content": [{"text": "a fox"}], "reasoning_content": "hm", "reasoning": None}
    assert words_of({"choices": [{"message": message}]}).split() == ["a", "fox", "hm"]
