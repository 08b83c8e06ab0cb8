"""One request, and where its answer leads."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from radar.errors import NetworkError
from radar.net.addresses import host_of, origin_of
from radar.net.key_headers import KeyHeaders
from radar.net.pace import Pace
from radar.net.redirects import NEUTRAL_HEADERS, redirected
from radar.net.reply import Judge, Reply, judged_by_status
from radar.net.tries import Tries
from radar.papers.bases import Guarded

_REDIRECTS = 5


class Request(Guarded):
    """One request; its repr, which a traceback may show, holds nothing that could hold a key."""

    unshown = frozenset({"url", "headers", "body", "judge", "tries", "pace"})

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None
    seconds: float
    judge: Judge = judged_by_status
    tries: Tries | None = None
    pace: Pace | None = None


Exchange = Callable[[Request, str, Mapping[str, str]], Awaitable[Reply]]
"""Sends a request to an address with headers, and returns the answer."""


class Final(Exception):
    """Carries an error that another try would not change, or must not: the work may be charged for."""

    def __init__(self, error: NetworkError) -> None:
        super().__init__(error.message)
        self.error = error


async def follow(request: Request, deadline: asyncio.Timeout, exchange: Exchange, at: list[str]) -> Reply:
    """Exchange a request for a reply, and go where it leads.

    Args:
        deadline: what ends the exchange; time in which the request waits for its turn does not count.
        at: holds the address asked; each that an answer leads to is added.

    Raises:
        Final: an answer leads nowhere, or where requests may not go.
        NetworkError: as the exchange itself.
    """
    url, headers = request.url, request.headers
    for _ in range(_REDIRECTS + 1):
        reply = await _in_turn(request, url, headers, deadline, exchange)
        target = reply.headers.get("location", "")
        if request.method != "GET" or reply.status not in (301, 302, 303, 307, 308) or not target:
            return reply
        try:
            following = redirected(url, target)
        except NetworkError as error:
            raise Final(error) from None
        if origin_of(following) != origin_of(url):
            headers = KeyHeaders({name: value for name, value in headers.items() if name in NEUTRAL_HEADERS})
        url = following
        at.append(url)
    hint = "Look in a browser whether the address is still right, or asks to sign in"
    raise Final(NetworkError(f"{host_of(request.url)} sends round in circles", hint))


async def _in_turn(
    request: Request,
    url: str,
    headers: Mapping[str, str],
    deadline: asyncio.Timeout,
    exchange: Exchange,
) -> Reply:
    if request.pace is None:
        return await exchange(request, url, headers)
    clock = asyncio.get_running_loop().time
    left = (deadline.when() or clock()) - clock()
    deadline.reschedule(None)
    async with request.pace.turn(url) as heard:
        deadline.reschedule(clock() + left)
        reply = await exchange(request, url, headers)
        heard(reply)
        return reply
