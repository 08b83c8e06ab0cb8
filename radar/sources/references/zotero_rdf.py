"""Zotero RDF, which keeps most of what Zotero knows of an item.

The shape is what Zotero's translator "Zotero RDF" writes (github.com/zotero/translators, Zotero RDF.js): an
element an item, authors as a sequence of persons, journals within the item or, where several items share one,
beside them and named by `rdf:resource`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from radar.papers.bases import Mutable
from radar.papers.listed.listing import NotUnderstood
from radar.sources.reading.xml_parts import UNREAD, Part, XmlParts
from radar.sources.references.complaints import date_complaints, link_complaints
from radar.sources.references.keywords import TakesTags
from radar.sources.references.reference import BELONG_TO_OTHERS, Reference, doi_of, paper_of
from radar.sources.source import NOT_UTF8, FileParsed, not_understood, not_utf8

_RDF = re.compile(r"<(?:rdf:)?RDF\b")
_ZOTERO = re.compile(r"zotero\.org/namespaces/export#|purl\.org/net/biblio#")
_ITEMS = frozenset(
    """Article Book BookSection Thesis Report Document Manuscript Patent Letter Legislation Image
    Recording Interview Description""".split()
)
_CONTAINERS = frozenset(
    ["Journal", "Proceedings", "Series", "Periodical", "Newspaper", "Magazine", "Website", "Blog"]
)
_KINDS_OF_PERSONS = ("authors", "presenters", "inventors", "programmers", "interviewees", "contributors")
_MAX_WAITING = 5_000
"""Items that wait for the journal they name, so that memory stays bounded."""


class _Waiting(Mutable):
    """An item whose journal was not read yet."""

    line: int
    reference: Reference
    container: str
    keywords: tuple[str, ...]
    has_notes: bool
    """Whether it names notes of the reader, which stand beside it."""


class ZoteroRdf(TakesTags):
    """Items of bib:, z: and dc:."""

    name = "Zotero RDF"

    def recognises(self, head: str) -> bool:
        """Return whether it is RDF with the names that Zotero exports."""
        return bool(_RDF.search(head) and _ZOTERO.search(head))

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and a report for each item that is none; notes are counted and not taken."""
        containers: dict[str, tuple[str, str]] = {}
        waiting: list[_Waiting] = []
        for part in XmlParts(1, keeps_undecodable=True).of(lines):
            if isinstance(part, NotUnderstood):
                yield part
                continue
            if part.name not in _ITEMS | _CONTAINERS:
                continue
            if part.undecodable and UNREAD in part.text_of("title"):
                yield not_understood(part.undecodable, NOT_UTF8, part.text[:400])
                continue
            for name in part.take_out_unread() if part.undecodable else ():
                yield not_understood(part.undecodable, not_utf8(f"the field {name}"), field=True)
            if part.name in _CONTAINERS or _is_container(part):
                if len(containers) < _MAX_WAITING * 4:
                    containers[part.attributes.get("about", "")] = _container(part)
            elif part.name in _ITEMS and part.text_of("itemType") not in BELONG_TO_OTHERS:
                noted = bool(list(part.all("isReferencedBy")))
                item = _Waiting(part.line, _reference(part), _named_container(part), _keywords(part), noted)
                if item.container in containers or not item.container:
                    yield from _papers(item, containers, self)
                else:
                    waiting.append(item)
            if len(waiting) > _MAX_WAITING:
                yield from _papers(waiting.pop(0), containers, self)
        for item in waiting:
            yield from _papers(item, containers, self)


def _papers(item: _Waiting, containers: dict[str, tuple[str, str]], tags: TakesTags) -> Iterator[FileParsed]:
    name, doi = containers.get(item.container, ("", ""))
    reference = item.reference
    if name:
        reference.venues = (name, *reference.venues)
    if doi and not reference.dois:
        reference.dois = (doi,)
    paper = paper_of(reference)
    for reason, text in _complaints(reference) if paper else ():
        yield not_understood(item.line, reason, text, field=True)
    if paper:
        yield from tags.beside(paper, {"dc:subject": item.keywords}, {"bib:Memo": item.has_notes})
    else:
        yield not_understood(item.line, "the item has no title", reference.abstract)


def _keywords(part: Part) -> tuple[str, ...]:
    """Return the tags of an item; those that Zotero took from a site are wrapped once more."""
    return part.texts_of("subject")


def _complaints(reference: Reference) -> Iterator[tuple[str, str]]:
    yield from date_complaints(("the field dc:date", text) for text in reference.dates)
    yield from link_complaints(("the field dc:identifier", text) for text in reference.links[:-1])


def _is_container(part: Part) -> bool:
    """Whether a description without a type is of a journal or a series."""
    return part.name == "Description" and not part.find("itemType") and not part.find("authors")


def _container(part: Part) -> tuple[str, str]:
    """Return the name of a journal, and the DOI that Zotero files with it instead of with the article."""
    return part.text_of("title"), _doi(part)


def _named_container(part: Part) -> str:
    return next(
        (each.attributes["resource"] for each in part.all("isPartOf") if "resource" in each.attributes), ""
    )


def _doi(part: Part) -> str:
    for text in part.texts_of("identifier"):
        if text[:3].upper() == "DOI" and (found := doi_of(text)):
            return found
    return ""


def _reference(part: Part) -> Reference:
    inner = [container for within in part.all("isPartOf") for container in within.children]
    conference = part.text_of("presentedAt", "Conference", "title")
    publisher = part.text_of("publisher", "Organization", "name")
    dois = (_doi(part), *map(_doi, inner))
    addresses = (*part.texts_of("identifier", "URI", "value"), part.attributes.get("about", ""))
    return Reference(
        title=part.text_of("title"),
        authors=tuple(_authors(part)),
        abstract=part.text_of("abstract"),
        venues=tuple(filter(None, (*(each.text_of("title") for each in inner), conference, publisher))),
        dois=tuple(filter(None, dois)),
        links=addresses,
        dates=part.texts_of("date"),
        numbers=(*part.texts_of("number"), *part.texts_of("archiveID"), *part.texts_of("coverage")),
        notes=part.texts_of("description"),
    )


def _authors(part: Part) -> Iterator[str]:
    for kind in _KINDS_OF_PERSONS:
        people = list(part.all(kind, "Seq", "li", "Person"))
        for person in people:
            parts = (person.text_of("givenName") or person.text_of("givenname"), person.text_of("surname"))
            yield " ".join(filter(None, parts)) or person.text_of("name")
        if people:
            return
    yield from part.texts_of("creator")
