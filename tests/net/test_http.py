"""The HTTP client against a real server on loopback."""

from __future__ import annotations

import asyncio
import gzip
import logging
import threading
import traceback
import zlib
from collections.abc import AsyncIterator, Awaitable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from radar.errors import NetworkError, Offline, RateLimited
from radar.net.http import HttpClient
from radar.net.key_headers import KeyHeaders
from radar.net.reply import Judged
from tests.net.loopback import Arrived, Scripted, Waits, free_port, json_answer, loopback

KEY = "sk-very-secret-4711"
BUSY = Scripted(503, b"busy")
FINE = Scripted(200, b"fine")
DAMAGED = Scripted(200, b"no gzip", {"content-encoding": "gzip"})


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
async def client(waits: Waits, many: bool) -> AsyncIterator[HttpClient]:
    client = HttpClient(user_agent="radar/test", timeout=5, sleep=waits, many=many)
    yield client
    await client.aclose()


async def failure(asked: Awaitable[object]) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        await asked
    return caught.value


async def test_a_page_comes_with_status_text_and_headers_in_lower_case(client: HttpClient) -> None:
    with loopback(Scripted(200, "größer".encode(), {"ETag": '"1"'})) as site:
        reply = await client.get(site.url)
    assert (reply.status, reply.text, reply.headers["etag"]) == (200, "größer", '"1"')
    assert site.arrived[0].headers["user-agent"] == "radar/test"


async def test_a_busy_site_is_asked_again(client: HttpClient, waits: Waits) -> None:
    with loopback(BUSY, FINE) as site:
        reply = await client.get(site.url)
    assert reply.text == "fine"
    assert len(site.arrived) == 2
    assert 0.5 <= waits.seconds[0] <= 1.0


async def test_the_waits_grow(client: HttpClient, waits: Waits) -> None:
    with loopback(BUSY) as site:
        error = await failure(client.get(site.url))
    assert len(site.arrived) == 4
    assert waits.seconds[0] < waits.seconds[1] < waits.seconds[2]
    assert "503" in error.message


async def test_t1_retry_after_in_seconds_is_obeyed(client: HttpClient, waits: Waits) -> None:
    with loopback(Scripted(429, headers={"Retry-After": "7"}), FINE) as site:
        await client.get(site.url)
    assert waits.seconds == [7.0]


async def test_t1_retry_after_as_a_date_is_obeyed(client: HttpClient, waits: Waits) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    with loopback(Scripted(429, headers={"Retry-After": date}), FINE) as site:
        await client.get(site.url)
    assert 30 < waits.seconds[0] <= 40


async def test_t1_a_wait_beyond_the_cap_is_reported_not_waited(client: HttpClient, waits: Waits) -> None:
    with loopback(Scripted(429, headers={"Retry-After": "1e9"})) as site:
        error = await failure(client.get(site.url))
    assert isinstance(error, RateLimited)
    assert error.retry_after == 1e9
    assert (len(site.arrived), waits.seconds) == (1, [])


async def test_a_site_that_keeps_asking_to_wait_is_rate_limited(client: HttpClient) -> None:
    with loopback(Scripted(429, headers={"Retry-After": "2"})) as site:
        error = await failure(client.get(site.url))
    assert isinstance(error, RateLimited)
    assert (error.retry_after, len(site.arrived)) == (2.0, 4)


async def test_t7_a_body_that_is_cut_is_asked_for_again(client: HttpClient) -> None:
    with loopback(Scripted(200, b"half", length=400), FINE) as site:
        reply = await client.get(site.url)
    assert reply.text == "fine"


async def test_t7_a_body_that_is_always_cut_is_an_error(client: HttpClient) -> None:
    with loopback(Scripted(200, b"half", length=400)) as site:
        error = await failure(client.get(site.url))
    assert "broke off" in error.message


async def test_a_page_that_is_not_there_is_an_error_at_once(client: HttpClient) -> None:
    with loopback(Scripted(404)) as site:
        error = await failure(client.get(site.url))
        reply = await client.get(site.url, any_status=True)
    assert "404" in error.message
    assert reply.status == 404
    assert len(site.arrived) == 2


async def test_t5_html_where_json_was_promised_is_called_a_web_page(client: HttpClient) -> None:
    with loopback(Scripted(200, b"<!doctype html><p>Sign in", {"content-type": "text/html"})) as site:
        reply = await client.get(site.url)
    with pytest.raises(NetworkError, match="a web page instead of data"):
        reply.json()


@pytest.mark.parametrize("body", [b'{"a": 1', b'{"a": NaN}', b"[" * 100_000, b""])
async def test_o4_what_is_no_json_is_an_error(client: HttpClient, body: bytes) -> None:
    with loopback(Scripted(200, body)) as site:
        reply = await client.get(site.url)
    with pytest.raises(NetworkError, match="not JSON"):
        reply.json()


async def test_o4_a_body_of_30_mb_is_refused(client: HttpClient) -> None:
    with loopback(Scripted(200, bytes(30_000_000))) as site:
        error = await failure(client.get(site.url))
    assert "more than 20 MB" in error.message
    assert "name a part" in error.hint
    assert len(site.arrived) == 1


async def test_o4_a_gzip_bomb_is_refused(client: HttpClient) -> None:
    bomb = gzip.compress(bytes(200_000_000), 9)
    assert len(bomb) < 300_000
    with loopback(Scripted(200, bomb, {"content-encoding": "gzip"})) as site:
        error = await failure(client.get(site.url))
    assert "more than 20 MB" in error.message


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(b"fine")),
        ("gzip", gzip.compress(b"fi") + gzip.compress(b"ne")),
        ("deflate", zlib.compress(b"fine")),
        ("identity", b"fine"),
    ],
)
async def test_packed_bodies_are_unpacked(client: HttpClient, packing: str, packed: bytes) -> None:
    with loopback(Scripted(200, packed, {"content-encoding": packing})) as site:
        assert (await client.get(site.url)).text == "fine"


@pytest.mark.parametrize(
    ("packing", "packed"),
    [("gzip", b"no gzip"), ("gzip", gzip.compress(b"fine")[:-6]), ("br", b"\x0b\x01"), ("gzip, gzip", b"x")],
)
async def test_packing_that_cannot_be_undone_is_an_error(
    client: HttpClient, packing: str, packed: bytes
) -> None:
    with loopback(Scripted(200, packed, {"content-encoding": packing})) as site:
        assert "damaged" in (await failure(client.get(site.url))).message


async def test_t6_a_silent_server_is_given_up_after_the_deadline(waits: Waits, many: bool) -> None:
    client = HttpClient(user_agent="radar/test", timeout=0.05, sleep=waits, attempts=2, many=many)
    with loopback(Scripted(hold=True)) as site:
        error = await failure(client.get(site.url))
        site.finished.set()
    await client.aclose()
    assert "had not answered after 0.05 s" in error.message
    assert error.hint == "Try again later"
    assert len(waits.seconds) == 1


async def test_t6_a_body_that_drips_for_ever_is_given_up_too(client: HttpClient) -> None:
    with loopback(Scripted(drip=True, length=1_000_000)) as site:
        error = await failure(client.post_json(site.url, {}, timeout=0.2))
        site.finished.set()
    assert "had not answered after 0.2 s" in error.message


async def test_a_post_that_ran_into_its_deadline_is_not_sent_twice(client: HttpClient) -> None:
    with loopback(Scripted(hold=True)) as site:
        error = await failure(client.post_json(site.url, {}, timeout=0.5))
        assert len(site.arrived) == 1
        site.finished.set()
    assert "had not answered" in error.message
    assert "timeout in the settings" in error.hint


async def test_a_refused_connection_is_offline_and_asks_for_the_server(client: HttpClient) -> None:
    port = free_port()
    error = await failure(client.get(f"http://127.0.0.1:{port}/x?key={KEY}"))
    assert isinstance(error, Offline)
    assert error.message == f"Nothing answers at 127.0.0.1:{port}"
    assert error.hint == "Is the server running?"


async def test_an_unencrypted_port_asked_for_https_is_said_to_be_that(client: HttpClient) -> None:
    with loopback(FINE) as site:
        error = await failure(client.get(site.url.replace("http:", "https:")))
    assert "secure connection" in error.message
    assert "http://" in error.hint


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "file:///etc/hostname", "nonsense", "http://", "http://[::1", "http://a:99999/"],
)
async def test_only_web_addresses_are_asked(client: HttpClient, url: str) -> None:
    assert "not a web address" in (await failure(client.get(url))).message


async def test_k5_an_address_with_a_password_is_refused_and_not_repeated(client: HttpClient) -> None:
    error = await failure(client.get(f"http://me:{KEY}@127.0.0.1:1/"))
    assert "user name or password" in error.message
    assert KEY not in str(error)


async def test_a_redirect_on_the_same_host_is_followed_with_its_headers(client: HttpClient) -> None:
    with loopback(Scripted(302, headers={"Location": "/there"}), FINE) as site:
        reply = await client.get(f"{site.url}/here", headers={"x-api-key": KEY})
    assert reply.text == "fine"
    assert [(arrived.path, arrived.headers["x-api-key"]) for arrived in site.arrived] == [
        ("/here", KEY),
        ("/there", KEY),
    ]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("header", ["authorization", "api-key", "x-api-key", "x-goog-api-key", "cookie"])
async def test_t8_a_key_does_not_follow_a_redirect_to_another_host(
    client: HttpClient, header: str, status: int
) -> None:
    with loopback(FINE) as other, loopback() as site:
        target = f"http://localhost:{other.port}/x"
        site._rule = lambda _: Scripted(status, headers={"Location": target})
        await client.get(site.url, headers={header: KEY, "accept": "text/plain"})
    assert KEY not in str(other.arrived)
    assert other.arrived[0].headers["accept"] == "text/plain"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_t8_a_post_is_never_redirected(client: HttpClient, status: int) -> None:
    with loopback(FINE) as other, loopback() as site:
        site._rule = lambda _: Scripted(status, headers={"Location": other.url})
        reply = await client.post_json(site.url, {"a": 1}, headers={"api-key": KEY})
    assert reply.status == status
    assert other.arrived == []


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "http://me:pw@a.example/"]
)
async def test_t8_a_redirect_to_what_is_no_web_page_is_an_error(client: HttpClient, target: str) -> None:
    with loopback(Scripted(302, headers={"Location": target})) as site:
        assert "web address" in (await failure(client.get(site.url))).message
    assert len(site.arrived) == 1


async def test_a_redirect_in_circles_ends(client: HttpClient) -> None:
    with loopback(Scripted(302, headers={"Location": "/"})) as site:
        error = await failure(client.get(site.url))
    assert "circles" in error.message
    assert "in a browser" in error.hint
    assert len(site.arrived) == 6


async def test_a_post_is_sent_again_when_the_server_is_busy(client: HttpClient) -> None:
    with loopback(BUSY, json_answer({"a": 1})) as site:
        reply = await client.post_json(site.url, {"q": "é"})
    assert reply.json() == {"a": 1}
    assert [arrived.json() for arrived in site.arrived] == [{"q": "é"}] * 2
    assert site.arrived[0].headers["content-type"] == "application/json"


async def test_the_caller_can_say_that_an_answer_is_not_worth_another_try(client: HttpClient) -> None:
    with loopback(BUSY) as site:
        reply = await client.post_json(site.url, {}, judge=lambda reply: Judged())
    assert (reply.status, len(site.arrived)) == (503, 1)


async def test_a_server_that_says_not_to_retry_is_not_asked_again(client: HttpClient) -> None:
    with loopback(Scripted(500, headers={"x-should-retry": "false"})) as site:
        await client.post_json(site.url, {})
    assert len(site.arrived) == 1


async def test_t10_a_local_server_is_reached_past_a_proxy(
    client: HttpClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    with loopback(FINE) as site:
        assert (await client.get(site.url)).text == "fine"


async def test_proxy_settings_that_cannot_work_are_an_error_that_names_them(
    client: HttpClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "gopher://127.0.0.1:1")
    error = await failure(client.get("http://radar.example/"))
    assert "proxy settings" in error.message


async def test_a_cancelled_request_stops_at_once_and_is_not_repeated(client: HttpClient) -> None:
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()

    def hold(_: Arrived) -> Scripted:
        loop.call_soon_threadsafe(asked.set)
        return Scripted(hold=True)

    with loopback(rule=hold) as site:
        task = asyncio.create_task(client.get(site.url))
        await asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(site.arrived) == 1
        site.finished.set()


async def test_no_more_requests_are_under_way_than_connections(waits: Waits, many: bool) -> None:
    client = HttpClient(user_agent="radar/test", connections=2, sleep=waits, many=many)
    under_way = most = 0
    lock = threading.Lock()
    both = threading.Barrier(2, timeout=30)

    def count(_: Arrived) -> Scripted:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        both.wait()
        with lock:
            under_way -= 1
        return FINE

    with loopback(rule=count) as site:
        await asyncio.gather(*(client.get(site.url) for _ in range(6)))
    await client.aclose()
    assert (len(site.arrived), most) == (6, 2)


async def test_k2_addresses_and_keys_do_not_reach_the_log(
    client: HttpClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with loopback(FINE) as site:
        await client.get(f"{site.url}/?key={KEY}", headers={"authorization": f"Bearer {KEY}"})
    assert KEY not in caplog.text


@pytest.mark.parametrize("header", ["authorization", "x-api-key", "api-key"])
@pytest.mark.parametrize(
    "answer",
    [
        None,
        Scripted(200, b"half", length=99),
        Scripted(302),
        Scripted(200, b"x", {"content-encoding": "gzip"}),
    ],
)
async def test_k2_keys_are_in_no_report_with_local_variables(
    client: HttpClient, header: str, answer: Scripted | None
) -> None:
    headers = KeyHeaders({header: KEY})
    with loopback(answer or FINE) as site:
        error = await failure(
            client.get(site.url if answer else f"http://127.0.0.1:{free_port()}", headers=headers)
        )
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    assert KEY not in "".join(report.format())


@pytest.mark.parametrize("value", [f"Bearer {KEY}\n", f"Bearer {KEY}ü", f"Bearer\r\n {KEY}"])
async def test_k1_a_header_that_cannot_be_sent_is_an_error_without_its_text(
    client: HttpClient, value: str
) -> None:
    with loopback(FINE) as site:
        error = await failure(client.get(site.url, headers={"authorization": value}))
    assert "could not be written" in error.message
    assert KEY not in repr(error)
    assert error.__cause__ is None
    assert site.arrived == []
