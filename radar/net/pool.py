"""Connections to the outside world: many small pools instead of one large one."""

from __future__ import annotations

import ssl
import urllib.request
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import httpx

SHARD = 1
"""Connections of one small pool. Each request looks at all connections of its pool several times
(github.com/encode/httpx/issues/3215): a client with 128 does a ninth of what eight with 16 do."""
_CONNECT_SECONDS = 10.0
# Turns are waited for at the gate: a pool never has more requests than connections.
_TIMEOUT = httpx.Timeout(None, connect=_CONNECT_SECONDS)


class _Way(Protocol):
    """What sends a request as it is and gives what comes back, its body still to be read."""

    async def send(self, request: httpx.Request) -> httpx.Response: ...

    async def aclose(self) -> None: ...


class _Straight:
    """The transport alone: cookies, authentication and redirects, which a client adds, are not wanted."""

    def __init__(self) -> None:
        self._transport = httpx.AsyncHTTPTransport(verify=_ssl_context(), limits=_limits())

    async def send(self, request: httpx.Request) -> httpx.Response:
        return await self._transport.handle_async_request(request)

    async def aclose(self) -> None:
        await self._transport.aclose()


class _ByProxy:
    """A client, which knows how the environment names proxies and what they are not for."""

    def __init__(self) -> None:
        self._client = httpx.AsyncClient(verify=_ssl_context(), limits=_limits(), follow_redirects=False)

    async def send(self, request: httpx.Request) -> httpx.Response:
        return await self._client.send(request, stream=True)

    async def aclose(self) -> None:
        await self._client.aclose()


@dataclass(slots=True)
class _Shard:
    way: _Way
    under_way: int = 0


class Pool:
    """Makes small pools as they are needed.

    Args:
        headers: sent with every request.
        direct: whether proxies named in the environment are passed over.

    Raises:
        ValueError, ImportError, httpx.InvalidURL: the proxies named in the environment do not work.
    """

    def __init__(self, headers: Mapping[str, str], *, direct: bool) -> None:
        self._headers = {"accept": "*/*", "connection": "keep-alive", **headers}
        self._kind: type[_Straight] | type[_ByProxy] = (
            _Straight if direct or not urllib.request.getproxies() else _ByProxy
        )
        self._shards = [_Shard(self._kind())]

    @asynccontextmanager
    async def answer(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None
    ) -> AsyncIterator[httpx.Response]:
        """Send a request and give the answer, whose body is still to be read.

        Raises:
            httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError: no answer came.
        """
        request = httpx.Request(
            method,
            _address(url),
            headers={**self._headers, **headers},
            content=body,
            extensions={"timeout": _TIMEOUT.as_dict()},
        )
        with self._lent() as way:
            response = await way.send(request)
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
    def _lent(self) -> Iterator[_Way]:
        """Lend a way that has room for one more request; the first ones are filled first."""
        shard = next((shard for shard in self._shards if shard.under_way < SHARD), None)
        if shard is None:
            shard = _Shard(self._kind())
            self._shards.append(shard)
        shard.under_way += 1
        try:
            yield shard.way
        finally:
            shard.under_way -= 1


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
