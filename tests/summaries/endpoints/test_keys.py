"""K1 to K6: what a key may be, whom it is given to, and where it never shows."""

from __future__ import annotations

import asyncio
import json
import logging
import traceback

import pytest

from radar.errors import EndpointError, KeyRefused, RadarError
from radar.net.key_sources import KeySource
from tests.net.loopback import Scripted, free_port, json_answer, loopback
from tests.summaries.asking import KEY, REQUEST, Make, failure
from tests.summaries.quirk_server.endpoints import completion, error

GOOD = json_answer(completion())


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


class _Counting(KeySource):
    """Gives one key, and counts how often it is fetched."""

    def __init__(self, key: str = KEY) -> None:
        super().__init__("from `pass`", 5.0)
        self.fetched = 0
        self._gives = key

    def _read(self) -> str:
        self.fetched += 1
        if not self._gives:
            raise KeyRefused("the key_command `pass` failed (exit code 1)", "Run it by hand to see why")
        return self._gives

    def _too_slow(self) -> KeyRefused:
        return KeyRefused("too slow")

    def _abandon(self) -> None:
        """There is nothing to end."""


async def test_k3_a_key_is_fetched_by_the_first_request_and_sent_with_each(make: Make) -> None:
    source = _Counting()
    with loopback(GOOD) as server:
        endpoint = make(f"{server.url}/v1", key_env="", key_source=source)
        assert source.fetched == 0
        await asyncio.gather(*(endpoint.complete(REQUEST) for _ in range(4)))
        await endpoint.models()
    assert source.fetched == 1
    assert {arrived.headers.get("authorization") for arrived in server.arrived} == {f"Bearer {KEY}"}


async def test_a_key_that_is_not_to_be_had_is_asked_for_once_and_nothing_is_sent(make: Make) -> None:
    source = _Counting("")
    with loopback(GOOD) as server:
        endpoint = make(f"{server.url}/v1", key_env="", key_source=source)
        for _ in range(3):
            with pytest.raises(KeyRefused, match=r"`pass` failed \(exit code 1\)"):
                await endpoint.complete(REQUEST)
    assert source.fetched == 1
    assert server.arrived == []


async def test_k2_a_fetched_key_that_is_refused_is_named_by_its_place(make: Make) -> None:
    refused = json_answer({"error": {"message": f"Incorrect API key provided: {KEY}"}}, 401)
    with loopback(refused) as server, pytest.raises(KeyRefused) as caught:
        await make(f"{server.url}/v1", key_env="", key_source=_Counting()).complete(REQUEST)
    assert "does not accept the key from `pass`" in caught.value.message
    assert KEY not in str(caught.value)


async def test_k1_a_fetched_key_that_cannot_be_one_is_refused_without_being_shown(make: Make) -> None:
    with loopback(GOOD) as server, pytest.raises(KeyRefused) as caught:
        await make(f"{server.url}/v1", key_env="", key_source=_Counting("sk a")).complete(REQUEST)
    assert "The key from `pass` holds a character that no key has" in caught.value.message
    assert "sk a" not in str(caught.value)
    assert server.arrived == []


def test_k6_a_key_that_would_travel_without_encryption_is_not_even_fetched(make: Make) -> None:
    source = _Counting()
    with pytest.raises(KeyRefused, match="without encryption") as caught:
        make("http://models.example/v1", key_env="", key_source=source)
    assert "allow_http = true" in caught.value.hint
    assert source.fetched == 0


def test_k6_a_key_travels_without_encryption_where_the_reader_allows_it(make: Make) -> None:
    make("http://models.example/v1", key=KEY, allow_http=True)
    make("http://models.example/v1", key_env="", key_source=_Counting(), allow_http=True)
