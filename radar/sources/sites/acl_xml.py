"""The XML of the ACL Anthology: collections of volumes of papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, cast

from radar.papers.bases import Mutable
from radar.papers.listed.identity import acl_id, doi_id, title_id
from radar.papers.listed.paper import Links, Paper, clean_paper
from radar.papers.text.partial_dates import PartialDate
from radar.papers.text.safe_text import clean
from radar.sources.answers import declares_entities
from radar.sources.source import Parsed, not_understood
from radar.sources.texts.dates import day_of, month_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_AT_ONCE = 1 << 16
_MAX_DEPTH = 30
_HOME = "https://aclanthology.org"
_ID = re.compile(r"[A-Za-z0-9][\w.-]{0,80}")
_WORD = re.compile(r"[A-Za-z]{3,}")
_DAY = re.compile(r"\d{1,2}")


class _Place(Mutable):
    """Where in the file the parser is."""

    collection: str = ""
    volume: str = ""
    listed: date | None = None
    meta: Element | None = None


def papers_in(text: str, volume: str = "", paper: str = "") -> Iterator[Parsed]:
    """Yield the papers of a collection, and a report for what is broken; raises nothing.

    Front matter is no paper and is passed over.

    Args:
        text: of the file; where it is cut, the papers before the cut are yielded.
        volume: the only volume that is wanted, empty for all.
        paper: the id of the only paper that is wanted, empty for all.
    """
    from xml.etree.ElementTree import ParseError, XMLPullParser

    if declares_entities(text):
        yield not_understood(1, "it declares entities, which radar does not follow")
        return
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    place = _Place()
    count = 0
    text = text.encode("utf-8", "replace").decode("utf-8")
    try:
        for start in range(0, len(text) + _AT_ONCE, _AT_ONCE):
            part = text[start : start + _AT_ONCE]
            if part:
                parser.feed(part)
            else:
                parser.close()
            for event, element in cast("Iterable[tuple[str, Element]]", parser.read_events()):
                if event == "start":
                    _enter(place, element)
                    continue
                if element.tag == "meta":
                    place.meta = element
                elif element.tag == "paper":
                    count += 1
                    if not volume or place.volume == volume:
                        yield from _wanted(element, place, paper, count)
                    element.clear()
    except ParseError as error:
        yield not_understood(count + 1, f"the file is broken from here on: {clean(str(error))[:80]}")


def _enter(place: _Place, element: Element) -> None:
    if element.tag == "collection":
        place.collection = element.get("id", "")
    elif element.tag == "volume" and element.get("id"):
        place.volume = element.get("id", "")
        place.listed = day_of(element.get("ingest-date", ""))
        place.meta = None


def _wanted(element: Element, place: _Place, wanted: str, count: int) -> Iterator[Parsed]:
    stated = _text(element, "url")
    id = stated if _ID.fullmatch(stated) else _id_at(place, element.get("id", ""))
    if element.get("id") == "0" or (wanted and id.lower() != wanted.lower()):
        return
    paper = _paper(element, place, id, stated)
    yield paper or not_understood(count, "there is no title", id)


def _id_at(place: _Place, number: str) -> str:
    """Return the id of a paper from its place, for a paper whose link leads elsewhere."""
    if not (number.isascii() and number.isdigit()) or len(number) > 5:
        return ""
    if not place.collection[:1].isalpha():
        return f"{place.collection}-{place.volume}.{number}"
    known = place.volume.isascii() and place.volume.isdigit() and len(place.volume) <= 5
    volume = int(place.volume) if known else 0
    collection = place.collection
    long = collection[0] == "W" or collection == "C69" or (collection == "D19" and volume >= 50)
    digits = f"{volume:02}{int(number):02}" if long else f"{volume}{int(number):03}"
    return f"{place.collection}-{digits}"


def _paper(element: Element, place: _Place, id: str, url: str) -> Paper | None:
    title = clean(_markup(element.find("title")))
    if not title:
        return None
    authors = tuple(_name(author) for author in element.findall("author"))
    doi = doi_id(_text(element, "doi"))
    version, updated = _version(element)
    known = acl_id(f"acl:{id}") if id else None
    return clean_paper(
        Paper(
            id=known or title_id(title, clean(authors[0]) if authors else ""),
            title=title,
            authors=authors,
            # Gaps go before the cleaning, which is slow for a text that has them.
            abstract=" ".join(_markup(element.find("abstract")).split()),
            venue=_venue(place.meta),
            published=_published(element, place.meta),
            listed=place.listed,
            links=Links(
                landing=f"{_HOME}/{id}/" if id else "",
                pdf=f"{_HOME}/{url}.pdf" if _ID.fullmatch(url) else url,
                code=(code := _code(element)),
                code_added_by="auto" if code else "",
            ),
            comment=", ".join(clean(_markup(award)) for award in element.findall("award")),
            doi=doi.removeprefix("doi:") if doi else "",
            version=version,
            updated=updated,
            withdrawn=any(element.find(tag) is not None for tag in ("retracted", "removed")),
        )
    )


def _code(element: Element) -> str:
    """Return the repository that Papers with Code had for the paper: no word of the authors in the file."""
    found = element.find("pwccode")
    return found.get("url", "") if found is not None else ""


def _version(element: Element) -> tuple[int, date | None]:
    """Return the number of the newest revision and its day; 0 where there is none."""
    newest, day = 0, None
    for revision in element.findall("revision"):
        number = revision.get("id", "")
        if number.isascii() and number.isdigit() and len(number) < 4 and int(number) > newest:
            newest, day = int(number), day_of(revision.get("date", ""))
    return newest, day


def _venue(meta: Element | None) -> str:
    if meta is None:
        return ""
    journal = meta.find("journal-title")
    return _markup(journal if journal is not None else meta.find("booktitle"))


def _published(element: Element, meta: Element | None) -> date | None:
    """Return the day, or as much of it as is given."""
    year = _text(element, "year") or (_text(meta, "year") if meta is not None else "")
    if not (year.isascii() and year.isdigit() and len(year) == 4 and int(year) > 0):
        return None
    month = _text(element, "month") or (_text(meta, "month") if meta is not None else "")
    name, number = _WORD.search(month), _DAY.search(month)
    try:
        first = PartialDate(int(year), month_of(name[0] if name else month))
    except ValueError:
        return PartialDate(int(year))
    try:
        return date(first.year, first.month, int(number[0])) if name and number else first
    except ValueError:
        return first


def _name(author: Element) -> str:
    return " ".join(part for part in (_text(author, "first"), _text(author, "last")) if part)


def _text(element: Element, tag: str) -> str:
    return clean(element.findtext(tag) or "")


def _markup(element: Element | None, depth: int = 0) -> str:
    """Return the text of an element: formulas between dollars, everything else as it reads."""
    if element is None or depth > _MAX_DEPTH:
        return ""
    parts = [element.text or ""]
    for child in element:
        inner = _markup(child, depth + 1)
        parts += [f"${inner}$" if child.tag == "tex-math" and inner else inner, child.tail or ""]
    return "".join(parts)
