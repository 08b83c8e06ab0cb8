"""Completions read as answers."""

from __future__ import annotations

import pytest

from radar.errors import AnswerError
from radar.papers.summaries.flags import Claim, Release
from radar.summaries.prompting.answer import Answer, read_answer
from radar.summaries.prompting.chat import Completion

PLAIN = '{"takeaway": "Foxes are counted.", "results_sentence": 3, "code_sentence": 4}'
READ = Answer("Foxes are counted.", 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        f"```json\n{PLAIN}\n```",
        f"Sure! Here it is:\n\n{PLAIN}\n\nAnything else?",
        f"<think>Is it {{}} or {{'takeaway'}}?</think>{PLAIN}",
        f"hidden thought without a beginning {{}} </think>\n{PLAIN}",
        f"<think>one</think> <THINK>two</THINK> {PLAIN} <think>and never",
        f'{{"note": 1}} {PLAIN}',
        f'{PLAIN} {{"takeaway": "Another."}}',
        f'{{"answer": {PLAIN}}}',
        f"[{PLAIN}]",
        PLAIN.replace("}", ', "confidence": 0.7, "extra": [1, {}]}'),
        PLAIN + "\n" * 5000,
        "{" * 5 + PLAIN,
    ],
)
def test_o7_o8_o9_the_first_object_with_a_takeaway_is_the_answer(text: str) -> None:
    assert read_answer(Completion(text, "stop")) == READ


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("3", 3),
        ('"3"', 3),
        ('"[3]"', 3),
        ("3.0", 3),
        ("3.5", 0),
        ("null", 0),
        ("true", 0),
        ("[3]", 0),
        ('"three"', 0),
        ("-1", -1),
        ("1e400", 0),
        ('"' + "9" * 5000 + '"', 0),
    ],
)
def test_o9_a_sentence_number_of_another_type_is_read_where_that_is_harmless(value: str, number: int) -> None:
    text = f'{{"takeaway": "x", "results_sentence": {value}}}'
    assert read_answer(Completion(text)) == Answer("x", number, 0)


def test_the_kinds_and_the_relevance_are_read_where_they_are_there() -> None:
    text = PLAIN[:-1] + ', "results_kind": "Quantified ", "code_kind": "promised", "relevance": "It helps."}'
    assert read_answer(Completion(text)) == Answer(
        "Foxes are counted.", 3, 4, Claim.QUANTIFIED, Release.PROMISED, "It helps."
    )


@pytest.mark.parametrize("value", ["null", "3", "true", '"soon"', '["released"]', '"quantified"', "{}"])
def test_o9_a_kind_that_is_none_of_the_kinds_is_not_said(value: str) -> None:
    answer = read_answer(Completion(f'{PLAIN[:-1]}, "code_kind": {value}, "relevance": {value}}}'))
    assert answer.code_kind is None
    assert answer.relevance == (value.strip('"') if value.startswith('"') else "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "I could not find anything.",
        PLAIN[:-1],
        PLAIN.replace('"', "'"),
        PLAIN.replace("4}", "4,}"),
        '{"takeaway": NaN}',
        '{"takeaway": null}',
        '{"takeaway": ["a"]}',
        '{"takeaway": {"text": "a"}}',
        '{"results_sentence": 3}',
        f"<think>{PLAIN}",
        f"<think>{PLAIN}</think>",
        "[" * 100_000,
        "{" * 100_000,
        '{"a":' * 50_000,
        '{"takeaway": "x", "results_sentence": ' + "9" * 10_000 + "}",
    ],
)
def test_o7_o8_what_holds_no_answer_is_an_error(text: str) -> None:
    with pytest.raises(AnswerError):
        read_answer(Completion(text, "stop"))


def test_an_answer_that_was_cut_is_not_mended() -> None:
    with pytest.raises(AnswerError, match="cut at max_tokens"):
        read_answer(Completion(PLAIN, "length"))


def test_o1_control_characters_reach_the_checks_as_they_are() -> None:
    text = '{"takeaway": "a\\textit{b} \\u001b[31m \\ud800 \x07 c"}'
    assert "\t" in read_answer(Completion(text)).takeaway
    assert "\x1b" in read_answer(Completion(text)).takeaway


def test_o3_a_huge_takeaway_is_cut_before_anything_looks_at_it() -> None:
    assert len(read_answer(Completion(f'{{"takeaway": "{"a" * 150_000}"}}')).takeaway) == 2000
