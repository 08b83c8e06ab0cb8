"""Whether an endpoint works, asked without generating anything."""

from __future__ import annotations

import pytest

from radar.summaries.checking import check_endpoint
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
