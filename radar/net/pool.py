"""Connections to the outside world: several small clients instead of one large one."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

import httpx

SHARD = 4
"""Connections of one client. Each request looks at all connections of its client several times
(github.com/encode/httpx/issues/3215): a client with 128 does a ninth of what eight with 16 do, and with 4
each a request takes a quarter less than with 16."""
_CONNECT_SECONDS = 10.0


@dataclass(slots=True)
class _Shard:
    client: httpx.AsyncClient
    under_way: int = 0


class Pool:
    """Makes clients as they are needed, each with at most 4 requests under way.

    Args:
        headers: sent with every request.
        direct: whether proxies named in the environment are passed over.

    Raises:
        ValueError, ImportError, httpx.InvalidURL: the proxies named in the environment do not work.
    """

    def __init__(self, headers: dict[str, str], *, direct: bool) -> None:
        self._headers = headers
        self._direct = direct
        self._shards = [_Shard(self._new_client())]

    @contextmanager
    def client(self) -> Iterator[httpx.AsyncClient]:
        """Lend a client that has room for one more request; the first ones are filled first."""
        shard = next((shard for shard in self._shards if shard.under_way < SHARD), None)
        if shard is None:
            shard = _Shard(self._new_client())
            self._shards.append(shard)
        shard.under_way += 1
        try:
            yield shard.client
        finally:
            shard.under_way -= 1

    async def aclose(self) -> None:
        """Close all connections."""
        shards, self._shards = self._shards, []
        for shard in shards:
            await shard.client.aclose()

    def _new_client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            verify=_ssl_context(),
            trust_env=not self._direct,
            follow_redirects=False,
            headers=self._headers,
            limits=httpx.Limits(max_connections=SHARD, max_keepalive_connections=SHARD),
            # Turns are waited for at the gate: a client never has more requests than connections.
            timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS),
        )


@lru_cache(maxsize=1)
def _ssl_context() -> ssl.SSLContext:
    """Make the one SSL context; each costs 20 to 40 ms."""
    return httpx.create_ssl_context()
