"""Links of the web: which host they lead to, where browsers and radar agree on it."""

from __future__ import annotations

from radar.papers.text.patterns import pattern
from radar.papers.text.safe_text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from urllib.parse import SplitResult

_SCHEMES = ("https://", "http://")
_USUAL = pattern(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]{1,4})?(?:[/?#]|$)")
"""Begins nearly every link, and leaves nothing to ask about its host."""
_HOST = pattern(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|[0-9a-f:.]*:[0-9a-f:.]*")
"""A name, or an address of IPv6 without its brackets."""
_READ_OTHERWISE = frozenset("\\% ")
"""Before the path, browsers take the first for a slash and replace the second by what it stands for."""


def web_link(text: str) -> str:
    """Return a link that can be opened: clean, http(s), without spaces, its host plain; else nothing."""
    if not text:
        return ""
    link = clean(text).replace(" ", "")
    return link if link.lower().startswith(_SCHEMES) and has_host(link) else ""


def is_usual(link: str) -> bool:
    """Say whether a look at the beginning of a link tells that its host is one; others may be as good."""
    return _USUAL.match(link) is not None


def has_host(link: str) -> bool:
    """Say whether there is no doubt which host a link leads to."""
    return is_usual(link) or bool(host_of(link))


def parts_of(url: str) -> SplitResult | None:
    """Return the parts of a link; None where it is none."""
    # Imported where it is needed: a start does without it.
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        _ = parts.port  # a port that is no number is no link
    except ValueError:
        return None
    return parts


def host_of(url: str) -> str:
    """Return the host a link leads to, in its ASCII form; empty where browsers might read another one."""
    parts = parts_of(url)
    if parts is None or not parts.hostname or any(character < " " for character in url):
        return ""
    if not _READ_OTHERWISE.isdisjoint(parts.netloc):
        return ""
    host = parts.hostname.rstrip(".")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""
    return host if _HOST.fullmatch(host) else ""
