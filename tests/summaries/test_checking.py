"""Whether an endpoint works, asked without generating anything."""

from __future__ import annotations

import pytest

from radar.errors import Offline
from radar.summaries.checking import Found, check_endpoint, find_models
from radar.summaries.summariser import SummariserSettings
from tests.net.loopback import Arrived, Scripted, free_port, json_answer, loopback

MODELS = json_answer({"data": [{"id": "small"}, {"id": "tall:latest"}]})


async def check(url: str, model: str = "small", key: str = "") -> tuple[bool, str]:
    return await check_endpoint(SummariserSettings("endpoint", url, model, key=key, key_env="MY_KEY"))


@pytest.mark.parametrize("model", ["small", "tall", "tall:latest"])
async def test_an_endpoint_that_has_the_model_works(model: str) -> None:
    with loopback(MODELS) as server:
        assert await check(f"{server.url}/v1", model) == (
            True,
            f"127.0.0.1:{server.port} answers and has {model}",
        )
    assert [arrived.method for arrived in server.arrived] == ["GET"]


async def test_a_missing_model_is_named_with_those_that_are_there() -> None:
    with loopback(MODELS) as server:
        works, said = await check(f"{server.url}/v1", "wide")
    assert not works
    assert "does not list wide; it has small, tall:latest" in said


async def test_without_a_model_those_that_are_there_are_offered() -> None:
    with loopback(MODELS) as server:
        works, said = await check(f"{server.url}/v1", "")
    assert not works
    assert "set model to one of small, tall:latest" in said


async def test_an_endpoint_that_lists_nothing_may_still_work() -> None:
    with loopback(json_answer({"data": []})) as server:
        assert (await check(f"{server.url}/v1"))[0]


@pytest.mark.parametrize(
    "elsewhere", [Scripted(404), Scripted(200, b"<html>", {"content-type": "text/html"})]
)
async def test_an_address_that_lacks_v1_is_found_out(elsewhere: Scripted) -> None:
    def rule(arrived: Arrived) -> Scripted:
        return MODELS if arrived.path == "/v1/models" else elsewhere

    with loopback(rule=rule) as server:
        works, said = await check(server.url)
    assert not works
    assert f"{server.url}/v1 answers: set base_url to it" in said


async def test_an_address_with_a_v1_too_many_is_found_out() -> None:
    def rule(arrived: Arrived) -> Scripted:
        return MODELS if arrived.path == "/models" else Scripted(404)

    with loopback(rule=rule) as server:
        works, said = await check(f"{server.url}/v1")
    assert not works
    assert f"{server.url} answers: set base_url to it" in said


async def test_a_wrong_key_is_named_by_its_variable() -> None:
    with loopback(Scripted(401)) as server:
        works, said = await check(f"{server.url}/v1", key="sk-secret-4711")
    assert not works
    assert "MY_KEY" in said
    assert "4711" not in said
    assert len(server.arrived) == 1


async def test_a_dead_endpoint_is_said_to_be_dead() -> None:
    works, said = await check(f"http://127.0.0.1:{free_port()}/v1")
    assert not works
    assert "Is the server running?" in said


async def test_no_address_is_said_to_be_missing() -> None:
    assert await check("") == (False, "No endpoint is set. radar endpoint add asks what to set")


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
