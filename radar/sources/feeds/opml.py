"""OPML, the lists of feeds that feed readers export (opml.org/spec2.opml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from radar.papers.bases import Value
from radar.papers.listed.listing import NotUnderstood
from radar.papers.text.safe_text import clean
from radar.sources.reading.xml_parts import Part, XmlParts
from radar.sources.source import not_understood

_OPML = re.compile(
    r"(?:\s|\ufeff|<\?[^>]*+>|<!--(?:(?!-->).)*+-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?+>)*+<opml\b",
    re.IGNORECASE | re.DOTALL,
)
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_MAX_TITLE = 120


class Feed(Value):
    """A feed that a list names."""

    url: str
    title: str
    """Clean, and empty where the list gives none."""

    @property
    def source(self) -> str:
        """The name of the source that asks it."""
        return f"feed:{self.url}"


def is_feed_list(head: str) -> bool:
    """Return whether a text that begins like this is OPML."""
    return _OPML.match(head) is not None


def feeds_in(lines: Iterable[str]) -> Iterator[Feed | NotUnderstood]:
    """Yield each feed once, in the order of the list, and a report for each that has no address on the web.

    Raises nothing, whatever the lines hold.
    """
    seen: set[str] = set()
    # Groups of feeds stand within each other, so that the body is one part with all of them.
    for part in XmlParts(1).of(lines):
        if isinstance(part, NotUnderstood):
            yield part
        elif part.name.lower() == "body":
            yield from _feeds(part, seen)


def _feeds(part: Part, seen: set[str]) -> Iterator[Feed | NotUnderstood]:
    for outline in part.children:
        names = {name.lower(): value for name, value in outline.attributes.items()}
        address = names.get("xmlurl", "").strip()
        if address:
            url = _on_the_web(clean(address))
            if not _LINK.fullmatch(url):
                yield not_understood(outline.line, "the address of the feed is not one on the web", address)
            elif url not in seen:
                seen.add(url)
                yield Feed(url, clean(names.get("title") or names.get("text", ""))[:_MAX_TITLE].strip())
        elif names.get("type", "").lower() == "rss":
            yield not_understood(outline.line, "the feed has no address", names.get("text", ""))
        yield from _feeds(outline, seen)


def _on_the_web(url: str) -> str:
    """Return an address that begins with feed:// as the one it stands for."""
    return f"https://{url[7:]}" if url.lower().startswith("feed://") else url
