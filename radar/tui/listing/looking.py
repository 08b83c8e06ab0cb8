"""Which papers the reader looks at, noted for the worker, so that it asks for those first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from radar.errors import RadarError
from radar.papers.jobs.job import Job, JobKind


class Papers(Protocol):
    """A list on screen."""

    @property
    def in_sight(self) -> tuple[int, ...]:
        """The papers on screen, from top to bottom."""


class Jobs(Protocol):
    """Knows what is at work."""

    active: tuple[Job, ...]
    """Jobs that have not ended."""


class Looking:
    """Notes the papers in sight once the list has come to rest, while summaries are being made.

    Args:
        papers: the list.
        jobs: the jobs.
        note: keeps the papers where the worker finds them.
    """

    INTERVAL = 0.5
    """Seconds between two looks; a list that stands still for so long has come to rest."""

    def __init__(self, papers: Papers, jobs: Jobs, note: Callable[[Sequence[int]], None]) -> None:
        self._papers = papers
        self._jobs = jobs
        self._note = note
        self._seen: tuple[int, ...] = ()
        self._noted: tuple[int, ...] = ()

    def look(self) -> None:
        """Look once; costs nothing to speak of while no summaries are being made."""
        before, self._seen = self._seen, self._papers.in_sight
        rests = self._seen == before and bool(before)
        wanted = any(job.kind is JobKind.SUMMARISE for job in self._jobs.active)
        if not (rests and wanted) or self._seen == self._noted:
            return
        try:
            self._note(self._seen)
        except RadarError:
            # The order of the work is a courtesy; what is wrong with the library is told elsewhere.
            return
        self._noted = self._seen
