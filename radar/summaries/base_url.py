"""The address of an endpoint, and to whom its key may go."""

from __future__ import annotations

from radar.errors import EndpointError, KeyRefused, NetworkError
from radar.net.addresses import host_of, is_loopback, split_address
from radar.net.key_headers import KeyHeaders

_PASTED = ("/chat/completions", "/completions", "/models", "/responses")


def tidy_base_url(text: str) -> str:
    """Return the address that `/chat/completions` is appended to.

    A pasted address of the service itself is cut back; `/v1` is not guessed, since not every endpoint
    has it.

    Raises:
        EndpointError: it is no http(s) address, or holds a password or parameters, which may be keys.
    """
    url = text.strip().rstrip("/")
    if not url:
        raise EndpointError("No endpoint is set", "radar endpoint add asks what to set", final=True)
    try:
        parts = split_address(url)
    except NetworkError as error:
        raise EndpointError(f"base_url: {error.message}", error.hint, final=True) from None
    if parts.query or parts.fragment:
        raise EndpointError(
            f"base_url of {host_of(url)} holds parameters after ? or #", "Leave them out", final=True
        )
    for ending in _PASTED:
        url = url.removesuffix(ending)
    return url.rstrip("/")


def authorization(base_url: str, key: str, key_env: str) -> KeyHeaders:
    """Return the header that carries the key, or none without a key.

    Raises:
        KeyRefused: the key cannot be a key, or would travel without encryption; it is never repeated.
    """
    key = key.strip()
    if not key:
        return KeyHeaders()
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise KeyRefused(
            f"The key{_from(key_env)} holds a character that no key has", "Copy it once more, alone"
        )
    if not base_url.startswith("https:") and not is_loopback(base_url):
        raise KeyRefused(
            f"The key{_from(key_env)} would travel to {host_of(base_url)} without encryption",
            "Use https://, or no key",
        )
    return KeyHeaders(authorization=f"Bearer {key}")


def _from(key_env: str) -> str:
    return f" in {key_env}" if key_env else ""
