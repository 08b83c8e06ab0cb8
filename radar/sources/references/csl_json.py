"""CSL-JSON, which Zotero, Mendeley, Pandoc, Crossref and DataCite write.

The fields are those of the CSL 1.0.2 schema of input data (github.com/citation-style-language/schema); what
Crossref's own answers do besides is read too: titles and containers in lists, several days.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from radar.papers.reader.own_marks import OWN_FIELD
from radar.sources.reading.json_entries import JsonEntries
from radar.sources.references.complaints import date_complaints, link_complaints
from radar.sources.references.keywords import TakesTags, is_own, own_marks, with_own_id
from radar.sources.references.reference import Reference, holds_doi, is_own_note, paper_of
from radar.sources.source import FileParsed, not_understood, not_utf8

_OWN = re.compile(
    r'"(?:container-title(?:-short)?|date-parts|citation-key|event-title|publisher-place|title-short)"\s*:'
)
_TYPES = re.compile(
    r'"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|chapter|dataset|document|entry'
    r"|entry-\w+|manuscript|pamphlet|paper-conference|patent|personal_communication|post|post-weblog"
    r'|proceedings-article|posted-content|journal-article|report|review|software|speech|standard|thesis|webpage)"'
)
_CITED = re.compile(r'"(?:author|issued|DOI|URL)"\s*:')
_ITEM = re.compile(r'\[\s*\{\s*"id"\s*:\s*"[^"]{1,300}"\s*,\s*"type"\s*:\s*"[a-z-]+"\s*,\s*"title"\s*:')
"""How an item begins of which little is known, as radar writes it."""
_OTHERS = re.compile(r'"id"\s*:\s*"https://openalex\.org/W\d+"')
"""Works of OpenAlex have a type and authors too, and fields of their own for all else."""
_DAYS = ("issued", "published", "published-online", "published-print", "posted", "original-date", "submitted")
_READ = (
    "title", "abstract", "author", "DOI", "URL", "container-title", "event-title", "publisher", "number",
    "note", *_DAYS,
)  # fmt: skip
_NUMBERS = ("number",)
_EMPTY: tuple[object, ...] = (None, "", [], [""])
_PARTICLES = ("non-dropping-particle", "dropping-particle")


class CslJson(TakesTags):
    """Items in an array, in a list "items", or alone."""

    name = "CSL-JSON"

    def recognises(self, head: str) -> bool:
        """Return whether the text begins like JSON and has names that only items of CSL have."""
        head = head.lstrip("\ufeff \t\r\n")
        if head[:1] not in ("[", "{"):
            return False
        if _OTHERS.search(head):
            return False
        typed = _TYPES.search(head) is not None
        return bool(_OWN.search(head) or (typed and (_CITED.search(head) or _ITEM.match(head))))

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and a report for each item that is none."""
        for entry in JsonEntries().of(lines):
            if entry.problem:
                yield not_understood(entry.line, entry.problem, entry.text)
                continue
            for name in entry.unread:
                yield not_understood(entry.line, not_utf8(f"the field {name}"), field=True)
            item = _item_in(entry.value)
            title = _text(item, "title")
            paper = paper_of(_reference(item))
            for said in _complaints(item) if paper else ():
                yield not_understood(entry.line, said, title, field=True)
            if paper is None:
                shown = json.dumps(item, ensure_ascii=False)[:400]
                why = "the item has no title" if item.get("title") in _EMPTY else _strange("title")
                yield not_understood(entry.line, why, shown)
            elif is_own(_text(item, "id"), _marker(item), _texts(item, "note"), paper):
                yield from own_marks(_text(item, "keyword"), _text(item, "annote"))
                yield with_own_id(paper, _marker(item))
            else:
                own = {"annote": item.get("annote"), "note": any(map(is_own_note, _texts(item, "note")))}
                yield from self.beside(paper, {"keyword": _texts(item, "keyword")}, own)


def _item_in(value: Mapping[str, object]) -> Mapping[str, object]:
    """Return the item of an object; Crossref answers for a single work with the item inside a message."""
    inner = value.get("message")
    return inner if isinstance(inner, dict) and "title" not in value else value


def _marker(item: Mapping[str, object]) -> str:
    custom = item.get("custom")
    return _text(custom, OWN_FIELD) if isinstance(custom, dict) else ""


def _reference(item: Mapping[str, object]) -> Reference:
    number = _text(item, "number")
    return Reference(
        title=_title(item),
        authors=tuple(_authors(item.get("author"))),
        abstract=_text(item, "abstract"),
        venues=_texts(
            item,
            "container-title",
            "event-title",
            "event",
            "collection-title",
            "container-title-short",
            "publisher",
        ),
        dois=_texts(item, "DOI", "doi"),
        links=_texts(item, "URL", "url"),
        pdfs=tuple(_pdfs(item.get("link"))),
        dates=tuple(_dates(item)),
        numbers=(number, *_texts(item, "archive_location", "eprint", "arxiv", "id")),
        notes=_texts(item, "note"),
    )


def _title(item: Mapping[str, object]) -> str:
    """Return the title; Crossref keeps what stands behind the colon apart."""
    words = {name: item.get(name) for name in ("title", "subtitle") if not isinstance(item.get(name), int)}
    title, rest = _text(words, "title"), _text(words, "subtitle")
    return f"{title}: {rest}" if title and rest and rest not in title else title


def _text(item: Mapping[str, object], name: str) -> str:
    """Return a text, or the first of a list of texts; a number as text."""
    value = item.get(name)
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str) and one), "")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 53:
        return str(value)
    return value if isinstance(value, str) else ""


def _texts(item: Mapping[str, object], *names: str) -> tuple[str, ...]:
    return tuple(text for text in (_text(item, name) for name in names) if text)


def _authors(people: object) -> Iterator[str]:
    for person in people if isinstance(people, list) else ():
        if isinstance(person, str):
            yield person
        elif isinstance(person, dict):
            yield _name(person)


def _name(person: Mapping[str, object]) -> str:
    """Return "Ludwig van Beethoven Jr." of the parts of a name."""
    if alone := _text(person, "literal") or _text(person, "name"):
        return alone
    particles = [_text(person, name) for name in reversed(_PARTICLES)]
    parts = [_text(person, "given"), *particles, _text(person, "family"), _text(person, "suffix")]
    return " ".join(part for part in parts if part)


def _dates(item: Mapping[str, object]) -> Iterator[str]:
    for name in _DAYS:
        stated = item.get(name)
        if isinstance(stated, str):
            yield stated
        elif isinstance(stated, dict):
            if day := _date_parts(stated.get("date-parts")):
                yield day
            yield from _texts(stated, "raw", "literal")
    yield from _texts(item, "year")


def _date_parts(value: object) -> str:
    """Return [[2024, 6, 3]] as "2024-06-03"; parts may be texts, and the first day of a span counts."""
    first = value[0] if isinstance(value, list) and value else None
    if not isinstance(first, list):
        return ""
    parts = [str(part).strip() for part in first[:3] if isinstance(part, int | str)]
    if not parts or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return ""
    return "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])


def _pdfs(links: object) -> Iterator[str]:
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and _text(link, "content-type") == "application/pdf":
            yield _text(link, "URL")


def _complaints(item: Mapping[str, object]) -> Iterator[str]:
    """Yield what an item says in a way that is not understood, so that it is not silently left out."""
    if (text := _text(item, "DOI")) and not holds_doi(text):
        yield "the field DOI holds no DOI"
    for name in _READ:
        value = item.get(name)
        strange = bool | float | dict if name in _NUMBERS else bool | int | float | dict
        if value and isinstance(value, strange) and not (name in _DAYS and isinstance(value, dict)):
            yield _strange(name)
    people = item.get("author")
    if isinstance(people, list) and not all(isinstance(one, str) or _is_named(one) for one in people):
        yield "the field author holds somebody without a name"
    yield from _complaints_of_days(item)
    links = ((f"the field {name}", _text(item, name)) for name in ("URL", "url"))
    yield from (reason for reason, _ in link_complaints(links))


def _strange(name: str) -> str:
    return f"the field {name} holds something that radar does not understand"


def _complaints_of_days(item: Mapping[str, object]) -> Iterator[str]:
    stated = [(f"the field {name}", text) for name in _DAYS for text in _dates({name: item.get(name)})]
    for reason, text in date_complaints([*stated, ("the field year", _text(item, "year"))]):
        yield f"{reason} ({text[:40]})"
    dated = any(_dates(item))
    for name in _DAYS:
        value = item.get(name)
        if isinstance(value, dict) and _says_a_day(value, dated=dated) and not any(_dates({name: value})):
            yield f"the field {name} holds no day"


def _says_a_day(value: Mapping[str, object], *, dated: bool) -> bool:
    """Return whether a date has to say a day; by nulls Crossref says beside another that it has none."""
    said = [part for day in _lists(value.get("date-parts")) for part in _lists(day)]
    others = any(value.get(name) for name in ("raw", "literal"))
    return bool(value) if not dated else others or any(part is not None for part in said)


def _lists(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_named(person: object) -> bool:
    return isinstance(person, dict) and bool(_name(person).strip())
