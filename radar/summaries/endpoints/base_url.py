"""The address of an endpoint, and to whom its key may go."""

from __future__ import annotations

from radar.errors import EndpointError, KeyRefused, NetworkError
from radar.net.addresses import host_of, is_loopback, split_address
from radar.net.key_headers import HiddenText, KeyHeaders

_NO_KEY_HAS = " \"'`"
"""Quotation marks come along from files that a shell would have read."""
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
        azure = "api-version=" in parts.query
        hint = (
            "Leave them out; Azure answers at https://NAME.openai.azure.com/openai/v1 without"
            if azure
            else ""
        )
        raise EndpointError(
            f"base_url of {host_of(url)} holds parameters after ? or #", hint or "Leave them out", final=True
        )
    for ending in _PASTED:
        url = url.removesuffix(ending)
    return url.rstrip("/")


def other_form(base_url: str) -> str:
    """Return the address with /v1 where it has none, or without it: the usual slip in writing it down."""
    return base_url.removesuffix("/v1") if base_url.endswith("/v1") else f"{base_url}/v1"


def authorization(
    base_url: str, key: str, place: str, header: str = "authorization", *, allow_http: bool = False
) -> KeyHeaders:
    """Return the header that carries the key, or none without a key.

    Args:
        base_url: whom it goes to.
        key: the key, white space around it does not matter.
        place: where it is from, behind the words "the key", for messages; empty where unknown.
        header: its name; "authorization" carries the key as a bearer token, any other one as it is.
        allow_http: whether it may travel to another machine without encryption.

    Raises:
        KeyRefused: the key cannot be a key, or would travel without encryption; it is never repeated.
    """
    key = HiddenText(key.strip())
    if not key:
        return KeyHeaders()
    if not (key.isascii() and key.isprintable()) or any(sign in key for sign in _NO_KEY_HAS):
        raise KeyRefused(
            f"The key{_from(place)} holds a character that no key has", "Copy it once more, alone"
        )
    if not allow_http:
        refuse_unencrypted(base_url, place)
    return KeyHeaders({header: f"Bearer {key}" if header == "authorization" else key})


def refuse_unencrypted(base_url: str, place: str) -> None:
    """Raise KeyRefused where a key would travel to another machine without encryption.

    Args:
        place: as for `authorization`.
    """
    if not base_url.startswith("https:") and not is_loopback(base_url):
        raise KeyRefused(
            f"The key{_from(place)} would travel to {host_of(base_url)} without encryption",
            "Use https://, or no key; in a network that you trust, set allow_http = true for this endpoint",
        )


def _from(place: str) -> str:
    return f" {place}" if place else ""
