"""Which formats there are, by name, for files and for copying."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath

from radar.errors import ExportError
from radar.papers.bases import Value
from radar.papers.reader.query import PaperEntry
from radar.papers.text.safe_text import clean, clean_layout
from radar.pipeline.exporting import bibtex, csl_json, csv_table, json_lines, markdown
from radar.pipeline.exporting.citation import link_of, pdf_of


class ExportFormat(Value):
    """A format that a file can be written in."""

    name: str
    label: str
    """What people call it."""
    suffix: str
    parts: Callable[[Iterable[PaperEntry]], Iterator[str]]
    """The text in order, streaming: it never holds all papers."""


_FORMATS = {
    format.name: format
    for format in (
        ExportFormat("bibtex", "BibTeX", ".bib", bibtex.parts),
        ExportFormat("csl-json", "CSL-JSON", ".json", csl_json.parts),
        ExportFormat("jsonl", "JSON lines", ".jsonl", json_lines.parts),
        ExportFormat("markdown", "Markdown", ".md", markdown.parts),
        ExportFormat("csv", "CSV", ".csv", csv_table.parts),
    )
}
_COPIES: dict[str, Callable[[PaperEntry], str]] = {
    "bibtex": lambda entry: bibtex.bibtex_entry(entry.paper),
    "link": lambda entry: link_of(entry.paper),
    "pdf": lambda entry: pdf_of(entry.paper),
    "code": lambda entry: entry.summary.flags.code.url or entry.paper.links.code,
    "title": lambda entry: entry.paper.title,
    "abstract": lambda entry: entry.paper.abstract,
    "takeaway": lambda entry: entry.summary.takeaway.text,
}
_OF_LINES = "bibtex"
"""The copy of several lines; elsewhere a second line, put into a shell, would be obeyed."""


def export_formats() -> tuple[str, ...]:
    """Return the names of the formats that a file can be written in."""
    return tuple(_FORMATS)


def suffix_of(name: str) -> str:
    """Return the usual ending of a file in that format, with its dot."""
    return _format(name).suffix


def label_of(name: str) -> str:
    """Return what people call that format."""
    return _format(name).label


def format_of(name: str) -> str:
    """Return the format that the ending of a file's name stands for; empty where it stands for none."""
    ending = PurePath(name).suffix.lower()
    return next((format.name for format in _FORMATS.values() if format.suffix == ending), "")


def export_parts(entries: Iterable[PaperEntry], name: str) -> Iterator[str]:
    """Return the text of an export piece by piece; ExportError for an unknown format."""
    return _format(name).parts(entries)


def text_of(entry: PaperEntry, name: str) -> str:
    """Return one paper as a text to copy; ExportError where it has no such text."""
    if name not in _COPIES:
        raise ExportError(f"there is no copy as {clean(name)!r}", f"Choose one of {', '.join(_COPIES)}")
    text = _COPIES[name](entry)
    if not text:
        raise ExportError(f"this paper has no {name} to copy")
    return clean_layout(text) if name == _OF_LINES else clean(text)


def _format(name: str) -> ExportFormat:
    if name not in _FORMATS:
        raise ExportError(
            f"there is no export format {clean(name)!r}", f"Choose one of {', '.join(_FORMATS)}"
        )
    return _FORMATS[name]
