"""What went wrong on the way, said once in radar's own words."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import httpx

from radar.errors import NetworkError, Offline, RateLimited, Untrusted
from radar.net.addresses import host_of, is_loopback
from radar.net.redirects import host_shown, sends_nowhere
from radar.papers.jobs.site_wait import span_line

_PROXIES = "HTTP_PROXY, HTTPS_PROXY, ALL_PROXY"
_UNWRITABLE = (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError, UnicodeError)
"""What is raised where an address or a header cannot be sent at all."""
_LONGER = ", or give an endpoint longer by timeout in the settings"


def may_pass(error: BaseException) -> bool:
    """Say whether a later try may go better; a bad address, header or certificate stays as it is."""
    untrusted = any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error))
    return not untrusted and not isinstance(error, _UNWRITABLE)


def network_error(
    error: BaseException, url: str, seconds: float, asked: str = "", *, posted: bool = False
) -> NetworkError:
    """Translate what httpx raised; the message names the host and nothing else of the address.

    Args:
        error: what was raised.
        url: the address that did not answer.
        seconds: the deadline of the try.
        asked: the address that was asked for first, which may have sent on to that one.
        posted: whether something was sent for an answer, as to an endpoint.
    """
    if asked not in ("", url) and isinstance(error, _UNWRITABLE):
        # The headers went out with the first request already, so it is the address.
        return sends_nowhere(host_of(asked))
    if not asked or host_of(asked) == host_of(url):
        return _error_at(error, url, host_of(url), seconds, posted=posted)
    failure = _error_at(error, url, host_shown(url) or "another site", seconds, posted=posted)
    return type(failure)(f"{failure.message} ({host_of(asked)} sends there)", failure.hint)


def _error_at(error: BaseException, url: str, host: str, seconds: float, *, posted: bool) -> NetworkError:
    causes = tuple(_causes(error))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return _no_trust(causes, host)
    if isinstance(error, httpx.ConnectTimeout | httpx.ConnectError) and _goes_by_proxy(url):
        return Offline(f"The proxy on the way to {host} cannot be reached", f"See {_PROXIES} and NO_PROXY")
    if isinstance(error, httpx.ConnectTimeout):
        return Offline(f"{host} did not take the connection in time", "Check the network and the address")
    if isinstance(error, httpx.ProxyError):
        return Offline(f"The proxy on the way to {host} refused", "See HTTPS_PROXY and NO_PROXY")
    if isinstance(error, httpx.ConnectError):
        return _no_connection(causes, url, host)
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return NetworkError(
            f"{host} had not answered after {seconds:g} s",
            f"Try again{_LONGER if posted else ' later'}",
        )
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return NetworkError("That is not a web address", "It must begin with https:// or http://")
    if isinstance(error, httpx.LocalProtocolError | UnicodeError):
        # Its text quotes the header, which may be the one with the key.
        return NetworkError(f"The request to {host} could not be written", "Check the key and the address")
    return NetworkError(f"The connection to {host} broke off", "Try again")


def status_error(status: int, host: str, wait: float | None) -> NetworkError:
    """Say what a status means that is no success.

    Args:
        status: of the answer.
        host: who gave it.
        wait: seconds that it asks to wait; a refusal with a wait is no more than a request to slow down.
    """
    if status == 429 or (status in (403, 503) and wait is not None):
        return asks_to_wait(host, wait)
    if status in (401, 403):
        return NetworkError(f"{host} refuses access (status {status})")
    if status in (404, 410):
        return NetworkError(f"{host} does not have that page (status {status})", "Check the address")
    if 300 <= status < 400:
        return NetworkError(f"{host} sends elsewhere (status {status}), and radar does not follow there")
    if status >= 500:
        return NetworkError(f"{host} is in trouble (status {status})", "Try again later")
    return NetworkError(f"{host} refused the request (status {status})")


def bad_proxies(host: str) -> NetworkError:
    """Say that the proxies which the environment names do not work."""
    return NetworkError(
        f"The proxy settings in the environment do not work for {host}",
        f"See {_PROXIES}",
    )


def asks_to_wait(host: str, wait: float | None) -> RateLimited:
    """Say that a site or endpoint asks to be left alone.

    Args:
        host: of the site.
        wait: seconds; None where it does not say how long.
    """
    hint = f"It asks to wait {span_line(wait)}" if wait is not None else "Try again later"
    return RateLimited(f"{host} asks to slow down", hint, wait)


def _no_connection(causes: tuple[BaseException, ...], url: str, host: str) -> Offline:
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Offline(f"No machine called {host} can be found", "Check the network and the address")
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes) or is_loopback(url):
        hint = "Is the server running?" if is_loopback(url) else "Check the address and its port"
        return Offline(f"Nothing answers at {host}", hint)
    return Offline(f"{host} cannot be reached", "Check the network")


def _goes_by_proxy(url: str) -> bool:
    """Say whether the environment has the requests to an address go by a proxy, as httpx reads it."""
    # Imported where it is needed: most starts meet no failure.
    from urllib.parse import urlsplit
    from urllib.request import getproxies, proxy_bypass

    proxies, address = getproxies(), urlsplit(url)
    named = proxies.get(address.scheme) or proxies.get("all")
    return bool(named) and not is_loopback(url) and not proxy_bypass(address.hostname or "")


def _no_trust(causes: tuple[BaseException, ...], host: str) -> NetworkError:
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = cause.verify_message.rstrip(".") or "not trusted"
            return Untrusted(
                f"The certificate of {host} is not accepted ({reason})",
                "If it is your own, name its authority with SSL_CERT_FILE",
            )
    return NetworkError(f"No secure connection to {host} came about", "Should it be http:// instead?")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield the error and all it stems from; httpx and anyio wrap the system's error several times."""
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        current = waiting.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        waiting += (current.__cause__, current.__context__)
        if isinstance(current, BaseExceptionGroup):
            waiting += current.exceptions
