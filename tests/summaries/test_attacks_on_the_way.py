"""What may happen between here and a model (T1 to T13), for one endpoint."""

from __future__ import annotations

import asyncio
import codecs
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from radar.errors import EndpointError, KeyRefused, NetworkError, NoCompletion, RateLimited, Untrusted
from tests.net.loopback import Scripted, Waits, free_port, json_answer, loopback
from tests.summaries.asking import KEY, REQUEST, Make, endpoints, failure
from tests.summaries.quirk_server.endpoints import ANSWER, completion, error

GOOD = json_answer(completion())
SLOW = error(429, "Slow down")
JSON = {"content-type": "application/json"}


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
async def make(waits: Waits) -> AsyncIterator[Make]:
    async with endpoints(waits) as make:
        yield make


def asking_to_wait(value: str) -> Scripted:
    return Scripted(429, SLOW.body, {**SLOW.headers, "Retry-After": value})


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [("2", 2, 3), ("date", 30, 45), ("-1", 0.1, 10), ("nan", 0.1, 10), ("", 0.1, 10), (None, 0.1, 10)],
    ids=["seconds", "date", "less than nothing", "nan", "empty", "missing"],
)
async def test_t1_a_rate_limit_is_waited_out_whatever_it_asks(
    make: Make, waits: Waits, value: str | None, least: float, most: float
) -> None:
    if value == "date":
        value = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    with loopback(SLOW if value is None else asking_to_wait(value), GOOD) as server:
        assert (await make(f"{server.url}/v1").complete(REQUEST)).text == ANSWER
    assert len(waits.seconds) == 1
    assert least <= waits.seconds[0] <= most


async def test_t1_a_wait_of_thirty_years_is_said_and_not_waited(make: Make, waits: Waits) -> None:
    with loopback(asking_to_wait("1e9")) as server, pytest.raises(RateLimited) as caught:
        await make(f"{server.url}/v1").complete(REQUEST)
    assert caught.value.retry_after == 1e9
    assert (len(server.arrived), waits.seconds) == (1, [])


async def test_t2_a_quota_is_no_rate(make: Make, waits: Waits) -> None:
    used_up = error(429, "You exceeded your current quota", code="insufficient_quota")
    with loopback(used_up) as server, pytest.raises(KeyRefused, match="credit or quota"):
        await make(f"{server.url}/v1").complete(REQUEST)
    assert (len(server.arrived), waits.seconds) == (1, [])


async def test_t3_a_server_that_breaks_on_a_format_is_asked_more_plainly_at_once(
    make: Make, waits: Waits
) -> None:
    with loopback(error(500, "literal_error: response_format"), GOOD) as server:
        assert (await make(f"{server.url}/v1").complete(REQUEST)).text == ANSWER
    assert [arrived.json()["response_format"]["type"] for arrived in server.arrived] == [
        "json_schema",
        "json_object",
    ]
    assert waits.seconds == []


async def test_t4_an_error_inside_a_success_is_no_answer(make: Make, waits: Waits) -> None:
    with loopback(json_answer({"error": {"code": 503, "message": "Down"}}), GOOD) as server:
        assert (await make(f"{server.url}/v1").complete(REQUEST)).text == ANSWER
    assert len(waits.seconds) == 1


@pytest.mark.parametrize("choices", [None, [], [None], {}, "x"])
async def test_t4_a_success_without_a_choice_is_that_papers_error(make: Make, choices: object) -> None:
    raised = await failure(json_answer({"id": "x", "choices": choices}))
    assert isinstance(raised, EndpointError)
    assert "answered without a completion" in raised.message
    assert not isinstance(raised, NoCompletion)
    assert not raised.final


NO_COMPLETIONS = {
    "a list": json_answer([1, 2, 3]),
    "no choices": json_answer({"id": "x", "object": "list"}),
    "nothing": Scripted(200, b"", JSON),
    "blank lines": Scripted(200, b"\n\n", JSON),
    "words": Scripted(200, b"OK", {"content-type": "text/plain"}),
    "a stream": Scripted(200, b'data: {"choices":[]}\n\n', {"content-type": "text/event-stream"}),
}


@pytest.mark.parametrize("name", NO_COMPLETIONS)
async def test_t4_what_is_nothing_like_a_completion_is_told_from_one_that_cannot_be_used(name: str) -> None:
    assert isinstance(await failure(NO_COMPLETIONS[name]), NoCompletion)


async def test_t7_an_answer_that_is_cut_is_that_papers_error_also_at_first() -> None:
    raised = await failure(Scripted(200, GOOD.body[:40], JSON))
    assert isinstance(raised, NetworkError)


async def test_t5_the_web_page_of_a_gateway_is_an_outage_and_not_shown(make: Make, waits: Waits) -> None:
    page = Scripted(502, b"<html><h1>Bad Gateway</h1></html>", {"content-type": "text/html"})
    with loopback(page) as server, pytest.raises(NetworkError, match="status 502") as caught:
        await make(f"{server.url}/v1").complete(REQUEST)
    assert "<" not in str(caught.value)
    assert (len(server.arrived), len(waits.seconds)) == (4, 3)


@pytest.mark.parametrize(
    "silence",
    [
        Scripted(hold=True),
        Scripted(drip=True, length=1_000_000),
        Scripted(200, b"\n" * 9, JSON, 1_000_000, drip=True),
    ],
    ids=["no headers", "a byte at a time", "blank lines that keep it alive"],
)
async def test_t6_an_answer_that_does_not_end_is_given_up_and_not_paid_twice(silence: Scripted) -> None:
    async with endpoints(seconds=1.5) as make:
        with loopback(silence) as server:
            with pytest.raises(NetworkError, match=r"had not answered after 1\.5 s"):
                await make(f"{server.url}/v1").complete(REQUEST)
            server.finished.set()
            assert len(server.arrived) == 1


async def test_t6_blank_lines_before_an_answer_are_no_harm(make: Make) -> None:
    with loopback(Scripted(200, b"\n\n \r\n" * 500 + GOOD.body, JSON)) as server:
        assert (await make(f"{server.url}/v1").complete(REQUEST)).text == ANSWER


@pytest.mark.parametrize(
    "broken",
    [
        Scripted(200, GOOD.body[:40], JSON, len(GOOD.body), reset=True),
        Scripted(200, GOOD.body[:40], JSON, len(GOOD.body)),
    ],
    ids=["a reset", "an end"],
)
async def test_t7_an_answer_that_breaks_off_is_asked_for_again(make: Make, broken: Scripted) -> None:
    with loopback(broken, GOOD) as server:
        assert (await make(f"{server.url}/v1").complete(REQUEST)).text == ANSWER
    assert len(server.arrived) == 2


async def test_t7_a_server_that_breaks_and_resets_is_asked_again_on_a_new_connection(make: Make) -> None:
    broken = Scripted(500, b"Internal Server Error", {"content-type": "text/plain"}, reset=True)
    with loopback(broken, GOOD) as server:
        assert (await make(f"{server.url}/v1").complete(REQUEST)).text == ANSWER
    assert len(server.arrived) == 2


async def test_t7_bad_json_that_ends_in_a_reset_is_asked_for_again_on_a_new_connection(make: Make) -> None:
    bad = Scripted(200, b'{"choices": [{"mess', JSON, 4_000, reset=True)
    with loopback(bad, bad, GOOD) as server:
        assert (await make(f"{server.url}/v1").complete(REQUEST)).text == ANSWER
    assert len(server.arrived) == 3


@pytest.mark.parametrize("preset", ["openai", "azure"])
async def test_t8_the_list_of_models_is_not_asked_for_elsewhere_with_the_key(make: Make, preset: str) -> None:
    with loopback(json_answer({"data": [{"id": "small"}]})) as other, loopback() as server:
        server._rule = lambda _: Scripted(307, headers={"Location": f"http://localhost:{other.port}/v1"})
        assert await make(f"{server.url}/v1", key=KEY, preset=preset).models() == ("small",)
    assert KEY in str(server.arrived)
    assert len(other.arrived) == 1
    assert KEY not in str(other.arrived)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("preset", ["openai", "azure"])
@pytest.mark.parametrize(
    "target", ["http://localhost:{port}/v1", "file:///etc/passwd", "//localhost:{port}/"]
)
async def test_t8_nothing_follows_a_redirect(make: Make, status: int, preset: str, target: str) -> None:
    with loopback(GOOD) as other:
        away = Scripted(status, headers={"Location": target.format(port=other.port)})
        with loopback(away) as server, pytest.raises(EndpointError) as caught:
            await make(f"{server.url}/v1", key=KEY, preset=preset).complete(REQUEST)
    assert other.arrived == []
    assert caught.value.final


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("https://models.example:8443/v1/chat?key=x", "sends on to models.example:8443 (status 307)"),
        ("/api/chat", "sends on to another address of its own (status 307)"),
        ("https://models.example paste your key here/", "sends elsewhere (status 307)"),
        ("https://\u043codels.example/", "sends elsewhere (status 307)"),
        ("https://me:secret@models.example/", "sends elsewhere (status 307)"),
        ("https://[::1", "sends elsewhere (status 307)"),
        ("file:///etc/passwd", "sends elsewhere (status 307)"),
    ],
)
async def test_t8_where_a_redirect_leads_is_told_by_its_host_alone(target: str, told: str) -> None:
    raised = await failure(Scripted(307, headers={"Location": target.encode().decode("latin-1")}))
    assert f" {told}, and radar does not follow" in raised.message
    assert "secret" not in str(raised)
    assert "key" not in str(raised)


EVENTS = {
    "as they should be": b'data: {"choices":[{"delta":{"content":"a"}}]}\n\ndata: [DONE]\n\n',
    "without an end": b'data: {"choices":[{"delta":{"content":"a"}}]}\n\n',
    "without a space": b'data:{"choices":[]}\n\n',
    "after comments": b": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\ndata: {}\n\n",
    "with carriage returns": b'event: error\r\ndata: {"error":{"code":502}}\r\n\r\n',
    "with an error": b'data: {"error":{"message":"Down","code":502}}\n\n',
    "usage alone": b'data: {"choices":[],"usage":{}}\n\ndata: [DONE]\n\n',
}


@pytest.mark.parametrize("name", EVENTS)
async def test_t9_a_stream_that_was_not_asked_for_is_called_that(make: Make, name: str) -> None:
    stream = Scripted(200, EVENTS[name], {"content-type": "text/event-stream"})
    with loopback(stream) as server, pytest.raises(EndpointError, match="a stream of events"):
        await make(f"{server.url}/v1").complete(REQUEST)
    assert "stream" not in server.arrived[0].json()


async def test_t10_a_proxy_is_not_asked_for_a_model_on_this_machine(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    with loopback(GOOD) as server:
        assert (await make(f"{server.url}/v1", key=KEY).complete(REQUEST)).text == ANSWER


async def test_t11_a_certificate_that_nobody_vouches_for_is_refused_before_the_key_is_sent(
    make: Make, waits: Waits
) -> None:
    with loopback(GOOD, secure=True) as server, pytest.raises(Untrusted) as caught:
        await make(f"{server.url}/v1", key=KEY).complete(REQUEST)
    assert "certificate of 127.0.0.1" in caught.value.message
    assert "SSL_CERT_FILE" in caught.value.hint
    assert (server.arrived, waits.seconds) == ([], [])


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain", GOOD.body),
        ("text/html", GOOD.body),
        ("application/octet-stream", GOOD.body),
        ("", GOOD.body),
        ("application/json", codecs.BOM_UTF8 + GOOD.body),
        ("application/json; charset=utf-8", GOOD.body.decode().encode("utf-16")),
        ("application/json; charset=nonsense", GOOD.body),
    ],
    ids=["text", "html", "octets", "none", "BOM", "UTF-16", "unknown charset"],
)
async def test_t12_an_answer_is_read_whatever_it_is_called(make: Make, kind: str, body: bytes) -> None:
    with loopback(Scripted(200, body, {"content-type": kind} if kind else {})) as server:
        assert (await make(f"{server.url}/v1").complete(REQUEST)).text == ANSWER


async def test_t12_an_error_with_a_mark_in_front_is_read(make: Make) -> None:
    body = codecs.BOM_UTF8 + json.dumps({"error": {"message": "Nope"}}).encode()
    assert "Nope" in str(await failure(Scripted(400, body, JSON)))


async def test_t13_a_connection_that_was_closed_between_requests_is_opened_again(make: Make) -> None:
    with loopback(Scripted(200, GOOD.body, JSON, close=True)) as server:
        endpoint = make(f"{server.url}/v1")
        for _ in range(5):
            assert (await endpoint.complete(REQUEST)).text == ANSWER
            await asyncio.sleep(0)
    assert len(server.arrived) == 5


async def test_t13_a_request_on_a_connection_that_is_closed_at_that_moment_is_sent_again(make: Make) -> None:
    with loopback(GOOD, Scripted(drop=True), GOOD, Scripted(drop=True), GOOD) as server:
        endpoint = make(f"{server.url}/v1")
        for _ in range(3):
            assert (await endpoint.complete(REQUEST)).text == ANSWER
    assert len(server.arrived) == 5
