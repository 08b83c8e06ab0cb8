"""The way for many requests at once: aiohttp, where it is installed, which takes half the time of httpx.

What it does and what goes wrong is the same as straight by httpx: nothing is added to a request, nothing is
unpacked, followed or remembered, and errors are those of httpx.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from functools import lru_cache

import aiohttp
import httpx
from yarl import URL

from radar.net.pool import AnswerUnread

_NOT_ADDED = frozenset({"Accept", "Accept-Encoding", "Content-Type", "User-Agent"})
_KEPT_SECONDS = 5.0
"""How long a connection without a request stays open, as with httpx."""
_HEADER_BYTES = 64 * 1024
"""The longest header of an answer."""
_HEADERS = 256
"""The most of them; all together are below the size that a body may have."""
_NAME = re.compile(r"[-!#$%&'*+.^_`|~0-9a-zA-Z]+")
_VALUE = re.compile(r"(?:[!-~](?:[\t -~]*[!-~])?)?")
"""What h11 takes for the name and the value of a header (RFC 9110, 5.1 and 5.5)."""
_ERRORS = (aiohttp.ClientError, TimeoutError, UnicodeError)
"""What goes wrong on the way; the errors of aiohttp hold the whole request, keys among it."""


class AiohttpAnswer:
    """An answer whose body is still to be read."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response
        self.status_code = response.status
        self.headers = _read_headers(response.raw_headers)

    async def aiter_raw(self) -> AsyncIterator[bytes]:
        """Yield the body as it comes, still packed.

        Raises:
            httpx.HTTPError: it broke off.
        """
        try:
            async for chunk in self._response.content.iter_any():
                yield chunk
            return
        except _ERRORS as error:
            failure = _translated(error)
        raise failure

    async def aclose(self) -> None:
        """Give the connection back; it is closed where there is more to come on it."""
        if self._response.content.at_eof():
            self._response.release()
        else:
            self._response.close()


class AiohttpWay:
    """Sends requests by aiohttp, as many at once as are given to it.

    Args:
        context: for encrypted connections.
        seconds: within which a connection is to come about.
    """

    room: int | None = None
    """Requests at once; None for as many as there are."""

    def __init__(self, context: ssl.SSLContext, seconds: float) -> None:
        connector = aiohttp.TCPConnector(
            limit=0,
            ssl=context,
            keepalive_timeout=_KEPT_SECONDS,
            # The other one, taken where it can be imported, asks name servers past the machine's settings.
            resolver=aiohttp.ThreadedResolver(),
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=_NOT_ADDED,
            auto_decompress=False,
            trust_env=False,
            timeout=aiohttp.ClientTimeout(total=None, connect=seconds),
            max_line_size=_HEADER_BYTES,
            max_field_size=_HEADER_BYTES,
            max_headers=_HEADERS,
        )

    async def send(
        self, method: str, url: httpx.URL, headers: Mapping[str, str], body: bytes | None
    ) -> AiohttpAnswer:
        """Send a request as it is.

        Raises:
            httpx.HTTPError, UnicodeError: no answer came.
        """
        _check_headers(headers)
        try:
            return AiohttpAnswer(
                await self._session.request(
                    method, _address(url), headers=headers, data=body, allow_redirects=False
                )
            )
        except _ERRORS as error:
            failure = _translated(error)
        # Not within the handler: what is raised there keeps the first error, which holds the request.
        raise failure

    async def aclose(self) -> None:
        """Close all connections."""
        await self._session.close()


@lru_cache(maxsize=64)
def _address(url: httpx.URL) -> URL:
    """Return the address as it is, nothing in it quoted anew; httpx takes some that this one does not."""
    try:
        return URL(str(url), encoded=True)
    except ValueError:
        raise httpx.UnsupportedProtocol("no web address") from None


def _check_headers(headers: Mapping[str, str]) -> None:
    """Refuse what httpx would not send: aiohttp writes other scripts as UTF-8."""
    for name, value in headers.items():
        value.encode("ascii")
        if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
            # The text may be a key.
            raise httpx.LocalProtocolError("a header that cannot be sent")


def _read_headers(raw: tuple[tuple[bytes, bytes], ...]) -> dict[str, str]:
    """Return headers by name in lower case; those that come again are joined, as httpx does."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in raw:
        name, value = _text(raw_name).lower(), _text(raw_value)
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _translated(error: Exception) -> Exception:
    """Return what httpx would raise, with the system's own error as its cause."""
    match error:
        case aiohttp.ConnectionTimeoutError():
            said: Exception = httpx.ConnectTimeout("no connection in time")
        case TimeoutError():
            said = httpx.ReadTimeout("no answer in time")
        case aiohttp.ClientConnectorError():
            said = httpx.ConnectError("no connection")
            said.__cause__ = error.__cause__
        case UnicodeError():
            # Headers are plain by now, so it is the host.
            said = httpx.ConnectError("no connection")
            said.__cause__ = socket.gaierror("no such name")
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            said = httpx.UnsupportedProtocol("no web address")
        case aiohttp.ClientOSError():
            said = httpx.ReadError("the connection broke off")
        case aiohttp.ClientResponseError():
            said = AnswerUnread("no answer that can be read")
        case _:
            said = httpx.RemoteProtocolError("the answer is cut, or no answer at all")
    return said
