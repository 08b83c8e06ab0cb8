"""The right of the first line: what the worker is at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from radar.abstracts.rules_version import RULES_VERSION
from radar.errors import LibraryBusy, RadarError
from radar.library.reader import LibraryCounts
from radar.papers.jobs.job import Job, JobState
from radar.tui.lines.glyphs import Glyphs

if TYPE_CHECKING:
    from radar.tui.words.job_words import AtWork

_JOBS_LOOKED_AT = 20
_UNKNOWN = -1
"""No version of a library."""


class JobSource(Protocol):
    """Where jobs are read; the library's reader is one."""

    def data_version(self) -> int:
        """Return a number that changes when another connection wrote."""
        ...

    def jobs(self, limit: int = 20) -> tuple[Job, ...]:
        """Return the newest jobs first."""
        ...

    def outdated(self, rules_version: int) -> int:
        """Return how many papers older rules have read."""
        ...

    def counts(self) -> LibraryCounts:
        """Return how many papers there are."""
        ...


class JobStatus(Widget):
    """Watches the library for what a worker, or another screen, does to it."""

    INTERVAL: ClassVar[float] = 0.15
    """Seconds between two looks; a look costs microseconds while nothing happens."""
    AFTER_TROUBLE: ClassVar[float] = 3.0
    """Seconds before a library that could not be read is looked at again."""
    FIRST_WAKE: ClassVar[float] = 0.1
    """Seconds until it is first looked whether work waits: the first papers go before."""
    WAKE_INTERVAL: ClassVar[float] = 3.0
    """Seconds between two looks whether work waits and no worker is there."""
    COUNT_INTERVAL: ClassVar[float] = 0.5
    """Seconds between two counts of the papers that newer rules have still to read."""
    DEFAULT_CSS = """
    JobStatus { width: 1fr; height: 1; padding: 0 1; text-align: right; color: $text-muted; }
    """
    line: reactive[str] = reactive("")
    active: reactive[tuple[Job, ...]] = reactive[tuple[Job, ...]](())
    """Jobs that have not ended, those at work first."""
    own: reactive[AtWork | None] = reactive(None)
    """What the screen itself is at; it is soon over, and shown before any job."""

    class LibraryChanged(Message):
        """Something else than this screen wrote to the library, or the screen itself did."""

        def can_replace(self, message: Message) -> bool:
            """A burst of changes is one."""
            return isinstance(message, JobStatus.LibraryChanged)

    class Ended(Message):
        """A job has ended since the last look."""

        def __init__(self, job: Job) -> None:
            super().__init__()
            self.job = job

    class Clicked(Message):
        """The reader wants to see the jobs."""

    def __init__(
        self,
        source: JobSource,
        glyphs: Glyphs,
        wake: Callable[[], object],
        *,
        since: int | None = None,
        id: str | None = None,
    ) -> None:
        """Make the status.

        Args:
            wake: starts a worker where work waits for one; one that died is noticed that way too.
            since: the version of the library that is on screen; None for that at the time of the mount.
        """
        super().__init__(id=id)
        self._source = source
        self._wake = wake
        self._glyphs = glyphs
        self._since = since
        self._version = _UNKNOWN
        self._newest: int | None = None
        """The highest number of a job at the last look; None before the first."""
        self._looking: Timer | None = None
        self._unreadable = False
        """Whether the last look failed, which `line` then tells."""
        self._wake_failed = False
        self._outdated = 0
        self._papers = 0
        self._counted = 0.0

    def on_mount(self) -> None:
        self._looking = self.set_interval(self.INTERVAL, self.look)
        try:
            version = self._source.data_version()
            self._version = version if self._since is None else self._since
            self._read_jobs()
        except RadarError as error:
            self._look_later(error)
        self.set_timer(self.FIRST_WAKE, self.wake)
        self.set_interval(self.WAKE_INTERVAL, self.wake)

    def on_resize(self) -> None:
        self._write()

    def on_click(self, _event: events.Click) -> None:
        self.post_message(self.Clicked())

    def look(self) -> None:
        """Look whether anything was written, and say so."""
        try:
            version = self._source.data_version()
            self._unreadable = False
            if version != self._version:
                self._read_jobs()
                self._version = version
                self.post_message(self.LibraryChanged())
            elif self.active or self._outdated:
                self._count_outdated()
                self._write()
            elif self.own is not None:
                self._write()
        except RadarError as error:
            self._look_later(error)

    def written(self) -> None:
        """Look at once after this screen has written, where the line still tells that nothing can be read.

        The look itself finds out whether the file is the one that was opened: what was written to another
        takes no warning away.
        """
        if self._unreadable:
            self.look()

    def watch_own(self) -> None:
        self._write()

    def wake(self) -> None:
        """Have a worker started where one is needed."""
        try:
            self._wake()
            if self._wake_failed and not self._unreadable:
                self._write()
            self._wake_failed = False
        except LibraryBusy:
            # Whoever writes is soon done, and this is tried again.
            return
        except RadarError as error:
            self._wake_failed = True
            self.line = str(error)

    def render(self) -> Content:
        return Content(self.line)

    def _look_later(self, error: RadarError) -> None:
        """Give a library that is locked or gone some time; whatever it holds then is news."""
        self.line = str(error)
        self._unreadable = True
        self._version = _UNKNOWN
        if self._looking is not None:
            self._looking.pause()
            self.set_timer(self.AFTER_TROUBLE, self._looking.resume)

    def _read_jobs(self) -> None:
        jobs = self._source.jobs(_JOBS_LOOKED_AT)
        before, newest = {job.number for job in self.active}, self._newest
        self._newest = max((job.number for job in jobs), default=0)
        self.active = _in_turn([job for job in jobs if not job.state.ended])
        for job in reversed(jobs):
            # One may begin and end between two looks; what had ended before the first is no news.
            new = newest is not None and job.number > newest
            if job.state.ended and (new or job.number in before):
                self.post_message(self.Ended(job))
        self._count_outdated()
        self._write()

    def _count_outdated(self) -> None:
        """Count what newer rules have still to read; seldom while there is any, for counting takes time."""
        now = monotonic()
        if self._outdated and now - self._counted < self.COUNT_INTERVAL:
            return
        self._outdated, self._counted = self._source.outdated(RULES_VERSION), now
        self._papers = self._source.counts().papers if self._outdated else 0

    def _write(self) -> None:
        if self.own is None and not self.active and not self._outdated:
            self.line = ""
            return
        # Nearly every start finds nothing at work.
        from radar.tui.words.job_words import job_line, reread_line

        width = self.content_size.width
        if self.own is not None:
            self.line = job_line((self.own,), datetime.now(UTC), self._glyphs, width)
        elif self._outdated and not self.active:
            self.line = reread_line(self._outdated, self._papers, self._glyphs, width)
        else:
            self.line = job_line(self.active, datetime.now(UTC), self._glyphs, width)


def _in_turn(jobs: Sequence[Job]) -> tuple[Job, ...]:
    return tuple(sorted(jobs, key=lambda job: (job.state is not JobState.RUNNING, job.number)))
