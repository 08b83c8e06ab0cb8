"""The ledger: what requests to models came to, and what those under way may still come to.

All radars on a library write to it. A request is reserved before it is sent, in a short transaction of its
own, so that two radars cannot spend the same cent of a day's budget; it is settled when it is over, together
with others that are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from radar.library.database.connection import Database, Row
from radar.papers.jobs.spending import Charge, Payee, Spending, SpendingBy, Totals
from radar.papers.text.safe_text import clean

if TYPE_CHECKING:
    from radar.library.library import Library

_NUMBERS = (
    "requests",
    "papers",
    "cached",
    "tokens_in",
    "tokens_out",
    "reasoning",
    "reused",
    "cost",
    "estimated",
    "estimated_cost",
    "unpriced",
)
_GROUPS = {
    SpendingBy.DAY: "day, '', '', ''",
    SpendingBy.MODEL: "'', '', '', model",
    SpendingBy.ENDPOINT: "'', summariser, endpoint, ''",
}
_COLUMNS = {
    SpendingBy.DAY: "day",
    SpendingBy.MODEL: "model",
    SpendingBy.ENDPOINT: "summariser, endpoint",
}
_ORDERS = {SpendingBy.DAY: "day DESC", SpendingBy.MODEL: "", SpendingBy.ENDPOINT: ""}
_DEAREST_FIRST = "sum(cost) DESC, sum(tokens_in + tokens_out) DESC"
_NAME = 200
_TELLING = 20
"""Requests after which the length of a model's answers can be judged."""


def day_of(when: datetime) -> str:
    """Return the day of an aware time as the ledger writes it: in UTC, "2026-03-01"."""
    return when.astimezone(UTC).date().isoformat()


class Ledger:
    """Writes what requests cost; used from the thread that opened the library."""

    def __init__(self, library: Library) -> None:
        self._database = library.database

    def record(
        self,
        payee: Payee,
        charge: Charge | None = None,
        *,
        day: str,
        requests: int = 1,
        papers: int = 0,
        cached: int = 0,
    ) -> None:
        """Add what requests came to that were not reserved, or answered papers, or both.

        Args:
            charge: of all the requests together; None for no request.
            day: as `day_of` writes it.
            requests: how many there were, where there is a charge.
            papers: answers that became summaries.
            cached: those that no request was sent for.

        Raises:
            LibraryError: nothing was written.
        """
        with self._database.transaction():
            self._add(payee, charge, day, requests if charge is not None else 0, papers, cached)

    def reserve(
        self,
        payee: Payee,
        expected: Charge,
        *,
        day: str,
        process: str,
        allow: Callable[[Totals], None] | None,
    ) -> int:
        """Note a request that is about to be sent, and return the number to settle it by.

        Args:
            expected: the most that it is expected to take.
            process: the id of the process that sends it.
            allow: told what the day comes to without this request, those under way counted in full; what
                it raises keeps the request from being noted. None allows everything.
        """
        with self._database.transaction():
            if allow is not None:
                allow(totals_of(self._database, day))
            return self._database.insert(
                "INSERT INTO reserved (day, process, summariser, endpoint, model, tokens_in, tokens_out, "
                "cost) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (day, process, *_names(payee), expected.tokens_in, expected.tokens_out, expected.cost),
            )

    def settle(self, number: int, charge: Charge | None, *, papers: int = 0, cached: int = 0) -> None:
        """Write what a reserved request came to, or take it off where it was never sent (None).

        A number that is settled already is passed over.
        """
        self.settle_all([(number, charge)], papers=papers, cached=cached)

    def settle_all(
        self, settled: Sequence[tuple[int, Charge | None]], *, papers: int = 0, cached: int = 0
    ) -> None:
        """Write what several reserved requests came to in one transaction, as `settle` does.

        Args:
            settled: the number of each, and what it came to.
            papers: answers to any of them that became summaries, and `cached` of them.

        Raises:
            LibraryError: nothing was written.
        """
        with self._database.transaction():
            for number, charge in settled:
                found = self._database.row(
                    "DELETE FROM reserved WHERE number = ? RETURNING day, summariser, endpoint, model",
                    (number,),
                )
                if found is not None:
                    self._add(Payee(*found[1:]), charge, found[0], int(charge is not None), papers, cached)
                    papers = cached = 0

    def settle_lost(self, alive: Callable[[str], bool]) -> int:
        """Settle at the estimate what processes had under way that are gone, and return how many requests.

        Args:
            alive: whether a process of that id is there.
        """
        rows = self._database.rows("SELECT number, process, tokens_in, tokens_out, cost FROM reserved")
        lost = [row for row in rows if not alive(row[1])]
        for number, _process, tokens_in, tokens_out, cost in lost:
            self.settle(number, Charge(tokens_in, tokens_out, cost, estimated=True))
        return len(lost)

    def _add(
        self, payee: Payee, charge: Charge | None, day: str, requests: int, papers: int, cached: int
    ) -> None:
        paid = charge or Charge()
        values = {
            "requests": requests,
            "papers": papers,
            "cached": cached,
            "tokens_in": paid.tokens_in,
            "tokens_out": paid.tokens_out,
            "reasoning": paid.reasoning,
            "reused": paid.reused,
            "cost": paid.cost or 0.0,
            "estimated": requests if paid.estimated else 0,
            "estimated_cost": (paid.cost or 0.0) if paid.estimated else 0.0,
            "unpriced": requests if paid.cost is None else 0,
        }
        if not any(values.values()):
            return
        added = ", ".join(f"{name} = {name} + excluded.{name}" for name in _NUMBERS)
        marks = ", ".join("?" * (4 + len(_NUMBERS)))
        self._database.run(
            f"INSERT INTO spending (day, summariser, endpoint, model, {', '.join(_NUMBERS)}) "
            f"VALUES ({marks}) ON CONFLICT (day, summariser, endpoint, model) DO UPDATE SET {added}",
            (day, *_names(payee), *(values[name] for name in _NUMBERS)),
        )


def totals_of(database: Database, day: str) -> Totals:
    """Return what a day comes to, with the requests under way at the most they may take."""
    spent = database.rows(
        "SELECT total(cost), total(tokens_in + tokens_out), total(requests) FROM spending WHERE day = ? "
        "UNION ALL SELECT total(cost), total(tokens_in + tokens_out), count(*) FROM reserved WHERE day = ?",
        (day, day),
    )
    return sum((Totals(cost, int(tokens), int(requests)) for cost, tokens, requests in spent), Totals())


def spending_of(database: Database, by: SpendingBy, since: str) -> tuple[Spending, ...]:
    """Return what was spent from a day on: days newest first, else the dearest first."""
    sums = ", ".join(f"sum({name})" for name in _NUMBERS)
    rows = database.rows(
        f"SELECT {_GROUPS[by]}, {sums} FROM spending WHERE day >= ? "
        f"GROUP BY {_COLUMNS[by]} ORDER BY {_ORDERS[by] or _DEAREST_FIRST}",
        (since,),
    )
    return tuple(map(_spending_from, rows))


def usual_answer(database: Database, payee: Payee, now: datetime) -> int | None:
    """Return how many tokens a model's answers had on average in the last 30 days; None where few came.

    Those from the cache do not count: their tokens were paid before, perhaps on a day long past.
    """
    since = day_of(now - timedelta(days=30))
    found = database.row(
        "SELECT sum(tokens_out), sum(papers - cached) FROM spending "
        "WHERE summariser = ? AND endpoint = ? AND model = ? AND day >= ? AND papers > cached",
        (*_names(payee), since),
    )
    tokens, papers = found or (0, 0)
    return round(tokens / papers) if papers and papers >= _TELLING else None


def _spending_from(row: Row) -> Spending:
    return Spending(*row[:4], **dict(zip(_NUMBERS, row[4:], strict=True)))


def _names(payee: Payee) -> tuple[str, str, str]:
    return clean(payee.summariser)[:_NAME], clean(payee.endpoint)[:_NAME], clean(payee.model)[:_NAME]
