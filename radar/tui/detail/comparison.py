"""All kept summaries of one paper, each as a card of the same lines, and what they differ in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from math import ceil

from radar.papers.bases import Value
from radar.papers.reader.query import PaperEntry
from radar.papers.summaries.flags import Claim
from radar.papers.summaries.summary import ORIGINS, Agreement, Provenance, Summary, Verdict
from radar.papers.text.safe_text import clean
from radar.pipeline.paper_words import cost_words, prompt_word
from radar.tui.detail.blocks import Block, Line, Role, Writer, lay_out
from radar.tui.detail.head import day
from radar.tui.detail.readable import readable
from radar.tui.detail.takeaway import why_not_the_models_words
from radar.tui.detail.typography import Typography
from radar.tui.detail.voices import CLAIM, RELEASE, WORDS

SIDE_BY_SIDE = 100
"""From so many cells on, cards stand beside each other."""
NARROWEST = 34
"""A card beside another is at least so many cells wide."""
GAP = 3
"""Cells before each card, where the bar of the reader's place stands."""
DIFFERS = "\u2260"
DIFFERS_PLAIN = "!="
_WIDEST = 76
_LABEL = 8


class Row(Value):
    """Cards that stand beside each other."""

    first: int
    """Place of the first of them among the summaries."""
    columns: tuple[tuple[Line, ...], ...]
    """The lines of each card."""
    width: int
    """Cells of a card, without the gap before it."""

    @property
    def height(self) -> int:
        """Lines of the longest card, and a blank one below."""
        return max(map(len, self.columns)) + 1

    @property
    def lines(self) -> Iterator[tuple[Line | None, ...]]:
        """Each line across all cards; None where a card has ended."""
        yield from zip_longest(*self.columns)
        yield (None,) * len(self.columns)


def cards(entry: PaperEntry, width: int, signs: Typography) -> tuple[Row, ...]:
    """Return the summaries of a paper as rows of cards: side by side where the width allows, else one a row.

    Args:
        entry: the paper.
        width: cells there are.
        signs: the signs between words.
    """
    blocks = [tuple(_card(entry, place, signs)) for place in range(len(entry.summaries))]
    fitting = width // (NARROWEST + GAP + 1) if width >= SIDE_BY_SIDE else 1
    # As many in each row as in the others: four are two and two, not three and one.
    beside = ceil(len(blocks) / ceil(len(blocks) / fitting))
    column = max(_LABEL + 8, min(_WIDEST, width // beside - GAP - (beside > 1)))
    return tuple(
        Row(first, tuple(lay_out(one, column) for one in blocks[first : first + beside]), column)
        for first in range(0, len(blocks), beside)
    )


def differing(entry: PaperEntry) -> bool:
    """Return whether any flag differs between the summaries of a paper."""
    return any(len(set(map(value, entry.summaries))) > 1 for _, value, _ in _FLAGS)


def outvoted(entry: PaperEntry) -> bool:
    """Return whether a model says of any flag what its summary does not take over from it."""
    return any(
        _otherwise(verdict(one), value(one)) for _, value, verdict in _FLAGS for one in entry.summaries
    )


def _otherwise(verdict: Verdict, shown: str) -> str:
    """Return in words what a model says that is not shown; empty where it says the same or nothing."""
    said = WORDS.get(verdict.said, clean(verdict.said))
    counts = verdict.agreement in (Agreement.RULE, Agreement.DISPUTED)
    return said if counts and said not in shown else ""


def _card(entry: PaperEntry, place: int, signs: Typography) -> Iterator[Block]:
    summary = entry.summaries[place]
    made = summary.provenance
    writer = Writer().add(f"{place + 1}  {made.author}", Role.STRONG)
    if place == entry.shown:
        writer.add(f"{signs.dot}shown in the list", Role.LABEL)
    yield writer.block()
    yield Block(ORIGINS[summary.takeaway.origin], role=Role.QUIET)
    text = readable(summary.takeaway.text).text
    yield Block(text, role=Role.TAKEAWAY) if text else Block("no abstract to read", role=Role.QUIET)
    if summary.relevance:
        yield Block(f"for you: {readable(clean(summary.relevance)).text}", role=Role.QUIET)
    for label, value, verdict in _FLAGS:
        yield _flag(label, value, verdict(summary), entry.summaries, summary, signs)
    yield from why_not_the_models_words(summary, signs)
    yield Block(signs.dot.join(_origins(made)), role=Role.QUIET)


def _origins(made: Provenance) -> Iterator[str]:
    """Yield who made a summary, with what, when, and what it took; none of them is broken over lines."""
    local = made.created.astimezone()
    parts = [clean(made.summariser)] if made.model else []
    parts += [prompt_word(made), f"{day(local.date())} {local:%H:%M}", *cost_words(made)]
    return (part.replace(" ", "\u00a0") for part in parts if part)


def _flag(
    label: str,
    value: Callable[[Summary], str],
    verdict: Verdict,
    summaries: Sequence[Summary],
    summary: Summary,
    signs: Typography,
) -> Block:
    """Return the line of one flag; a sign stands before it where the summaries differ, not a colour alone."""
    mine, differs = value(summary), len(set(map(value, summaries))) > 1
    writer = Writer()
    if differs:
        writer.add(f"{DIFFERS_PLAIN if signs.plain else DIFFERS}\xa0", Role.WARNING)
    writer.add(mine, Role.STRONG if differs else Role.TEXT)
    if said := _otherwise(verdict, mine):
        writer.add(f"{signs.dot}the model says {said}", Role.WARNING)
    return writer.block(label=label, indent=_LABEL)


def _claims(summary: Summary) -> str:
    results = summary.flags.results
    best = "state of the art" if results.state_of_the_art else ""
    if best and results.value is Claim.NONE:
        return best
    return ", ".join(filter(None, (best, CLAIM[results.value])))


def _no_verdict(summary: Summary) -> Verdict:
    return Verdict()


_FLAGS: tuple[tuple[str, Callable[[Summary], str], Callable[[Summary], Verdict]], ...] = (
    ("CODE", lambda one: RELEASE[one.flags.code.value], lambda one: one.verdicts.code),
    ("DATA", lambda one: RELEASE[one.flags.data.value], _no_verdict),
    ("CLAIMS", _claims, lambda one: one.verdicts.results),
)
