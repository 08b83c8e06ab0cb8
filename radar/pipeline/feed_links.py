"""Links that name neither a paper nor a source that radar knows: what is there may be a feed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from radar.errors import NoListing, SettingsError
from radar.papers.patterns import pattern
from radar.papers.web_links import host_of, parts_of

Named = TypeVar("Named")

_SHOWN = 60
_QUOTED = 3
_CODE_SITES = frozenset(
    ("github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "huggingface.co", "modelscope.cn")
)
"""Sites whose pages are code, data and people, and never a feed but where their address says so."""
_FEED = pattern(
    r"^[^?#]*(?:\.(?:atom|rss|xml)|/(?:atom|rss|feed)/?)(?:[?#]|$)|[?&](?:format|feed)=(?:atom|rss)\b",
    re.IGNORECASE,
)
_RELEASES = frozenset(("github.com",))
"""Of these, those on which the releases of a repository are a feed at `releases.atom`."""
_ON_THE_WEB = ("http://", "https://")


def source_or_feed(text: str, source_of: Callable[[str], Named]) -> Named:
    """Return the source of a name or a link; what is at an address that no site knows may be a feed.

    Args:
        source_of: returns the source of a name or of a link to a site that is known.

    Raises:
        SettingsError: it is neither.
    """
    try:
        return source_of(text)
    except NoListing:
        raise
    except SettingsError:
        if " " in text or not text.startswith(_ON_THE_WEB) or no_feed(text):
            raise
    return source_of(f"feed:{text}")


def is_feed_address(text: str) -> bool:
    """Return whether a text can only be meant as the address of a feed, where it names nothing else."""
    return " " not in text and text.lower().startswith((*_ON_THE_WEB, "feed:")) and not no_feed(text)


def quoted(words: Sequence[str]) -> str:
    """Return words as they were typed, in quotation marks; of many the first and how many more."""
    shown = [f"“{word if len(word) <= _SHOWN else word[:_SHOWN] + '...'}”" for word in words[:_QUOTED]]
    if more := len(words) - len(shown):
        return f"{', '.join(shown)} and {more:,} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def no_feed(text: str) -> str:
    """Return why a link is not offered as a feed: a site of code has it; empty where it may be one."""
    link = text if "://" in text else f"https://{text}"
    host, parts = host_of(link).lower().removeprefix("www."), parts_of(link)
    if parts is None or host not in _CODE_SITES or _FEED.search(link):
        return ""
    told = f"{quoted([text])} is no feed that radar knows of, and names no paper"
    owner, _, rest = parts.path.strip("/").partition("/")
    repository = rest.partition("/")[0].removesuffix(".git")
    if host not in _RELEASES or not repository:
        return told
    return f"{told}. The releases of a repository are one: https://{host}/{owner}/{repository}/releases.atom"
