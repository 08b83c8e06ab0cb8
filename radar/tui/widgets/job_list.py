"""The list of jobs, each with its state, how far it is or how it ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from radar.papers.jobs.job import Job, JobState
from radar.tui.lines.glyphs import Glyphs
from radar.tui.lines.wrapping import cut, wrap
from radar.tui.terminal.terminal_cursor import cell_of
from radar.tui.words.job_list_text import standing, when
from radar.tui.words.job_words import shortened_label

_BAR_WIDTH = 2
_STATE_WIDTH = 11
_TEXT_LINES = 6
"""Lines that one job's progress or end may take."""
_QUIET = "$foreground-muted"
_STYLES = {
    JobState.RUNNING: "bold $text-success",
    JobState.FAILED: "bold $text-error",
    JobState.LOST: "bold $text-warning",
    JobState.QUEUED: "bold",
}
_IN_PART = "bold $text-warning"


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
