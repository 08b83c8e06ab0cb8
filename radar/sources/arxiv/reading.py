"""The papers of a page of arXiv, whichever of its feeds it is."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from radar.papers.bases import replace
from radar.sources.answers import Wrong
from radar.sources.arxiv.api import paper_in
from radar.sources.arxiv.feed import ATOM, feed_in, text_in
from radar.sources.arxiv.notes import announcements_of, only_of
from radar.sources.arxiv.rss import announced_paper
from radar.sources.source import Parsed, not_understood


def papers_of(text: str) -> Iterator[Parsed]:
    """Yield the papers of a page, and what was left out; raises nothing, whatever the text holds."""
    feed = feed_in(text)
    if isinstance(feed, Wrong):
        yield not_understood(1, feed.reason, text)
        return
    announcements, only = announcements_of(text), only_of(text)
    for place, entry in enumerate(feed.entries, 1):
        paper = announced_paper(entry) if feed.is_rss else paper_in(entry)
        if paper is None:
            yield not_understood(place, "not a paper", _title(entry))
        elif known := announcements.get(paper.id):
            # An older version than the announced one is passed over: the page with the rest has that.
            if paper.version >= known.version:
                yield replace(paper, announced=known.kind, listed=known.day)
        elif only is None or paper.id in only:
            yield paper
    if feed.broken:
        yield not_understood(len(feed.entries) + 1, "the feed is broken from here on")


def _title(entry: Element) -> str:
    return text_in(entry, "title") or text_in(entry, f"{ATOM}title")
