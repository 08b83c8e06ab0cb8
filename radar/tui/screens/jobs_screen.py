"""The jobs of the worker: what runs, what waits, how the last ones ended; below them, how sources stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import ClassVar, Protocol

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from radar.errors import RadarError
from radar.papers.job import Job, JobState
from radar.pipeline.source_standing import SourceStanding
from radar.tui.glyphs import UNICODE, Glyphs
from radar.tui.job_list_text import standing, when
from radar.tui.job_words import shortened_label
from radar.tui.screens.opened_screen import OpenedScreen
from radar.tui.screens.scrolling_part import PAGES, ScrollArea, ScrollingPart
from radar.tui.source_list_text import sources_text
from radar.tui.terminal_cursor import cell_of
from radar.tui.wrapping import cut, wrap

_BAR_WIDTH = 2
_STATE_WIDTH = 11
_TEXT_LINES = 6
"""Lines that one job's progress or end may take."""
_SCROLLED = 2
"""Lines that a key scrolls where it moves no cursor."""
_FOOT = "j/k move   x cancel   esc leaves, jobs go on"
_FOOT_WITH_SOURCES = "j/k move   x cancel   s sources   esc leaves, jobs go on"
_QUIET = "$foreground-muted"
_STYLES = {
    JobState.RUNNING: "bold $text-success",
    JobState.FAILED: "bold $text-error",
    JobState.LOST: "bold $text-warning",
    JobState.QUEUED: "bold",
}
_IN_PART = "bold $text-warning"


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


class JobList(Widget, can_focus=True):
    """Draws jobs, and keeps the cursor on its job."""

    jobs: reactive[tuple[Job, ...]] = reactive[tuple[Job, ...]]((), layout=True)
    cursor: reactive[int] = reactive(0)
    """Place of the job under the cursor."""

    class Moved(Message):
        """The cursor went to another place, but not by a key."""

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self.worker_told: Callable[[datetime], str] = lambda _now: ""
        """Says at a moment why the worker does nothing; empty where it is at work."""
        self._heights: list[int] = []
        self._painted = Content()

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the name of the job under the cursor begins."""
        return cell_of(self, _BAR_WIDTH + _STATE_WIDTH, self.place_of(self.cursor).y)

    @property
    def job(self) -> Job | None:
        """The job under the cursor."""
        return self.jobs[self.cursor] if self.cursor < len(self.jobs) else None

    def watch_jobs(self, old: Sequence[Job], new: Sequence[Job]) -> None:
        number = old[self.cursor].number if self.cursor < len(old) else -1
        places = [place for place, job in enumerate(new) if job.number == number]
        self._put(places[0] if places else 0)

    def move(self, step: int) -> None:
        """Move the cursor, not beyond the ends."""
        self.cursor = max(0, min(len(self.jobs) - 1, self.cursor + step))

    def move_lines(self, lines: int) -> None:
        """Move the cursor to the job that is drawn so many lines further, but by one job at least."""
        line = self.place_of(self.cursor).y + lines
        last = len(self.jobs) - 1
        there = next((place for place in range(last) if self.place_of(place).bottom > line), last)
        self.move(max(1, there - self.cursor) if lines > 0 else min(-1, there - self.cursor))

    def place_of(self, place: int) -> Region:
        """Return where a job is drawn."""
        top = sum(self._heights[:place])
        height = self._heights[place] if place < len(self._heights) else 0
        return Region(0, top, max(1, self.size.width), height)

    def on_click(self, event: events.Click) -> None:
        for place in range(len(self.jobs)):
            if self.place_of(place).contains(0, event.y):
                self._put(place)

    def _put(self, place: int) -> None:
        if place != self.cursor:
            self.cursor = place
            self.post_message(self.Moved())

    def on_resize(self) -> None:
        self.refresh(layout=True)

    def follow_the_clock(self) -> None:
        """Paint anew where time has changed what stands here: the whole list takes most of a frame."""
        if not self._drawn().is_same(self._painted):
            self.refresh()

    def render(self) -> Content:
        self._painted = self._drawn()
        return self._painted

    def _drawn(self) -> Content:
        if not self.jobs:
            return Content("No jobs yet. Importing, refreshing and summarising show up here.\n ")
        now = datetime.now(UTC)
        others_run = any(job.state is JobState.RUNNING for job in self.jobs)
        stuck = self.worker_told(now) if others_run else ""
        told = [
            standing(job, now, self._glyphs, others_run=others_run, worker_told=stuck) for job in self.jobs
        ]
        drawn = [self._lines(place, job, now, told[place]) for place, job in enumerate(self.jobs)]
        self._heights = [len(lines) for lines in drawn]
        return Content("\n").join([line for lines in drawn for line in lines])

    def _lines(self, place: int, job: Job, now: datetime, text: str) -> list[Content]:
        here = place == self.cursor
        room = max(20, self.size.width - _STATE_WIDTH - _BAR_WIDTH)
        bar = Content.styled((self._glyphs.cursor if here else "").ljust(_BAR_WIDTH), "bold $text-accent")
        style = _IN_PART if job.in_part else _STYLES.get(job.state, _QUIET)
        state = Content.styled(job.state_told.ljust(_STATE_WIDTH), style)
        clock = when(job, now)
        if cell_len(job.label) + len(clock) + 2 > room:
            clock = clock.partition(",")[0]
        label = shortened_label(job.label, room - len(clock) - 2, self._glyphs)
        gap = " " * (room - cell_len(label) - len(clock))
        head = Content.styled(label, "bold" if here else "") + Content.styled(gap + clock, _QUIET)
        parts = wrap(text, room)
        below = [text[start:end] for start, end in parts[:_TEXT_LINES]]
        if len(parts) > _TEXT_LINES:
            below[-1] = cut(text[parts[_TEXT_LINES - 1][0] :], room, self._glyphs.ellipsis)
        indent = Content(" " * _STATE_WIDTH)
        return [
            bar + state + head,
            *(bar + indent + Content.styled(line, _QUIET) for line in below),
            Content(" "),
        ]


class JobsScreen(ScrollingPart, OpenedScreen[None]):
    """Watches the queue and cancels jobs; `escape` leaves."""

    INTERVAL: ClassVar[float] = 0.25
    """Seconds between two looks at the queue."""
    CSS_PATH = "jobs_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "cancel", "cancel", id="jobs.cancel", tooltip="Cancel the job under the cursor"),
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
    ) -> None:
        """Watch jobs.

        Args:
            sources: says how each source stands at a moment.
            stuck: says at a moment why the worker does nothing; empty where it is at work.
        """
        super().__init__()
        self._stuck = stuck
        self._sources_at = sources
        self._sources: Sequence[SourceStanding] = ()
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
        yield Static(_FOOT, id="jobs-foot", markup=False)

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

    def _show_sources(self) -> None:
        shown, width = self.query_one("#jobs-sources", Static), self.query_one("#jobs-scroll").size.width
        if not width:
            # Not laid out yet: what is broken for no room at all would be seen until it is.
            return
        shown.update(sources_text(self._sources, width - 1))
        shown.display = bool(self._sources)
        self.query_one("#jobs-foot", Static).update(_FOOT_WITH_SOURCES if self._sources else _FOOT)

    def _show_cursor(self) -> None:
        listed, area = self.query_one(JobList), self.scrolled
        place = listed.place_of(listed.cursor).crop_size(area.size)
        area.scroll_to_region(place, animate=False, immediate=True)

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
