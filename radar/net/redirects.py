"""Where radar goes when a page sends it on."""

from __future__ import annotations

from urllib.parse import urljoin

from radar.errors import NetworkError
from radar.net.addresses import host_of, is_internal, split_address

NEUTRAL_HEADERS = frozenset({"accept", "accept-language", "if-none-match", "if-modified-since"})
"""Headers that may follow a redirect to another host: none of them can hold a key."""


def redirected(url: str, target: str) -> str:
    """Return where a redirect leads.

    Args:
        url: what was asked for.
        target: what the answer names, which may be relative.

    Raises:
        NetworkError: radar does not go there.
    """
    host = host_of(url)
    following = urljoin(url, target)
    try:
        split_address(following)
    except NetworkError:
        raise NetworkError(f"{host} sends to what is no web address") from None
    if url.startswith("https:") and following.startswith("http:"):
        raise NetworkError(f"{host} sends to an address without encryption")
    if is_internal(following) and not is_internal(url):
        raise NetworkError(f"{host} sends to an address inside this network")
    return following
