"""What answers teach: whether a schema is kept to, and whether a model can be had to reason less."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from radar.summaries.endpoints.dialects import UNKNOWN
from radar.summaries.endpoints.ladder import Quiet, Shape
from radar.summaries.endpoints.learned import LearnedDialects
from radar.summaries.endpoints.learning import Learning
from radar.summaries.prompting.answer_schema import ANSWER_SCHEMA
from radar.summaries.prompting.chat import Completion
from tests.net.loopback import Arrived, Scripted, json_answer, loopback
from tests.summaries.asking import KEY, REQUEST, Make
from tests.summaries.quirk_server.endpoints import ANSWER, completion, error

GOOD = json_answer(completion())


def _answers(*texts: str) -> Callable[[Arrived], Scripted]:
    left = list(texts)
    return lambda arrived: json_answer(completion(left.pop(0) if len(left) > 1 else left[0]))


PROSE = f"Here it is: {ANSWER}"


@pytest.mark.parametrize(
    ("texts", "enforced"),
    [
        ([ANSWER] * 5, True),
        ([PROSE, PROSE, ANSWER, ANSWER, ANSWER], True),
        ([PROSE, ANSWER, PROSE, ANSWER, PROSE], False),
        ([PROSE, PROSE, PROSE], False),
        ([ANSWER] * 4, None),
        ([f"<think>Foxes?</think>{ANSWER}"] * 5, True),
        (['{"takeaway": 3}'] * 5, False),
        (["", *[ANSWER] * 4], None),
    ],
)
async def test_three_of_five_answers_against_the_schema_show_that_it_is_not_kept_to(
    make: Make, kept: LearnedDialects, texts: list[str], enforced: bool | None
) -> None:
    with loopback(rule=_answers(*texts)) as server:
        endpoint = make(f"{server.url}/v1", learned=kept, preset="anthropic-like")
        for _ in texts:
            await endpoint.complete(REQUEST)
        known = kept.find(f"{server.url}/v1", "small")
    assert known is not None
    assert known.enforced is enforced
    assert ("accepted, but not kept to" in str(known)) is (enforced is False)


async def test_a_model_that_is_seen_to_reason_is_asked_to_leave_it(make: Make, kept: LearnedDialects) -> None:
    def rule(arrived: Arrived) -> Scripted:
        quiet = arrived.json().get("reasoning_effort") == "none"
        counted = {"completion_tokens_details": {"reasoning_tokens": 0 if quiet else 90}}
        return json_answer(completion(usage={"prompt_tokens": 1, "completion_tokens": 99, **counted}))

    with loopback(rule=rule) as server:
        endpoint = make(f"{server.url}/v1", learned=kept)
        for _ in range(4):
            await endpoint.complete(REQUEST)
        assert ["reasoning_effort" in arrived.json() for arrived in server.arrived] == [
            False,
            True,
            True,
            True,
        ]
        again = make(f"{server.url}/v1", learned=kept)
        await again.complete(REQUEST)
    assert server.arrived[-1].json()["reasoning_effort"] == "none"
    assert again.shape == Shape(quiet=Quiet.NO_EFFORT)


def test_a_late_answer_to_an_older_form_of_the_request_shows_nothing() -> None:
    learning = Learning("https://den.example/v1", "small", UNKNOWN, LearnedDialects())
    learning.settle(Shape(quiet=Quiet.NO_EFFORT), (), elsewhere=False)
    learning.heed(Completion(ANSWER, "stop", reasoned=True), Shape(), False, ANSWER_SCHEMA)
    assert learning.settled
    learning.heed(
        Completion(ANSWER, "stop", reasoned=True), Shape(quiet=Quiet.NO_EFFORT), False, ANSWER_SCHEMA
    )
    assert not learning.settled
    assert learning.begin.quiet is Quiet.NO_TEMPLATE_THINKING


async def test_a_way_to_be_quiet_that_is_ignored_gives_way_to_the_next(make: Make) -> None:
    answer = json_answer(completion(message={"reasoning_content": "Foxes?"}))
    with loopback(answer) as server:
        endpoint = make(f"{server.url}/v1", preset="llamacpp")
        for _ in range(6):
            await endpoint.complete(REQUEST)
    assert len(server.arrived) == 6
    assert endpoint.shape.quiet is Quiet.LOW_EFFORT


async def test_what_was_said_and_seen_before_stays_known_when_more_is_learned(
    make: Make, kept: LearnedDialects
) -> None:
    answers = [json_answer(completion())] * 5 + [json_answer(completion(message={"reasoning": "Foxes?"}))]

    def rule(arrived: Arrived) -> Scripted:
        if "temperature" in arrived.json():
            return error(400, "temperature is not taken", param="temperature")
        return answers.pop(0) if len(answers) > 1 else answers[0]

    with loopback(rule=rule) as server:
        endpoint = make(f"{server.url}/v1", learned=kept, preset="mistral")
        for _ in range(8):
            await endpoint.complete(REQUEST)
        known = kept.find(f"{server.url}/v1", "small")
    assert known is not None
    assert known.shape == Shape(temperature=False, quiet=Quiet.LOUD)
    assert (known.reasons, known.enforced) == (("temperature is not taken",), True)


async def test_where_no_way_to_be_quiet_is_taken_the_model_reasons_as_it_does(
    make: Make, kept: LearnedDialects
) -> None:
    def rule(arrived: Arrived) -> Scripted:
        odd = {"reasoning_effort", "chat_template_kwargs"} & set(arrived.json())
        if odd:
            return error(400, f"Unrecognized request argument supplied: {odd.pop()}")
        return json_answer(completion(message={"reasoning": "Foxes?"}))

    with loopback(rule=rule) as server:
        endpoint = make(f"{server.url}/v1", learned=kept)
        for _ in range(5):
            await endpoint.complete(REQUEST)
        assert endpoint.shape == Shape(quiet=Quiet.LOUD)
        assert len(server.arrived) == 5 + 3
        await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
        assert len(server.arrived) == 5 + 3 + 1


async def test_deepseek_that_refuses_to_leave_thinking_is_asked_without(make: Make) -> None:
    def rule(arrived: Arrived) -> Scripted:
        return error(400, "thinking cannot be disabled") if "thinking" in arrived.json() else GOOD

    with loopback(rule=rule) as server:
        endpoint = make(server.url, preset="deepseek", key=KEY)
        assert (await endpoint.complete(REQUEST)).text == ANSWER
    assert "thinking" not in server.arrived[-1].json()
