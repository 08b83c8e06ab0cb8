"""What a hostile or a broken model can answer (O4, O6 to O10): an answer, an empty one, or a clear error."""

from __future__ import annotations

import gzip
import json

import pytest

from radar.errors import AnswerError, EndpointError, NetworkError, RadarError
from radar.summaries.prompting.answer import read_answer
from radar.summaries.prompting.chat import Completion, Usage
from tests.net.loopback import Scripted, json_answer, loopback
from tests.summaries.asking import REQUEST, Make, answer_of, failure
from tests.summaries.quirk_server.endpoints import ANSWER, completion

JSON = {"content-type": "application/json"}


def raw(content: bytes) -> Scripted:
    """A completion whose content is this JSON, to the byte."""
    whole = json.dumps(completion("CONTENT")).encode()
    return Scripted(200, whole.replace(b'"CONTENT"', content), JSON)


# --- O4: monstrous bodies


async def test_o4_a_body_of_50_mb_is_refused() -> None:
    raised = await failure(Scripted(200, b" " * 50_000_000, JSON))
    assert isinstance(raised, NetworkError)
    assert "more than 20 MB" in raised.message


async def test_o4_a_gzip_bomb_is_refused() -> None:
    bomb = gzip.compress(bytes(200_000_000), 9)
    raised = await failure(Scripted(200, bomb, {**JSON, "content-encoding": "gzip"}))
    assert isinstance(raised, NetworkError)
    assert "more than 20 MB" in raised.message


NO_JSON = {
    "deep nesting": b"[" * 200_000,
    "deep nesting of tables": b'{"choices":' * 100_000,
    "NaN": b'{"choices": [{"message": {"content": NaN}}]}',
    "Infinity in the usage": b'{"choices": [{"message": {}}], "usage": {"prompt_tokens": Infinity}}',
    "a huge number": b'{"choices": [], "usage": {"prompt_tokens": ' + b"9" * 10_000 + b"}}",
    "cut": b'{"choices": [{"message": {"content": "{',
    "nothing": b"",
    "words": b"All is well.",
    "bytes": bytes(range(128, 256)),
}


@pytest.mark.parametrize("name", NO_JSON)
async def test_o4_what_is_no_json_is_one_papers_clear_error(name: str) -> None:
    raised = await failure(Scripted(200, NO_JSON[name], JSON))
    assert isinstance(raised, RadarError)
    assert "is not JSON" in raised.message
    assert not getattr(raised, "final", False)


async def test_o4_a_key_that_comes_twice_counts_as_its_last(make: Make) -> None:
    body = b'{"choices": [], "choices": [{"message": {"content": "a", "content": "b"}}]}'
    assert (await answer_of(make, Scripted(200, body, JSON))).text == "b"
    with pytest.raises(AnswerError):
        read_answer(Completion('{"takeaway": "a", "takeaway": ["b"]}'))
    assert read_answer(Completion('{"takeaway": ["a"], "takeaway": "b"}')).takeaway == "b"


async def test_o4_half_a_surrogate_pair_becomes_a_question_mark(make: Make) -> None:
    text = (await answer_of(make, raw(b'"a\\ud800b \\udfff \\ud83d\\ude00"'))).text
    assert text == "a?b ? \U0001f600"
    text.encode()


async def test_o4_numbers_beyond_reason_count_as_unknown(make: Make) -> None:
    usage = {"prompt_tokens": 10**400, "completion_tokens": 1e300}
    assert (await answer_of(make, json_answer(completion(usage=usage)))).usage == Usage(None, None)


async def test_o3_a_megabyte_of_text_is_cut(make: Make) -> None:
    assert len((await answer_of(make, json_answer(completion("x" * 1_000_000)))).text) == 200_000


# --- O6: contents of all shapes


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (None, ""),
        ("", ""),
        ([], ""),
        (7, ""),
        ({}, ""),
        ([None, 7, "loose", {"type": "text"}, {"text": 7}], ""),
        ([{"type": "text", "text": "a"}, {"type": "thinking", "thinking": []}, {"text": "b"}], "ab"),
    ],
)
async def test_o6_a_content_of_any_shape_is_read_as_its_text(make: Make, content: object, text: str) -> None:
    assert (await answer_of(make, json_answer(completion(content)))).text == text


CALL = {"id": "1", "type": "function", "function": {"name": "read", "arguments": ANSWER}}


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"tool_calls": [CALL]}, "called a tool instead of answering"),
        ({"function_call": {"name": "read", "arguments": "{}"}}, "called a tool instead of answering"),
        ({"refusal": "I cannot"}, "declined to read this paper"),
        ({"content": [{"type": "refusal", "refusal": "I cannot"}]}, "declined to read this paper"),
    ],
)
async def test_o6_what_is_said_instead_of_an_answer_is_that_papers_error(
    message: dict[str, object], words: str
) -> None:
    raised = await failure(json_answer(completion(None, message=message)))
    assert isinstance(raised, EndpointError)
    assert words in raised.message
    assert not raised.final


async def test_o6_an_answer_beside_a_tool_call_counts(make: Make) -> None:
    answer = json_answer(completion(ANSWER, "tool_calls", message={"tool_calls": [CALL]}))
    assert (await answer_of(make, answer)).text == ANSWER


@pytest.mark.parametrize("field", ["reasoning", "reasoning_content", "thinking", "reasoning_details"])
async def test_o8_what_a_model_thought_is_dropped(make: Make, field: str) -> None:
    with loopback(json_answer(completion(message={field: f"secret {ANSWER}"}))) as server:
        answer = await make(f"{server.url}/v1").complete(REQUEST)
    assert answer.text == ANSWER
    assert (
        answer.reasoned is field.startswith("reasoning") and field != "reasoning_details"
    ) or not answer.reasoned


async def test_o8_a_thought_that_takes_all_the_room_gets_more_once(make: Make) -> None:
    def thinks(cut: bool) -> Scripted:
        return json_answer(
            completion("<think>Is it", "length") if cut else completion(f"<think>x</think>{ANSWER}")
        )

    with loopback(rule=lambda arrived: thinks(arrived.json()["max_tokens"] == 64)) as server:
        answer = await make(f"{server.url}/v1").complete(REQUEST)
    assert [arrived.json()["max_tokens"] for arrived in server.arrived] == [64, 256]
    assert read_answer(answer).results_sentence == 3


# --- O7 and O9: see test_answer.py; here what the endpoint makes of them


async def test_o7_an_answer_that_was_cut_is_not_asked_for_again(make: Make) -> None:
    with loopback(json_answer(completion(ANSWER[:-9], "length"))) as server:
        answer = await make(f"{server.url}/v1").complete(REQUEST)
    assert len(server.arrived) == 1
    with pytest.raises(AnswerError, match="cut at max_tokens"):
        read_answer(answer)


@pytest.mark.parametrize("name", ["tall", "small-2026", "", "\x1b]0;pwned\x07tall", "x" * 9_999])
async def test_o10_the_model_that_answers_is_told_as_it_names_itself_cleaned(make: Make, name: str) -> None:
    told = (await answer_of(make, json_answer(completion(model=name)))).model
    assert told.isprintable()
    assert len(told) <= 120
    assert told == name or not name.isprintable() or len(name) > 120


@pytest.mark.parametrize("finish", [None, 7, "STOP", "eos", "\x1b[31m", "x" * 9_999])
async def test_o9_an_odd_reason_to_finish_is_no_harm(make: Make, finish: object) -> None:
    body = completion()
    choices = body["choices"]
    assert isinstance(choices, list)
    choices[0]["finish_reason"] = finish
    answer = await answer_of(make, json_answer(body))
    assert answer.text == ANSWER
    assert answer.finish_reason.isprintable()
