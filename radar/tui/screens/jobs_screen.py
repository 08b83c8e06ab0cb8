"""The jobs of the worker: what runs, what waits, how the last ones ended; below them, how sources stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import ClassVar, Protocol

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from radar.errors import RadarError
from radar.papers.jobs.job import Job, JobState
from radar.pipeline.asking_again import can_be_asked_again
from radar.pipeline.source_standing import SourceStanding
from radar.tui.lines.glyphs import UNICODE, Glyphs
from radar.tui.screens.opened_screen import OpenedScreen
from radar.tui.screens.scrolling_part import PAGES, ScrollArea, ScrollingPart
from radar.tui.widgets.job_list import JobList
from radar.tui.words.source_list_text import sources_text

_SCROLLED = 2
"""Lines that a key scrolls where it moves no cursor."""
_BETWEEN = "   "


class JobReader(Protocol):
    """Where jobs are read; the library's reader is one."""

    def jobs(self, limit: int = 20) -> tuple[Job, ...]:
        """Return the newest jobs first."""
        ...


class JobKeeper(Protocol):
    """What the screen needs of radar."""

    @property
    def reader(self) -> JobReader:
        """Where jobs are read."""
        ...

    def cancel(self, number: int) -> None:
        """Take a waiting job from the queue, or ask a running one to stop."""
        ...


class JobsScreen(ScrollingPart, OpenedScreen[None]):
    """Watches the queue and cancels jobs; `escape` leaves."""

    INTERVAL: ClassVar[float] = 0.25
    """Seconds between two looks at the queue."""
    CSS_PATH = "jobs_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "cancel", "cancel", id="jobs.cancel", tooltip="Cancel the job under the cursor"),
        Binding(
            "enter",
            "again",
            "ask again",
            id="jobs.again",
            tooltip="Ask again for what failed, was cancelled or came in part; nothing is done twice",
        ),
        Binding("j,down", "move(1)", "down", show=False, id="jobs.down", tooltip="To the job below"),
        Binding("k,up", "move(-1)", "up", show=False, id="jobs.up", tooltip="To the job above"),
        *PAGES,
        Binding("s", "sources", "sources", id="jobs.sources", tooltip="How each source stands, and back"),
        Binding("escape,q,J", "leave", "leave", id="jobs.leave", tooltip="Back to the list; jobs go on"),
    ]

    def __init__(
        self,
        radar: JobKeeper,
        glyphs: Glyphs = UNICODE,
        sources: Callable[[datetime], Sequence[SourceStanding]] = lambda _now: (),
        stuck: Callable[[datetime], str] = lambda _now: "",
        ask_again: Callable[[Job], Job] = lambda job: job,
    ) -> None:
        """Watch jobs.

        Args:
            ask_again: queues what is left of a job that ended early, and returns the job that does it.
            sources: says how each source stands at a moment.
            stuck: says at a moment why the worker does nothing; empty where it is at work.
        """
        super().__init__()
        self._stuck = stuck
        self._ask_again = ask_again
        self._sources_at = sources
        self._sources: Sequence[SourceStanding] = ()
        self._foot_shown = ""
        self._radar = radar
        self._glyphs = glyphs
        self._told_of: tuple[int, JobState] | None = None
        """The job under the cursor, and where it stood, when something was told last."""
        self._unreadable = False

    def compose(self) -> ComposeResult:
        yield Static("Jobs", id="jobs-title", markup=False)
        with ScrollArea(id="jobs-scroll"):
            yield JobList(self._glyphs, id="jobs-list")
            yield Static(id="jobs-sources", markup=False)
        yield Static(id="jobs-told", markup=False)
        yield Static(self._foot(None), id="jobs-foot", markup=False)

    def on_mount(self) -> None:
        listed = self.query_one(JobList)
        listed.worker_told = self._stuck
        self._look()
        listed.focus()
        self.set_interval(self.INTERVAL, self._look)

    def on_job_list_moved(self) -> None:
        # Where its job stands is known once the jobs have their new places.
        self.once_painted(self._show_cursor)

    def action_move(self, step: int) -> None:
        """Move the cursor; beyond the last job, go on through the sources."""
        if self._leads_beyond(step):
            self.scrolled.scroll_relative(y=step * _SCROLLED, animate=False)
        else:
            self.query_one(JobList).move(step)
            self._show_cursor()

    def action_half(self, halves: int) -> None:
        """Move the cursor by half pages; beyond the last job, go on through the sources."""
        if self._leads_beyond(halves):
            super().action_half(halves)
        else:
            self.query_one(JobList).move_lines(halves * self.half_page)
            self._show_cursor()

    def action_edge(self, bottom: bool) -> None:
        """Move the cursor to the first or the last job; from the last, go to the end of the sources."""
        listed = self.query_one(JobList)
        if not listed.jobs or (bottom and self._leads_beyond(1)):
            super().action_edge(bottom)
        else:
            listed.move(len(listed.jobs) if bottom else -len(listed.jobs))
            self._show_cursor()

    def action_sources(self) -> None:
        """Go to how the sources stand, and back to the jobs."""
        if not self._sources:
            self._tell("No source is followed")
        elif self._among_sources():
            self._show_cursor()
        else:
            self.query_one("#jobs-sources").scroll_visible(top=True, animate=False)

    def on_resize(self) -> None:
        self.once_painted(self._show_sources)

    def action_cancel(self) -> None:
        """Cancel the job under the cursor; where it is out of view, only show it first."""
        job, seen = self.query_one(JobList).job, self._sees_cursor()
        if job is None:
            self._tell("There is no job to cancel")
            return
        waiting = job.state is JobState.QUEUED
        if not seen:
            self._show_cursor()
            # The line that tells may take room from the jobs.
            self.once_painted(self._show_cursor)
        if job.state.ended:
            self._tell(f"Nothing to cancel: {job.label} has ended")
            return
        if not seen:
            self._tell(f"{job.label} was out of view; x again {'cancels' if waiting else 'stops'} it")
            return
        try:
            self._radar.cancel(job.number)
        except RadarError as error:
            self._tell(str(error))
            return
        # Told of the job as it stands then.
        self._look()
        effect = "nothing was done" if waiting and job.untouched else "what is done stays"
        self._tell(f"{'Cancelled' if waiting else 'Stopping'}: {job.label}; {effect}")

    def action_again(self) -> None:
        """Ask again for the job under the cursor; where it is out of view, only show it first."""
        job, seen = self.query_one(JobList).job, self._sees_cursor()
        if job is None:
            self._tell("There is no job to ask for again")
            return
        if not seen:
            self._show_cursor()
            self.once_painted(self._show_cursor)
            self._tell(f"{job.label} was out of view; enter once more asks for it again")
            return
        try:
            told = f"Asked again: {self._ask_again(job).label}"
        except RadarError as error:
            told = f"Not asked again: {error}"
        self._look()
        self._tell(told)

    def action_leave(self) -> None:
        """Leave; jobs go on."""
        self.dismiss(None)

    def _look(self) -> None:
        listed = self.query_one(JobList)
        try:
            listed.jobs = self._radar.reader.jobs()
            sources = self._sources_at(datetime.now(UTC))
        except RadarError as error:
            self._tell(str(error))
            self._unreadable = True
        else:
            # A line that speaks of another job, or of how this one stood, would be taken for news.
            if self._unreadable or self._told_of != self._at_cursor():
                self._tell("")
            self._unreadable = False
            if sources != self._sources:
                self._sources = sources
                self._show_sources()
        listed.follow_the_clock()
        self._show_foot()

    def _show_foot(self) -> None:
        foot = self._foot(self.query_one(JobList).job)
        if foot != self._foot_shown:
            self._foot_shown = foot
            self.query_one("#jobs-foot", Static).update(foot)

    def _foot(self, job: Job | None) -> str:
        """Return which keys do something, to the job under the cursor among others."""
        again = "enter asks again" if job is not None and can_be_asked_again(job) else ""
        sources = "s sources" if self._sources else ""
        cancel = "x cancel" if job is not None and not job.state.ended else ""
        keys = ("j/k move", cancel, again, sources, "esc leaves, jobs go on")
        return _BETWEEN.join(filter(None, keys))

    def _show_sources(self) -> None:
        shown, width = self.query_one("#jobs-sources", Static), self.query_one("#jobs-scroll").size.width
        if not width:
            # Not laid out yet: what is broken for no room at all would be seen until it is.
            return
        shown.update(sources_text(self._sources, width - 1))
        shown.display = bool(self._sources)

    def _show_cursor(self) -> None:
        listed, area = self.query_one(JobList), self.scrolled
        place = listed.place_of(listed.cursor).crop_size(area.size)
        area.scroll_to_region(place, animate=False, immediate=True)
        self._show_foot()

    def _sees_cursor(self) -> bool:
        """Whether the name of the job under the cursor is in view."""
        listed, above = self.query_one(JobList), self.scrolled.scroll_offset.y
        return above <= listed.place_of(listed.cursor).y < above + self.scrolled.size.height

    def _leads_beyond(self, step: int) -> bool:
        """Whether there is no job to go to, but more to see."""
        listed, area = self.query_one(JobList), self.scrolled
        if not listed.jobs or self._among_sources():
            return True
        below = listed.place_of(listed.cursor).y >= area.scroll_offset.y + area.size.height
        return step > 0 and listed.cursor >= len(listed.jobs) - 1 and not below

    def _among_sources(self) -> bool:
        """Whether the sources are in view, and the job under the cursor is not."""
        listed, scroll = self.query_one(JobList), self.query_one("#jobs-scroll")
        above = scroll.scroll_offset.y
        cursor = listed.place_of(listed.cursor)
        return above + scroll.size.height > listed.size.height and 0 < cursor.bottom <= above

    def _tell(self, line: str) -> None:
        self._told_of = self._at_cursor()
        self.query_one("#jobs-told", Static).update(Content(line))

    def _at_cursor(self) -> tuple[int, JobState] | None:
        job = self.query_one(JobList).job
        return (job.number, job.state) if job else None
