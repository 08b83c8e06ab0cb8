"""The summariser that asks nobody: what the rules read is the summary."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from radar.papers.listed.paper import Paper, PaperId
from radar.papers.summaries.summary import Provenance, Reading, Summary
from radar.summaries.summariser import Outcome, SummariserSettings

NAME = "offline"


def offline_summary(paper_id: PaperId, reading: Reading, created: datetime) -> Summary:
    """Return a reading as a summary, made at an aware moment in UTC."""
    provenance = Provenance(summariser=NAME, created=created, rules_version=reading.rules_version)
    return Summary(paper_id, reading.takeaway, reading.flags, provenance)


class OfflineSummariser:
    """Summarises without any model; never fails, costs nothing."""

    name = NAME
    model = ""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now

    async def summarise(self, paper: Paper, reading: Reading) -> Outcome:
        """Return the reading as a summary."""
        return Outcome(offline_summary(paper.id, reading, self._now()))

    async def aclose(self) -> None:
        """Nothing is open."""


def make(settings: SummariserSettings) -> OfflineSummariser:
    """Make the summariser; it has no settings."""
    return OfflineSummariser()
