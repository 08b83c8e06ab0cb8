"""Where an endpoint answers and what it has, asked without generating anything."""

from __future__ import annotations

import pytest

from radar.errors import Offline
from radar.summaries.finding import Found, find_models
from radar.summaries.summariser import SummariserSettings
from tests.net.loopback import Arrived, Scripted, free_port, json_answer, loopback

MODELS = json_answer({"data": [{"id": "small"}, {"id": "tall:latest"}]})


async def find(url: str, key: str = "") -> Found:
    return await find_models(SummariserSettings("mine", url, key=key, key_env="MY_KEY" if key else ""))


async def test_the_models_of_an_endpoint_are_listed_without_naming_one() -> None:
    with loopback(MODELS) as server:
        assert await find(f"{server.url}/v1/") == Found(f"{server.url}/v1", ("small", "tall:latest"))


async def test_the_address_that_answers_is_found_with_v1_or_without() -> None:
    def rule(arrived: Arrived) -> Scripted:
        return MODELS if arrived.path == "/v1/models" else Scripted(404)

    with loopback(rule=rule) as server:
        assert (await find(server.url)).base_url == f"{server.url}/v1"
        assert (await find(f"{server.url}/v1/chat/completions")).base_url == f"{server.url}/v1"


async def test_an_address_that_only_lacks_a_key_is_the_right_one() -> None:
    def rule(arrived: Arrived) -> Scripted:
        return Scripted(401) if arrived.path == "/v1/models" else Scripted(404)

    with loopback(rule=rule) as server:
        found = await find(server.url)
    assert found.base_url == f"{server.url}/v1"
    assert found.models == ()
    assert "asks for a key" in str(found.refused)


async def test_nobody_at_the_address_is_an_error() -> None:
    with pytest.raises(Offline):
        await find(f"http://127.0.0.1:{free_port()}/v1")
