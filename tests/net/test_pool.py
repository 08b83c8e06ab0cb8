"""How requests get out, straight or by a proxy, and an answer that is read as JSON only once."""

from __future__ import annotations

import pytest

from radar.errors import NetworkError
from radar.net.http import HttpClient
from radar.net.pool import Pool
from radar.net.reply import Reply
from tests.net.loopback import Scripted, Waits, loopback

FINE = Scripted(200, b"fine", headers={"Set-Cookie": "seen=1"})


async def test_another_machine_is_asked_by_way_of_the_proxy_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch, many: bool
) -> None:
    client = HttpClient(user_agent="radar/test", sleep=Waits(), many=many)
    with loopback(FINE) as proxy:
        for name in ("HTTP_PROXY", "http_proxy"):
            monkeypatch.setenv(name, proxy.url)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        reply = await client.get("http://radar.example/moss", headers={"Accept": "text/plain"})
        await client.aclose()
    assert (reply.status, reply.text, reply.host) == (200, "fine", "radar.example")
    (asked,) = proxy.arrived
    assert asked.path == "http://radar.example/moss"
    assert asked.headers["accept"] == "text/plain"
    assert asked.headers["user-agent"] == "radar/test"


async def test_a_straight_request_says_who_asks_and_takes_no_cookies_along(many: bool) -> None:
    client = HttpClient(user_agent="radar/test", sleep=Waits(), many=many)
    with loopback(FINE) as site:
        for _ in range(2):
            await client.post_json(site.url, {"moss": 1}, headers={"X-Moss": "green"})
    await client.aclose()
    for arrived in site.arrived:
        assert arrived.json() == {"moss": 1}
        assert arrived.headers["host"] == site.url.removeprefix("http://")
        assert {name: arrived.headers[name] for name in ("user-agent", "x-moss", "content-type")} == {
            "user-agent": "radar/test",
            "x-moss": "green",
            "content-type": "application/json",
        }
        assert "cookie" not in arrived.headers


async def test_a_connection_is_used_again(many: bool) -> None:
    pool = Pool({}, direct=True, many=many)
    with loopback(FINE) as site:
        for _ in range(3):
            async with pool.answer("GET", site.url, {}, None) as response:
                assert [chunk async for chunk in response.aiter_raw()] == [b"fine"]
        assert len(pool._shards) == 1
    await pool.aclose()


def test_what_is_read_once_is_not_read_again() -> None:
    reply = Reply(200, '\ufeff{"moss": [1]}', {})
    assert reply.parsed == {"moss": [1]}
    assert reply.parsed is reply.parsed
    plain = Reply(200, '{"moss": [1]}', {})
    assert plain.json() is plain.parsed


@pytest.mark.parametrize(
    "text", ['{"moss": NaN}', "no JSON", '\ufeff{"moss": 1}'], ids=["nan", "text", "mark"]
)
def test_what_the_standard_does_not_know_is_no_json_of_an_answer(text: str) -> None:
    with pytest.raises(NetworkError):
        Reply(200, text, {}, "moss.example").json()
