"""The summariser that asks nobody."""

from __future__ import annotations

from datetime import UTC, datetime

from radar.summaries.offline import OfflineSummariser, offline_summary
from tests.summaries.papers import paper, reading_of

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def test_a_reading_is_the_summary() -> None:
    summariser = OfflineSummariser(lambda: NOW)
    reading = reading_of(paper())
    outcome = await summariser.summarise(paper(), reading)
    await summariser.aclose()
    made = outcome.summary
    assert made == offline_summary(paper().id, reading, NOW)
    assert (made.takeaway, made.flags) == (reading.takeaway, reading.flags)
    assert (made.provenance.summariser, made.provenance.model) == ("offline", "")
    assert (made.provenance.created, made.provenance.rules_version) == (NOW, reading.rules_version)
    assert not outcome.cached
