"""The takeaway in the detail, with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from radar.papers.reader.query import PaperEntry
from radar.papers.search.nodes import Column, Words
from radar.papers.summaries.failed_checks import remark
from radar.papers.summaries.summary import NO_TAKEAWAY, ORIGINS, Summary
from radar.papers.text.safe_text import clean
from radar.pipeline.paper_words import cost_words, outdated_words, prompt_word
from radar.tui.detail.blocks import Block, Role, Writer
from radar.tui.detail.found import found_marks
from radar.tui.detail.head import LABEL_WIDTH, day
from radar.tui.detail.readable import readable
from radar.tui.detail.typography import Typography

SWITCH = "switch"
"""What a click on the count of summaries asks for."""


def takeaway(entry: PaperEntry, words: Sequence[Words], signs: Typography) -> Iterator[Block]:
    """Yield the takeaway, how it came about, and what went wrong with the last request for another."""
    summary = entry.summary
    yield _heading(entry, signs)
    text = readable(summary.takeaway.text).text
    if text:
        yield Block(text, found_marks(text, words, Column.TAKEAWAY), Role.TAKEAWAY)
    if summary.relevance:
        yield opinion(summary)
    yield from why_not_the_models_words(summary, signs)
    yield Block(_made(summary, signs), role=Role.QUIET)
    if entry.outdated_summaries:
        told = f"{outdated_words(entry.outdated_summaries)}: m asks for one of this text"
        yield Block(told, role=Role.QUIET)
    if entry.error:
        writer = Writer().add("last request failed: ", Role.WARNING).add(clean(entry.error))
        yield writer.block()


def opinion(summary: Summary) -> Block:
    """Return why the paper may matter to the reader, as what it is: an opinion of the model."""
    who = summary.provenance.author
    return Writer().add(f"for you, says {who}: ").add(clean(summary.relevance)).block(role=Role.OPINION)


def why_not_the_models_words(summary: Summary, signs: Typography) -> Iterator[Block]:
    """Yield why a model's own words were cut, were not used, or were not asked for."""
    stressed, rest = remark(summary, (signs.open_quote, signs.close_quote))
    if rest:
        yield Writer().add(stressed, Role.WARNING).add(rest, Role.QUIET).block()


def _heading(entry: PaperEntry, signs: Typography) -> Block:
    taken = entry.summary.takeaway
    writer = Writer().add(ORIGINS[taken.origin] if taken.text else NO_TAKEAWAY, Role.QUIET)
    if len(entry.summaries) > 1:
        writer.add(signs.dot, Role.QUIET)
        count = _together(f"{entry.shown + 1} of {len(entry.summaries)} (v)")
        writer.add(count, Role.LINK, target=SWITCH)
    return writer.block(label="TAKEAWAY", indent=LABEL_WIDTH)


def _made(summary: Summary, signs: Typography) -> str:
    made = summary.provenance
    local = made.created.astimezone()
    parts = [
        clean(made.model),
        clean(made.summariser) if made.summariser != made.model else "",
        prompt_word(made),
        f"rules {made.rules_version}" if made.rules_version and not made.model else "",
        f"{day(local.date())} {local:%H:%M}",
        *cost_words(made),
    ]
    return signs.dot.join(_together(part) for part in parts if part)


def _together(part: str) -> str:
    """Return a short part of a line so that no line breaks within it."""
    return part.replace(" ", "\u00a0")
