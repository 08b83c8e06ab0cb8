"""What batches took stands in the ledger."""

from __future__ import annotations

from datetime import UTC, datetime

from radar.library.jobs.ledger import Ledger
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.spending import SpendingBy
from radar.papers.listed.paper import PaperId
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.pipeline.batches.spending import PLACE, noting

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
MADE = Provenance("endpoint", NOON, "small", tokens_in=500, tokens_out=60, cost=0.25)


def _summary(made: Provenance) -> Summary:
    return Summary(PaperId("title:moss"), Takeaway("Moss.", TakeawayOrigin.MODEL), Flags(), made)


def test_the_answers_of_a_batch_are_added_up_by_model(library: Library, reader: LibraryReader) -> None:
    note = noting(Ledger(library), lambda: NOON)
    note([_summary(MADE), _summary(MADE), _summary(replace(MADE, model="tall", cost=None))])
    note([_summary(MADE)])
    found = {row.model: row for row in reader.spending(SpendingBy.MODEL, 100_000)}
    small, tall = found["small"], found["tall"]
    assert (small.requests, small.papers, small.tokens_in, small.tokens_out) == (3, 3, 1500, 180)
    assert (small.cost, small.unpriced) == (0.75, 0)
    assert (tall.requests, tall.cost, tall.unpriced) == (1, 0.0, 1)
    assert [row.endpoint for row in reader.spending(SpendingBy.ENDPOINT, 100_000)] == [PLACE]
