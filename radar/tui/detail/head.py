"""The head of the detail: title, people, where and when, links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from radar.papers.listed.code_link import code_link_notes
from radar.papers.listed.paper import Paper
from radar.papers.reader.query import Mark as ReaderMark
from radar.papers.reader.query import PaperEntry
from radar.papers.search.nodes import Column, Words
from radar.papers.summaries.evidence import TextField
from radar.papers.text.partial_dates import known_parts, written
from radar.tui.detail.blocks import Block, Role, Writer
from radar.tui.detail.evidence import EvidenceBook
from radar.tui.detail.found import found_marks
from radar.tui.detail.typography import Typography
from radar.tui.detail.weblinks import shown

PEOPLE_SHOWN = 12
"""More authors than this are folded."""
PEOPLE_WHEN_FOLDED = 10
SHOW_PEOPLE = "people"
"""What a click on the folded rest of the authors asks for."""
LABEL_WIDTH = 10
"""Cells of the column that labels stand in."""


def head(
    entry: PaperEntry, book: EvidenceBook, words: Sequence[Words], signs: Typography, all_people: bool
) -> Iterator[Block]:
    """Yield title, people, venue and dates, and links."""
    title = book.texts[TextField.TITLE].text or "(no title)"
    marks = (*book.marks(TextField.TITLE), *found_marks(title, words, Column.TITLE))
    yield Block(title, marks, Role.TITLE, origin=True)
    people = entry.paper.authors
    if people:
        yield _people(people, words, signs, all_people)
    if entry.paper.withdrawn:
        yield Block("withdrawn by its authors or by the archive", role=Role.WARNING)
    about = _about(entry, signs)
    if about.length:
        yield about.block(role=Role.QUIET)
    yield Block("")
    yield from _links(entry.paper, book, signs)


def day(value: date) -> str:
    """Return a day as people write it: "3 Feb 2026", or "Feb 2026" or "2026" where no more is known."""
    known = len(known_parts(value))
    return f"{value:%Y}" if known == 1 else f"{value:%b %Y}" if known == 2 else f"{value.day} {value:%b %Y}"


def _people(people: Sequence[str], words: Sequence[Words], signs: Typography, all_people: bool) -> Block:
    folded = len(people) > PEOPLE_SHOWN and not all_people
    names = ", ".join(people[:PEOPLE_WHEN_FOLDED] if folded else people)
    writer = Writer().add(names).mark(found_marks(names, words, Column.AUTHOR), 0)
    if folded:
        rest = f"{signs.ellipsis} and {len(people) - PEOPLE_WHEN_FOLDED} more (a)"
        writer.add(" ").add(rest, Role.LINK, target=SHOW_PEOPLE)
    return writer.block()


def _about(entry: PaperEntry, signs: Typography) -> Writer:
    paper = entry.paper
    parts = [paper.venue, _dates(paper), " ".join(paper.categories)]
    # A feed is listed under the name of its journal, which stands here already.
    parts += [line for line in origin_lines(entry) if line != paper.venue]
    parts.append(f"{paper.upvotes:,} upvotes" if paper.upvotes is not None else "")
    writer = Writer().add(signs.dot.join(part for part in parts if part))
    for mark, word in ((ReaderMark.STARRED, "starred"), (ReaderMark.READ, "read")):
        if mark in entry.marks:
            writer.add(signs.dot if writer.length else "").add(word, Role.STRONG)
    return writer


def origin_lines(entry: PaperEntry) -> list[str]:
    """Return where a paper is listed, and as what: "arXiv cs.CL (cross-listed)"."""
    if entry.arrivals:
        return [origin.line for origin in entry.arrivals]
    return [origin.label or origin.name for origin in entry.origins]


def _dates(paper: Paper) -> str:
    version = f"version {paper.version}" if paper.version > 1 else ""
    if version and paper.updated:
        version += f" of {day(paper.updated)}"
    return ", ".join(filter(None, (_days(paper), version)))


def _days(paper: Paper) -> str:
    if paper.published and paper.listed and written(paper.published) != written(paper.listed):
        return f"published {day(paper.published)}, listed {day(paper.listed)}"
    known = paper.published or paper.listed
    return day(known) if known else ""


def _links(paper: Paper, book: EvidenceBook, signs: Typography) -> Iterator[Block]:
    links = paper.links
    doi = f"https://doi.org/{paper.doi}" if paper.doi and paper.doi not in links.landing else ""
    for label, url in (("page", links.landing), ("doi", doi), ("pdf", links.pdf), ("project", links.project)):
        if url:
            yield link_block(label, url)
    if links.code:
        number = next((mark.evidence for mark in book.marks(TextField.METADATA)), -1)
        writer = Writer().add(shown(links.code), Role.LINK, evidence=number, target=links.code)
        writer.add("".join(signs.dot + note for note in code_link_notes(paper)), Role.QUIET)
        yield writer.block(label="code", indent=LABEL_WIDTH, label_role=Role.QUIET, origin=True)


def link_block(label: str, url: str, note: str = "") -> Block:
    """Return the line of one link, with its host written out, and a note behind it."""
    writer = Writer().add(shown(url), Role.LINK, target=url).add(note, Role.QUIET)
    return writer.block(label=label, indent=LABEL_WIDTH, label_role=Role.QUIET)
