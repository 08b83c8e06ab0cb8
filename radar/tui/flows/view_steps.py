"""What a key does with all papers in view, or with the radar as a whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from radar.papers.jobs.job import Job, JobState
from radar.papers.reader.query import PaperQuery
from radar.tui.flows.all_in_view import AllInView
from radar.tui.flows.bringing import Bringing
from radar.tui.flows.choosing import Choosing
from radar.tui.flows.exporting import Exporting
from radar.tui.flows.ordering import Ordering
from radar.tui.flows.step import CallOff, Later, Say, Step, Write
from radar.tui.flows.summarising import Summarising

if TYPE_CHECKING:
    from radar.pipeline.radar import Radar


class InView(Protocol):
    """Lists papers, and knows all that are in view once they are counted."""

    @property
    def query(self) -> PaperQuery:
        """The question that is being answered."""
        ...

    @property
    def papers(self) -> Sequence[int]:
        """All papers in view, in order; raises RadarError where only the first of them are known."""
        ...

    @property
    def counting(self) -> bool:
        """Whether they are still to come."""
        ...

    def renew(self) -> None:
        """Let go of papers that marks since have put out of view."""
        ...

    def when_counted(self, then: Callable[[], None]) -> None:
        """Call back once they are there, or nothing more comes."""
        ...


class ViewSteps:
    """The first step of everything that needs no single paper."""

    def __init__(
        self,
        radar: Radar,
        undo: Callable[[], Step],
        summarising: Summarising,
        choosing: Choosing,
        exporting: Exporting,
        ordering: Ordering,
        together: AllInView,
        bringing: Bringing,
        in_view: InView,
        stop_work: Callable[[], str],
    ) -> None:
        """Make the steps.

        Args:
            undo: takes back the last act, of whatever kind.
            in_view: the papers in view.
            stop_work: ends what the screen itself is at, and returns what that is.
        """
        self._radar = radar
        self._stop_work = stop_work
        self._in_view = in_view
        self._steps: dict[str, Callable[[], Step | None]] = {
            "export": lambda: self._of_all(exporting.start),
            "summarise": lambda: self._of_all(summarising.all),
            "all": lambda: self._of_all(together.start),
            "choose": choosing.start,
            "order": ordering.start,
            "undo": undo,
            "bring": bringing.start,
            "refresh": self._refresh,
            "cancel": self._cancel,
        }

    def take(self, name: str) -> Step | None:
        """Take the first step."""
        return self._steps[name]()

    def _of_all(self, start: Callable[[Sequence[int]], Step]) -> Step:
        """Begin with all papers in view, as soon as they are counted."""
        view = self._in_view
        view.renew()
        if not view.counting:
            return start(view.papers)
        query = view.query

        def begin() -> Step:
            if view.query != query:
                return Say("another list is in view now: ask again for it")
            view.renew()
            return start(view.papers)

        return Later("counting the papers in view", view.when_counted, begin)

    def _refresh(self) -> Write:
        def ask() -> Say:
            job = self._radar.request_refresh()
            # The same question is asked once, whoever began it: by itself, or in another radar.
            return Say(f"{'under way' if job.state is JobState.RUNNING else 'asked for'}: {job.label}")

        return Write(ask, starts="the refresh")

    def _cancel(self) -> Step:
        if label := self._stop_work():
            return Say(f"stopping: {label}")
        jobs = [job for job in self._radar.reader.jobs() if not job.state.ended]
        if not jobs:
            return CallOff("no job is running")
        job = min(jobs, key=_turn)

        def write() -> Say:
            self._radar.cancel(job.number)
            waits = job.state is JobState.QUEUED
            return Say(f"cancelled: {job.label}" if waits else f"stopping: {job.label}; what is done stays")

        return Write(write)


def _turn(job: Job) -> tuple[bool, bool, int]:
    """Return what sorts jobs by which is cancelled next: the first on screen that is not stopping already."""
    return job.cancel_requested, job.started is None, job.number
