"""Connections to the outside world: many small pools instead of one large one."""

from __future__ import annotations

import importlib.util
import ssl
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from functools import lru_cache
from typing import Protocol

import httpx

from radar.papers.bases import Mutable

SHARD = 1
"""Connections of one small pool. Each request looks at all connections of its pool several times
(github.com/encode/httpx/issues/3215): a client with 128 does a ninth of what eight with 16 do."""
_CONNECT_SECONDS = 10.0
# Turns are waited for at the gate: a pool never has more requests than connections.
_TIMEOUT = httpx.Timeout(None, connect=_CONNECT_SECONDS)


class AnswerUnread(httpx.RemoteProtocolError):
    """What came is no answer to a way that reads more strictly than others."""


class Answer(Protocol):
    """An answer whose body is still to be read."""

    @property
    def status_code(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...

    def aiter_raw(self) -> AsyncIterator[bytes]: ...

    async def aclose(self) -> None: ...


class _Way(Protocol):
    """What sends a request as it is and gives what comes back, its body still to be read."""

    @property
    def room(self) -> int | None:
        """Requests at once; None for as many as there are."""

    async def send(
        self, method: str, url: httpx.URL, headers: Mapping[str, str], body: bytes | None
    ) -> Answer: ...

    async def aclose(self) -> None: ...


class _Straight:
    """The transport alone: cookies, authentication and redirects, which a client adds, are not wanted."""

    room: int | None = SHARD

    def __init__(self) -> None:
        self._transport = httpx.AsyncHTTPTransport(verify=_ssl_context(), limits=_limits())

    async def send(
        self, method: str, url: httpx.URL, headers: Mapping[str, str], body: bytes | None
    ) -> httpx.Response:
        return await self._transport.handle_async_request(_request(method, url, headers, body))

    async def aclose(self) -> None:
        await self._transport.aclose()


class _ByProxy:
    """A client, which knows how the environment names proxies and what they are not for."""

    room: int | None = SHARD

    def __init__(self) -> None:
        self._client = httpx.AsyncClient(verify=_ssl_context(), limits=_limits(), follow_redirects=False)

    async def send(
        self, method: str, url: httpx.URL, headers: Mapping[str, str], body: bytes | None
    ) -> httpx.Response:
        return await self._client.send(_request(method, url, headers, body), stream=True)

    async def aclose(self) -> None:
        await self._client.aclose()


def _by_aiohttp() -> _Way:
    from radar.net.aiohttp_way import AiohttpWay

    return AiohttpWay(_ssl_context(), _CONNECT_SECONDS)


class _Shard(Mutable):
    way: _Way
    under_way: int = 0
    left: bool = False
    """Whether no further request goes this way."""

    @property
    def full(self) -> bool:
        return self.left or (self.way.room is not None and self.under_way >= self.way.room)


class Pool:
    """Makes small pools as they are needed.

    Args:
        headers: sent with every request.
        direct: whether proxies named in the environment are passed over.
        many: whether so many requests are under way that aiohttp, where it is installed, is worth its
            import; it is not used by way of a proxy.

    Raises:
        ValueError, ImportError, httpx.InvalidURL: the proxies named in the environment do not work.
    """

    def __init__(self, headers: Mapping[str, str], *, direct: bool, many: bool = False) -> None:
        self._headers = {"accept": "*/*", "connection": "keep-alive", **headers}
        straight = _by_aiohttp if many and has_aiohttp() else _Straight
        self._kind: Callable[[], _Way] = straight if direct or not urllib.request.getproxies() else _ByProxy
        self._shards = [_Shard(self._kind())]

    @asynccontextmanager
    async def answer(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None
    ) -> AsyncIterator[Answer]:
        """Send a request and give the answer, whose body is still to be read.

        Raises:
            httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError: no answer came.
        """
        with self._lent() as shard:
            try:
                response = await shard.way.send(method, _address(url), {**self._headers, **headers}, body)
            except AnswerUnread:
                # httpx takes some answers that others do not, such as one that says its length twice.
                shard.left, self._kind = True, _Straight
                raise
            try:
                yield response
            finally:
                await response.aclose()

    async def aclose(self) -> None:
        """Close all connections."""
        shards, self._shards = self._shards, []
        for shard in shards:
            await shard.way.aclose()

    @contextmanager
    def _lent(self) -> Iterator[_Shard]:
        """Lend a way that has room for one more request; the first ones are filled first."""
        shard = next((shard for shard in self._shards if not shard.full), None)
        if shard is None:
            shard = _Shard(self._kind())
            self._shards.append(shard)
        shard.under_way += 1
        try:
            yield shard
        finally:
            shard.under_way -= 1


def has_aiohttp() -> bool:
    """Say whether aiohttp is installed, without importing it."""
    return importlib.util.find_spec("aiohttp") is not None


def _request(method: str, url: httpx.URL, headers: Mapping[str, str], body: bytes | None) -> httpx.Request:
    extensions = {"timeout": _TIMEOUT.as_dict()}
    return httpx.Request(method, url, headers=headers, content=body, extensions=extensions)


def _limits() -> httpx.Limits:
    return httpx.Limits(max_connections=SHARD, max_keepalive_connections=SHARD)


@lru_cache(maxsize=64)
def _address(url: str) -> httpx.URL:
    """Take an address apart once: an endpoint has one, asked again and again."""
    return httpx.URL(url)


@lru_cache(maxsize=1)
def _ssl_context() -> ssl.SSLContext:
    """Make the one SSL context; each costs 20 to 40 ms."""
    return httpx.create_ssl_context()
