"""What the answers of a batch took, written into the ledger beside what was asked online."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from radar.library.jobs.ledger import day_of
from radar.papers.jobs.spending import Charge, Payee
from radar.papers.summaries.summary import Summary

if TYPE_CHECKING:
    from radar.library.jobs.ledger import Ledger

PLACE = "batch"
"""Stands in the ledger where the host of an endpoint stands: a file does not say who answered it."""


def noting(
    ledger: Ledger, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Callable[[Sequence[Summary]], None]:
    """Return what writes down the summaries of a chunk, by summariser and model, on the day of the import."""

    def note(summaries: Sequence[Summary]) -> None:
        groups: dict[tuple[str, str], list[Summary]] = defaultdict(list)
        for summary in summaries:
            groups[summary.provenance.summariser, summary.provenance.model].append(summary)
        for (summariser, model), group in groups.items():
            payee, count = Payee(summariser, PLACE, model), len(group)
            ledger.record(payee, _sum_of(group), day=day_of(now()), requests=count, papers=count)

    return note


def _sum_of(summaries: Sequence[Summary]) -> Charge:
    """Return what they took together; the cost is unknown as soon as that of one is."""
    made = [summary.provenance for summary in summaries]
    costs = [one.cost for one in made if one.cost is not None]
    return Charge(
        sum(one.tokens_in for one in made),
        sum(one.tokens_out for one in made),
        sum(costs) if len(costs) == len(made) else None,
    )
