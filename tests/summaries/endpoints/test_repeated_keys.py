"""K2: an endpoint that repeats the key in another writing than it was sent; by each way of asking."""

from __future__ import annotations

import json
import traceback
from collections.abc import AsyncIterator, Callable

import pytest

from radar.errors import RadarError
from radar.net.pool import has_aiohttp
from tests.net.loopback import Scripted, loopback
from tests.net.test_repeated_keys import as_dotnet, as_php
from tests.summaries.asking import REQUEST, Make, endpoints
from tests.summaries.quirk_server.endpoints import completion

KEY = "sk-Ab+Cd/Ef==quokka"
_PART = "quokka"
"""What of the key is written the same by all."""
Write = Callable[[str], str]


@pytest.fixture(params=["httpx", "aiohttp"])
async def make(request: pytest.FixtureRequest) -> AsyncIterator[Make]:
    if request.param == "aiohttp" and not has_aiohttp():
        pytest.skip("aiohttp is not installed")
    async with endpoints(many=request.param == "aiohttp") as make:
        yield make


def answer(body: object, write: Write, status: int = 200, **headers: str) -> Scripted:
    """Return an answer in JSON in which each text that holds the key is written in a way of its own."""
    text = json.dumps(body)
    for said in (f"Authorization: Bearer {KEY}", KEY):
        text = text.replace(json.dumps(said), write(said))
    assert KEY not in text
    return Scripted(status, text.encode(), {"content-type": "application/json", **headers})


@pytest.mark.parametrize("write", [as_dotnet, as_php])
@pytest.mark.parametrize("status", [200, 400, 401, 404, 500])
@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": f"Authorization: Bearer {KEY}"}},
        {"error": {"message": "no", "code": KEY, "type": KEY, "param": KEY, "details": [{"header": KEY}]}},
        {"error": KEY},
        {"detail": [{"msg": KEY}]},
        {"error": {"message": "Provider returned error", "metadata": {"raw": as_dotnet(KEY)}}},
    ],
)
async def test_k2_an_error_that_repeats_the_key_is_told_without_it(
    make: Make, write: Write, status: int, body: dict[str, object]
) -> None:
    script = answer(body, write, status, **{"retry-after": "0"})
    with loopback(script) as server, pytest.raises(RadarError) as caught:
        await make(f"{server.url}/v1", key=KEY).complete(REQUEST)
    told = caught.value
    assert _PART not in f"{told}{told.hint}" + "".join(traceback.format_exception(told))


async def test_k2_a_long_error_is_cut_behind_the_key(make: Make) -> None:
    said = {"error": {"message": "m" * 290 + KEY}}
    script = Scripted(400, json.dumps(said).replace("+", "\\u002B").replace("/", "\\/").encode())
    with loopback(script) as server, pytest.raises(RadarError) as caught:
        await make(f"{server.url}/v1", key=KEY).complete(REQUEST)
    assert "sk-Ab" not in str(caught.value)
    assert "m[key]" in str(caught.value)


@pytest.mark.parametrize("write", [as_dotnet, as_php])
async def test_k2_a_takeaway_that_repeats_the_key_is_read_without_it(make: Make, write: Write) -> None:
    inner = f'{{"takeaway": {write(KEY)}}}'
    with loopback(Scripted(200, json.dumps(completion(inner)).encode())) as server:
        found = await make(f"{server.url}/v1", key=KEY).complete(REQUEST)
    assert found.text == '{"takeaway": "[key]"}'


async def test_k2_a_key_in_several_parts_of_an_answer_is_found_once_they_are_joined(make: Make) -> None:
    parts = [{"type": "text", "text": text} for text in ("a ", KEY[:6], KEY[6:])]
    body = {"choices": [{"message": {"content": parts}, "finish_reason": "stop"}]}
    with loopback(Scripted(200, json.dumps(body).encode())) as server:
        found = await make(f"{server.url}/v1", key=KEY).complete(REQUEST)
    assert found.text == "a [key]"


async def test_k2_a_model_that_is_called_as_the_key_is_listed_without_it(make: Make) -> None:
    with loopback(answer({"data": [{"id": "tiny"}, {"id": KEY}]}, as_dotnet)) as server:
        endpoint = make(f"{server.url}/v1", key=KEY)
        assert await endpoint.models() == ("tiny", "[key]")
        assert _PART not in await endpoint.unlisted()


async def test_k2_a_host_that_is_called_as_the_key_is_not_told(make: Make) -> None:
    there = Scripted(307, headers={"Location": "https://sk-low-4711.example/v1"})
    with loopback(there) as server, pytest.raises(RadarError) as caught:
        await make(f"{server.url}/v1", key="sk-low-4711").complete(REQUEST)
    assert _PART not in str(caught.value)


async def test_k2_a_stream_that_repeats_the_key_is_told_without_it(make: Make) -> None:
    event = "data: " + as_dotnet(f"Bearer {KEY}") + "\n\n"
    script = Scripted(200, event.encode(), {"content-type": "text/event-stream"})
    with loopback(script) as server, pytest.raises(RadarError, match="stream of events") as caught:
        await make(f"{server.url}/v1", key=KEY).complete(REQUEST)
    assert _PART not in str(caught.value)
