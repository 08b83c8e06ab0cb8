"""A comparison of summarisers as plain text: a table, how they agree, and the papers they differ about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from radar.abstracts.text.tex import readable_text
from radar.cli.columns import cells, padded, shortened, wrapped
from radar.cli.output import Output, Style
from radar.papers.summaries.failed_checks import remark
from radar.papers.summaries.summary import TakeawayOrigin
from radar.papers.text.money import cost_told
from radar.papers.text.plurals import plural
from radar.pipeline.comparison import ComparedPaper, Comparison, Contender, Result, Tally

Item = TypeVar("Item")

_GAP = 2
_NARROWEST = 12
_WIDEST = 26
_REASONS = 4
"""Reasons that are told; the most frequent ones."""
_SIDE = 36
"""A summary beside another needs so many columns."""
_HOW = {
    TakeawayOrigin.MODEL: "by the model",
    TakeawayOrigin.TRIMMED: "by the model, trimmed",
    TakeawayOrigin.QUOTED: "quoted",
    TakeawayOrigin.OFFLINE: "by rule",
}
_ROWS: tuple[tuple[str, Callable[[Tally], str]], ...] = (
    ("takeaways by the model", lambda one: f"{one.accepted:,}"),
    ("  trimmed", lambda one: f"{one.trimmed:,}"),
    ("  quoted or by rule", lambda one: f"{one.quoted:,}"),
    ("papers that failed", lambda one: f"{one.failed:,}"),
    ("  not asked about", lambda one: f"{one.missing:,}"),
    ("words a takeaway", lambda one: "-" if one.words is None else f"{one.words:g}"),
    ("code unlike the rules", lambda one: f"{one.code_otherwise:,}"),
    ("claims unlike the rules", lambda one: f"{one.claims_otherwise:,}"),
    ("tokens sent", lambda one: _tokens(one, one.tokens_in)),
    ("tokens received", lambda one: _tokens(one, one.tokens_out)),
    ("seconds a paper", lambda one: _seconds(one.seconds)),
    ("money", lambda one: _money(one, one.cost)),
    ("  for 1,000 papers", lambda one: _money_of_thousand(one)),
)


def print_comparison(comparison: Comparison, differing: int, output: Output) -> None:
    """Print all of it.

    Args:
        comparison: what was counted.
        differing: how many of the papers that differ most are printed side by side.
        output: where to; a terminal's width is used, 80 columns where there is none.
    """
    width = output.width if output.person else 80
    tallies = comparison.tallies
    _print_table(tallies, len(comparison.papers), width, output)
    for note in _notes(tallies):
        for line in wrapped(note, width):
            output.line(output.styled(line, Style.DIM))
    if comparison.pairs:
        output.line()
        _print_pairs(comparison, width, output)
    for paper in comparison.most_different(differing):
        output.line()
        _print_paper(paper, comparison.contenders, width, output)


def _print_table(tallies: Sequence[Tally], papers: int, width: int, output: Output) -> None:
    labels = max(cells(label) for label, _ in _ROWS)
    room = width - labels
    at_once = max(1, room // (_NARROWEST + _GAP))
    for number, block in enumerate(_in_blocks(tallies, at_once)):
        column = max(_NARROWEST - _GAP, min(_WIDEST, room // len(block) - _GAP))
        if number:
            output.line()
        heads = [one.contender.name for one in block], [one.contender.model for one in block]
        first = plural(papers, "paper")
        _print_row(padded(first, labels), heads[0], column, output, Style.BOLD)
        if any(heads[1]):
            _print_row(" " * labels, heads[1], column, output, Style.DIM)
        for label, value in _ROWS:
            values = [value(one) for one in block]
            if label.strip() not in ("not asked about", "papers that failed") or set(values) != {"0"}:
                _print_row(padded(label, labels), values, column, output)


def _print_row(label: str, values: Sequence[str], column: int, output: Output, *styles: Style) -> None:
    pieces = [output.styled(label)]
    for value in values:
        shown = shortened(value, column, _mark(output))
        pieces += [" " * (_GAP + column - cells(shown)), output.styled(shown, *styles)]
    output.line(*pieces)


def _tokens(tally: Tally, tokens: int) -> str:
    if tally.paid:
        return f"{tokens:,}"
    return "none" if _asks_nobody(tally) or _asked_nothing(tally) else "unknown"


def _money(tally: Tally, cost: float | None) -> str:
    if _asks_nobody(tally) or _asked_nothing(tally):
        return "free"
    return "unknown" if cost is None or not tally.paid else cost_told(cost)


def _money_of_thousand(tally: Tally) -> str:
    # What no question was asked for says nothing of papers about which one is.
    return "unknown" if _asked_nothing(tally) else _money(tally, tally.cost_of_thousand)


def _seconds(seconds: float | None) -> str:
    if seconds is None:
        return "-"
    return f"{seconds:.0f}" if seconds >= 10 else f"{seconds:.1f}" if seconds >= 0.1 else "under 0.1"


def _asks_nobody(tally: Tally) -> bool:
    return not tally.contender.model and not tally.paid


def _asked_nothing(tally: Tally) -> bool:
    """Whether none of the papers was put to the model."""
    return bool(tally.unasked) and not (tally.failed or tally.missing or _made(tally) - _unasked(tally))


def _made(tally: Tally) -> int:
    return tally.accepted + tally.trimmed + tally.quoted


def _unasked(tally: Tally) -> int:
    return sum(count for _, count in tally.unasked)


def _notes(tallies: Sequence[Tally]) -> Iterator[str]:
    yield (
        "Words are the median. Code and claims: what the model itself said, where it said something, "
        "else the flag."
    )
    asking = [one for one in tallies if not _asks_nobody(one)]
    for one in asking:
        if one.reasons:
            told = ", ".join(f"{why} ({count:,})" for why, count in one.reasons[:_REASONS])
            yield f"{one.contender.name}, why the model's words were cut or not used: {told}."
        if one.unasked:
            told = "; ".join(f"{why} ({count:,})" for why, count in one.unasked)
            yield f"{one.contender.name} was not asked about {plural(_unasked(one), 'paper')}: {told}."
    for one in asking:
        made = _made(one)
        if not one.paid and made > _unasked(one):
            yield (
                f"{one.contender.name}: tokens and money are unknown; the answers came from the cache, or do "
                "not say what they took."
            )
        elif 0 < one.paid < made:
            yield (
                f"{one.contender.name}: tokens and money are those of {one.paid:,} of {made:,} papers; the "
                "others were not sent, or their answers came from the cache."
            )
    for one in asking:
        if one.timed:
            yield f"{one.contender.name}: timed in this run, the median of {one.timed:,}."
        else:
            yield f"{one.contender.name}: nothing was asked in this run, so no time is known."
    for one in tallies:
        if one.contender.stopped:
            yield f"{one.contender.name} ended early: {one.contender.stopped}"


def _print_pairs(comparison: Comparison, width: int, output: Output) -> None:
    names = [contender.name for contender in comparison.contenders]
    pairs = [f"{names[pair.one]} and {names[pair.other]}" for pair in comparison.pairs]
    heads = ("code", "claims", "same line")
    column = max(10, cells(f"{len(comparison.papers):,} of {len(comparison.papers):,}"))
    room = max(_NARROWEST, width - len(heads) * (column + _GAP))
    labels = min(max(map(cells, (*pairs, "say the same of"))), room)
    _print_row(padded("say the same of", labels), heads, column, output, Style.BOLD)
    for label, pair in zip(pairs, comparison.pairs, strict=True):
        values = [f"{count:,} of {pair.papers:,}" for count in (pair.code, pair.claims, pair.takeaways)]
        shown = shortened(label, labels, _mark(output))
        _print_row(padded(shown, labels), values, column, output)


def _print_paper(paper: ComparedPaper, contenders: Sequence[Contender], width: int, output: Output) -> None:
    for line in wrapped(readable_text(paper.title) or paper.paper_id, width):
        output.line(output.styled(line, Style.BOLD))
    output.line(output.styled(paper.paper_id, Style.DIM))
    beside = max(1, min(len(contenders), (width + _GAP) // (_SIDE + _GAP)))
    column = (width - _GAP * (beside - 1)) // beside
    columns = [
        _told(contender, result, column) for contender, result in zip(contenders, paper.results, strict=True)
    ]
    for number, block in enumerate(_in_blocks(columns, beside)):
        if number:
            output.line()
        for texts in zip_longest(*block, fillvalue=("", False)):
            pieces = []
            for text, strong in texts:
                pieces += [output.styled(text, *((Style.CYAN,) if strong else ())), _blanks(text, column)]
            output.line(*pieces)


def _blanks(text: str, column: int) -> str:
    return " " * (column - cells(text) + _GAP)


def _told(contender: Contender, result: Result, width: int) -> list[tuple[str, bool]]:
    """Return the lines that tell what one summariser says of a paper, and whether each is a heading."""
    summary = result.summary
    if summary is None:
        why = f"failed: {result.error}" if result.error else "not asked about"
        return [(contender.name, True), *((line, False) for line in wrapped(why, width))]
    texts = [
        f"{_HOW[summary.takeaway.origin]}; code {result.code}, claims {result.claims}",
        summary.takeaway.text or "(no abstract)",
    ]
    if told := "".join(remark(summary)):
        texts.append(told)
    lines = [(line, False) for text in texts for line in wrapped(text, width)]
    return [(contender.name, True), *lines]


def _in_blocks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def _mark(output: Output) -> str:
    return "..." if output.plain else "…"
