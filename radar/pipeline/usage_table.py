"""What was spent, as a table of words that the command and the screen both show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from radar.papers.bases import Value, names_of
from radar.papers.jobs.spending import Budgets, Spending, SpendingBy, Totals, amount
from radar.papers.text.money import cost_told, dollars
from radar.papers.text.safe_text import clean
from radar.pipeline.spending import until_midnight

EMPTY = (
    "Nothing was spent in these days. When papers are summarised by a model, each request is written "
    "down here: tokens, dollars where a price is known, and how much of it is an estimate."
)
"""What the table says where there is nothing to show."""


class Column(Value):
    """One column of the table."""

    head: str
    cell: Callable[[Spending], str]
    rank: int
    """Where there is too little room, the columns of the highest rank go first."""


_COLUMNS = (
    Column("requests", lambda one: f"{one.requests:,}", 1),
    Column("papers", lambda one: f"{one.papers:,}", 2),
    Column("cached", lambda one: f"{one.cached:,}" if one.cached else "", 4),
    Column("tokens in", lambda one: f"{one.tokens_in:,}", 0),
    Column("out", lambda one: f"{one.tokens_out:,}", 0),
    Column("reasoning", lambda one: f"{one.reasoning:,}" if one.reasoning else "", 3),
    Column("reused", lambda one: f"{one.reused:,}" if one.reused else "", 5),
    Column("cost", lambda one: cost_of(one), 0),
)
_LEAST_NAME = 16
_UNNAMED = "endpoint"
"""The name of the endpoint that has none of its own."""
_GAP = 2


class Table(Value):
    """Head and rows as cells: the name, then the figures; the last row is the sum."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    """Of the figures; the name has the room that is left."""
    name: int
    """Cells for the name."""
    notes: tuple[str, ...]
    """What signs in it mean."""


def table(spent: Sequence[Spending], by: SpendingBy, width: int) -> Table:
    """Return a table that fits a width, with fewer columns where it is narrow."""
    total = total_of(spent)
    lines = [*spent, total]
    columns = [one for one in _COLUMNS if any(one.cell(line) for line in lines)]
    while (left := width - sum(_width(one, lines) + _GAP for one in columns)) < _LEAST_NAME:
        weakest = max(columns, key=lambda one: one.rank)
        if weakest.rank == 0:
            break
        columns.remove(weakest)
    names = [*(name_of(line, by) for line in spent), "all"]
    rows = tuple(
        (name, *(one.cell(line) for one in columns)) for name, line in zip(names, lines, strict=True)
    )
    widths = tuple(_width(one, lines) for one in columns)
    longest = max(len(by.value), *(len(name) for name in names))
    return Table(
        (by.value, *(one.head for one in columns)), rows, widths, max(1, min(left, longest)), _notes(total)
    )


def name_of(spent: Spending, by: SpendingBy) -> str:
    """Return the day, the model, or the endpoint of a row.

    An endpoint that has a name of its own is told by it too: several may be at the same host. A summariser
    without an endpoint is told by its name.
    """
    if by is SpendingBy.DAY:
        return spent.day
    if by is SpendingBy.MODEL:
        return clean(spent.model) or "(no model named)"
    named = spent.summariser if spent.summariser != _UNNAMED else ""
    return clean(", ".join(filter(None, (named, spent.endpoint))) or spent.summariser)


def cost_of(spent: Spending) -> str:
    """Return a cost in words: "$0.0614", "~$0.0614" in part by estimate, "?" for what has no price."""
    if spent.unpriced and not spent.cost:
        return "?"
    # Where nothing was asked, nobody gave anything for nothing.
    told = cost_told(spent.cost) if spent.requests else dollars(spent.cost)
    return f"{'~' if spent.estimated_cost else ''}{told}{' + ?' if spent.unpriced else ''}"


def total_of(spent: Sequence[Spending]) -> Spending:
    """Return the sum."""
    numbers = [name for name in names_of(Spending) if name not in _NAMES]
    return Spending(**{name: sum(getattr(one, name) for one in spent) for name in numbers})


def budget_lines(
    budgets: Budgets, today: Totals, now: datetime, settled: Sequence[Spending] = ()
) -> list[str]:
    """Return what today has come to, and each budget with what is left of it.

    Args:
        today: with the requests under way at the most they may take.
        settled: what the ledger has of today, where those under way are to be told.
    """
    cost = f", {dollars(today.cost)}" if today.cost else ""
    under_way = today.requests - total_of(settled).requests if settled else 0
    without = f"; {under_way:,} of them without an answer, at the most they may take" if under_way > 0 else ""
    lines = [f"today (UTC): {amount('requests', today.requests)}, {today.tokens:,} tokens{cost}{without}"]
    for unit, limit, used in budgets.day.against(today):
        left = amount(unit, max(0.0, limit - used))
        frees = f"; frees in {until_midnight(now)}" if used >= limit else ""
        lines.append(f"budget of the day: {left} left of {amount(unit, limit)}{frees}")
    lines += [f"budget of a run: {amount(unit, limit)}" for unit, limit, _ in budgets.run.against(Totals())]
    return lines


_NAMES = ("day", "summariser", "endpoint", "model")


def _width(column: Column, lines: Sequence[Spending]) -> int:
    return max(len(column.head), *(len(column.cell(line)) for line in lines))


def _notes(total: Spending) -> tuple[str, ...]:
    notes = []
    if total.estimated:
        # Where nothing is paid, no row has the sign, and the tokens are all that is estimated.
        what = "~ in part by estimate" if total.estimated_cost else "tokens are in part an estimate"
        notes.append(
            f"{what}: to {total.estimated:,} of {amount('requests', total.requests)} no answer came, "
            "or none that says what it took"
        )
    if total.unpriced:
        notes.append(
            f"? no price is known for {amount('requests', total.unpriced)}: set price_in and price_out, or "
            "pip install 'research-radar[prices]'"
        )
    return tuple(notes)
