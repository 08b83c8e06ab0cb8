from datetime import UTC, datetime, timedelta
from typing import Self

import pytest
from textual.app import ComposeResult
from textual.geometry import Region
from textual.screen import Screen

from radar.errors import LibraryError, RadarError
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.pipeline.source_standing import SourceStanding
from radar.tui.lines.glyphs import ASCII, UNICODE
from radar.tui.screens.jobs_screen import JobsScreen
from radar.tui.widgets.job_list import JobList
from tests.tui.screens.alone import Alone, text_of, until

NOW = datetime.now(UTC)


def job(number: int, state: JobState, label: str = "", message: str = "") -> Job:
    begun = NOW - timedelta(minutes=number)
    ended = NOW if state.ended else None
    name = label or f"summarise {number} papers"
    kind, progress = JobKind.SUMMARISE, JobProgress(10, 4, 4)
    return Job(number, kind, name, "{}", state, progress, begun, begun, ended, message)


class Queue:
    """Jobs in memory, with the face of the library's reader and of radar."""

    def __init__(self, *jobs: Job) -> None:
        self.all = jobs
        self.cancelled: list[int] = []
        self.error: LibraryError | None = None

    @property
    def reader(self) -> "Queue":
        return self

    def jobs(self, limit: int = 20) -> tuple[Job, ...]:
        if self.error is not None:
            raise self.error
        return self.all[:limit]

    def cancel(self, number: int) -> None:
        if self.error is not None:
            raise self.error
        self.cancelled.append(number)
        self.all = tuple(
            replace(job, cancel_requested=True) if job.number == number else job for job in self.all
        )


MIXED = (
    job(4, JobState.QUEUED),
    job(3, JobState.RUNNING),
    job(2, JobState.FAILED, message="The endpoint does not answer [/]"),
    job(1, JobState.DONE, "import [@click=app.quit]x[/] 石", "66 papers: 66 new"),
)


def jobs_screen(*jobs: Job) -> tuple[Queue, Alone[None]]:
    queue = Queue(*jobs)
    return queue, Alone(JobsScreen(queue))


def listed(app: Alone[None]) -> str:
    return text_of(app.shown.query_one(JobList))


def told(app: Alone[None]) -> str:
    return text_of(app.shown.query_one("#jobs-told"))


async def test_a_job_behind_another_waits_for_its_turn_and_one_alone_for_the_worker() -> None:
    for jobs, told in ((MIXED, "waits for its turn"), (MIXED[:1], "waits for the worker")):
        _queue, app = jobs_screen(*jobs)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert told in listed(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (44, 24)])
async def test_jobs_are_listed_with_state_progress_and_end(size: tuple[int, int]) -> None:
    _, app = jobs_screen(*MIXED)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = listed(app)
        assert "queued     summarise 4 papers" in shown
        assert "running    summarise 3 papers" in shown
        assert "4 of 10" in shown
        assert "failed     summarise 2" in shown
        assert "import [@click" in shown
        assert "66 papers: 66 new" in shown


async def test_a_job_of_which_something_failed_is_not_listed_as_done() -> None:
    ended = job(1, JobState.DONE, "refresh hf:daily, arxiv:cs.CL", "hf:daily: 2 new; arxiv:cs.CL: gone")
    _, app = jobs_screen(replace(ended, progress=JobProgress(2, 2, 2, failed=1)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "in part    refresh hf:daily" in listed(app)


async def test_what_came_of_a_job_is_told_to_its_end_or_cut_with_a_sign() -> None:
    ending = (
        "2 papers: 2 new, 0 known, 5 lines not understood " + "(line 3: there is no title; and 4 more) " * 4
    )
    _, app = jobs_screen(
        job(2, JobState.DONE, message=ending + "end"), job(1, JobState.DONE, message=ending * 9)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first, second = listed(app).split("done")[1:]
        assert first.split()[-1] == "end"
        assert second.rstrip().endswith("…")


async def test_that_the_worker_is_stuck_is_told_of_what_runs() -> None:
    halted = "the worker (process 12) has not stirred"
    queue = Queue(*MIXED)
    app = Alone(JobsScreen(queue, stuck=lambda _now: halted))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        assert listed(app).count(halted) == 1
        queue.all = MIXED[2:]
        await until(pilot, lambda: halted not in listed(app), "the end of what runs")


async def test_no_jobs_is_said() -> None:
    _, app = jobs_screen()
    async with app.run_test() as pilot:
        await pilot.press("j", "x")
        assert "No jobs yet" in listed(app)


async def test_the_list_is_live_and_the_cursor_stays_on_its_job() -> None:
    queue, app = jobs_screen(*MIXED)
    async with app.run_test() as pilot:
        await pilot.press("j")
        queue.all = (job(5, JobState.QUEUED), *MIXED)
        await until(pilot, lambda: "summarise 5 papers" in listed(app), "the new job is listed")
        under_cursor = app.shown.query_one(JobList).job
        assert under_cursor is not None
        assert under_cursor.number == 3


async def test_x_cancels_a_waiting_job_and_stops_a_running_one() -> None:
    queue, app = jobs_screen(*MIXED)
    async with app.run_test() as pilot:
        await pilot.press("x")
        assert told(app).startswith("Cancelled: summarise 4 papers")
        await pilot.press("j", "x")
        assert queue.cancelled == [4, 3]
        await until(pilot, lambda: "stopping   summarise 3" in listed(app), "the job is seen to stop")
        assert told(app).startswith("Stopping: summarise 3 papers")


async def test_a_job_that_has_not_begun_is_cancelled_with_nothing_done() -> None:
    waits = replace(job(4, JobState.QUEUED), started=None)
    queue, app = jobs_screen(replace(waits, progress=JobProgress()), replace(waits, number=3))
    async with app.run_test() as pilot:
        await pilot.press("x")
        assert told(app) == "Cancelled: summarise 4 papers; nothing was done"
        await pilot.press("j", "x")
        assert told(app) == "Cancelled: summarise 4 papers; what is done stays"
        assert queue.cancelled == [4, 3]


async def test_what_is_told_of_a_job_goes_when_it_stands_otherwise_or_the_cursor_leaves_it() -> None:
    queue, app = jobs_screen(*MIXED)
    async with app.run_test() as pilot:
        await pilot.press("j", "x")
        assert told(app).startswith("Stopping: summarise 3 papers")
        queue.all = (MIXED[0], job(3, JobState.CANCELLED), *MIXED[2:])
        await until(pilot, lambda: not told(app), "the job has stopped, and is not said to be stopping")
        await pilot.press("x")
        assert told(app).startswith("Nothing to cancel: summarise 3 papers")
        await pilot.press("k")
        await until(pilot, lambda: not told(app), "the cursor is on another job")
        await pilot.press("x")
        assert told(app).startswith("Cancelled: summarise 4 papers")
        queue.all = ()
        await until(pilot, lambda: not told(app), "no job is left")


async def test_a_library_that_can_be_read_again_is_not_said_to_be_busy() -> None:
    queue, app = jobs_screen(*MIXED)
    async with app.run_test() as pilot:
        queue.error = LibraryError("the library is busy")
        await until(pilot, lambda: "the library is busy" in told(app), "the error is told")
        queue.error = None
        await until(pilot, lambda: not told(app), "it can be read again")


async def test_an_ended_job_cannot_be_cancelled_and_that_is_said() -> None:
    queue, app = jobs_screen(*MIXED)
    async with app.run_test() as pilot:
        await pilot.press("j", "j", "j", "j", "x")
        assert queue.cancelled == []
        await pilot.pause()
        assert told(app).startswith("Nothing to cancel: import [@click=app.quit]x[/] 石")


async def test_a_click_puts_the_cursor_on_a_job() -> None:
    _, app = jobs_screen(*MIXED)
    async with app.run_test() as pilot:
        await pilot.pause()
        y = next(y for y, row in enumerate(listed(app).splitlines()) if "does not answer" in row)
        await pilot.click(JobList, offset=(20, y))
        under_cursor = app.shown.query_one(JobList).job
        assert under_cursor is not None
        assert under_cursor.number == 2


async def test_the_cursor_is_kept_in_view() -> None:
    _, app = jobs_screen(*(job(number, JobState.DONE) for number in range(20, 0, -1)))
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.press(*["j"] * 19)
        await pilot.pause()
        scroll = app.shown.query_one("#jobs-scroll")
        assert scroll.scroll_offset.y == scroll.max_scroll_y > 0


async def test_a_library_that_cannot_be_read_is_told() -> None:
    queue, app = jobs_screen(*MIXED)
    async with app.run_test() as pilot:
        await pilot.pause()
        queue.error = LibraryError("The library is busy")
        await until(pilot, lambda: "The library is busy" in told(app), "the error is told")
        await pilot.press("x")
        assert "summarise 4 papers" in listed(app)


DAILY = SourceStanding("hf:daily", "Hugging Face", ("2026-02-03 09:30  2 new, 7 known",), failed=False)
BROKEN = SourceStanding(
    "feed:https://kites.example/feed/of/everything",
    "On Kites [/]",
    (
        "2026-02-03 09:30  failed",
        "a web page\x1b[31m",
        "asked again from 09:40 on",
        "answered last 2026-02-01 08:00",
    ),
    failed=True,
)


@pytest.mark.parametrize("size", [(80, 24), (44, 40)])
async def test_under_the_jobs_stands_how_each_source_does(size: tuple[int, int]) -> None:
    app = Alone(JobsScreen(Queue(*MIXED[:2]), sources=lambda _now: (DAILY, BROKEN)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = text_of(app.shown.query_one("#jobs-sources"))
        lines = [line.strip() for line in shown.splitlines()]
        assert lines[0] == "Sources"
        letters = "".join("".join(lines).split())
        for part in ("hf:daily", "2 new, 7 known", BROKEN.name, "failed", *BROKEN.lines[2:], "On Kites [/]"):
            assert "".join(part.split()) in letters
        assert "\x1b" not in shown
        assert max(map(len, shown.splitlines())) <= size[0] - 4
        assert "s sources" in text_of(app.shown.query_one("#jobs-foot"))


async def test_a_key_goes_to_the_sources_and_back_to_the_job_under_the_cursor() -> None:
    jobs = [job(number, JobState.DONE) for number in range(20, 0, -1)]
    app = Alone(JobsScreen(Queue(*jobs), sources=lambda _now: (DAILY, BROKEN) * 9))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("j", "j", "s")
        scroll, sources = app.shown.query_one("#jobs-scroll"), app.shown.query_one("#jobs-sources")
        await until(pilot, lambda: sources.region.y == scroll.region.y, "the sources at the top")
        await pilot.press("j", "j")
        await until(pilot, lambda: sources.region.y == scroll.region.y - 4, "more of the sources")
        await pilot.press("s")
        await until(pilot, lambda: 0 < scroll.scroll_offset.y < 9 or not scroll.scroll_offset.y, "the jobs")
        under_cursor = app.shown.query_one(JobList).job
        assert under_cursor is not None and under_cursor.number == 18


async def test_beyond_the_last_job_the_cursor_key_goes_on_through_the_sources() -> None:
    app = Alone(JobsScreen(Queue(*MIXED[:2]), sources=lambda _now: (DAILY, BROKEN) * 9))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("j")
        scroll = app.shown.query_one("#jobs-scroll")
        assert scroll.scroll_offset.y == 0
        await pilot.press(*"jjjjjjj")
        await until(pilot, lambda: scroll.scroll_offset.y == 14, "the sources")
        await pilot.press(*"kkkkkkk")
        await until(pilot, lambda: scroll.scroll_offset.y == 0, "the jobs")
        await pilot.press("k")
        under_cursor = app.shown.query_one(JobList).job
        assert under_cursor is not None and under_cursor.number == 4


async def test_where_no_source_is_followed_no_key_is_offered_for_them() -> None:
    _, app = jobs_screen()
    async with app.run_test() as pilot:
        await pilot.press("s")
        assert told(app) == "No source is followed"
        assert "sources" not in text_of(app.shown.query_one("#jobs-foot"))
        await pilot.press("x")
        assert told(app) == "There is no job to cancel"


@pytest.mark.parametrize("key", ["escape", "q", "J"])
async def test_leaving_cancels_nothing(key: str) -> None:
    queue, app = jobs_screen(*MIXED)
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.results == [None]
        assert queue.cancelled == []


async def test_a_plain_terminal_gets_plain_signs() -> None:
    app = Alone(JobsScreen(Queue(*MIXED[:3]), ASCII))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert listed(app).isascii()


class Counted(JobList):
    """Counts how often it asks to be painted."""

    asked = 0

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        self.asked += 1
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Listed(Screen[None]):
    """Shows nothing but jobs."""

    def __init__(self, *jobs: Job) -> None:
        super().__init__()
        self.listed = Counted(UNICODE)
        self._jobs = jobs

    def compose(self) -> ComposeResult:
        yield self.listed

    def on_mount(self) -> None:
        self.listed.jobs = self._jobs


async def test_the_list_is_painted_only_where_time_changes_it() -> None:
    waiting = replace(job(1, JobState.QUEUED), created=NOW - timedelta(days=3), started=None)
    screen = Listed(waiting)
    async with Alone(screen).run_test() as pilot:
        await until(pilot, lambda: "queued" in text_of(screen.listed), "the job is listed")
        before = screen.listed.asked
        screen.listed.follow_the_clock()
        assert screen.listed.asked == before
    screen = Listed(replace(job(1, JobState.RUNNING), started=datetime.now(UTC)))
    async with Alone(screen).run_test() as pilot:
        await until(pilot, lambda: "running" in text_of(screen.listed), "the job is listed")
        before = screen.listed.asked

        def painted() -> bool:
            screen.listed.follow_the_clock()
            return screen.listed.asked > before

        await until(pilot, painted, "the clock to go on")


async def test_a_job_that_ended_early_is_asked_for_again_by_enter_and_the_foot_says_so() -> None:
    asked: list[int] = []

    def again(job: Job) -> Job:
        if job.number == 1:
            raise RadarError("nothing of it is left", "It is done")
        asked.append(job.number)
        return job

    app = Alone(JobsScreen(Queue(*MIXED), ask_again=again))
    async with app.run_test(size=(80, 24)) as pilot:
        foot = app.shown.query_one("#jobs-foot")
        await pilot.press("j")
        assert "asks again" not in text_of(foot)
        await pilot.press("j")
        assert "enter asks again" in text_of(foot)
        await pilot.press("enter")
        assert told(app) == "Asked again: summarise 2 papers"
        await pilot.press("j")
        assert "asks again" not in text_of(foot)
        await pilot.press("enter")
        assert told(app) == "Not asked again: nothing of it is left. It is done"
        assert asked == [2]
