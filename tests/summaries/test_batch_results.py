"""Lines of results, from whoever answered."""

from __future__ import annotations

import json
from typing import Any

import pytest

from radar.summaries.batch_results import NotAResult, Question, Result, result_of

BODY = {
    "model": "small",
    "choices": [{"message": {"content": "{}"}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 5, "completion_tokens": 2},
}


def result(value: dict[str, Any]) -> Result:
    read = result_of(json.dumps({"custom_id": "r1-x", **value}).encode())
    assert isinstance(read, Result)
    return read


@pytest.mark.parametrize(
    "value",
    [
        {"response": {"status_code": 200, "request_id": "r", "body": BODY}, "error": None},
        {"id": "vllm-1", "response": {"status_code": 200, "body": BODY}, "error": None},
        {"response": BODY, "error": None},
        {"response": {"body": BODY}, "error": None},
        {"response": {"body": BODY}, "error": {}},
    ],
)
def test_completions_of_all_shapes_are_the_same(value: dict[str, Any]) -> None:
    completion = result(value).completion
    assert completion is not None
    assert (completion.text, completion.finish_reason, completion.usage.tokens_in) == ("{}", "stop", 5)


def test_a_row_has_a_text_and_no_usage() -> None:
    completion = result({"text": "{}", "error": None}).completion
    assert completion is not None
    assert (completion.text, completion.usage.tokens_in) == ("{}", None)


@pytest.mark.parametrize(
    ("value", "failure"),
    [
        ({"response": None, "error": {"code": "batch_expired", "message": "Too late."}}, "Too late."),
        ({"response": None, "error": {"code": "batch_expired"}}, "batch_expired"),
        ({"response": None, "error": "engine died"}, "engine died"),
        ({"response": {"status_code": 400, "body": {"error": {"message": "Bad."}}}, "error": None}, "Bad."),
        ({"response": {"status_code": 500, "body": None}, "error": None}, "status 500"),
        ({"response": {"status_code": 200, "body": None}, "error": None}, "holds no answer"),
        (
            {"response": {"status_code": 200, "body": {"choices": []}}},
            "the batch answered without a completion",
        ),
        ({"response": {"body": {"object": "error", "message": "No such model"}}}, "No such model"),
        ({}, "holds no answer"),
        ({"text": None, "__inference_error__": "out of memory"}, "out of memory"),
        ({"text": 7}, "holds no answer"),
        ({"response": [BODY]}, "holds no answer"),
        ({"error": [1]}, "an error without words"),
        (
            {"error": {"message": {"message": {"message": {"message": {"message": "deep"}}}}}},
            "an error without words",
        ),
        ({"error": "x\x1b[31m" + "y" * 999}, "x" + "y" * 199),
    ],
)
def test_failures_of_all_shapes_are_told(value: dict[str, Any], failure: str) -> None:
    read = result(value)
    assert (read.completion, read.failure) == (None, failure)


def test_a_model_that_declined_is_a_failure() -> None:
    choices = [{"message": {"content": None, "refusal": "I will not."}, "finish_reason": "stop"}]
    assert "declined" in result({"response": {"body": {"choices": choices}}}).failure


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"\xff", "is not UTF-8 text"),
        (b'{"custom_id": "r1-x", "text": "cut', "is not JSON, or cut"),
        (b"[]", "is not a JSON object"),
        (b'{"text": "x"}', "has no custom_id"),
        (b'{"custom_id": "", "text": "x"}', "has no custom_id"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"custom_id": "x", "text": Infinity}', "is not JSON, or cut"),
    ],
)
def test_other_lines_are_no_results(line: bytes, reason: str) -> None:
    assert result_of(line) == NotAResult(reason)


def test_a_byte_order_mark_does_not_matter() -> None:
    assert isinstance(result_of(b'\xef\xbb\xbf{"custom_id": "r1-x", "text": "x"}'), Result)


MESSAGES = [{"role": "user", "content": "Which kite?"}]
ROW = {"custom_id": "r1-x", "messages": MESSAGES, "sampling_params": {"max_tokens": 9}}
REQUEST = {"custom_id": "r1-x", "method": "POST", "url": "/v1/x", "body": {"messages": MESSAGES}}


@pytest.mark.parametrize("question", [ROW, REQUEST, {"custom_id": "r1-x", "body": {"messages": MESSAGES}}])
@pytest.mark.parametrize("answer", ["generated_text", "output", "response", "error", "result"])
def test_a_question_with_something_beside_it_is_an_answer(question: dict[str, Any], answer: str) -> None:
    assert isinstance(result_of(json.dumps(question).encode()), Question)
    read = result_of(json.dumps({**question, answer: None}).encode())
    assert isinstance(read, Result)
    assert read.failure == "holds no answer"
