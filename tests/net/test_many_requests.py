"""Many requests to one site: waits that hold for all, small clients, and an end to trying."""

from __future__ import annotations

import asyncio
import threading

import pytest

from radar.errors import Unavailable
from radar.net.gate import REPRIEVES
from radar.net.http import HttpClient
from radar.net.pool import SHARD
from tests.net.loopback import Arrived, Scripted, Waits, loopback

BUSY = Scripted(503, b"busy")
FINE = Scripted(200, b"fine")


@pytest.fixture
def waits() -> Waits:
    return Waits()


async def test_t1_a_wait_asked_of_one_request_is_waited_by_all(waits: Waits, many: bool) -> None:
    """Two clients, as of two jobs: the second has asked nothing yet and waits too."""
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def sleep(seconds: float) -> None:
        waits.seconds.append(seconds)
        asked.set()
        await go_on.wait()

    clients = [HttpClient(user_agent="radar/test", sleep=sleep, many=many) for _ in range(2)]
    with loopback(Scripted(429, headers={"Retry-After": "100"}), FINE) as site:
        first = asyncio.create_task(clients[0].post_json(site.url, {}))
        await asked.wait()
        second = asyncio.create_task(clients[1].post_json(site.url, {}))
        await asyncio.sleep(0.01)
        assert len(site.arrived) == 1
        assert clients[1].pause(site.url) is not None
        go_on.set()
        assert [(await task).text for task in (first, second)] == ["fine", "fine"]
    assert waits.seconds == [100.0]
    for client in clients:
        await client.aclose()


async def test_a_cancel_during_a_wait_works_at_once(many: bool) -> None:
    asked = asyncio.Event()

    async def sleep(seconds: float) -> None:
        asked.set()
        await asyncio.Event().wait()

    client = HttpClient(user_agent="radar/test", sleep=sleep, many=many)
    with loopback(Scripted(429, headers={"Retry-After": "100"})) as site:
        task = asyncio.create_task(client.post_json(site.url, {}))
        await asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(site.arrived) == 1
    await client.aclose()


async def test_many_requests_at_once_go_through_small_clients_or_one_that_bears_them(
    waits: Waits, many: bool
) -> None:
    client = HttpClient(user_agent="radar/test", connections=4 * SHARD, sleep=waits, many=many)
    together = threading.Barrier(4 * SHARD, timeout=30)

    def all_here(_: Arrived) -> Scripted:
        together.wait()
        return FINE

    with loopback(rule=all_here) as site:
        replies = await asyncio.gather(*(client.get(site.url) for _ in range(4 * SHARD)))
    pool = client._pools[True]
    assert {reply.text for reply in replies} == {"fine"}
    assert len(pool._shards) == (1 if many else 4)
    assert not any(shard.under_way for shard in pool._shards)
    await client.aclose()


async def test_c4_a_site_that_always_fails_gets_a_small_multiple_of_the_requests(
    waits: Waits, many: bool
) -> None:
    client = HttpClient(user_agent="radar/test", sleep=waits, many=many)
    with loopback(BUSY) as site:
        for _ in range(40):
            await client.get(site.url, any_status=True)
        assert len(site.arrived) <= 2 * 40 + 16
    await client.aclose()


async def test_c4_a_post_to_what_worked_and_died_is_tried_after_growing_pauses(
    waits: Waits, many: bool
) -> None:
    client = HttpClient(user_agent="radar/test", sleep=waits, circuit=True, many=many)
    with loopback(FINE, BUSY) as site:
        await client.post_json(site.url, {})
        with pytest.raises(Unavailable):
            for _ in range(40):
                await client.post_json(site.url, {})
        assert len(site.arrived) < 12
    await client.aclose()
    assert [seconds for seconds in waits.seconds if seconds >= 10] == list(REPRIEVES)
