"""A table for spreadsheets, in which no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from radar.abstracts.text.tex import readable_text
from radar.papers.reader.query import Mark, PaperEntry
from radar.papers.summaries.flags import CodeStatus, DataStatus, Release
from radar.papers.summaries.summary import Agreement
from radar.papers.text.partial_dates import written
from radar.papers.text.patterns import pattern
from radar.pipeline.exporting.addressed import addressed
from radar.pipeline.exporting.citation import link_of

COLUMNS = (
    "id", "title", "authors", "published", "listed", "venue", "categories", "takeaway", "takeaway_origin",
    "code", "code_url", "code_basis", "code_agreement", "data", "data_url", "data_basis", "results",
    "results_agreement", "sota", "figure", "relevance", "url", "pdf", "doi", "tags", "note", "read",
    "starred", "abstract", "comment",
)  # fmt: skip
# What spreadsheets take for the beginning of a formula (OWASP, CSV injection), wide forms among them.
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
# Where commas part no cells, these begin one, and a quote may stand doubled before what the cell begins with.
_CELL_INSIDE = pattern(r"[;\t\r\n](?=[\s\"']*[=+\-@＝＋－＠])")


def parts(entries: Iterable[PaperEntry]) -> Iterator[str]:
    """Yield the head line, then one line a paper."""
    yield csv_line(COLUMNS)
    for entry in entries:
        yield csv_line(_values(entry))


def _values(entry: PaperEntry) -> tuple[str, ...]:
    paper, summary = entry.paper, entry.summary
    flags = summary.flags
    return (
        paper.id, readable_text(paper.title), "; ".join(paper.authors), written(paper.published),
        written(paper.listed), paper.venue, " ".join(paper.categories), summary.takeaway.text,
        summary.takeaway.origin.value,
        flags.code.value.value, flags.code.url or "", _basis(flags.code), _agreement(entry.standing.code),
        flags.data.value.value, flags.data.url or "", _basis(flags.data), flags.results.value.value,
        _agreement(entry.standing.results), _word(flags.results.state_of_the_art), flags.results.figure,
        summary.relevance,
        link_of(paper), paper.links.pdf, paper.doi, "; ".join(entry.tags), entry.note,
        _word(Mark.READ in entry.marks), _word(Mark.STARRED in entry.marks), addressed(paper.abstract),
        paper.comment,
    )  # fmt: skip


def _cell(text: str) -> str:
    text = _CELL_INSIDE.sub(r"\g<0>'", text)
    return f"'{text}" if text.lstrip(" '").startswith(_FORMULA) else text


def _basis(status: CodeStatus | DataStatus) -> str:
    return "" if status.value is Release.NONE else status.basis.value


def _agreement(agreement: Agreement) -> str:
    return "" if agreement is Agreement.UNASKED else agreement.value


def _word(value: bool) -> str:
    return "yes" if value else "no"


def csv_line(cells: tuple[str, ...]) -> str:
    """Return one line of a table, with its end."""
    row = io.StringIO()
    csv.writer(row, lineterminator="\r\n").writerow(map(_cell, cells))
    return row.getvalue()
