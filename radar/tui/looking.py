"""Which papers the reader looks at, noted for the worker, so that it asks for those first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from radar.errors import RadarError
from radar.papers.job import Job, JobKind


class Looking:
    """Notes the papers on screen once the list has come to rest, while summaries are being made.

    Args:
        visible: gives the papers on screen, in order.
        jobs: gives the jobs that have not ended.
        note: keeps them where the worker finds them.
    """

    INTERVAL = 0.5
    """Seconds between two looks; a list that stands still for so long has come to rest."""

    def __init__(
        self,
        visible: Callable[[], Sequence[int]],
        jobs: Callable[[], Sequence[Job]],
        note: Callable[[Sequence[int]], None],
    ) -> None:
        self._visible = visible
        self._jobs = jobs
        self._note = note
        self._seen: Sequence[int] = ()
        self._noted: Sequence[int] = ()

    def look(self) -> None:
        """Look once; costs nothing while no summaries are being made."""
        if not any(job.kind is JobKind.SUMMARISE for job in self._jobs()):
            return
        seen = self._visible()
        if seen == self._seen:
            self.now()
        self._seen = seen

    def now(self) -> None:
        """Note the papers on screen at once, unless that is done already."""
        seen = self._visible()
        if not seen or seen == self._noted:
            return
        try:
            self._note(seen)
        except RadarError:
            # The order of the work is a courtesy; what is wrong with the library is told elsewhere.
            return
        self._noted = seen
