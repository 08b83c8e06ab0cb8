"""Links that name neither a paper nor a source that radar knows: what is there may be a feed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from shlex import quote
from typing import TypeVar

from radar.errors import NoListing, SettingsError
from radar.papers.text.patterns import pattern
from radar.papers.text.web_links import host_of, parts_of

Named = TypeVar("Named")

_SHOWN = 60
_QUOTED = 3
_WITHOUT_FEEDS = frozenset(
    (
        *("github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "huggingface.co", "modelscope.cn"),
        *("openreview.net", "doi.org"),
    )
)
"""Sites of code, data, people and papers, whose pages are never a feed but where their address says so."""
_FEED = pattern(
    r"^[^?#]*(?:\.(?:atom|rss|xml)|/(?:atom|rss|feed)/?)(?:[?#]|$)|[?&](?:format|feed)=(?:atom|rss)\b",
    re.IGNORECASE,
)
_RELEASES = frozenset(("github.com",))
"""Of these, those on which the releases of a repository are a feed at `releases.atom`."""
_ON_THE_WEB = ("http://", "https://")


def source_or_feed(
    text: str, source_of: Callable[[str], Named], papers_of: Callable[[str], Sequence[str]]
) -> Named:
    """Return the source of a name or a link; what is at an address that no site knows may be a feed.

    Args:
        source_of: returns the source of a name or of a link to a site that is known.
        papers_of: names the sources that bring the paper of a text; none where it names none.

    Raises:
        SettingsError: it is neither.
    """
    try:
        return source_of(text)
    except NoListing:
        raise
    except SettingsError:
        if papers_of(text):
            raise SettingsError(
                f"{quoted([text])} names a paper, and no source", f"radar add {quote(text)} brings it"
            ) from None
        if " " in text or not text.startswith(_ON_THE_WEB):
            raise
        if told := no_feed(text):
            raise SettingsError(told) from None
    return source_of(f"feed:{text}")


def is_feed_address(text: str) -> bool:
    """Return whether a text can only be meant as the address of a feed, where it names nothing else."""
    return " " not in text and text.lower().startswith((*_ON_THE_WEB, "feed:")) and not no_feed(text)


def says_feed(text: str) -> bool:
    """Return whether a link shows by how it is written that a feed is there."""
    return text.lower().startswith(_ON_THE_WEB) and _FEED.search(text) is not None


def quoted(words: Sequence[str]) -> str:
    """Return words as they were typed, in quotation marks; of many the first and how many more."""
    shown = [f"“{word if len(word) <= _SHOWN else word[:_SHOWN] + '...'}”" for word in words[:_QUOTED]]
    if more := len(words) - len(shown):
        return f"{', '.join(shown)} and {more:,} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def no_feed(text: str) -> str:
    """Return why a link is not offered as a feed: a site without feeds has it; empty where it may be one."""
    link = text if "://" in text else f"https://{text}"
    host, parts = host_of(link).lower().removeprefix("www."), parts_of(link)
    if parts is None or host not in _WITHOUT_FEEDS or _FEED.search(link):
        return ""
    told = f"{quoted([text])} is no feed that radar knows of, and names no paper"
    releases = releases_of(link)
    return f"{told}. The releases of a repository are one: {releases}" if releases else told


def releases_of(link: str) -> str:
    """Return the address of the feed of a repository's releases, for a link to its pages, or nothing."""
    host, parts = host_of(link).lower().removeprefix("www."), parts_of(link)
    if parts is None or host not in _RELEASES:
        return ""
    owner, _, rest = parts.path.strip("/").partition("/")
    repository = rest.partition("/")[0].removesuffix(".git")
    return f"https://{host}/{owner}/{repository}/releases.atom" if repository else ""
