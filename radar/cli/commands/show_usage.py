"""`radar usage`: what summaries cost."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime

from radar.cli.columns import padded, shortened, wrapped
from radar.cli.exit_codes import ExitCode
from radar.cli.opening import reader_of, settings_of
from radar.cli.output import Output, Style
from radar.cli.parser import at_least_one, one_of
from radar.papers.bases import asdict
from radar.papers.jobs.spending import Spending, SpendingBy, Totals
from radar.pipeline.exporting.csv_table import csv_line
from radar.pipeline.usage_table import EMPTY, Table, budget_lines, table
from radar.wiring.endpoints import budgets_of

_DAYS = 30
_GAP = "  "

DETAILS = (
    "What models were asked for and what that cost, by day (UTC), model or endpoint, for all radars on\n"
    "this library; and today's budgets with what is left of them."
)
"""More about it, for its --help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    names = [by.value for by in SpendingBy]
    parser.add_argument("--days", type=at_least_one, default=_DAYS, metavar="N", help="the last N days (30)")
    parser.add_argument(
        "--by", type=one_of(*names), default="day", metavar="WHAT", help=f"{', '.join(names)} (day)"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="JSON lines")
    how.add_argument("--csv", action="store_true", help="CSV with a head line")


def run(arguments: argparse.Namespace, output: Output) -> int:
    """Print what was spent."""
    settings, by = settings_of(arguments), SpendingBy(arguments.by)
    with reader_of(settings, output) as reader:
        spent = reader.spending(by, arguments.days) if reader else ()
        today = reader.spent_today() if reader else Totals()
        settled = reader.spending(SpendingBy.DAY, 1) if reader else ()
    if arguments.json:
        for one in spent:
            output.json(_record(one, by))
    elif arguments.csv:
        _print_csv(spent, by, output)
    else:
        for line in budget_lines(budgets_of(settings), today, datetime.now(UTC), settled):
            output.line(output.styled(line))
        if spent:
            output.line()
            _print_table(table(spent, by, output.width), output)
        else:
            for line in wrapped(EMPTY, output.width):
                output.line(output.styled(line, Style.DIM))
    return ExitCode.OK


def _print_table(shown: Table, output: Output) -> None:
    for number, (name, *figures) in enumerate((shown.head, *shown.rows)):
        cells = "".join(
            _GAP + " " * (width - len(text)) + text for width, text in zip(shown.widths, figures, strict=True)
        )
        style = (Style.DIM,) if number == 0 else (Style.BOLD,) if number == len(shown.rows) else ()
        output.line(output.styled(padded(shortened(name, shown.name), shown.name) + cells, *style))
    for note in shown.notes:
        for line in wrapped(note, output.width):
            output.line(output.styled(line, Style.DIM))


def _print_csv(spent: Sequence[Spending], by: SpendingBy, output: Output) -> None:
    output.hold_a_file()
    output.text(csv_line(tuple(_record(Spending(), by))))
    for one in spent:
        output.text(csv_line(tuple(map(str, _record(one, by).values()))))


def _record(spent: Spending, by: SpendingBy) -> dict[str, object]:
    record = asdict(spent)
    named = {"day": ["day"], "model": ["model"], "endpoint": ["summariser", "endpoint"]}[by.value]
    for name in ("day", "summariser", "endpoint", "model"):
        if name not in named:
            del record[name]
    return record
