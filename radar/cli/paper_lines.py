"""A paper as a page of lines."""

from __future__ import annotations

from collections.abc import Iterator

from radar.abstracts.text.tex import readable_text
from radar.cli.columns import padded, wrapped
from radar.cli.output import Output, Style
from radar.cli.takeaway_lines import print_takeaway, prose_width
from radar.papers.listed.code_link import code_link_notes
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import Mark, PaperEntry
from radar.papers.summaries.flags import Flags, Release
from radar.papers.text.local_time import local_day
from radar.papers.text.partial_dates import written
from radar.papers.text.plurals import plural
from radar.pipeline.exporting.citation import link_of
from radar.pipeline.exporting.record import evidence_text
from radar.pipeline.paper_words import agreement_lines, data_otherwise, whose


def print_entry(entry: PaperEntry, output: Output) -> None:
    """Print everything the library holds of a paper that a person would read."""
    paper = entry.paper
    for line in wrapped(readable_text(paper.title) or paper.id, prose_width(output)):
        output.line(output.styled(line, Style.BOLD))
    _print_wrapped(", ".join(paper.authors), output)
    _print_wrapped(" · ".join(filter(None, _facts(paper))), output)
    for label, text in _links(entry):
        output.line(output.styled(padded(label, 10), Style.DIM), output.styled(text))
    output.line()
    print_takeaway(entry, output)
    code, results = agreement_lines(entry)
    stands = {"code": code, "data": data_otherwise(entry), "results": results}
    for label, value, words in _flags(entry.summary.flags, entry):
        output.line(output.styled(padded(label, 10), Style.DIM), output.styled(value, Style.BOLD))
        quoted = f"“{readable_text(words)}”" if words else ""
        for part in (quoted, *stands.get(label, ())):
            for line in wrapped(part, prose_width(output) - 10):
                output.line(" " * 10, output.styled(line))
    if paper.abstract:
        output.line()
        _print_wrapped(readable_text(paper.abstract), output)
    _print_notes(entry, output)


def _facts(paper: Paper) -> Iterator[str]:
    """Yield where and when a paper came out, and what readers of a site think of it."""
    yield "withdrawn" if paper.withdrawn else ""
    yield paper.venue
    published, listed = written(paper.published), written(paper.listed)
    both = published and listed and published != listed
    yield f"published {published}, listed {listed}" if both else published or listed
    since = f" of {written(paper.updated)}" if paper.updated else ""
    yield f"version {paper.version}{since}" if paper.version > 1 else ""
    yield " ".join(paper.categories)
    if paper.upvotes is not None:
        yield plural(paper.upvotes, "upvote")
    yield paper.id


def _print_notes(entry: PaperEntry, output: Output) -> None:
    marks = [mark.name.lower() for mark in (Mark.READ, Mark.STARRED) if mark in entry.marks and mark.name]
    notes = (
        ("comment", entry.paper.comment),
        ("tags", ", ".join(entry.tags)),
        ("note", entry.note),
        ("marks", ", ".join(marks)),
        ("listed in", ", ".join(_listed(entry))),
        *(("changed", f"{local_day(change.when)} {change.line}") for change in entry.changes),
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
    lines = wrapped(text, prose_width(output)) if output.person else [text] if text else []
    for line in lines:
        output.line(output.styled(line))


def _links(entry: PaperEntry) -> Iterator[tuple[str, str]]:
    links, doi, page = entry.paper.links, entry.paper.doi, link_of(entry.paper)
    code = " · ".join((links.code, *code_link_notes(entry.paper))) if links.code else ""
    named = (
        ("paper", page),
        ("doi", f"https://doi.org/{doi}" if doi and doi not in page else ""),
        ("pdf", links.pdf),
        ("project", links.project),
        ("listed", code),
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
