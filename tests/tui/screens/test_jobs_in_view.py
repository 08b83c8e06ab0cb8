"""The cursor among the jobs goes with the view, and no job is cancelled unseen."""

import pytest

from radar.papers.jobs.job import JobState
from radar.tui.screens.jobs_screen import JobsScreen
from radar.tui.widgets.job_list import JobList
from tests.tui.screens.alone import Alone, until
from tests.tui.screens.test_jobs_screen import BROKEN, DAILY, MIXED, Queue, job, jobs_screen, told

RUNNING_ABOVE = (job(20, JobState.RUNNING), *(job(number, JobState.DONE) for number in range(19, 0, -1)))


def under_cursor(app: Alone[None]) -> int:
    found = app.shown.query_one(JobList).job
    return found.number if found is not None else 0


def in_view(app: Alone[None]) -> bool:
    """Whether all of the job under the cursor is in view."""
    shown, scroll = app.shown.query_one(JobList), app.shown.query_one("#jobs-scroll")
    place = shown.place_of(shown.cursor)
    return scroll.scroll_offset.y <= place.y and place.bottom <= scroll.scroll_offset.y + scroll.size.height


async def test_page_keys_and_those_to_the_ends_take_the_cursor_along() -> None:
    _, app = jobs_screen(*RUNNING_ABOVE)
    async with app.run_test(size=(80, 21)) as pilot:
        await pilot.pause()
        assert app.shown.query_one("#jobs-scroll").size.height == 16
        places = []
        for key in (
            "end", "home", "G", "g", "pagedown", "pageup", "ctrl+d", "ctrl+u", "space", "down", "up"
        ):  # fmt: skip
            await pilot.press(key)
            await pilot.pause()
            assert in_view(app), key
            places.append(under_cursor(app))
        assert places == [1, 20, 1, 20, 15, 20, 18, 20, 15, 14, 15]


@pytest.mark.parametrize("keys", ["end x", "G x", "pagedown x", "down down down down down down x"])
async def test_what_runs_is_not_stopped_by_a_key_after_one_that_leads_away_from_it(keys: str) -> None:
    queue, app = jobs_screen(*RUNNING_ABOVE)
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.press(*keys.split())
        assert queue.cancelled == []
        assert told(app).startswith("Nothing to cancel")


@pytest.mark.parametrize(("size", "y"), [((80, 16), 30), ((40, 10), 57), ((40, 10), 1)])
async def test_a_job_that_the_wheel_took_out_of_view_is_shown_before_it_is_cancelled(
    size: tuple[int, int], y: int
) -> None:
    queue, app = jobs_screen(*RUNNING_ABOVE)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        scroll = app.shown.query_one("#jobs-scroll")
        scroll.scroll_to(y=y, animate=False)
        await until(pilot, lambda: scroll.scroll_offset.y > 0, "the job out of view")
        await pilot.press("x")
        assert queue.cancelled == []
        assert " ".join(told(app).split()) == "summarise 20 papers was out of view; x again stops it"
        await pilot.pause()
        assert scroll.scroll_offset.y == 0
        await pilot.press("x")
        assert queue.cancelled == [20]


async def test_an_ended_job_out_of_view_is_shown_and_told_of() -> None:
    queue, app = jobs_screen(*RUNNING_ABOVE[1:])
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.press("G")
        scroll = app.shown.query_one("#jobs-scroll")
        scroll.scroll_to(y=0, animate=False)
        await until(pilot, lambda: scroll.scroll_offset.y == 0, "the job out of view")
        await pilot.press("x")
        await pilot.pause()
        assert told(app).startswith("Nothing to cancel: summarise 1 papers")
        assert in_view(app) and queue.cancelled == []


async def test_a_cursor_key_after_the_wheel_goes_on_from_the_cursor() -> None:
    _, app = jobs_screen(*RUNNING_ABOVE)
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.press("G", "k")
        scroll = app.shown.query_one("#jobs-scroll")
        for key, number in (("j", 1), ("j", 1), ("home", 20)):
            scroll.scroll_to(y=9, animate=False)
            await until(pilot, lambda: scroll.scroll_offset.y == 9, "the cursor out of view")
            await pilot.press(key)
            assert under_cursor(app) == number
            assert in_view(app)


async def test_the_cursor_stays_in_view_when_a_job_comes() -> None:
    queue, app = jobs_screen(*RUNNING_ABOVE[10:])
    async with app.run_test(size=(80, 16)) as pilot:
        await pilot.press("G")
        queue.all = RUNNING_ABOVE[5:]
        await until(pilot, lambda: app.shown.query_one(JobList).cursor == 14, "the new jobs")
        await until(pilot, lambda: in_view(app), "the job under the cursor in view")
        assert under_cursor(app) == 1


async def test_pages_go_on_through_the_sources_and_x_comes_back_to_the_job_first() -> None:
    queue = Queue(*MIXED[:2])
    app = Alone(JobsScreen(queue, sources=lambda _now: (DAILY, BROKEN) * 9))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.press("pagedown")
        scroll = app.shown.query_one("#jobs-scroll")
        assert under_cursor(app) == 3 and scroll.scroll_offset.y == 0
        page = scroll.size.height // 2 * 2
        await pilot.press("pagedown")
        await until(pilot, lambda: scroll.scroll_offset.y == page, "the sources")
        await pilot.press("x")
        assert queue.cancelled == []
        assert in_view(app)
        await pilot.press("end")
        await until(pilot, lambda: scroll.scroll_offset.y == scroll.max_scroll_y > page, "their end")
        await pilot.press("home")
        assert under_cursor(app) == 4 and in_view(app)
