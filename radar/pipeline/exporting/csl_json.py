"""CSL-JSON, which Zotero, Pandoc and citeproc read: one array, an item a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from radar.abstracts.text.tex import readable_text
from radar.papers.reader.own_marks import OWN_FIELD
from radar.papers.reader.query import PaperEntry
from radar.pipeline.exporting.addressed import addressed
from radar.pipeline.exporting.citation import (
    Kind,
    arxiv_number,
    carries_id,
    date_parts,
    key_of,
    kind_of,
    link_of,
)
from radar.pipeline.exporting.json_text import json_line
from radar.pipeline.exporting.people import Person, person
from radar.pipeline.exporting.record import Record

_TYPES = {
    Kind.PREPRINT: "article",
    Kind.CONFERENCE: "paper-conference",
    Kind.JOURNAL: "article-journal",
    Kind.HOUSE: "document",
}


def parts(entries: Iterable[PaperEntry]) -> Iterator[str]:
    """Yield the array piece by piece."""
    before = "["
    for entry in entries:
        yield f"{before}\n{json_line(item(entry))}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def item(entry: PaperEntry) -> Record:
    """Return one item, without the fields that the paper lacks."""
    paper = entry.paper
    number = arxiv_number(paper)
    date = date_parts(paper)
    kind = kind_of(paper)
    house = paper.venue if kind is Kind.HOUSE else ""
    fields: Record = {
        "id": key_of(paper),
        "type": _TYPES[kind],
        "title": readable_text(paper.title),
        "author": [_name(person(name)) for name in paper.authors],
        "issued": {"date-parts": [list(date)]} if date else None,
        "container-title": "" if house else paper.venue,
        "publisher": house or ("arXiv" if number else ""),
        "number": f"arXiv:{number}" if number else "",
        "DOI": paper.doi,
        "URL": link_of(paper),
        "abstract": addressed(paper.abstract),
        "keyword": ", ".join(entry.tags),
        # `note` is where reference managers keep what they have no field for, ids among it.
        "annote": entry.note,
        # Where CSL 1.0.2 wants what it has no field for.
        "custom": {OWN_FIELD: paper.id} if carries_id(entry) else None,
    }
    return {name: value for name, value in fields.items() if value}


def _name(name: Person) -> Record:
    if not name.given:
        return {"literal": name.family}
    suffix = {"suffix": name.suffix} if name.suffix else {}
    return {"family": name.family, "given": name.given, **suffix}
