"""The slip of /v1 in an address: the other form is tried once, kept, and said."""

from __future__ import annotations

import asyncio

import pytest

from radar.errors import EndpointError, KeyRefused
from radar.summaries.endpoints.learned import LearnedDialects
from tests.net.loopback import Arrived, Scripted, json_answer, loopback
from tests.summaries.asking import KEY, REQUEST, Make
from tests.summaries.quirk_server.endpoints import completion, error

GOOD = json_answer(completion())


@pytest.mark.parametrize(("written", "right"), [("", "/v1"), ("/v1", ""), ("/api", "/api/v1")])
@pytest.mark.parametrize(
    "nothing",
    [Scripted(404), Scripted(405), Scripted(200, b"<html>", {"content-type": "text/html"})],
    ids=["404", "405", "a web page"],
)
async def test_the_other_form_of_an_address_is_tried_once_and_said(
    make: Make, kept: LearnedDialects, written: str, right: str, nothing: Scripted
) -> None:
    def rule(arrived: Arrived) -> Scripted:
        return GOOD if arrived.path == f"{right}/chat/completions" else nothing

    with loopback(rule=rule) as server:
        endpoint = make(server.url + written, learned=kept)
        for _ in range(3):
            await endpoint.complete(REQUEST)
        assert len(server.arrived) == 4
        assert endpoint.advice == (
            f"{server.url}{right} answers and {server.url}{written} does not: set base_url to the first"
        )
        again = make(server.url + written, learned=kept)
        assert again.advice == ""
        await again.complete(REQUEST)
        assert len(server.arrived) == 5, "the right form is kept"
        assert again.advice == endpoint.advice


async def test_an_address_that_is_wrong_in_both_forms_is_an_error_after_two_requests(make: Make) -> None:
    with loopback(Scripted(404)) as server:
        endpoint = make(f"{server.url}/v1")
        for requests in (2, 3):
            with pytest.raises(EndpointError, match="no chat completions at this address") as caught:
                await endpoint.complete(REQUEST)
            assert len(server.arrived) == requests
    assert caught.value.final
    assert "/v1" in caught.value.hint


async def test_an_address_that_is_mended_on_the_other_side_is_found_again(
    make: Make, kept: LearnedDialects
) -> None:
    with loopback() as server:
        server._rule = lambda arrived: GOOD if arrived.path.startswith("/v1/") else Scripted(404)
        await make(server.url, learned=kept).complete(REQUEST)
        server._rule = lambda arrived: Scripted(404) if arrived.path.startswith("/v1/") else GOOD
        endpoint = make(server.url, learned=kept)
        await endpoint.complete(REQUEST)
        known = kept.find(server.url, "small")
    assert endpoint.advice == ""
    assert known is not None
    assert not known.elsewhere


async def test_many_at_once_find_the_other_form_with_one_try(make: Make, kept: LearnedDialects) -> None:
    with loopback(GOOD) as server:
        await make(f"{server.url}/v1", learned=kept).complete(REQUEST)
        server._rule = lambda arrived: Scripted(404) if arrived.path.startswith("/v1/") else GOOD
        endpoint = make(f"{server.url}/v1", learned=kept)
        server.arrived.clear()
        answers = await asyncio.gather(*(endpoint.complete(REQUEST) for _ in range(8)))
        assert len(answers) == 8
        paths = [arrived.path for arrived in server.arrived]
        assert paths.count("/chat/completions") == 8


async def test_the_other_form_that_wants_another_key_is_the_right_one(make: Make) -> None:
    def rule(arrived: Arrived) -> Scripted:
        return error(401, "Who?") if arrived.path.startswith("/v1/") else Scripted(404)

    with loopback(rule=rule) as server, pytest.raises(KeyRefused):
        await make(server.url, key=KEY).complete(REQUEST)


@pytest.mark.parametrize("trouble", [Scripted(503), Scripted(200, b"cut", length=99)], ids=["down", "cut"])
async def test_trouble_at_the_other_form_does_not_hide_that_the_address_is_wrong(
    make: Make, trouble: Scripted
) -> None:
    def rule(arrived: Arrived) -> Scripted:
        return trouble if arrived.path.startswith("/v1/") else Scripted(404)

    with loopback(rule=rule) as server, pytest.raises(EndpointError, match="no chat completions"):
        await make(server.url).complete(REQUEST)
