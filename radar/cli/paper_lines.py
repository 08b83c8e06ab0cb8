"""A paper as a page of lines."""

from __future__ import annotations

from collections.abc import Iterator

from radar.abstracts.tex import readable_text
from radar.cli.columns import padded, wrapped
from radar.cli.output import Output, Style
from radar.papers.failed_checks import remark
from radar.papers.flags import Flags, Release
from radar.papers.partial_dates import written
from radar.papers.query import Mark, PaperEntry
from radar.papers.summary import NO_TAKEAWAY, ORIGINS, Summary
from radar.papers.text import clean
from radar.pipeline.exporting.citation import link_of
from radar.pipeline.exporting.record import evidence_text
from radar.pipeline.paper_words import agreement_lines, whose

_PROSE = 100
"""Columns that running text takes at most: longer lines are hard to read."""


def print_entry(entry: PaperEntry, output: Output) -> None:
    """Print everything the library holds of a paper that a person would read."""
    paper = entry.paper
    for line in wrapped(readable_text(paper.title) or paper.id, _prose(output)):
        output.line(output.styled(line, Style.BOLD))
    _print_wrapped(", ".join(paper.authors), output)
    day = paper.published or paper.listed
    version = f"version {paper.version}" if paper.version > 1 else ""
    withdrawn = "withdrawn" if paper.withdrawn else ""
    facts = (paper.venue, written(day), version, " ".join(paper.categories), paper.id)
    _print_wrapped(" · ".join(filter(None, (withdrawn, *facts))), output)
    for label, text in _links(entry):
        output.line(output.styled(padded(label, 10), Style.DIM), output.styled(text))
    output.line()
    _print_takeaway(entry.summary, output)
    code, results = agreement_lines(entry)
    stands = {"code": code, "results": results}
    for label, value, words in _flags(entry.summary.flags, entry):
        output.line(output.styled(padded(label, 10), Style.DIM), output.styled(value, Style.BOLD))
        quoted = f"“{readable_text(words)}”" if words else ""
        for part in (quoted, *stands.get(label, ())):
            for line in wrapped(part, _prose(output) - 10):
                output.line(" " * 10, output.styled(line))
    if paper.abstract:
        output.line()
        _print_wrapped(readable_text(paper.abstract), output)
    _print_notes(entry, output)


def _prose(output: Output) -> int:
    return min(output.width, _PROSE)


def _print_takeaway(summary: Summary, output: Output) -> None:
    made = summary.provenance
    by = " ".join(filter(None, (made.summariser, made.model)))
    text = summary.takeaway.text
    told = f"{ORIGINS[summary.takeaway.origin]} · {by}" if text else NO_TAKEAWAY
    output.line(output.styled(padded("takeaway", 10), Style.DIM), output.styled(told, Style.DIM))
    for line in wrapped(text, _prose(output) - 10) if text else ():
        output.line(" " * 10, output.styled(line, Style.BOLD))
    for text in _remarks(summary):
        for line in wrapped(text, _prose(output) - 10):
            output.line(" " * 10, output.styled(line, Style.DIM))


def _remarks(summary: Summary) -> Iterator[str]:
    """Yield a model's opinion, and why its words were not used or not asked for."""
    if summary.relevance:
        yield f"for you, says {summary.provenance.author}: {clean(summary.relevance)}"
    if told := "".join(remark(summary)):
        yield told


def _print_notes(entry: PaperEntry, output: Output) -> None:
    marks = [mark.name.lower() for mark in (Mark.READ, Mark.STARRED) if mark in entry.marks and mark.name]
    notes = (
        ("comment", entry.paper.comment),
        ("tags", ", ".join(entry.tags)),
        ("note", entry.note),
        ("marks", ", ".join(marks)),
        ("listed in", ", ".join(_listed(entry))),
        *(("changed", f"{change.when:%Y-%m-%d} {change.line}") for change in entry.changes),
        *(("differs", conflict.line) for conflict in entry.conflicts),
        ("site says", _site_summary(entry)),
        ("error", entry.error),
    )
    if any(text for _, text in notes):
        output.line()
    for label, text in notes:
        if text:
            output.line(output.styled(padded(label, 10), Style.DIM), output.styled(text))


def _site_summary(entry: PaperEntry) -> str:
    said, by = entry.paper.site_summary, entry.paper.site_summary_by
    return f"{by}: {said}" if said and by else said


def _listed(entry: PaperEntry) -> Iterator[str]:
    for number, listing in enumerate(entry.origins):
        told = entry.arrivals[number].announced if number < len(entry.arrivals) else ""
        yield f"{listing.name} ({told})" if told else listing.name


def _print_wrapped(text: str, output: Output) -> None:
    lines = wrapped(text, _prose(output)) if output.person else [text] if text else []
    for line in lines:
        output.line(output.styled(line))


def _links(entry: PaperEntry) -> Iterator[tuple[str, str]]:
    links = entry.paper.links
    named = (
        ("paper", link_of(entry.paper)),
        ("pdf", links.pdf),
        ("project", links.project),
        ("listed", links.code),
    )
    return ((label, link) for label, link in named if link)


def _flags(flags: Flags, entry: PaperEntry) -> Iterator[tuple[str, str, str]]:
    """Yield each flag with its value and the words it stands on."""
    for label, status in (("code", flags.code), ("data", flags.data)):
        by = "" if status.value is Release.NONE else f"· {whose(status, entry)}"
        value = " ".join(filter(None, (status.value.value, status.url, by)))
        yield label, value, evidence_text(status.evidence, entry.paper) if status.evidence else ""
    results = flags.results
    best = "state of the art" if results.state_of_the_art else ""
    strongest = (*results.evidence[:1], results.state_of_the_art_evidence)
    spans = dict.fromkeys(evidence for evidence in strongest if evidence)
    words = " … ".join(evidence_text(evidence, entry.paper) for evidence in spans)
    yield "results", ", ".join(filter(None, (results.value.value, best, results.figure))), words
