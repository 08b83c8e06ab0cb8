from dataclasses import replace

from radar.papers.summary import TakeawayOrigin
from tests.tui.detail.shown import text_of
from tests.tui.invented import (
    WHEN,
    by_model,
    entry,
    offline,
)


def test_a_takeaway_by_rule_says_so() -> None:
    local = WHEN.astimezone()
    text = text_of(entry())
    assert "TAKEAWAY  by rule, offline\nPebbler sorts 40% more pebbles an hour." in text
    assert f"offline · rules 3 · 3 Feb 2026 {local:%H:%M}" in text


def test_a_takeaway_by_a_model_names_model_prompt_tokens_and_cost() -> None:
    text = text_of(entry(summaries=(offline(), by_model()), shown=1), width=90)
    assert "TAKEAWAY  written by a model · 2 of 2 (v)" in text
    assert "tiny-writer · endpoint · prompt 3fa9c21b" in text
    assert "412 + 38 tokens · $0.0002" in text


def test_a_failed_request_is_told() -> None:
    assert "last request failed: the endpoint is asleep" in text_of(entry(error="the endpoint is asleep"))


def test_what_servers_say_is_cleaned() -> None:
    summary = by_model(failed_checks=("number \x1b]0;x\x07 9",), origin=TakeawayOrigin.TRIMMED)
    made = replace(summary.provenance, model="tiny\x1b[31m-writer\u202e")
    shown = entry(summaries=(offline(), replace(summary, provenance=made)), shown=1, error="no\x9b31m answer")
    text = text_of(shown, width=90)
    assert not set(text) & set("\x1b\x07\x9b\u202e")
    assert "tiny-writer" in text
    assert "no answer" in text
