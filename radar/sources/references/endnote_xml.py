"""EndNote XML, as EndNote, Zotero and Mendeley export it: records whose texts stand in <style> elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from radar.papers.listed.listing import NotUnderstood
from radar.sources.reading.xml_parts import UNREAD, Part, XmlParts
from radar.sources.references.complaints import date_complaints, link_complaints
from radar.sources.references.keywords import TakesTags
from radar.sources.references.reference import Reference, holds_doi, paper_of
from radar.sources.source import NOT_UTF8, FileParsed, not_understood, not_utf8
from radar.sources.texts.names import in_a_line

_RECORDS = re.compile(
    r"<records?>\s*(?:<record\b|$)|<record>\s*<(?:database|source-app|rec-number|ref-type)\b"
)
_ENDNOTE = re.compile(r"<(?:ref-type|source-app|rec-number|electronic-resource-num|contributors)\b")
_NOTES = "research-notes"
_RETURN = re.compile(r"[\r\n]+")


class EndNoteXml(TakesTags):
    """Records within <xml><records>."""

    name = "EndNote XML"

    def recognises(self, head: str) -> bool:
        """Return whether it has records with the names that EndNote uses."""
        return bool(_RECORDS.search(head) and _ENDNOTE.search(head))

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and a report for each record that is none."""
        for part in XmlParts(2, keeps_undecodable=True).of(lines):
            if isinstance(part, NotUnderstood):
                yield part
            elif part.undecodable and UNREAD in part.text_of("titles", "title"):
                yield not_understood(part.undecodable, NOT_UTF8, part.text[:400])
            elif part.name == "record":
                for name in _taken_out(part) if part.undecodable else ():
                    yield not_understood(part.undecodable, not_utf8(f"the field {name}"), field=True)
                if (doi := part.text_of("electronic-resource-num")) and not holds_doi(doi):
                    yield not_understood(part.line, "electronic-resource-num holds no DOI", doi, field=True)
                reference = _reference(part)
                paper = paper_of(reference)
                for reason, text in _complaints(reference) if paper else ():
                    yield not_understood(part.line, reason, text, field=True)
                if paper:
                    keywords = {"keywords": part.texts_of("keywords", "keyword")}
                    yield from self.beside(paper, keywords, {_NOTES: part.find(_NOTES)})
                else:
                    yield not_understood(part.line, "the record has no title", part.text[:400])


def _taken_out(record: Part) -> Iterator[str]:
    """Take the fields with bytes that are no UTF-8 out of a record; of its titles, only those."""
    for field in [record, *record.all("titles")]:
        yield from field.take_out_unread(kept="titles")


def _complaints(reference: Reference) -> Iterator[tuple[str, str]]:
    yield from date_complaints(("the field dates", text) for text in reference.dates)
    yield from link_complaints(("the field urls", text) for text in reference.links)


def _reference(part: Part) -> Reference:
    urls = part.find("urls")
    return Reference(
        title=_RETURN.sub(" ", part.text_of("titles", "title")),
        authors=tuple(
            name
            for text in part.texts_of("contributors", "authors", "author")
            for line in _RETURN.split(text)
            for name in in_a_line(line)
        ),
        abstract=part.text_of("abstract"),
        venues=(
            *part.texts_of("periodical", "full-title"),
            *part.texts_of("titles", "secondary-title"),
            *part.texts_of("publisher"),
        ),
        dois=part.texts_of("electronic-resource-num"),
        links=tuple(
            url.text.strip()
            for name in ("web-urls", "related-urls", "text-urls")
            for url in (urls.all(name, "url") if urls else ())
        ),
        pdfs=part.texts_of("urls", "pdf-urls", "url"),
        dates=(*part.texts_of("dates", "year"), *part.texts_of("dates", "pub-dates", "date")),
        numbers=(*part.texts_of("accession-num"), *part.texts_of("number"), *part.texts_of("volume")),
        notes=part.texts_of("notes"),
    )
