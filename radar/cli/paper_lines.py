"""Papers as lines: two a paper in a list, a page for one."""

from __future__ import annotations

from collections.abc import Iterator

from radar.abstracts.tex import readable_text
from radar.cli.columns import cells, padded, shortened, wrapped
from radar.cli.output import Output, Style
from radar.cli.standing_lines import (
    STANDING_LEGEND,
    standing_note,
    standing_signs,
    standing_words,
)
from radar.papers.beside_title import beside_title
from radar.papers.closeness import Closeness
from radar.papers.failed_checks import remark
from radar.papers.flags import Claim, Flags, Release
from radar.papers.partial_dates import written
from radar.papers.query import Mark, PaperEntry, PaperRow
from radar.papers.summary import NO_TAKEAWAY, ORIGINS, Summary
from radar.papers.text import clean
from radar.pipeline.exporting.citation import link_of
from radar.pipeline.exporting.record import evidence_text
from radar.pipeline.paper_words import agreement_lines, whose

_INDENT = 8
_LEAST = 20
"""Columns that a takeaway keeps beside what else there is to say."""
_PROSE = 100
"""Columns that running text takes at most: longer lines are hard to read."""
_CODE = {Release.RELEASED: "C", Release.PROMISED: "c", Release.NONE: "·"}
_DATA = {Release.RELEASED: "D", Release.PROMISED: "d", Release.NONE: "·"}
_CLAIMS = {Claim.QUANTIFIED: "#", Claim.QUALITATIVE: "~", Claim.NONE: "·"}
_LEGEND = (
    "C code, c promised, ? the listing's guess · D data, d promised · "
    "claims: ▲ state of the art, # with a number, ~ in words · * starred, u updated since you saw it"
)


def print_legend(output: Output, before: str = "") -> None:
    """Print what the signs of a list mean, behind some words."""
    legend = f"{_LEGEND} · {STANDING_LEGEND}"
    if not output.unicode:
        legend = legend.replace("·", "-").replace("▲", "^").replace("≠", "x")
    for line in wrapped(f"{before} {legend}", output.width):
        output.line(output.styled(line, Style.DIM))


def print_row(row: PaperRow, output: Output) -> None:
    """Print a paper of a list: two lines cut to the terminal, or plain and whole when piped."""
    if output.person:
        _print_for_person(row, output)
        return
    words = flag_words(row.code, row.data, row.claim, row.state_of_the_art)
    words = ["code-guessed", *words[1:]] if row.code_guessed else words
    news = [word for word, is_so in (("updated", row.updated), ("withdrawn", row.withdrawn)) if is_so]
    flags = ",".join([*words, *standing_words(row), *news]) or "-"
    output.line(output.styled(f"{row.id}  {_day(row)}  {flags}  {readable_text(row.title)}"))
    output.line("    ", output.styled(row.takeaway or "-"))


def print_closeness(closeness: Closeness | None, output: Output) -> None:
    """Print how close a paper is to what is starred; nothing where nothing brings it near."""
    if closeness is None:
        return
    said = f"close {closeness.score:.1f}, because of: {', '.join(clean(one) for one in closeness.because)}"
    if output.person:
        said = shortened(said, max(output.width - _INDENT, _LEAST), _mark(output))
    output.line(" " * (_INDENT if output.person else 4), output.styled(said, Style.DIM))


def _print_for_person(row: PaperRow, output: Output) -> None:
    day = _day(row)
    room = max(output.width - _INDENT - cells(day) - 2, 10)
    title = padded(shortened(readable_text(row.title) or row.id, room, _mark(output)), room)
    mark = "*" if Mark.STARRED in row.marks else " "
    weight = (Style.DIM,) if Mark.READ in row.marks else (Style.BOLD,)
    output.line(
        mark + ("u" if row.updated else " "),
        *_signs(row, output),
        output.styled(title, *weight),
        "  ",
        output.styled(day, Style.DIM),
    )
    name = row.id.removeprefix("arxiv:")
    room = max(output.width - _INDENT - cells(name) - 2, 10)
    note = standing_note(row)
    if room - len(note) - 2 < _LEAST:
        note = ""
    room -= len(note) + 2 if note else 0
    takeaway = beside_title(row.takeaway, row.takeaway_origin, row.title) or "(no abstract)"
    takeaway = padded(shortened(takeaway, room, _mark(output)), room)
    code, results = standing_signs(row, output.unicode)
    output.line(
        output.styled(f"  {code}   {results} ", Style.DIM),
        output.styled(takeaway),
        "  ",
        *((output.styled(note, Style.RED), "  ") if note else ()),
        output.styled(name, Style.DIM),
    )


def _signs(row: PaperRow, output: Output) -> Iterator[str]:
    claim = "▲" if row.state_of_the_art else _CLAIMS[row.claim]
    code = "?" if row.code_guessed else _CODE[row.code]
    for sign, style in ((code, Style.GREEN), (_DATA[row.data], Style.CYAN), (claim, Style.YELLOW)):
        shown = sign if output.unicode else {"·": ".", "▲": "^"}.get(sign, sign)
        yield output.styled(shown, Style.DIM if sign == "·" else style) + " "


def flag_words(code: Release, data: Release, claim: Claim, best: bool) -> list[str]:
    """Return the flags as words, without those that say nothing."""
    words = {Release.RELEASED: "{}", Release.PROMISED: "{}-promised", Release.NONE: ""}
    shown = [words[code].format("code"), words[data].format("data")]
    shown += ["sota" if best else "", "" if claim is Claim.NONE else claim.value]
    return [word for word in shown if word]


def _day(row: PaperRow) -> str:
    return written(row.day) if row.dated else "undated"


def _mark(output: Output) -> str:
    return "…" if output.unicode else "..."


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
