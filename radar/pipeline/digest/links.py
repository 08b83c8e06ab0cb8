"""Links of a digest: http(s) only, in ASCII, so that the host that is read is the one that is opened."""

from __future__ import annotations

from urllib.parse import quote, urlunsplit

from radar.papers.bases import Value
from radar.papers.text.web_links import host_of, parts_of

_SAFE = "/:?&=%+,;@!$*~.-_"
_LONGEST = 2_000
_SHOWN = 60


class Link(Value):
    """A link that a reader may follow."""

    url: str
    host: str
    """In ASCII: letters that only look like others are seen to be others."""

    @property
    def short(self) -> str:
        """The link as people write it, its host first, cut where it is long."""
        text = self.url.removeprefix("https://").removeprefix("http://").rstrip("/")
        return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def link_to(url: str) -> Link | None:
    """Return the link, or None where it is none, is not http(s), or pretends to lead to another host."""
    parts, host = parts_of(url), host_of(url)
    if parts is None or parts.scheme not in ("http", "https") or not host:
        return None
    if "@" in parts.netloc or len(url) > _LONGEST:
        return None
    shown = f"[{host}]" if ":" in host else host
    path, query, fragment = (quote(part, safe=_SAFE) for part in (parts.path, parts.query, parts.fragment))
    netloc = shown if parts.port is None else f"{shown}:{parts.port}"
    return Link(urlunsplit((parts.scheme, netloc, path, query, fragment)), shown)
