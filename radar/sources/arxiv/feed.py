"""The feeds of arXiv, Atom and RSS, read by namespace and never by prefix; broken ones up to their break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from radar.papers.bases import Value
from radar.sources.answers import ENTITIES, FOR_ITS_MAKERS, Wrong, declares_entities, told, wrong_markup
from radar.sources.reading.xml_parts import NOT_IN_XML

ATOM = "{http://www.w3.org/2005/Atom}"
ARXIV = "{http://arxiv.org/schemas/atom}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"

_ERROR_ID = re.compile(r"https?://(?:export\.)?arxiv\.org/api/errors", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|(\d{1,10}));")
Events = Iterator[tuple[str, Element]]
"""The type stubs know of further kinds, for which nobody asks here."""

_NUMBER = re.compile(r"\d{1,9}", re.ASCII)


class Feed(Value):
    """The entries of a feed."""

    entries: tuple[Element, ...]
    """Elements `entry` of Atom, or `item` of RSS."""
    is_rss: bool = False
    total: int | None = None
    """How many papers a search has found in all, as far as arXiv knows."""
    broken: bool = False
    """Whether it breaks off after the last entry."""


def feed_in(text: str) -> Feed | Wrong:
    """Return the feed that a text holds, or why there is none; raises nothing.

    arXiv tells of an error by a feed of its own, with one entry whose id says so.
    """
    if wrong := wrong_markup(text, ("feed", "rss", "channel")):
        return wrong
    text = _readable(text)
    if declares_entities(text):
        return Wrong(f"the answer {ENTITIES}", FOR_ITS_MAKERS)
    parser: XMLPullParser[Element] = XMLPullParser(("end",))
    entries: list[Element] = []
    total = None
    is_rss = ended = broken = False
    try:
        parser.feed(text)
        for _, element in cast(Events, parser.read_events()):
            if element.tag == f"{ATOM}entry" or element.tag == "item":
                entries.append(element)
            elif element.tag == f"{_OPENSEARCH}totalResults":
                total = _number(element.text)
            ended = element.tag in (f"{ATOM}feed", "rss")
            is_rss = is_rss or element.tag in ("item", "channel")
        parser.close()
    except (ParseError, ValueError):
        broken = True
    if broken and not entries:
        return Wrong("the feed is broken")
    if not (ended or entries):
        return Wrong("the answer is not a feed")
    return _unless_error(Feed(tuple(entries), is_rss, total, broken))


def text_in(element: Element, tag: str) -> str:
    """Return the text of a part, with that of what it may hold inside, else nothing."""
    found = element.find(tag)
    return "".join(found.itertext()) if found is not None else ""


def _unless_error(feed: Feed) -> Feed | Wrong:
    for entry in feed.entries:
        if _ERROR_ID.match(text_in(entry, f"{ATOM}id").strip()):
            said = told(text_in(entry, f"{ATOM}summary")) or "an error without a word"
            return Wrong(f"the site answers: {said}", "Correct the name of the source")
    return feed


def _readable(text: str) -> str:
    """Return a text without what XML cannot hold, and nothing before its beginning."""
    text = NOT_IN_XML.sub("", text.lstrip("\ufeff \t\r\n"))
    return _REFERENCE.sub(_allowed, text)


def _allowed(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return reference[0] if code < 0x110000 and not NOT_IN_XML.match(chr(code)) and code else ""


def _number(text: str | None) -> int | None:
    found = _NUMBER.fullmatch((text or "").strip())
    return int(found[0]) if found else None
