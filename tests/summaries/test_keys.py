"""K1 to K6: what a key may be, whom it is given to, and where it never shows."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import AsyncIterator

import pytest

from radar.errors import EndpointError, KeyRefused, RadarError
from tests.net.loopback import Scripted, free_port, json_answer, loopback
from tests.summaries.asking import KEY, REQUEST, Make, endpoints, failure
from tests.summaries.quirk_server.endpoints import completion, error

GOOD = json_answer(completion())


@pytest.fixture
async def make() -> AsyncIterator[Make]:
    async with endpoints() as make:
        yield make


@pytest.mark.parametrize("key", ["sk-a\nb", "sk a", "sk-ü", "sk-\x00", "sk-\u200b", '"sk-a"', "'sk-a'"])
def test_k1_a_key_that_cannot_be_one_is_refused_without_being_shown(make: Make, key: str) -> None:
    with pytest.raises(KeyRefused) as caught:
        make("http://127.0.0.1:1/v1", key=key)
    assert key not in str(caught.value)
    assert "MY_KEY" in caught.value.message


async def test_k1_white_space_around_a_key_is_dropped(make: Make) -> None:
    with loopback(GOOD) as server:
        await make(f"{server.url}/v1", key=f" {KEY}\r\n").complete(REQUEST)
    assert server.arrived[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("url", ["http://models.example", "http://192.168.1.2:8000"])
def test_k6_a_key_never_travels_without_encryption(make: Make, url: str) -> None:
    with pytest.raises(KeyRefused, match="without encryption"):
        make(f"{url}/v1", key=KEY)
    make(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "models.example/v1",
        "ftp://models.example",
        f"https://me:{KEY}@models.example",
        f"https://models.example/v1?key={KEY}",
        "https://models.example/v1#x",
    ],
)
async def test_k5_an_address_that_may_hold_a_key_is_refused_and_not_repeated(make: Make, url: str) -> None:
    with pytest.raises(EndpointError) as caught:
        make(url)
    assert caught.value.final
    assert KEY not in str(caught.value)


async def test_k2_a_key_that_an_endpoint_repeats_is_blotted_out(make: Make) -> None:
    with loopback(json_answer(completion(f"your key is {KEY}"))) as server:
        answer = await make(f"{server.url}/v1", key=KEY).complete(REQUEST)
    assert answer.text == "your key is [key]"
    said = await failure(error(400, f"what is {KEY}"), key=KEY)
    assert KEY not in str(said)


async def test_k2_the_key_is_in_no_log_and_no_repr(make: Make, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with loopback(error(503, "Down"), error(401, "Who?"), GOOD) as server:
        endpoint = make(f"{server.url}/v1", key=KEY)
        with pytest.raises(KeyRefused):
            await endpoint.complete(REQUEST)
        await endpoint.complete(REQUEST)
    assert KEY not in caplog.text + repr(endpoint) + json.dumps(str(endpoint.shape))


@pytest.mark.parametrize(
    "answer", [Scripted(401), Scripted(400), Scripted(200, b"<html>"), Scripted(200, b"x", length=99), None]
)
async def test_k2_the_key_is_in_no_report_with_local_variables(make: Make, answer: Scripted | None) -> None:
    with loopback(answer or GOOD) as server:
        url = server.url if answer else f"http://127.0.0.1:{free_port()}"
        with pytest.raises(RadarError) as caught:
            await make(f"{url}/v1", key=KEY).complete(REQUEST)
    report = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert KEY not in "".join(report.format())


async def test_t8_k3_the_key_stays_when_the_endpoint_sends_elsewhere(make: Make) -> None:
    with loopback(GOOD) as other, loopback() as server:
        server._rule = lambda _: Scripted(307, headers={"Location": f"http://localhost:{other.port}/v1"})
        with pytest.raises(EndpointError):
            await make(f"{server.url}/v1", key=KEY).complete(REQUEST)
    assert other.arrived == []


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/v1", "http://models.example/v1", "nonsense"])
@pytest.mark.parametrize("preset", ["", "azure"])
def test_k2_a_key_that_is_refused_is_in_no_report_with_local_variables(
    make: Make, url: str, preset: str
) -> None:
    with pytest.raises(EndpointError) as caught:
        make(url, key=f"{KEY} {KEY}", preset=preset)
    frames = caught.value.__traceback__
    # The first two are this test and the helper that it calls; they hold the key as an argument.
    inner = frames.tb_next.tb_next if frames and frames.tb_next else None
    assert inner is not None
    report = traceback.TracebackException(type(caught.value), caught.value, inner, capture_locals=True)
    assert KEY not in "".join(report.format())


@pytest.mark.parametrize("preset", ["", "azure"])
async def test_k3_each_endpoint_gets_its_own_key_and_no_other(make: Make, preset: str) -> None:
    with loopback(GOOD) as one, loopback(GOOD) as other:
        first = make(f"{one.url}/v1", key="sk-first-0001", preset=preset)
        second = make(f"{other.url}/v1", key="sk-second-0002", preset=preset)
        third = make(f"{other.url}/v1")
        for endpoint in (first, second, third, first, second):
            await endpoint.complete(REQUEST)
    assert "sk-second" not in str(one.arrived)
    assert "sk-first" not in str(other.arrived)
    assert "sk-" not in str(other.arrived[1])


async def test_k3_t8_azures_header_does_not_follow_elsewhere_either(make: Make) -> None:
    with loopback(GOOD) as other, loopback() as server:
        for status in (301, 302, 303, 307, 308):
            target = f"http://localhost:{other.port}/v1/chat/completions"
            server._rule = lambda _, s=status, t=target: Scripted(s, headers={"Location": t})
            with pytest.raises(EndpointError):
                await make(f"{server.url}/v1", key=KEY, preset="azure").complete(REQUEST)
    assert other.arrived == []


async def test_k5_azures_old_address_is_refused_with_the_new_one(make: Make) -> None:
    with pytest.raises(EndpointError, match="parameters") as caught:
        make("https://den.openai.azure.com/openai/deployments/x?api-version=2024-10-21")
    assert "/openai/v1" in caught.value.hint
