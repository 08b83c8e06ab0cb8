"""One HTTP client: bounded, patient, and careful with keys."""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import urljoin

import httpx
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    retry_if_result,
    stop_after_attempt,
    wait_exponential_jitter,
)

from radar.errors import NetworkError
from radar.net.addresses import host_of, is_internal, is_loopback, origin_of, split_address
from radar.net.bodies import BODY_BYTES, BodyTooLarge, BodyUnreadable, read_body, text_of, unpack
from radar.net.failures import may_pass, network_error, status_error
from radar.net.reply import Reply as Reply
from radar.net.reply import worth_another_try
from radar.net.waiting import retry_after

_REDIRECTS = 5
_CONNECT_SECONDS = 10.0
_NEUTRAL = frozenset({"accept", "accept-language", "if-none-match", "if-modified-since"})
"""Headers that may follow a redirect to another host: none of them can hold a key."""

# Both write the addresses they call, with all parameters, to their logs.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)


Worth = Callable[[Reply], bool]
Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Request:
    """One request; its repr, which a traceback may show, holds nothing that could hold a key."""

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes | None = field(repr=False)
    seconds: float


class _Final(Exception):
    """Carries an error that another try would not change, or must not: the work may be charged for."""

    def __init__(self, error: NetworkError) -> None:
        super().__init__(error.message)
        self.error = error


class HttpClient:
    """Asks web sites and endpoints: pooled, bounded in time and size, with retries and few redirects.

    Args:
        user_agent: sent with every request.
        timeout: seconds for one try, from the connection to the last byte.
        connections: requests under way at once; more wait their turn (one pool slows down above 16).
        attempts: tries in all.
        sleep: waits between tries.
        max_bytes: largest body, as sent and unpacked.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        timeout: float = 60.0,
        connections: int = 16,
        attempts: int = 4,
        sleep: Sleep = asyncio.sleep,
        max_bytes: int = BODY_BYTES,
    ) -> None:
        self._user_agent = user_agent
        self._timeout = timeout
        self._connections = connections
        self._attempts = attempts
        self._sleep = sleep
        self._max_bytes = max_bytes
        self._turn = asyncio.Semaphore(connections)
        self._clients: dict[bool, httpx.AsyncClient] = {}
        self._jitter = wait_exponential_jitter(multiplier=0.5, max=8, jitter=0.5)

    async def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, any_status: bool = False
    ) -> Reply:
        """Fetch a page, with retries; redirects are followed, to another host only without keys.

        Args:
            url: an http(s) address.
            headers: sent beside the user agent.
            any_status: return an answer that is no success instead of raising.

        Raises:
            Offline: no connection could be made.
            RateLimited: the site still asks to wait.
            NetworkError: anything else, a status that is no success among them.
        """
        request = _Request("GET", url, dict(headers or {}), None, self._timeout)
        reply = await self._patiently(request, worth_another_try)
        if any_status or 200 <= reply.status < 300 or reply.status == 304:
            return reply
        raise status_error(reply.status, reply.host, retry_after(reply.headers, datetime.now(UTC)))

    async def post_json(
        self,
        url: str,
        body: Mapping[str, object],
        *,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the tries have a deadline each
        worth: Worth | None = None,
    ) -> Reply:
        """Send JSON and return the answer, whatever its status; redirects are never followed.

        Args:
            url: an http(s) address.
            body: the JSON object to send.
            headers: sent beside the user agent.
            timeout: seconds for one try, where it differs from the client's.
            worth: whether an answer is worth another try; by default its status decides.

        Raises:
            Offline: no connection could be made.
            NetworkError: the answer did not come, or not whole. A try that ran into its deadline is not
                repeated, because the other side may charge for it.
        """
        request = _Request(
            "POST",
            url,
            {**(headers or {}), "content-type": "application/json"},
            json.dumps(body, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace"),
            timeout or self._timeout,
        )
        return await self._patiently(request, worth or worth_another_try)

    async def aclose(self) -> None:
        """Close all connections."""
        clients, self._clients = self._clients, {}
        for client in clients.values():
            await client.aclose()

    async def _patiently(self, request: _Request, worth: Worth) -> Reply:
        split_address(request.url)
        retrying = AsyncRetrying(
            sleep=self._sleep,
            stop=stop_after_attempt(self._attempts),
            wait=self._wait,
            retry=retry_if_exception(_passing) | retry_if_result(worth),
            retry_error_callback=_last_outcome,
        )
        try:
            async with self._turn:
                return await retrying(self._once, request)
        except _Final as final:
            raise final.error from None

    def _wait(self, state: RetryCallState) -> float:
        if state.outcome is not None and not state.outcome.failed:
            asked = retry_after(state.outcome.result().headers, datetime.now(UTC))
            if asked is not None:
                return asked
        return self._jitter(state)

    async def _once(self, request: _Request) -> Reply:
        try:
            async with asyncio.timeout(request.seconds):
                return await self._follow(request)
        except NetworkError as error:
            # The frames that it comes from hold the headers, and a report may print local variables.
            raise error.with_traceback(None) from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
            failure = network_error(error, request.url, request.seconds)
            late = request.method == "POST" and isinstance(error, TimeoutError | httpx.ReadTimeout)
            # Not "from error": the frames of httpx hold the headers too.
            raise (_Final(failure) if late or not may_pass(error) else failure) from None

    async def _follow(self, request: _Request) -> Reply:
        url, headers = request.url, httpx.Headers(request.headers)
        for _ in range(_REDIRECTS + 1):
            reply = await self._exchange(request, url, headers)
            target = reply.headers.get("location", "")
            if request.method != "GET" or reply.status not in (301, 302, 303, 307, 308) or not target:
                return reply
            following = _redirect(url, target)
            if origin_of(following) != origin_of(url):
                headers = httpx.Headers([pair for pair in headers.items() if pair[0] in _NEUTRAL])
            url = following
        raise _Final(NetworkError(f"{host_of(request.url)} sends round in circles"))

    async def _exchange(self, request: _Request, url: str, headers: httpx.Headers) -> Reply:
        host = host_of(url)
        client = self._client(url, host)
        async with client.stream(request.method, url, headers=headers, content=request.body) as response:
            packing = response.headers.get("content-encoding", "")
            try:
                body = unpack(
                    await read_body(response.aiter_raw(), self._max_bytes), packing, self._max_bytes
                )
            except BodyTooLarge:
                size = f"{self._max_bytes / 1e6:g} MB"
                raise _Final(NetworkError(f"{host} sent more than {size}")) from None
            except BodyUnreadable:
                raise NetworkError(f"The answer of {host} is damaged", "Try again") from None
            names = {name.lower(): value for name, value in response.headers.items()}
            return Reply(response.status_code, text_of(body, names.get("content-type", "")), names, host)

    def _client(self, url: str, host: str) -> httpx.AsyncClient:
        direct = is_loopback(url)
        if direct not in self._clients:
            try:
                self._clients[direct] = self._new_client(direct)
            except (ValueError, ImportError, httpx.InvalidURL):
                raise _Final(
                    NetworkError(
                        f"The proxy settings in the environment do not work for {host}",
                        "See HTTP_PROXY, HTTPS_PROXY and ALL_PROXY",
                    )
                ) from None
        return self._clients[direct]

    def _new_client(self, direct: bool) -> httpx.AsyncClient:
        # A proxy would look for a local server on its own machine.
        return httpx.AsyncClient(
            verify=_ssl_context(),
            trust_env=not direct,
            follow_redirects=False,
            headers={"user-agent": self._user_agent, "accept-encoding": "gzip, deflate"},
            limits=httpx.Limits(
                max_connections=self._connections, max_keepalive_connections=self._connections
            ),
            timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS),
        )


@lru_cache(maxsize=1)
def _ssl_context() -> ssl.SSLContext:
    """Make the one SSL context; each costs 20 to 40 ms."""
    return httpx.create_ssl_context()


def _passing(error: BaseException) -> bool:
    return isinstance(error, NetworkError)


def _last_outcome(state: RetryCallState) -> Reply:
    if state.outcome is None:
        raise NetworkError("The request was never made")
    reply: Reply = state.outcome.result()
    return reply


def _redirect(url: str, target: str) -> str:
    """Return where a redirect leads; NetworkError (final) where radar does not go."""
    host = host_of(url)
    following = urljoin(url, target)
    try:
        split_address(following)
    except NetworkError:
        raise _Final(NetworkError(f"{host} sends to what is no web address")) from None
    if url.startswith("https:") and following.startswith("http:"):
        raise _Final(NetworkError(f"{host} sends to an address without encryption"))
    if is_internal(following) and not is_internal(url):
        raise _Final(NetworkError(f"{host} sends to an address inside this network"))
    return following
