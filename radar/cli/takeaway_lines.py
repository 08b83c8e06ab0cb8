"""The takeaway of a paper as lines: the one shown, how it was made, and what else is kept."""

from __future__ import annotations

from collections.abc import Iterator

from radar.cli.columns import padded, wrapped
from radar.cli.output import Output, Style
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.failed_checks import remark
from radar.papers.summaries.summary import NO_TAKEAWAY, ORIGINS, Summary
from radar.papers.text.local_time import local_minute
from radar.papers.text.safe_text import clean
from radar.pipeline.paper_words import cost_words, outdated_words, prompt_word

_LABEL = 10
"""Columns of the labels."""
_PROSE = 100
"""Columns that running text takes at most: longer lines are hard to read."""


def prose_width(output: Output) -> int:
    """Return the columns that running text takes."""
    return min(output.width, _PROSE)


def print_takeaway(entry: PaperEntry, output: Output) -> None:
    """Print the takeaway that is shown, with what is to be said of it, and the other summaries kept."""
    summary = entry.summary
    text = summary.takeaway.text
    _print_labelled("takeaway", _by(summary) if text else NO_TAKEAWAY, output)
    _print_below(text, output, Style.BOLD)
    for line in _remarks(summary):
        _print_below(line, output, Style.DIM)
    if text or len(entry.summaries) > 1:
        _print_below(" · ".join((*_number(entry, entry.shown), *_made(summary))), output, Style.DIM)
    for number, other in enumerate(entry.summaries):
        if number != entry.shown:
            _print_other(entry, number, other, output)
    if entry.outdated_summaries:
        _print_below(outdated_words(entry.outdated_summaries), output, Style.DIM)


def _print_other(entry: PaperEntry, number: int, other: Summary, output: Output) -> None:
    by = _by(other) if other.takeaway.text else NO_TAKEAWAY
    told = " · ".join((*_number(entry, number), by, *_made(other)))
    first, *rest = wrapped(told, prose_width(output) - _LABEL)
    _print_labelled("also kept", first, output)
    _print_below(" ".join(rest), output, Style.DIM)
    _print_below(other.takeaway.text, output)


def _print_labelled(label: str, text: str, output: Output) -> None:
    output.line(output.styled(padded(label, _LABEL), Style.DIM), output.styled(text, Style.DIM))


def _print_below(text: str, output: Output, *styles: Style) -> None:
    for line in wrapped(text, prose_width(output) - _LABEL):
        output.line(" " * _LABEL, output.styled(line, *styles))


def _by(summary: Summary) -> str:
    made = summary.provenance
    by = " ".join(filter(None, (made.summariser, made.model)))
    return f"{ORIGINS[summary.takeaway.origin]} · {by}"


def _number(entry: PaperEntry, number: int) -> Iterator[str]:
    """Yield which of the summaries one is, and whether the list shows it; nothing of the only one."""
    if (kept := len(entry.summaries)) > 1:
        yield f"summary {number + 1} of {kept}{', shown' if number == entry.shown else ''}"


def _made(summary: Summary) -> Iterator[str]:
    """Yield by which prompt or rules a summary was made, when, and at what cost."""
    made = summary.provenance
    if prompt := prompt_word(made):
        yield prompt
    if made.rules_version and not made.model:
        yield f"rules {made.rules_version}"
    yield local_minute(made.created)
    yield from cost_words(made)


def _remarks(summary: Summary) -> Iterator[str]:
    """Yield a model's opinion, and why its words were not used or not asked for."""
    if summary.relevance:
        yield f"for you, says {summary.provenance.author}: {clean(summary.relevance)}"
    if told := "".join(remark(summary)):
        yield told
