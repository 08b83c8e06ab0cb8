"""One HTTP client: bounded, patient, and careful with keys."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime

import httpx
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    retry_if_result,
    stop_after_attempt,
    wait_exponential,
    wait_random,
)

from radar.errors import NetworkError, Offline, RateLimited, Unavailable
from radar.net.addresses import host_of, is_loopback, origin_of, split_address
from radar.net.bodies import (
    BODY_BYTES,
    BodyTooLarge,
    BodyUnreadable,
    PackingUnknown,
    read_body,
    text_of,
    unpack,
)
from radar.net.failures import bad_proxies, may_pass, network_error, status_error
from radar.net.gate import Gate, Pause, Sleep, gate_to
from radar.net.key_headers import KeyHeaders
from radar.net.pace import Pace
from radar.net.pool import Pool
from radar.net.reply import Judge, Judged, Load, judged_by_status
from radar.net.reply import Reply as Reply
from radar.net.request import Final, Request, follow
from radar.net.tries import Tries
from radar.net.waiting import LONGEST_WAIT, retry_after
from radar.papers.bases import Value

# They write the addresses they call, with all parameters, to their logs.
for _name in ("httpx", "httpcore", "aiohttp"):
    logging.getLogger(_name).setLevel(logging.WARNING)


class _Answer(Value):
    """A reply and what it says."""

    reply: Reply
    judged: Judged


class HttpClient:
    """Asks web sites and endpoints: pooled, bounded in time and size, with retries and few redirects.

    Whoever asks to wait is left alone by all clients of the same event loop, not by the one request only.

    Args:
        user_agent: sent with every request.
        timeout: seconds for one try, from the connection to the last byte.
        connections: requests to one site under way at once; more wait their turn.
        attempts: tries in all.
        sleep: waits between tries.
        max_bytes: largest body, as sent and unpacked.
        longest_wait: seconds; whoever asks for a longer wait is not asked again in the same call.
        circuit: whether a site that worked and then fails again and again is left alone for a while.
        many: whether so many requests go out at once that a faster library, where there is one, is worth
            its import.
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
        longest_wait: float = LONGEST_WAIT,
        circuit: bool = False,
        many: bool = False,
    ) -> None:
        self._user_agent = user_agent
        self._timeout = timeout
        self._connections = connections
        self._attempts = attempts
        self._sleep = sleep
        self._max_bytes = max_bytes
        self._longest_wait = longest_wait
        self._circuit = circuit
        self._many = many
        self._pools: dict[bool, Pool] = {}
        self._jitter = wait_exponential(multiplier=0.5, max=7.5) + wait_random(0, 0.5)

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        any_status: bool = False,
        judge: Judge = judged_by_status,
        pace: Pace | None = None,
    ) -> Reply:
        """Fetch a page, with retries; redirects are followed, to another host only without keys.

        Args:
            url: an http(s) address.
            headers: sent beside the user agent.
            any_status: return an answer that is no success instead of raising.
            judge: what an answer says of the site, and whether to try again; by default its status decides.
            pace: gives each request its turn; waiting for it takes nothing from the time of the try.

        Raises:
            Offline: no connection could be made.
            RateLimited: the site still asks to wait.
            NetworkError: anything else, a status that is no success among them.
        """
        request = Request("GET", url, _lowered(headers), None, self._timeout, judge, pace=pace)
        reply = await self._patiently(request)
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
        judge: Judge = judged_by_status,
        tries: Tries | None = None,
    ) -> Reply:
        """Send JSON and return the answer, whatever its status; redirects are never followed.

        Args:
            url: an http(s) address.
            body: the JSON object to send.
            headers: sent beside the user agent.
            timeout: seconds for one try, where it differs from the client's.
            judge: what an answer says of the other side, and whether to try again; by default its status
                decides.
            tries: told of each try; what it raises before one ends the request.

        Raises:
            Offline: no connection could be made.
            Unavailable: the other side failed too often, and is not asked any more.
            Untrusted: its certificate is not accepted.
            NetworkError: the answer did not come, or not whole. A try that ran into its deadline is not
                repeated, because the other side may charge for it.
        """
        request = Request(
            "POST",
            url,
            _lowered({**(headers or {}), "content-type": "application/json"}),
            json.dumps(body, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace"),
            timeout or self._timeout,
            judge,
            tries,
        )
        return await self._patiently(request)

    def pause(self, url: str) -> Pause | None:
        """Return until when the site of an address is not asked, and why; None while it is."""
        return self._gate(url).pause

    def at_once(self, url: str) -> int:
        """Return how many requests the site of an address gets at once at present."""
        return self._gate(url).at_once

    async def aclose(self) -> None:
        """Close all connections."""
        pools, self._pools = self._pools, {}
        for pool in pools.values():
            await pool.aclose()

    def _gate(self, url: str) -> Gate:
        return gate_to(
            origin_of(url), host_of(url), self._connections, sleep=self._sleep, circuit=self._circuit
        )

    async def _patiently(self, request: Request) -> Reply:
        split_address(request.url)
        gate = self._gate(request.url)
        gate.begin()
        first = await self._first_try(request, gate)
        if isinstance(first, _Answer) and not self._again(first):
            return first.reply
        held = [first]
        enough = stop_after_attempt(self._attempts)

        async def attempt() -> _Answer:
            found = held.pop() if held else await self._once(request, gate)
            if isinstance(found, NetworkError):
                raise found
            return found

        # Made only where it is needed: it costs as much as all else that is done for a request here.
        retrying = AsyncRetrying(
            sleep=self._rest,
            stop=lambda state: enough(state) or not gate.may_retry(),
            wait=self._wait,
            retry=retry_if_exception(_passing) | retry_if_result(self._again),
            retry_error_callback=_last_outcome,
        )
        try:
            answer: _Answer = await retrying(attempt)
        except Final as final:
            raise final.error from None
        return answer.reply

    async def _first_try(self, request: Request, gate: Gate) -> _Answer | NetworkError:
        """Return what the first try brings: an answer, or an error that another try may change."""
        try:
            return await self._once(request, gate)
        except Final as final:
            raise final.error from None
        except NetworkError as error:
            if not _passing(error):
                raise
            return error

    def _again(self, answer: _Answer) -> bool:
        return answer.judged.again and (answer.judged.wait or 0.0) <= self._longest_wait

    def _wait(self, state: RetryCallState) -> float:
        if state.outcome is not None and not state.outcome.failed:
            answer: _Answer = state.outcome.result()
            if answer.judged.load is Load.BUSY or answer.judged.wait is not None:
                # The gate is closed for as long as it was asked, to all requests.
                return 0.0
        return self._jitter(state)

    async def _rest(self, seconds: float) -> None:
        if seconds:
            await self._sleep(seconds)

    async def _once(self, request: Request, gate: Gate) -> _Answer:
        async with gate.place() as ticket:
            if request.tries is not None:
                await request.tries.begin()
            reply = await self._tried(request, gate)
            if request.tries is not None:
                request.tries.heard(reply)
            judged = request.judge(reply)
            _tell(gate, ticket, judged, self._longest_wait)
            return _Answer(reply, judged)

    async def _tried(self, request: Request, gate: Gate) -> Reply:
        at = [request.url]
        try:
            async with asyncio.timeout(request.seconds) as deadline:
                return await follow(request, deadline, self._exchange, at)
        except NetworkError as error:
            # The frames that it comes from hold the headers, and a report may print local variables.
            raise error.with_traceback(None) from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
            posted = request.method == "POST"
            failure = network_error(error, at[-1], request.seconds, asked=request.url, posted=posted)
            if request.tries is not None:
                request.tries.failed(failure)
            late = posted and isinstance(error, TimeoutError | httpx.ReadTimeout)
            passes = may_pass(error)
            if passes:
                gate.broke_off(unreachable=isinstance(failure, Offline))
            # Not "from error": the frames of httpx hold the headers too.
            raise (Final(failure) if late or not passes else failure) from None

    async def _exchange(self, request: Request, url: str, headers: Mapping[str, str]) -> Reply:
        host = host_of(url)
        sent = self._pool(url, host).answer(request.method, url, headers, request.body)
        async with sent as response:
            packing = response.headers.get("content-encoding", "")
            try:
                body = unpack(
                    await read_body(response.aiter_raw(), self._max_bytes), packing, self._max_bytes
                )
            except BodyTooLarge:
                size = f"{self._max_bytes / 1e6:g} MB"
                hint = "Check the address; of a list that is so long, name a part"
                raise Final(NetworkError(f"{host} sent more than {size}", hint)) from None
            except PackingUnknown:
                hint = "It is packed in a way that was not asked for; compression can be turned off there"
                raise Final(NetworkError(f"The answer of {host} is damaged", hint)) from None
            except BodyUnreadable:
                raise NetworkError(f"The answer of {host} is damaged", "Try again") from None
            names = {name.lower(): value for name, value in response.headers.items()}
            text = text_of(body, names.get("content-type", ""))
            return Reply(response.status_code, text, names, host)

    def _pool(self, url: str, host: str) -> Pool:
        # A proxy would look for a local server on its own machine.
        direct = is_loopback(url)
        if direct not in self._pools:
            headers = {"user-agent": self._user_agent, "accept-encoding": "gzip, deflate"}
            try:
                self._pools[direct] = Pool(headers, direct=direct, many=self._many)
            except (ValueError, ImportError, httpx.InvalidURL):
                raise Final(bad_proxies(host)) from None
        return self._pools[direct]


def _lowered(headers: Mapping[str, str] | None) -> KeyHeaders:
    return KeyHeaders({name.lower(): value for name, value in (headers or {}).items()})


def _tell(gate: Gate, ticket: int, judged: Judged, longest_wait: float) -> None:
    """Tell the gate what an answer says of how the other side is."""
    if judged.load is Load.FINE:
        gate.went_well()
        return
    if judged.load is Load.TROUBLE:
        gate.broke_off()
    named = judged.wait is not None and judged.wait <= longest_wait
    if named or (judged.load is Load.BUSY and judged.wait is None):
        gate.slow_down(ticket, judged.wait)


def _passing(error: BaseException) -> bool:
    return isinstance(error, NetworkError) and not isinstance(error, RateLimited | Unavailable)


def _last_outcome(state: RetryCallState) -> _Answer:
    if state.outcome is None:
        raise NetworkError("The request was never made")
    answer: _Answer = state.outcome.result()
    return answer
