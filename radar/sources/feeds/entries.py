"""The entries of RSS and Atom feeds as papers.

Seen were feeds of arXiv; those of bioRxiv, Nature, ACM, IEEE and Science Direct are read by what their
publishers document and other readers expect: PRISM and Dublin Core fields beside the usual ones
(prismstandard.org, dublincore.org), abstracts in `description` or `content:encoded`, often as HTML.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urljoin
from xml.sax import SAXException

from radar.papers.bases import replace
from radar.papers.listed.identity import acl_id, arxiv_id, doi_id, landing_of, title_id
from radar.papers.listed.listing import NotUnderstood
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
from radar.papers.text.safe_text import clean
from radar.sources.answers import ENTITIES, FOR_ITS_MAKERS, Wrong, declares_entities, told
from radar.sources.feeds.texts import FeedText, text_taken_apart
from radar.sources.source import Parsed, not_understood
from radar.sources.texts.dates import day_of, is_not_dated, year_of
from radar.sources.texts.markup import abstract_without_markup, without_markup
from radar.sources.texts.names import names_in, turned
from radar.sources.texts.paper_ids import best_id, id_of_doi

Entry = Mapping[str, Any]

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>?#&]{1,200}")
_DOI_FIELDS = ("prism_doi", "dc_identifier", "citation_doi", "arxiv_doi", "id", "guid", "link", "prism_url")
_DAY_FIELDS = ("published", "prism_publicationdate", "dc_date", "updated")
_ANNOUNCED = r"arXiv:\S+\s+Announce Type:\s*\S+\s+"
_HEAD = re.compile(
    rf"(?:{_ANNOUNCED})?(?:ABSTRACT|Abstract|Summary|SUMMARY)\s*(?:[:.—–]\s*|(?=[A-Z]))|{_ANNOUNCED}"
)
_NATURE_HEAD = re.compile(r".{3,120}?, Published online: [^;]{6,40};\s*(?:doi:\S+)?\s*")
_NO_JOURNAL = re.compile(r"[\d:/;]|.{150}")
"""What stands in dc:source where that is a volume, a link or a whole citation."""
_BY = re.compile(r"(?:by|authors?:)\s+", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?){1,4}")
_ALTERNATE = re.compile(r"<link\b[^<>]{0,1000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([a-z-]{2,20})\s*=\s*(?:"([^"<>]{0,600})"|'([^'<>]{0,600})'|([^\s"'<>]{1,600}))""", re.IGNORECASE
)
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
_MOST_FEEDS = 3
_HEAD_OF_PAGE = 200_000
_NOT_PAPERS = re.compile(
    r"(?:(?:front|back) (?:cover|matter)|issue information|table of contents|editorial board|masthead)\b",
    re.I,
)


def feed_in(text: str, address: str) -> Entry | Wrong:
    """Return a feed with its entries, not yet read as papers, or why a text is no feed; raises nothing.

    A feed without a title, and one without entries, is a feed.

    Args:
        address: of the feed, for links that are relative to it.
    """
    start = text[:2000].strip("\ufeff \t\r\n")
    if not start:
        return Wrong("the answer is empty")
    if declares_entities(text):
        return Wrong(f"the feed {ENTITIES}", FOR_ITS_MAKERS)
    feed = _feed(text, address)
    if not feed.get("version") and not feed.get("entries"):
        said = "XML, but no feed" if start.startswith("<") else f"no feed: {told(start)}"
        return Wrong(f"the answer is {said}", "Look whether the address is that of an RSS or Atom feed")
    return feed


def title_of_feed(feed: Entry) -> str:
    """Return what a feed calls itself, at most 80 characters; nothing where it has no title."""
    return _title(feed)[:80].rstrip()


def papers_of_feed(feed: Entry | Wrong, text: str, address: str) -> Iterator[Parsed]:
    """Yield the papers of a feed, and a report for what was left out; raises nothing.

    Args:
        feed: what `feed_in` has made of the text.
        address: of the feed, for links that are relative to it.
    """
    if isinstance(feed, Wrong):
        yield not_understood(1, feed.reason, text[:400])
        return
    entries = feed.get("entries") or []
    if entries and isinstance(feed.get("bozo_exception"), SAXException) and _is_cut(text):
        # Of the last entry a part may be missing.
        yield not_understood(len(entries), "the feed is cut from here on", _text(entries[-1], "title"))
        entries = entries[:-1]
    venue = _title(feed)
    for place, entry in enumerate(entries, 1):
        paper = _paper(entry, venue, address)
        if paper and paper.published is None:
            yield from _undated(place, entry)
        yield paper or _no_paper(place, entry, address)


def feeds_of_page(text: str, address: str) -> tuple[str, ...]:
    """Return the addresses of at most three feeds that a web page names as its own."""
    found: list[str] = []
    for tag in _ALTERNATE.finditer(text[:_HEAD_OF_PAGE]):
        values = {name.lower(): clean(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag[0])}
        if values.get("type", "").lower() in _FEED_TYPES and "alternate" in values.get("rel", "").lower():
            link = _joined(address, without_markup(values.get("href", "")))
            if link and link not in found:
                found.append(link)
    return tuple(found[:_MOST_FEEDS])


def _feed(text: str, address: str) -> Entry:
    import feedparser

    # Bytes, because feedparser takes a text that looks like a name for a file or a link to open. The text is
    # decoded already, whatever its declaration says.
    data = io.BytesIO(text.encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": address}
    try:
        parsed: Entry = feedparser.parse(
            data, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except (
        ValueError,
        LookupError,
        AttributeError,
        TypeError,
        AssertionError,
        RecursionError,
        OverflowError,
    ):
        # feedparser itself fails on some broken texts, mostly on dates and declarations.
        return {}
    return parsed


def _title(feed: Entry) -> str:
    return clean(without_markup(_text(feed.get("feed"), "title")))


def _is_cut(text: str) -> bool:
    return not text.rstrip().endswith(">") or not re.search(r"</(?:rss|feed|rdf:RDF)\s*>\s*$", text[-200:])


def _paper(entry: Entry, venue: str, address: str) -> Paper | None:
    title = clean(without_markup(_text(entry, "title")))
    if not title or _NOT_PAPERS.match(title):
        return None
    link = _joined(address, _text(entry, "link"))
    text = _text_taken_apart(entry, link)
    authors = _authors(entry) or text.authors
    doi = _doi(entry) or doi_id(text.doi)
    id = _id(entry, link, doi) or title_id(title, clean(authors[0]) if authors else "")
    published = next(filter(None, (_day(entry, name) for name in _DAY_FIELDS)), None)
    return clean_paper(
        Paper(
            id=id,
            title=title.removesuffix("."),
            authors=authors,
            abstract=_abstract(text.abstract),
            venue=_venue(entry, text, venue, id),
            categories=_categories(entry, id),
            published=published or text.published,
            links=Links(landing=link or landing_of(id), pdf=_pdf(entry, address)),
            doi=doi.removeprefix("doi:") if doi else "",
        )
    )


def _undated(place: int, entry: Entry) -> Iterator[NotUnderstood]:
    """Yield a report where an entry says when it came out in a way that is not understood."""
    for name in _DAY_FIELDS:
        if (text := _text(entry, name)) and not is_not_dated(text):
            yield not_understood(place, f"{name} holds no day", text, field=True)


def _no_paper(place: int, entry: Entry, address: str) -> NotUnderstood:
    if title := clean(without_markup(_text(entry, "title"))):
        return not_understood(place, "a part of an issue and no paper", title)
    others = (
        _joined(address, _text(entry, "link")),
        _text(entry, "id"),
        without_markup(_text(entry, "summary")),
    )
    return not_understood(place, "it has no title", next(filter(None, others), ""))


def _id(entry: Entry, link: str, doi: PaperId | None) -> PaperId | None:
    bare = link.split("?")[0].split("#")[0]
    guid = _text(entry, "id").removeprefix("oai:arXiv.org:")
    return best_id(
        arxiv_id(bare) if "/" in bare else None,
        arxiv_id(guid) if _text(entry, "id").startswith("oai:arXiv.org:") else None,
        acl_id(bare) if "aclanthology.org/" in bare else None,
        id_of_doi(doi) if doi else None,
    )


def _doi(entry: Entry) -> PaperId | None:
    for name in _DOI_FIELDS:
        found = _DOI.search(_text(entry, name))
        if found:
            # bioRxiv's links end in the number of the version, others in the kind of the page.
            bare = re.sub(r"(?:v\d+)?(?:\.full|\.abstract|\.short|/abstract|/full|/pdf)?$", "", found[0])
            return doi_id(bare.rstrip(".,;)/"))
    return None


def _authors(entry: Entry) -> tuple[str, ...]:
    names: list[str] = []
    people = entry.get("authors")
    for person in people if isinstance(people, list) else []:
        if isinstance(person, Mapping):
            names += _names(_text(person, "name"))
    if not names:
        names += _names(_text(entry, "author"))
    return tuple(dict.fromkeys(names))


def _names(text: str) -> list[str]:
    """Return the names of a field: one, or all in one text."""
    text = _BY.sub("", clean(without_markup(text)), count=1)
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and len(parts) % 2 == 0 and all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        return [f"{given} {family}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    if len(parts) == 2 and " " not in parts[0] and " and " not in text and ";" not in text:
        # "Family, Given" has one word before the comma; two whole names have more.
        return [turned(text)]
    return list(names_in(text))


def _text_taken_apart(entry: Entry, link: str) -> FeedText:
    """Return what the longest of the texts that an entry gives tells.

    Args:
        link: the address of the paper.
    """
    texts = [_text(entry, "summary"), _text(entry, "description")]
    content = entry.get("content")
    texts += [
        _text(part, "value")
        for part in (content if isinstance(content, list) else [])
        if isinstance(part, Mapping)
    ]
    # Gaps go before the cleaning, which is slow for a text that has them.
    plain = {clean(" ".join(without_markup(text).split())): text for text in texts if text}
    longest = max(plain, key=len, default="")
    told, marked = text_taken_apart(longest), plain.get(longest, "")
    if not told.abstract or "href" not in marked.lower():
        return told
    # Names of people and journals carry links too, which are no part of them.
    linked = clean(" ".join(abstract_without_markup(marked, link).split()))
    return replace(told, abstract=text_taken_apart(linked).abstract)


def _abstract(text: str) -> str:
    """Return a text without what stands before the abstract."""
    text = _NATURE_HEAD.sub("", text, count=1) if _NATURE_HEAD.match(text) else text
    return _HEAD.sub("", text, count=1) if _HEAD.match(text) else text


def _venue(entry: Entry, text: FeedText, venue: str, id: PaperId) -> str:
    """Return the journal; in some feeds the title of the paper stands in its place."""
    stated = clean(without_markup(_text(entry, "prism_publicationname")))
    if stated and stated != clean(without_markup(_text(entry, "title"))):
        return stated
    if id.startswith("arxiv:"):
        return ""
    source = clean(without_markup(_text(entry, "dc_source")))
    return text.venue or ("" if _NO_JOURNAL.search(source) else source) or venue


def _categories(entry: Entry, id: PaperId) -> tuple[str, ...]:
    """Return arXiv's categories; what other feeds call so are headings of their pages."""
    tags = entry.get("tags")
    if not id.startswith("arxiv:") or not isinstance(tags, list):
        return ()
    terms = (_text(tag, "term") for tag in tags if isinstance(tag, Mapping))
    return tuple(dict.fromkeys(term for term in terms if re.fullmatch(r"[a-z-]+(?:\.[A-Za-z-]+)?", term)))


def _pdf(entry: Entry, address: str) -> str:
    links = entry.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, Mapping) and _text(link, "type") == "application/pdf":
            return _joined(address, _text(link, "href"))
    return ""


def _joined(address: str, link: str) -> str:
    """Return a link as a whole address, nothing where it is none of the web."""
    try:
        whole = urljoin(address, clean(link)) if link.strip() else ""
    except ValueError:
        return ""
    return whole if whole.lower().startswith(("http://", "https://")) else ""


def _day(entry: Entry, name: str) -> date | None:
    """Return the day of a field, which feedparser has read where it could."""
    text = _text(entry, name)
    if part := year_of(text) or (day_of(text) if len(text) == len("2024-03") else None):
        # feedparser takes the first day of it.
        return part
    read = dict.get(entry, f"{name}_parsed") if isinstance(entry, dict) else None
    try:
        if read is not None:
            return date(*read[:3])
    except (ValueError, TypeError, OverflowError):
        pass
    return day_of(text)


def _text(values: Any, key: str) -> str:
    # Not by the `get` of feedparser's own dictionary, which takes one field for another and warns of it.
    value = dict.get(values, key) if isinstance(values, dict) else None
    return value if isinstance(value, str) else ""
