"""BibTeX entries, written by bibtexparser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from radar.papers.listed.paper import Paper
from radar.papers.reader.own_marks import OWN_FIELD
from radar.papers.reader.query import PaperEntry
from radar.pipeline.exporting.citation import (
    Kind,
    arxiv_number,
    carries_id,
    date_parts,
    key_of,
    kind_of,
    link_of,
    venue_of,
)
from radar.pipeline.exporting.people import Person, person
from radar.pipeline.exporting.tex_text import tex_link, tex_text, tex_title, tex_words

_TYPES = {
    Kind.PREPRINT: "misc",
    Kind.CONFERENCE: "inproceedings",
    Kind.JOURNAL: "article",
    Kind.HOUSE: "misc",
}
_VENUE_FIELDS = {
    Kind.PREPRINT: "howpublished",
    Kind.CONFERENCE: "booktitle",
    Kind.JOURNAL: "journal",
    Kind.HOUSE: "howpublished",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def parts(entries: Iterable[PaperEntry]) -> Iterator[str]:
    """Yield one BibTeX entry a paper, with abstract, tags and note."""
    for number, entry in enumerate(entries):
        yield ("\n" if number else "") + _entry(entry.paper, _own_fields(entry))


def bibtex_entry(paper: Paper) -> str:
    """Return one entry to cite by, ending in a line break; its key is the same in every export."""
    return _entry(paper, ())


def _entry(paper: Paper, own: Iterable[tuple[str, str]]) -> str:
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field
    from bibtexparser.writer import BibtexFormat

    fields = [Field(name, value) for name, value in (*_fields(paper), *own) if value != "{}"]
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent = "  "
    layout.trailing_comma = True
    block = Entry(_TYPES[kind_of(paper)], key_of(paper), fields)
    return write_string(Library([block]), unparse_stack=[], bibtex_format=layout).strip() + "\n"


def _fields(paper: Paper) -> Iterator[tuple[str, str]]:
    year, month, day = (*date_parts(paper), 0, 0, 0)[:3]
    yield "title", _braced(tex_title(paper.title))
    yield "author", _braced(" and ".join(_name(person(name)) for name in paper.authors))
    yield _VENUE_FIELDS[kind_of(paper)], _braced(tex_text(venue_of(paper)))
    if year:
        yield "year", _braced(str(year))
    if month:
        yield "month", _MONTHS[month - 1]
    if day:
        yield "day", _braced(str(day))
    if arxiv_number(paper):
        yield "eprint", _braced(arxiv_number(paper))
        yield "archiveprefix", "{arXiv}"
        yield "primaryclass", _braced(tex_text(paper.categories[0] if paper.categories else ""))
    yield "doi", _braced(tex_link(paper.doi))
    yield "url", _braced(tex_link(link_of(paper)))


def _own_fields(entry: PaperEntry) -> Iterator[tuple[str, str]]:
    """Yield what a reference manager keeps beside what is cited; `annote` is printed by no common style."""
    yield "abstract", _braced(tex_text(entry.paper.abstract))
    yield "keywords", _braced(tex_words(", ".join(entry.tags)))
    yield "annote", _braced(tex_words(entry.note))
    if carries_id(entry):
        yield OWN_FIELD, _braced(tex_link(entry.paper.id))


def _name(name: Person) -> str:
    family = tex_text(name.family)
    if not name.given:
        # One word, or an institution: braced, so that BibTeX neither splits nor reorders it.
        return _braced(family)
    words = [family, tex_text(name.suffix), tex_text(name.given)]
    return ", ".join(_without_and(word) for word in words if word)


def _without_and(part: str) -> str:
    return _braced(part) if "and" in part.lower().split() or "," in part else part


def _braced(text: str) -> str:
    return f"{{{text}}}"
