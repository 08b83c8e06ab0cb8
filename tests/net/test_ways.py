"""What goes wrong on a connection means the same by each way, above all where it decides what is paid."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import subprocess
import sys
import threading
import traceback
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

import pytest

from radar.errors import NetworkError, Offline
from radar.net.http import HttpClient
from radar.net.key_headers import KeyHeaders
from radar.net.pool import Pool, has_aiohttp
from radar.net.reply import Reply
from tests.net.loopback import Scripted, Waits, free_port, loopback

KEY = "sk-very-secret-4711"
LENGTH = b"content-length: 4\r\n"
FINE = b"HTTP/1.1 200 OK\r\n" + LENGTH + b"\r\nfine"


@dataclass
class Tries:
    """Notes what is told of the tries of a request."""

    told: list[str] = field(default_factory=list)

    async def begin(self) -> None:
        self.told.append("begun")

    def heard(self, reply: Reply) -> None:
        self.told.append("heard")

    def failed(self, error: NetworkError) -> None:
        self.told.append("not connected" if isinstance(error, Offline) else "failed")


@dataclass
class Raw:
    """A server that sends bytes as they are, the same for each request, and closes after some."""

    port: int
    arrived: list[bytes] = field(default_factory=list, repr=False)
    ended: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0), repr=False)
    """Released once for each connection that is over."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextlib.contextmanager
def raw(answer: bytes, requests: int = 100) -> Iterator[Raw]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Raw(listening.getsockname()[1])

        def serve(connection: socket.socket) -> None:
            with contextlib.suppress(OSError):
                talk(connection)
            server.ended.release()

        def talk(connection: socket.socket) -> None:
            with connection:
                for _ in range(requests):
                    head = b""
                    while not head.endswith((b"\r\n\r\n", b"{}")):
                        more = connection.recv(65536)
                        if not more:
                            return
                        head += more
                    server.arrived.append(head)
                    connection.sendall(answer)

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    threading.Thread(target=serve, args=listening.accept()[:1], daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield server
        listening.shutdown(socket.SHUT_RDWR)


@pytest.fixture
async def client(many: bool) -> AsyncIterator[HttpClient]:
    client = HttpClient(user_agent="radar/test", timeout=5, attempts=2, sleep=Waits(), many=many)
    yield client
    await client.aclose()


BROKEN = {
    "dropped": b"",
    "another protocol": b"SSH-2.0-moss\r\n\r\n",
    "cut": b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nfine",
    "cut chunk": b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nfine",
    "no chunk": b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nfine",
    "endless header": b"HTTP/1.1 200 OK\r\nx-moss: " + b"m" * 300_000 + b"\r\n" + LENGTH + b"\r\nfine",
}


@pytest.mark.parametrize("how", BROKEN)
async def test_what_breaks_off_after_it_was_sent_was_connected_and_may_be_charged_for(
    client: HttpClient, how: str
) -> None:
    tries = Tries()
    with raw(BROKEN[how], requests=1) as server:
        with pytest.raises(NetworkError, match="broke off") as caught:
            await client.post_json(server.url, {}, headers=KeyHeaders({"authorization": KEY}), tries=tries)
        assert not isinstance(caught.value, Offline)
        assert len(server.arrived) == 2
    assert tries.told == ["begun", "failed"] * 2
    report = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert KEY not in "".join(report.format())


@pytest.mark.parametrize(
    "answer", [Scripted(reset=True, length=9), Scripted(drop=True)], ids=["reset", "drop"]
)
async def test_a_connection_torn_down_is_a_failed_try(client: HttpClient, answer: Scripted) -> None:
    tries = Tries()
    with loopback(answer) as server, pytest.raises(NetworkError, match="broke off"):
        await client.post_json(server.url, {}, tries=tries)
    assert tries.told == ["begun", "failed"] * 2


async def test_where_nothing_listens_nothing_is_charged_for(client: HttpClient) -> None:
    tries = Tries()
    with pytest.raises(Offline, match="Nothing answers"):
        await client.post_json(f"http://127.0.0.1:{free_port()}", {}, tries=tries)
    assert tries.told == ["begun", "not connected"] * 2


@pytest.mark.parametrize("host", ["moss..example", f"{'m' * 70}.example"], ids=["empty", "long"])
async def test_a_name_that_cannot_be_one_is_not_found(client: HttpClient, host: str) -> None:
    with pytest.raises(Offline, match="can be found"):
        await client.get(f"http://{host}/")


async def test_a_certificate_that_nobody_vouches_for_is_named_and_no_key_sent(client: HttpClient) -> None:
    with loopback(Scripted(200), secure=True) as server:
        with pytest.raises(NetworkError, match="The certificate of") as caught:
            await client.post_json(server.url, {}, headers=KeyHeaders({"authorization": KEY}))
        assert server.arrived == []
    report = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert KEY not in "".join(report.format())


ODD = {
    "length twice": b"HTTP/1.1 200 OK\r\n" + LENGTH * 2 + b"\r\nfine",
    "many headers": b"HTTP/1.1 200 OK\r\n" + b"x-moss: 1\r\n" * 600 + LENGTH + b"\r\nfine",
    "more than it says": FINE + b"more",
    "lines of unix": FINE.replace(b"\r\n", b"\n"),
    "no reason": FINE.replace(b" OK", b""),
    "continue": b"HTTP/1.1 100 Continue\r\n\r\n" + FINE,
    "chunks": b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nfi\r\n2\r\nne\r\n0\r\n\r\n",
    "long header": b"HTTP/1.1 200 OK\r\nx-moss: " + b"m" * 60_000 + b"\r\n" + LENGTH + b"\r\nfine",
}


@pytest.mark.parametrize("how", ODD)
async def test_an_odd_answer_is_read_at_the_second_try_at_the_latest(client: HttpClient, how: str) -> None:
    with raw(ODD[how]) as server:
        assert [(await client.post_json(server.url, {})).text for _ in range(2)] == ["fine"] * 2


async def test_a_server_that_closes_after_each_answer_is_asked_anew(client: HttpClient) -> None:
    tries = Tries()
    with raw(FINE, requests=1) as server:
        for _ in range(3):
            assert (await client.post_json(server.url, {}, tries=tries)).text == "fine"
            await asyncio.to_thread(server.ended.acquire)
            # The end of a connection is heard when the loop next looks at its sockets.
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        assert len(server.arrived) == 3
    assert tries.told == ["begun", "heard"] * 3


async def test_an_answer_without_a_length_ends_with_the_connection(client: HttpClient) -> None:
    with raw(b"HTTP/1.0 200 OK\r\n\r\nfine till the end", requests=1) as server:
        assert (await client.get(server.url)).text == "fine till the end"


async def test_headers_that_come_again_are_joined_and_read_in_their_script(client: HttpClient) -> None:
    with raw(FINE.replace(LENGTH, b"X-Moss: 1\r\nx-moss: 2\r\nx-l: gr\xfcn\r\n" + LENGTH)) as server:
        headers = (await client.get(server.url)).headers
    assert (headers["x-moss"], headers["x-l"]) == ("1, 2", "grün")


async def test_an_address_is_sent_as_it_is_written(client: HttpClient) -> None:
    with loopback(Scripted(200)) as server:
        await client.get(f"{server.url}/a%7Eb/%2f?x=%20y&z=a+b#part")
    assert server.arrived[0].path == "/a%7Eb/%2f?x=%20y&z=a+b"


async def test_nothing_is_sent_that_was_not_asked_for(client: HttpClient) -> None:
    with loopback(Scripted(200)) as server:
        await client.get(server.url)
        await client.post_json(server.url, {})
    common = {"host", "accept", "connection", "user-agent", "accept-encoding"}
    got, posted = (set(arrived.headers) for arrived in server.arrived)
    assert got == common
    assert posted == common | {"content-type", "content-length"}


@pytest.mark.skipif(not has_aiohttp(), reason="aiohttp is not installed")
async def test_aiohttp_is_taken_for_many_requests_only_and_not_by_way_of_a_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def kind(pool: Pool) -> str:
        return type(pool._shards[0].way).__name__

    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    pools = [
        Pool({}, direct=True, many=True),
        Pool({}, direct=True),
        Pool({}, direct=False, many=True),
    ]
    assert [kind(pool) for pool in pools] == ["AiohttpWay", "_Straight", "_ByProxy"]
    for pool in pools:
        await pool.aclose()


def test_aiohttp_is_not_imported_before_it_is_needed() -> None:

    code = "import sys, radar.net.http; sys.exit('aiohttp' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
