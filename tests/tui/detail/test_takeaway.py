import pytest

from radar.papers.bases import replace
from radar.papers.summaries.summary import TakeawayOrigin
from radar.tui.detail.blocks import Role
from tests.tui.detail.shown import block_with, text_of
from tests.tui.invented import (
    WHEN,
    by_model,
    entry,
    offline,
)


def test_a_takeaway_by_rule_says_so() -> None:
    local = WHEN.astimezone()
    text = text_of(entry())
    assert "TAKEAWAY  offline, by rule\nPebbler sorts 40% more pebbles an hour." in text
    assert f"offline · rules 3 · 3 Feb 2026 {local:%H:%M}" in text


def test_a_takeaway_by_a_model_names_model_prompt_tokens_and_cost() -> None:
    text = text_of(entry(summaries=(offline(), by_model()), shown=1), width=90)
    assert "TAKEAWAY  model · 2 of 2 (v)" in text
    assert "tiny-writer · endpoint · prompt 3fa9c21b" in text
    assert "412 + 38 tokens · $0.0002" in text


def test_what_cost_next_to_nothing_is_not_told_as_nothing() -> None:
    summary = by_model()
    cheap = replace(summary, provenance=replace(summary.provenance, cost=0.00003))
    shown = entry(summaries=(offline(), cheap), shown=1)
    assert "412 + 38 tokens · under $0.0001" in text_of(shown, width=120)


def test_what_a_model_on_this_machine_wrote_is_free() -> None:
    summary = by_model()
    local = replace(summary, provenance=replace(summary.provenance, cost=0.0))
    shown = entry(summaries=(offline(), local), shown=1)
    assert "412 + 38 tokens · free" in text_of(shown, width=120)


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


@pytest.mark.parametrize(
    ("origin", "checks", "how", "why"),
    [
        (TakeawayOrigin.MODEL, (), "model", ""),
        (
            TakeawayOrigin.TRIMMED,
            ("too long", "chatter"),
            "model, trimmed",
            "the words of tiny-writer were trimmed because they are longer than 25 words; they begin with",
        ),
        (
            TakeawayOrigin.QUOTED,
            ("number not in the abstract",),
            "quoted from the abstract",
            "the words of tiny-writer are not shown because they name a number that the paper does not",
        ),
        (
            TakeawayOrigin.OFFLINE,
            ("The answer is empty",),
            "offline, by rule",
            "the words of tiny-writer are not shown: The answer is empty",
        ),
    ],
)
def test_where_a_takeaway_comes_from_and_why_not_from_the_model(
    origin: TakeawayOrigin, checks: tuple[str, ...], how: str, why: str
) -> None:
    text = text_of(entry(summaries=(by_model(origin=origin, failed_checks=checks),)), width=120)
    assert f"TAKEAWAY  {how}\n" in text
    assert why in text
    assert ("the words of" in text) is bool(checks)


def test_why_no_model_was_asked_is_told_with_the_words_that_speak_to_one() -> None:
    checks = ("instruction in the abstract: ignore all previous instructions",)
    text = text_of(
        entry(summaries=(by_model(origin=TakeawayOrigin.QUOTED, failed_checks=checks),)), width=120
    )
    assert (
        "no model was asked: the abstract speaks to a model instead of a reader: "
        "“ignore all previous instructions”"
    ) in text
    nothing = by_model("", origin=TakeawayOrigin.OFFLINE, failed_checks=("no abstract",))
    assert "no model was asked: there is no abstract" in text_of(entry(summaries=(nothing,)))


def test_why_a_paper_matters_is_told_as_an_opinion_of_the_model() -> None:
    made = replace(by_model(), relevance="it sorts what you collect")
    block = block_with(entry(summaries=(offline(), made), shown=1), "for you")
    assert block.text == "for you, says tiny-writer: it sorts what you collect"
    assert block.role is Role.OPINION
    assert "for you" not in text_of(entry(summaries=(offline(), made), shown=0))
