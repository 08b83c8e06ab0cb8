"""Zotero's own items in JSON: Better BibTeX's export, and what Zotero's web API answers.

The names of fields are those of zotero.org/support/dev/web_api/v3/types_and_fields; items of the web API have
theirs in an object called "data".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from radar.sources.reading.json_entries import JsonEntries
from radar.sources.references.complaints import date_complaints, link_complaints
from radar.sources.references.keywords import TakesTags
from radar.sources.references.reference import BELONG_TO_OTHERS, Reference, holds_doi, is_own_note, paper_of
from radar.sources.source import FileParsed, not_understood, not_utf8

_ITEM = re.compile(r'"itemType"\s*:')
_BETTER_BIBTEX = re.compile(
    r'"(?:translatorID|translatorType|label)"\s*:\s*"(?:[0-9a-f-]{36}|BetterBibTeX JSON|3)"'
)
_VENUES = (
    "publicationTitle", "proceedingsTitle", "bookTitle", "conferenceName", "encyclopediaTitle",
    "websiteTitle", "blogTitle", "university", "institution", "repository", "series",
    "publisher", "journalAbbreviation",
)  # fmt: skip
_DAYS = ("date", "year")
_TEXTS = ("title", "abstractNote", "DOI", "url", "extra", *_DAYS, *_VENUES)


class ZoteroJson(TakesTags):
    """Items with "itemType" and "creators"."""

    name = "Zotero JSON"

    def recognises(self, head: str) -> bool:
        """Return whether the text begins like JSON and has items of Zotero, or says that it is its export."""
        if head.lstrip("\ufeff \t\r\n")[:1] not in ("[", "{"):
            return False
        return bool(_ITEM.search(head) or _BETTER_BIBTEX.search(head))

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and a report for each item that is none; notes and attachments are left out."""
        for entry in JsonEntries().of(lines):
            if entry.problem:
                yield not_understood(entry.line, entry.problem, entry.text)
                continue
            inner = entry.value.get("data")
            item = inner if isinstance(inner, dict) else entry.value
            if item.get("itemType") in BELONG_TO_OTHERS:
                continue
            for name in entry.unread:
                yield not_understood(entry.line, not_utf8(f"the field {name}"), field=True)
            if (doi := _text(item, "DOI")) and not holds_doi(doi):
                yield not_understood(entry.line, "the field DOI holds no DOI", doi, field=True)
            paper = paper_of(_reference(item))
            for reason in _complaints(item) if paper else ():
                yield not_understood(entry.line, reason, _text(item, "title"), field=True)
            if paper:
                extra = any(map(is_own_note, _texts(item, "extra")))
                others = {"notes": _has_own_notes(item.get("notes")), "extra": extra}
                yield from self.beside(paper, {"tags": tuple(_tags(item.get("tags")))}, others)
            else:
                shown = json.dumps(item, ensure_ascii=False)[:400]
                yield not_understood(entry.line, "the item has no title", shown)


def _reference(item: Mapping[str, object]) -> Reference:
    return Reference(
        title=_text(item, "title") or _text(item, "caseName") or _text(item, "subject"),
        authors=tuple(_authors(item.get("creators"))),
        abstract=_text(item, "abstractNote"),
        venues=_texts(item, *_VENUES),
        dois=_texts(item, "DOI"),
        links=_texts(item, "url"),
        pdfs=tuple(_pdfs(item.get("attachments"))),
        dates=_texts(item, *_DAYS),
        numbers=_texts(item, "archiveID", "archiveLocation", "number", "reportNumber"),
        notes=(*_texts(item, "extra"), *_notes(item.get("notes"))),
    )


def _complaints(item: Mapping[str, object]) -> Iterator[str]:
    """Yield what an item says in a way that is not understood."""
    for name in _TEXTS:
        if item.get(name) and not _text(item, name):
            yield f"the field {name} holds something that radar does not understand"
    creators = item.get("creators")
    if creators and not (isinstance(creators, list) and all(isinstance(one, dict) for one in creators)):
        yield "the field creators holds something that radar does not understand"
    stated = ((f"the field {name}", _text(item, name)) for name in _DAYS)
    yield from (f"{reason} ({text[:40]})" for reason, text in date_complaints(stated))
    yield from (reason for reason, _ in link_complaints([("the field url", _text(item, "url"))]))


def _text(item: Mapping[str, object], name: str) -> str:
    value = item.get(name)
    if type(value) is int and abs(value) < 1 << 53:
        return str(value)
    return value if isinstance(value, str) else ""


def _texts(item: Mapping[str, object], *names: str) -> tuple[str, ...]:
    return tuple(text for text in (_text(item, name) for name in names) if text)


def _authors(creators: object) -> Iterator[str]:
    """Yield the names of those who wrote it; where nobody is called an author, of all but the editors."""
    people = [one for one in creators if isinstance(one, dict)] if isinstance(creators, list) else []
    wrote = [one for one in people if one.get("creatorType") in ("author", None, "")]
    others = ("editor", "seriesEditor", "translator", "contributor", "reviewedAuthor", "bookAuthor")
    for one in wrote or [one for one in people if one.get("creatorType") not in others]:
        parts = (_text(one, "firstName"), _text(one, "lastName"))
        yield _text(one, "name") or " ".join(part for part in parts if part)


def _pdfs(attachments: object) -> Iterator[str]:
    for one in attachments if isinstance(attachments, list) else ():
        if isinstance(one, dict):
            yield _text(one, "url")


def _notes(notes: object) -> Iterator[str]:
    """Yield what Zotero files as a note of arXiv: "Comment: 12 pages"; the reader's own notes stay theirs."""
    for one in notes if isinstance(notes, list) else ():
        text = _text(one, "note") if isinstance(one, dict) else one if isinstance(one, str) else ""
        if re.match(r"\s*(?:<\w+[^>]*>\s*)*comments?:", text[:200], re.IGNORECASE):
            yield text


def _tags(tags: object) -> Iterator[str]:
    for one in tags if isinstance(tags, list) else ():
        yield _text(one, "tag") if isinstance(one, dict) else one if isinstance(one, str) else ""


def _has_own_notes(notes: object) -> bool:
    return isinstance(notes, list) and len(notes) > sum(1 for _ in _notes(notes))
