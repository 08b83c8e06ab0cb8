"""Where radar goes when a page sends it on."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from radar.errors import NetworkError
from radar.net.addresses import host_of, is_internal, split_address

_HOST = re.compile(r"[a-z0-9.:\[\]-]{1,80}")
"""A host that a message shows though somebody else wrote it: no sentence, and no letters that look alike."""
NEUTRAL_HEADERS = frozenset({"accept", "accept-language", "if-none-match", "if-modified-since"})
"""Headers that may follow a redirect to another host: none of them can hold a key."""


def host_sent_to(url: str, target: str) -> str:
    """Return the host, as a message may show it, to which an answer sends what radar does not send there.

    Args:
        url: the host and port that were asked, or an address there.
        target: what the answer names; what is no web address leads nowhere, which is an empty text.
    """
    try:
        following = urljoin(url, target)
        split_address(following)
    except (NetworkError, ValueError):
        return ""
    return host_shown(following)


def host_shown(url: str) -> str:
    """Return the host of an address that somebody else wrote, empty where a message should not show it."""
    host = host_of(url)
    return host if _HOST.fullmatch(host) else ""


def redirected(url: str, target: str) -> str:
    """Return where a redirect leads.

    Args:
        url: what was asked for.
        target: what the answer names, which may be relative.

    Raises:
        NetworkError: radar does not go there.
    """
    host = host_of(url)
    try:
        following = urljoin(url, target)
        split_address(following)
    except (NetworkError, ValueError):
        raise sends_nowhere(host) from None
    if url.startswith("https:") and following.startswith("http:"):
        raise NetworkError(f"{host} sends to an address without encryption")
    if is_internal(following) and not is_internal(url):
        raise NetworkError(f"{host} sends to an address inside this network")
    return following


def sends_nowhere(host: str) -> NetworkError:
    """Say that a host sends to what no request can be made of."""
    return NetworkError(f"{host} sends to what is no web address")
