"""Tables of papers with a line of names at the top: Zotero's CSV, Scopus's, and radar's own export."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from radar.papers.bases import replace
from radar.papers.listed.identity import arxiv_id
from radar.papers.listed.listing import FieldsLeftOut, NotUnderstood
from radar.papers.listed.paper import Paper, clean_paper
from radar.papers.reader.query import Mark
from radar.sources.reading.csv_rows import LONGEST_CELL_OF_A_KIND, CsvRows, Row
from radar.sources.records.own_marks import has_summary_by_model
from radar.sources.references.complaints import date_complaints, link_complaints
from radar.sources.references.keywords import TakesTags, own_marks, with_own_id
from radar.sources.references.reference import BELONG_TO_OTHERS, Reference, holds_doi, is_own_note, paper_of
from radar.sources.source import NOT_UTF8, FileParsed, not_understood, not_utf8, undecodable
from radar.sources.texts.dates import day_of, year_of
from radar.sources.texts.names import names_in, turned, without_others
from radar.sources.texts.web_links import SCHEMELESS

_COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("title", "document title", "article title"),
    "authors": ("author full names", "author", "authors"),
    "abstract": ("abstract note", "abstract"),
    "venue": ("publication title", "proceedings title", "conference name", "source title", "journal/book",
              "journal", "venue", "publisher"),
    "doi": ("doi",),
    "link": ("url", "link", "urls"),
    "pdf": ("pdf", "pdf url"),
    "date": ("publication year", "year", "date", "published", "publication date", "cover date"),
    "arxiv": ("arxiv id", "arxiv_id", "arxivid", "arxiv number", "arxiv"),
    "number": ("id", "archive location", "number"),
    "note": ("extra", "comment"),
    "kind": ("item type", "document type"),
}  # fmt: skip
"""What a column holds, and the names it goes by in lower case; each filled one counts, in this order."""

_KNOWN = {name: field for field, names in _COLUMNS.items() for name in names}
_TELLING = frozenset({"authors", "abstract", "doi", "link", "date", "kind"})
_KEYWORDS = ("tags", "manual tags", "automatic tags", "keywords", "author keywords")
_OWN = ("note", "notes", "read", "starred")
_NOTES = "notes"
_ARXIVS_COMMENT = re.compile(r"\s*(?:<[^>]{1,200}>\s*){0,4}comments?:", re.IGNORECASE)
_PUBMED = "pmid"
"""The column by which a table of PubMed is known; it names people as "de la Cruz JP"."""
_BESIDE = (_NOTES, _PUBMED)
_INITIALS_LAST = re.compile(r"^(.*[a-z].*) ([A-Z]{1,4})$", re.DOTALL)
_OWN_SURE = ("listed", "categories")
"""Columns that are read of radar's own tables alone: elsewhere they hold other things."""
_NO = (None, "no")
_KINDS = {
    "date": re.compile(r".{0,40}(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d).{0,20}"),
    "doi": re.compile(r"(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+", re.IGNORECASE),
    "link": re.compile(rf"(?:https?://|{SCHEMELESS})\S*", re.IGNORECASE),
}
"""What the cells of a column look like where that shows what it holds."""
_NUMBERS_ALONE = re.compile(r"\d+(?:[-/.]\d+){0,2}")
"""A cell that could be a year or a date of another column, moved."""
_SEPARATORS = ",;\t"
_SCOPUS_NUMBER = re.compile(r"\s*\(\d{5,}\)")
_RADARS = "takeaway_origin"
"""A column that only radar writes."""
_GUARD = re.compile(r"^'(?=[ ']*[=+\-@＝＋－＠])|(?<=[;\t\r\n])'(?=[\s\"']*[=+\-@＝＋－＠])")
_HEAD_LINES = 5
_CALLED = {",": "a comma", ";": "a semicolon", "\t": "a tab"}
_WHAT_HELPS = "radar cannot tell which belong where; put quotes around a text with {} in it"
_MAX_HEADER = 20_000


class CsvTable(TakesTags):
    """A table whose columns have names that radar knows."""

    name = "CSV"

    def recognises(self, head: str) -> bool:
        """Return whether the first line names a title and two more columns of papers."""
        return any(_separator(line) for line in _first_lines(head))

    def parse(self, lines: Iterable[str]) -> Iterator[FileParsed]:
        """Yield the papers, and a report for each line that is none."""
        numbered = enumerate(lines, 1)
        skipped = 0
        for skipped, header in numbered:
            if separator := _separator(header):
                break
            if header.strip("\ufeff \r\n"):
                yield not_understood(skipped, "not a line of names of columns", header)
        else:
            return
        names = _names(header, separator)
        for name in _named_twice(names):
            reason = f"the head names the column {name} twice, of which the first that is filled counts"
            yield not_understood(skipped, reason, header, field=True)
        below = ((number, line.rstrip("\r\n")) for number, line in numbered)
        for row in CsvRows(below, separator, len(names), _kinds(names)).read():
            if isinstance(row, NotUnderstood):
                yield row
            elif any(row.cells):
                yield from self._papers(row, names, separator)

    def _papers(self, row: Row, names: list[str], separator: str) -> Iterator[FileParsed]:
        surplus = any(cell.strip() for cell in row.cells[len(names) :])
        if surplus:
            said = f"{len(row.cells)} cells where the head has {len(names)}"
            text = separator.join(row.cells)
            if not _in_their_place(row.cells, names):
                helps = _WHAT_HELPS.format(_CALLED[separator])
                yield not_understood(row.line, f"{said}: {helps}", text)
                return
            yield not_understood(row.line, f"{said}: those behind them are left out", text, field=True)
        if row.undoubled:
            yield not_understood(row.line, row.undoubled, " ".join(row.cells), field=True)
        yield from _row(row.line, names, row.cells, self)


def _first_lines(head: str) -> list[str]:
    lines = (line for line in head.splitlines()[:_HEAD_LINES] if line.strip("\ufeff \t"))
    return [line for line, _ in zip(lines, range(1), strict=False)]


def _separator(line: str) -> str:
    """Return what divides the cells of a line of names; nothing where it is no such line."""
    if len(line) > _MAX_HEADER:
        return ""
    for separator in _SEPARATORS:
        found = {_KNOWN[name] for name in _names(line, separator) if name in _KNOWN}
        if "title" in found and len(found & _TELLING) > 1:
            return separator
    return ""


def _names(line: str, separator: str) -> list[str]:
    try:
        cells = next(csv.reader([line.strip("\ufeff\r\n")], delimiter=separator), [])
    except csv.Error:
        return []
    return [" ".join(cell.lower().split()) for cell in cells]


def _kinds(names: list[str]) -> dict[int, re.Pattern[str]]:
    """Return by the places of the columns that show what they hold what their cells look like."""
    return {place: _KINDS[_KNOWN[name]] for place, name in enumerate(names) if _KNOWN.get(name) in _KINDS}


def _named_twice(names: list[str]) -> list[str]:
    """Return the names that several of the columns have from which something is taken."""
    taken = (*_KNOWN, *_KEYWORDS, *_OWN, *_OWN_SURE)
    return [name for name, times in Counter(names).items() if times > 1 and name in taken]


def _in_their_place(cells: list[str], names: list[str]) -> bool:
    """Say whether the cells of a row with too many are sure to stand below the names that they belong to.

    A comma too many moves all that stands behind it: a day, DOI or link in its own column, the last one of
    which something is taken, shows that there is none before it. A year is too weak a sign where another
    number may be the year that belongs there, or where other columns stand behind it.
    """
    told = {
        place: kind.fullmatch(cells[place].strip()[:LONGEST_CELL_OF_A_KIND]) is not None
        for place, kind in _kinds(names).items()
        if cells[place].strip()
    }
    last = max(place for place, name in enumerate(names) if name in _KNOWN)
    if not told.get(last, False) or not all(told.values()):
        return False
    if _KNOWN[names[last]] != "date" or isinstance(day_of(cells[last]), date):
        return True
    others = (cell.strip() for place, cell in enumerate(cells) if place != last)
    return last == len(names) - 1 and not any(map(_NUMBERS_ALONE.fullmatch, others))


def _row(number: int, names: list[str], cells: list[str], tags: TakesTags) -> Iterator[FileParsed]:
    # What a spreadsheet could take for a formula has a sign before it in radar's own tables.
    own = _RADARS in names
    filled = _filled(names, cells, own=own)
    unread = [name for name, cell in filled.items() if undecodable(cell)]
    if any(_KNOWN.get(name) == "title" for name in unread):
        yield not_understood(number, NOT_UTF8, filled.get("title", ""))
        return
    if filled.get("item type") in BELONG_TO_OTHERS:
        return
    for name in unread:
        text = filled.pop(name)
        if name in _KNOWN or (own and name in _OWN_SURE):
            yield not_understood(number, not_utf8(f"the column {name}"), text, field=True)
    texts = {name: cell for name, cell in filled.items() if name in _KNOWN or name in _BESIDE}
    if (doi := texts.get("doi", "")) and not holds_doi(doi):
        yield not_understood(number, "the column DOI holds no DOI", doi, field=True)
    paper = paper_of(_reference(texts, own=own))
    if paper:
        for reason, text in _complaints(texts):
            yield not_understood(number, reason, text, field=True)
    if paper and own:
        listed = filled.get("listed", "")
        if listed and not day_of(listed) and not year_of(listed):
            yield not_understood(number, "the column listed holds no day", listed, field=True)
        paper = _with_own(paper, filled)
    if paper is None:
        yield not_understood(number, "the line has no title", " ".join(cells)[:400])
    else:
        yield from _beside(paper, filled, texts, tags, own=own)


def _filled(names: list[str], cells: list[str], *, own: bool) -> dict[str, str]:
    """Return what a row holds by the names of the columns; of several with one name the first counts."""
    filled: dict[str, str] = {}
    for name, cell in zip(names, map(str.strip, cells), strict=False):
        if cell:
            filled.setdefault(name, _GUARD.sub("", cell) if own else cell)
    return filled


def _beside(
    paper: Paper, filled: Mapping[str, str], texts: Mapping[str, str], tags: TakesTags, *, own: bool
) -> Iterator[FileParsed]:
    """Yield a paper with what stands with it of the reader's own."""
    if own:
        yield from own_marks(filled.get("tags", ""), filled.get("note", ""), _marks(filled))
        yield paper
        said = (filled.get(name) for name in (_RADARS, "code_agreement", "results_agreement"))
        if has_summary_by_model(*said):
            yield FieldsLeftOut(summaries=1)
        return
    keywords = {name: [filled[name]] for name in _KEYWORDS if name in filled}
    taken = (_NOTES,) if _comments(texts) else ()
    others: dict[str, object] = {
        name: filled.get(name) not in _NO and filled[name] for name in _OWN if name not in taken
    }
    others["extra"] = is_own_note(filled.get("extra", ""))
    yield from tags.beside(paper, keywords, others)


def _marks(filled: Mapping[str, str]) -> Mark:
    read = Mark.READ if filled.get("read") == "yes" else Mark.NONE
    return read | (Mark.STARRED if filled.get("starred") == "yes" else Mark.NONE)


def _complaints(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    def stated(*fields: str) -> Iterator[tuple[str, str]]:
        names = (name for field in fields for name in _COLUMNS[field])
        return ((f"the column {name}", texts[name]) for name in names if name in texts)

    yield from date_complaints(stated("date"))
    yield from link_complaints(stated("link", "pdf"))
    for reason, text in stated("arxiv"):
        if not arxiv_id(_said_of_arxiv(text).split(" [")[0]):
            yield f"{reason} holds no number of arXiv", text


def _with_own(paper: Paper, filled: Mapping[str, str]) -> Paper:
    """Return a paper with what these columns are sure to hold only in radar's own tables."""
    listed = filled.get("listed", "")
    categories = tuple(filled.get("categories", "").split())
    return clean_paper(
        replace(
            with_own_id(paper, filled.get("id", "")),
            listed=day_of(listed) or year_of(listed),
            categories=categories or paper.categories,
            comment=filled.get("comment", ""),
        )
    )


def _reference(texts: Mapping[str, str], *, own: bool) -> Reference:
    def all_of(field: str) -> tuple[str, ...]:
        return tuple(texts[name] for name in _COLUMNS[field] if name in texts)

    return Reference(
        title=next(iter(all_of("title")), ""),
        authors=_authors(texts, next(iter(all_of("authors")), ""), own=own),
        abstract=next(iter(all_of("abstract")), ""),
        venues=all_of("venue"),
        dois=all_of("doi"),
        links=all_of("link"),
        pdfs=all_of("pdf"),
        dates=all_of("date"),
        numbers=(*map(_said_of_arxiv, all_of("arxiv")), *all_of("number")),
        # In radar's own tables all that a note may say stands in a column of its own.
        notes=() if own else (*all_of("note"), *_comments(texts)),
    )


def _said_of_arxiv(number: str) -> str:
    """Return a number with the word that the name of its column says for it."""
    return number if "arxiv" in number.lower() else f"arXiv:{number}"


def _authors(texts: Mapping[str, str], text: str, *, own: bool) -> tuple[str, ...]:
    if own:
        # Names stand as they are shown, also where a group has an "and" or a comma in its own.
        return tuple(filter(None, (name.strip() for name in text.split(";"))))
    if _PUBMED in texts:
        return without_others(_INITIALS_LAST.sub(r"\2 \1", name.strip(" .")) for name in text.split(","))
    return _people(text, family_first="item type" in texts)


def _comments(texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the comment of arXiv that Zotero files among its notes, where a row has it and nothing else."""
    text = texts.get(_NOTES, "") if "item type" in texts else ""
    return (text,) if _ARXIVS_COMMENT.match(text) and "; <" not in text else ()


def _people(text: str, *, family_first: bool) -> tuple[str, ...]:
    text = _SCOPUS_NUMBER.sub("", text)
    if ";" in text or family_first:
        return without_others(turned(name) for name in text.split(";"))
    return names_in(text)
