"""What an answer should be, and what it is instead."""

from __future__ import annotations

import re
from enum import StrEnum

from radar.errors import NetworkError, WebPage
from radar.net.reply import Reply

_HEAD = 2000
"""Characters in which a web page shows itself, after comments and declarations."""
_WEB_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_ROOT = re.compile(r"<([A-Za-z_][\w:.-]{0,80})")
_BRACKETS = {"{": "}", "[": "]"}
_BLANK = "\ufeff \t\r\n"


class PageKind(StrEnum):
    """What a page should be; what the site calls it does not count, for many call it something else."""

    JSON = "JSON"
    """An object or an array."""
    XML = "XML"
    """Atom, RSS or another document with one element around all."""
    TEXT = "text"
    """Anything but a web page."""
    ANY = "anything"
    """A web page too, which whoever asked reads."""


def is_unfinished(reply: Reply, kind: PageKind) -> bool:
    """Say whether a text lacks its end, as one that was cut on the way; an empty one lacks it too.

    XML without its end counts only where nothing said how long it is: some feeds are written so.
    """
    text = reply.text
    start = text[:_HEAD].lstrip(_BLANK)
    if not start:
        return not text.strip(_BLANK)
    if kind is PageKind.JSON and start[0] in _BRACKETS:
        return text.rstrip(_BLANK)[-1] != _BRACKETS[start[0]]
    marked_up = kind in (PageKind.XML, PageKind.ANY) and start[0] == "<"
    if marked_up and not _is_web_page(start) and not _is_measured(reply):
        return _lacks_end(text)
    return False


def fault_of(reply: Reply, kind: PageKind) -> NetworkError | None:
    """Return what is wrong with a page that came as a success; None where it is what it should be."""
    start = reply.text[:_HEAD].lstrip(_BLANK)
    host = reply.host
    if not reply.text.strip(_BLANK):
        return NetworkError(f"{host} answered with nothing", "Try again later")
    if kind is PageKind.ANY:
        return None
    if _is_web_page(start):
        hint = "It may be under repair or ask for something that only a browser can do"
        return WebPage(f"{host} answered with a web page instead of data", hint)
    fits = {PageKind.JSON: start[:1] in _BRACKETS, PageKind.XML: start[:1] == "<", PageKind.TEXT: True}
    if start and not fits[kind]:
        return NetworkError(
            f"The answer of {host} is not {kind}", "The site may have changed; try again later"
        )
    if is_unfinished(reply, kind):
        return NetworkError(f"The answer of {host} is cut", "Try again")
    return None


def _is_web_page(start: str) -> bool:
    bare = _COMMENT.sub("", start).lstrip(_BLANK)
    return _WEB_PAGE.match(bare) is not None


def _is_measured(reply: Reply) -> bool:
    """Say whether a connection that broke off would have shown (RFC 9112, 6.3)."""
    return (
        "content-length" in reply.headers or "chunked" in reply.headers.get("transfer-encoding", "").lower()
    )


def _lacks_end(text: str) -> bool:
    root = _ROOT.search(_COMMENT.sub("", text[: 10 * _HEAD]))
    if root is None:
        return True
    end = text.rfind(f"</{root[1]}")
    return end < 0 and not text.rstrip(_BLANK).endswith("/>")
