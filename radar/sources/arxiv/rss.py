"""What arXiv announces on a day: new papers, cross-lists and replacements, in RSS.

The shape of an item is that of https://info.arxiv.org/help/rss_specifications.html; a recorded feed was
found of a holiday only, which has no items. A feed lacks comments, the primary category and the day of
submission.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from xml.etree.ElementTree import Element

from radar.papers.bases import Value
from radar.papers.listed.announced import Announced
from radar.papers.listed.identity import arxiv_id, doi_id
from radar.papers.listed.paper import Paper, PaperId, clean_paper
from radar.papers.text.safe_text import clean
from radar.sources.arxiv.api import is_withdrawn, links_to
from radar.sources.arxiv.feed import ARXIV, DUBLIN_CORE, Feed, text_in
from radar.sources.texts.dates import day_of

_HEAD = re.compile(
    r"\s*arXiv:(?P<number>\S+?)v(?P<version>\d{1,4})\s+Announce\s+Type:\s*(?P<kind>[a-z-]+)\s*(?:Abstract:)?\s*",
    re.IGNORECASE | re.ASCII,
)
_VERSION = re.compile(r"v(\d{1,4})\s*$", re.ASCII)
_BETWEEN_NAMES = re.compile(r",\s+(?!(?:Jr|Sr|II|III|IV)\.?(?:,|$))")
_ORDER = (Announced.NEW, Announced.CROSS, Announced.REPLACED, Announced.REPLACED_CROSS, Announced.UNKNOWN)
"""What readers look for first."""


class Announcement(Value):
    """That a paper is announced, and how."""

    kind: Announced
    version: int
    """0 where it is not told."""
    day: date | None = None


def announcements_in(feed: Feed) -> dict[PaperId, Announcement]:
    """Return what a feed announces, new papers first; where a paper comes twice, the first kind counts."""
    found: dict[PaperId, Announcement] = {}
    for item in feed.entries:
        paper = announced_paper(item)
        if paper is None:
            continue
        known = found.get(paper.id)
        if known is None or _ORDER.index(paper.announced) < _ORDER.index(known.kind):
            found[paper.id] = Announcement(paper.announced, paper.version, paper.listed)
    return dict(sorted(found.items(), key=lambda pair: _ORDER.index(pair[1].kind)))


def announced_paper(item: Element) -> Paper | None:
    """Return the paper of an item, None where it is none."""
    description = text_in(item, "description")
    head = _HEAD.match(description)
    link = clean(text_in(item, "link")) or (head["number"] if head else "")
    id = arxiv_id(link.split("#")[0].split("?")[0])
    title = clean(text_in(item, "title"))
    if id is None or not title:
        return None
    version = _VERSION.search(text_in(item, "guid"))
    kind = clean(text_in(item, f"{ARXIV}announce_type")) or (head["kind"] if head else "")
    abstract = description[head.end() :] if head else description
    doi = doi_id(clean(text_in(item, f"{ARXIV}DOI")).split(" ")[0])
    number = version[1] if version else head["version"] if head else "0"
    return clean_paper(
        Paper(
            id=id,
            title=title,
            authors=_names(text_in(item, f"{DUBLIN_CORE}creator")),
            abstract=abstract,
            venue=text_in(item, f"{ARXIV}journal_reference"),
            categories=tuple(dict.fromkeys(clean(found.text or "") for found in item.findall("category"))),
            listed=day_of(clean(text_in(item, "pubDate"))),
            links=links_to(id),
            doi=doi.removeprefix("doi:") if doi else "",
            version=int(number),
            announced=_KINDS.get(kind.lower(), Announced.UNKNOWN),
            withdrawn=is_withdrawn(abstract, ""),
        )
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in _BETWEEN_NAMES.split(" ".join(text.split())) if name)


_KINDS: Mapping[str, Announced] = {kind.value: kind for kind in Announced if kind}
