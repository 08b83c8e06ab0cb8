"""What is said of a text that names no paper and no source: where else it belongs; pure, knows no widget."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radar.papers.patterns import pattern
from radar.papers.web_links import host_of, parts_of

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
_DRIVE = pattern(r"[A-Za-z]:[\\/]")
"""How the name of a file begins on Windows."""
_PATH = pattern(r"[~.]{0,2}/|.*[/\\]|\S+\.[A-Za-z][A-Za-z0-9]{1,6}(?:\.gz)?$")
"""How the name of a file is written: below a folder, or with an ending."""


def quoted(words: Sequence[str]) -> str:
    """Return words as they were typed, in quotation marks; of many the first and how many more."""
    shown = [f"“{word if len(word) <= _SHOWN else word[:_SHOWN] + '...'}”" for word in words[:_QUOTED]]
    if more := len(words) - len(shown):
        return f"{', '.join(shown)} and {more:,} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def no_papers(words: Sequence[str]) -> str:
    """Return what is said of words among papers that name none."""
    return f"{quoted(words)} {'names' if len(words) == 1 else 'name'} no paper, so that none was added"


def nothing_named(text: str, hint: str, import_key: str, search_key: str) -> str:
    """Return what is said of a text that names nothing.

    Args:
        hint: what names something that is written much like it, or what does in general.
        import_key, search_key: the keys by which files come in and words are searched for.
    """
    told = f"{quoted([text])} names no paper and no source"
    if ":" in text and not _DRIVE.match(text):
        return f"{told}. {hint or 'Papers are named by arXiv id, DOI or link'}"
    like_a_name = " " not in text and not _PATH.match(text)
    near = f"{hint}. " if like_a_name and hint.startswith("The nearest") else ""
    return f"{told}. {near}Files come in by {import_key}, words are searched for by {search_key}"


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
