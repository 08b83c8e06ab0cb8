"""Web addresses: which machine they name, and what may be said of them."""

from __future__ import annotations

import ipaddress
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from radar.errors import NetworkError

Origin = tuple[str, str, int]
"""Scheme, host and port: what a key is given to."""

_LATELY = 64
"""So many addresses are remembered with what they name: an endpoint has one, asked again and again."""
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
_STATELESS = 0xFFFF0000
"""The upper 96 bits of an address of the form ::ffff:0:1.2.3.4 (RFC 2765)."""
_PORTS = {"http": 80, "https": 443}


def split_address(url: str) -> SplitResult:
    """Take an http(s) address apart.

    Raises:
        NetworkError: it is no such address, or it holds a user name or password (which would reach logs).
    """
    try:
        parts = urlsplit(url)
        named = parts.hostname and parts.port != 0
    except ValueError:
        named = None
    if not named or parts.scheme not in _PORTS:
        raise NetworkError("That is not a web address", "It must begin with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise NetworkError(
            f"The address of {host_of(url)} holds a user name or password",
            "Leave it out; a key is named by its environment variable",
        )
    return parts


@lru_cache(maxsize=_LATELY)
def host_of(url: str) -> str:
    """Return host and, where it is written, port: the only part of an address that a message shows."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "that address"
    if not host:
        return "that address"
    shown = f"[{host}]" if ":" in host else host
    return f"{shown}:{port}" if port else shown


@lru_cache(maxsize=_LATELY)
def origin_of(url: str) -> Origin:
    """Return scheme, host and port of an http(s) address; NetworkError for anything else."""
    parts = split_address(url)
    return parts.scheme, (parts.hostname or "").rstrip("."), parts.port or _PORTS[parts.scheme]


@lru_cache(maxsize=_LATELY)
def is_loopback(url: str) -> bool:
    """Say whether the address names this very machine."""
    host = _host(url)
    if host == "localhost" or host.endswith(".localhost"):
        return True
    address = _ip(host)
    return address is not None and address.is_loopback


def is_internal(url: str) -> bool:
    """Say whether the address names this machine or a private network by number or as localhost."""
    if is_loopback(url):
        return True
    host = _host(url)
    address = _ip(host)
    if address is None:
        # 0x7f000001, 2130706433 and 127.1 are addresses too, to the resolver.
        return all(part[:1].isdigit() for part in host.split(".") if part)
    return not is_public(address)


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Say whether a number names one machine of the open network.

    An IPv4 address inside an IPv6 one is looked at itself: mapped and compatible (RFC 4291), translated
    (RFC 6052) and 6to4 (RFC 3056).
    """
    inner = _inner(address) if isinstance(address, ipaddress.IPv6Address) else None
    if inner is not None:
        return is_public(inner)
    site_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_global and not address.is_multicast and not site_local


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    number = int(address)
    if address in _TRANSLATED or (number >> 32 in (0, _STATELESS) and number > 1):
        return ipaddress.IPv4Address(number & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return mapped if isinstance(mapped, ipaddress.IPv4Address) else address
