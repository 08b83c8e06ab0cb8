"""Every error that endpoints are known to send: read for what it is, tried again or not, and said."""

from __future__ import annotations

import pytest

from radar.errors import (
    EndpointError,
    KeyRefused,
    ModelMissing,
    NetworkError,
    RateLimited,
    TextTooLong,
    WrongAddress,
)
from radar.net.reply import Reply
from radar.summaries.endpoints.refusal import Kind, refusal_of, worth_asking_again
from tests.net.loopback import Arrived, Scripted, Waits, json_answer, loopback
from tests.summaries.asking import KEY, REQUEST, endpoints, failure
from tests.summaries.quirk_server.endpoints import completion, error
from tests.summaries.quirk_server.errors import HOSTILE, ROWS, TABLE

RAISED = {
    Kind.KEY: KeyRefused,
    Kind.QUOTA: KeyRefused,
    Kind.RATE: RateLimited,
    Kind.OUTAGE: NetworkError,
    Kind.CONTEXT: TextTooLong,
    Kind.MODEL: ModelMissing,
    Kind.CONTENT: EndpointError,
    Kind.ADDRESS: WrongAddress,
    Kind.REQUEST: EndpointError,
}
FINAL = {Kind.KEY, Kind.QUOTA, Kind.MODEL, Kind.ADDRESS}
"""What every further request would meet too."""
GOOD = json_answer(completion())


def reply_of(scripted: Scripted, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    lower = {name.lower(): value for name, value in scripted.headers.items()}
    return Reply(scripted.status, scripted.body.decode(errors="replace"), {**lower, **named}, "den.example")


@pytest.mark.parametrize(("kind", "name"), ROWS)
def test_each_error_is_read_for_what_it_is(kind: Kind, name: str) -> None:
    refusal = refusal_of(reply_of(TABLE[kind][name]))
    assert refusal is not None
    assert refusal.kind is kind
    assert len(refusal.message) <= 300
    assert refusal.message.isprintable()


@pytest.mark.parametrize(("kind", "name"), ROWS)
def test_only_what_may_pass_is_asked_again(kind: Kind, name: str) -> None:
    assert worth_asking_again(reply_of(TABLE[kind][name])) is (kind in (Kind.RATE, Kind.OUTAGE))


@pytest.mark.parametrize(("kind", "name"), ROWS)
async def test_each_error_ends_as_the_one_that_the_reader_can_act_on(kind: Kind, name: str) -> None:
    answer = TABLE[kind][name]

    def rule(arrived: Arrived) -> Scripted:
        return json_answer({"data": [{"id": "tall"}]}) if arrived.method == "GET" else answer

    raised = await failure(rule=rule, key=KEY)
    assert type(raised) is RAISED[kind]
    assert getattr(raised, "final", False) is (kind in FINAL)
    assert "127.0.0.1" in raised.message
    assert str(raised).isprintable()
    if kind is Kind.MODEL:
        assert raised.hint == "It has tall"


@pytest.mark.parametrize("kind", [Kind.RATE, Kind.OUTAGE])
async def test_what_passes_is_waited_out(kind: Kind) -> None:
    waits = Waits()
    async with endpoints(waits) as make:
        for answer in TABLE[kind].values():
            with loopback(answer, GOOD) as server:
                await make(f"{server.url}/v1").complete(REQUEST)
            assert len(server.arrived) == 2
    assert len(waits.seconds) == len(TABLE[kind])


def test_an_error_is_taken_apart_into_its_words() -> None:
    refusal = refusal_of(
        reply_of(error(429, "Slow\x1b[31m", type="Requests", code="Rate_Limit", param="x"), retry_after="7")
    )
    assert refusal is not None
    assert (refusal.status, refusal.code, refusal.type) == (429, "rate_limit", "requests")
    assert (refusal.message, refusal.param, refusal.retry_after) == ("Slow", "x", 7.0)


@pytest.mark.parametrize("name", HOSTILE)
async def test_o4_an_error_of_any_build_ends_as_an_error_that_can_be_shown(name: str) -> None:
    raised = await failure(HOSTILE[name])
    assert isinstance(raised, EndpointError)
    assert str(raised).isprintable()
    assert len(str(raised)) < 500


def test_what_is_no_error_is_none() -> None:
    assert refusal_of(reply_of(GOOD)) is None
    assert refusal_of(reply_of(json_answer({**completion(), "error": None, "message": "hello"}))) is None


# --- waits


WAITS = {
    "T1, seconds": ({"retry_after": "2"}, 2.0),
    "T1, milliseconds first": ({"retry_after_ms": "250", "retry_after": "1"}, 0.25),
    "T1, -1": ({"retry_after": "-1"}, None),
    "T1, nan": ({"retry_after": "nan"}, None),
    "T1, 1e9": ({"retry_after": "1e9"}, 1e9),
    "T1, missing": ({}, None),
    "OpenAI, tokens used up": (
        {
            "x_ratelimit_remaining_requests": "58",
            "x_ratelimit_reset_requests": "1s",
            "x_ratelimit_remaining_tokens": "0",
            "x_ratelimit_reset_tokens": "6m0s",
        },
        360.0,
    ),
    "Groq, nothing said to be used up": (
        {"x_ratelimit_reset_requests": "2m59.56s", "x_ratelimit_reset_tokens": "7.66s"},
        7.66,
    ),
    "plain seconds": ({"x_ratelimit_reset": "12.5"}, 12.5),
    "Retry-After is the surer word": ({"retry_after": "3", "x_ratelimit_reset_tokens": "6m0s"}, 3.0),
    "nonsense": ({"x_ratelimit_reset_tokens": "soon", "x_ratelimit_reset_requests": "-4s"}, None),
}


@pytest.mark.parametrize("name", WAITS)
def test_t1_the_wait_is_read_wherever_it_stands(name: str) -> None:
    headers, seconds = WAITS[name]
    refusal = refusal_of(reply_of(error(429, "Slow down"), **headers))
    assert refusal is not None
    assert refusal.retry_after == (None if seconds is None else pytest.approx(seconds))


def test_t1_the_reset_of_a_limit_means_nothing_in_an_outage() -> None:
    refusal = refusal_of(reply_of(error(500, "Broken"), x_ratelimit_reset_tokens="6m0s"))
    assert refusal is not None
    assert refusal.retry_after is None


def test_t1_a_wait_stands_in_the_body_too() -> None:
    details = [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "14.5s"}]
    google = refusal_of(reply_of(json_answer([{"error": {"message": "Slow", "details": details}}], 429)))
    metadata = {"headers": {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "4102444800000"}}
    router = refusal_of(reply_of(error(429, "Rate limit exceeded", metadata=metadata)))
    assert google is not None
    assert google.retry_after == 14.5
    assert router is not None
    assert router.retry_after is not None
    assert router.retry_after > 86_400


@pytest.mark.parametrize(
    ("answer", "wish", "again"),
    [
        (error(503, "Down"), "false", False),
        (error(429, "Slow"), "false", False),
        (error(400, "Odd"), "true", True),
        (error(501, "Odd"), "true", True),
        (error(401, "Who?"), "true", False),
        (error(429, "x", code="insufficient_quota"), "true", False),
        (error(500, "response_format"), "true", False),
        (error(503, "Down"), "perhaps", True),
    ],
)
def test_whether_to_try_again_is_the_endpoints_to_say(answer: Scripted, wish: str, again: bool) -> None:
    assert worth_asking_again(reply_of(answer, x_should_retry=wish)) is again


@pytest.mark.parametrize("seconds", ["121", "1e9"])
def test_t1_a_wait_that_is_too_long_is_not_waited(seconds: str) -> None:
    assert not worth_asking_again(reply_of(error(429, "Slow"), retry_after=seconds))


async def test_litellm_without_a_key_gives_a_hint_of_it() -> None:
    bare = Scripted(500, b"Internal Server Error", {"content-type": "text/plain"})
    assert "key_env" in (await failure(bare)).hint
    assert "key_env" not in (await failure(bare, key=KEY)).hint
