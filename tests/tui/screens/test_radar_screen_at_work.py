"""The screen while others write: workers, other screens, and the reader's answers."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual import events

from radar.abstracts.reading import read
from radar.errors import SummariserError
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Paper, PaperId
from radar.papers.reader.query import PaperQuery
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.papers.text.safe_text import clean
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.radar import Radar
from radar.tui.screens.help_screen import HelpScreen
from radar.tui.screens.jobs_screen import JobsScreen
from radar.tui.screens.welcome_screen import WelcomeScreen
from radar.wiring.listings import build_formats
from tests.tui.conftest import MakeRadar
from tests.tui.driving import Seat, seated
from tests.tui.shelf import ENDPOINT, PAPERS

TITLES = [clean(paper.title) for paper in PAPERS]


async def test_a_summary_written_by_a_worker_fills_its_row_in_place(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    async with seated(radar) as seat:
        await seat.press("j", "m")
        assert seat.said() == "asked for a summary of this paper"
        await seat.until(lambda: 'summarise "Limpets Revisited" by' in seat.lines()[0], "the job")
        worker = Library.open(radar.path)
        queue = JobQueue(worker)
        job = queue.claim("1")
        assert job is not None
        worker.save_summaries([_summary(PAPERS[1], "Limpets hold on harder than anyone thought.")])
        queue.progress(job.number, JobProgress(total=1, done=1, new=1))
        queue.end(job.number, JobState.DONE, "1 summarised")
        worker.close()
        await seat.until(
            lambda: 'summarise "Limpets Revisited" by tiny-writer: 1 summarised' in seat.said(), "the end"
        )
        await seat.until(lambda: "» Limpets hold on harder" in seat.lines()[5], "the row")
        assert seat.title() == TITLES[1]
        assert "Limpets hold on harder than anyone thought." in seat.text().replace("\n", " ")
        await seat.press("v")
        assert seat.said().startswith("summary 1 of 2")
        await seat.until(lambda: "Limpets hold on harder" not in seat.lines()[5], "the other summary")


async def test_the_papers_in_sight_are_noted_for_the_worker_while_summaries_are_made(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    async with seated(radar) as seat:
        await seat.press("M", "y")
        await seat.until(lambda: bool(radar.jobs.looked_at()), "the note")
        assert radar.jobs.looked_at() == seat.screen.paper_list.in_sight
        assert len(radar.jobs.looked_at()) == len(PAPERS)


async def test_a_job_that_failed_says_why(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    async with seated(radar) as seat:
        await seat.press("m")
        await seat.until(lambda: bool(seat.screen.job_status.active), "the job")
        job = radar.jobs.claim("1")
        assert job is not None
        radar.jobs.end(job.number, JobState.FAILED, "the endpoint [/] refuses the key")
        await seat.until(lambda: "refuses the key" in seat.said(), "the end")
        assert "[/]" in seat.text()
        assert seat.screen.notice.has_class("-failed")


async def test_papers_that_come_in_move_nothing_under_the_cursor(radar: Radar) -> None:
    async with seated(radar, (80, 16)) as seat:
        await seat.press("j", "j", "j", "j", "j", "j", "j")
        before = [line[:78].rstrip() for line in seat.lines()[2:14]]
        other = Library.open(radar.path)
        new = [
            Paper(PaperId(f"arxiv:2603.{n:05}"), f"New paper {n}", listed=date(2026, 3, n))
            for n in range(1, 9)
        ]
        other.add_papers(new, Listing("file:new"), read)
        other.close()
        await seat.until(lambda: len(seat.screen.paper_list.pages) == 20, "the papers")
        await seat.pilot.pause()
        assert seat.title() == TITLES[7]
        assert [line[:78].rstrip() for line in seat.lines()[2:14]] == before
        assert "20 new · 20 papers" in seat.lines()[0]
        await seat.press("g")
        assert seat.title() == "New paper 8"


@pytest.mark.parametrize(("year", "told"), [(2026, "; g goes up to what is new"), (2016, "")])
async def test_what_came_above_the_view_is_a_key_away_and_that_is_said(
    make_radar: MakeRadar, year: int, told: str
) -> None:
    radar = make_radar(living=True)
    async with seated(radar) as seat:
        worker = Library.open(radar.path)
        queue = JobQueue(worker)
        number = queue.add(JobKind.REFRESH, "refresh hf:daily", {}).number
        await seat.until(lambda: bool(seat.screen.job_status.active), "the job")
        queue.claim("1")
        new = [
            Paper(PaperId(f"arxiv:2603.{day:05}"), f"New paper {day}", listed=date(year, 3, day))
            for day in range(1, 9)
        ]
        worker.add_papers(new, Listing("hf:daily"), read)
        queue.progress(number, JobProgress(total=1, done=1, new=8))
        queue.end(number, JobState.DONE, "8 new")
        worker.close()
        await seat.until(lambda: len(seat.screen.paper_list.pages) == 20, "the papers")
        await seat.until(lambda: seat.said() == f"refresh hf:daily: 8 new{told}", "what is said of them")
        await seat.pilot.pause()
        assert seat.said() == f"refresh hf:daily: 8 new{told}"
        assert seat.title() == TITLES[0]


async def test_cancelling_says_what_stays(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    async with seated(radar) as seat:
        await seat.press("c", "M", "y")
        await seat.until(lambda: bool(seat.screen.job_status.active), "the job")
        assert seat.screen.job_status.active[0].label == "summarise 3 papers by tiny-writer"
        radar.jobs.claim("1")
        await seat.press("x")
        assert "what is done stays" in seat.said()
        assert radar.reader.jobs()[0].cancel_requested
        await seat.until(lambda: "stopping" in seat.lines()[0], "the line")


async def test_a_job_that_waits_is_cancelled_at_once(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    async with seated(radar) as seat:
        await seat.press("m", "x")
        assert radar.reader.jobs()[0].state is JobState.CANCELLED
        await seat.until(lambda: "cancelled" in seat.said(), "the end")


@pytest.mark.parametrize("key", ["m", "M"])
async def test_a_summariser_that_there_is_not_is_told_before_anything_is_asked_or_reckoned(
    make_radar: MakeRadar, key: str
) -> None:
    def refuse(name: str) -> None:
        raise SummariserError(f"No summariser is called {name}", "There are offline, endpoint")

    radar = make_radar(endpoints=(ENDPOINT,), living=True, refuse_unknown=refuse)
    radar.asked.summariser = "nope"
    async with seated(radar) as seat:
        await seat.press(key)
        await seat.until(lambda: "No summariser is called nope" in seat.text(), "the refusal")
    assert not radar.jobs.list()


async def test_a_question_shows_at_the_bottom_and_escape_leaves_it(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    async with seated(radar) as seat:
        await seat.press("M")
        assert "summarise 12 papers by tiny-writer" in seat.lines()[-1]
        assert not seat.screen.notice.display
        await seat.press("escape")
        assert seat.screen.paper_list.has_focus
        assert seat.screen.notice.display
        assert radar.reader.jobs() == ()


async def test_an_empty_library_welcomes_and_the_sample_fills_it(make_radar: MakeRadar) -> None:
    radar = make_radar(papers=())
    async with seated(radar) as seat:
        assert isinstance(seat.app.screen, WelcomeScreen)
        await seat.press("d")
        await seat.until(lambda: len(seat.screen.paper_list.pages) > 30, "the sample")
        assert seat.on_main_screen
        assert "with code" in seat.lines()[0]
        assert "its abstracts are paraphrases" in seat.said()
        await seat.press("j")
        assert any("paraphrases written for radar" in line for line in seat.screen.detail.text_lines)


async def test_leaving_the_welcome_of_an_empty_library_leaves_the_program(make_radar: MakeRadar) -> None:
    radar = make_radar(papers=())
    async with seated(radar) as seat:
        await seat.pilot.press("q")
        await seat.until(lambda: not seat.app.is_running or seat.app._exit, "the end")


async def test_more_papers_can_be_added_later_and_escape_returns(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("I")
        assert isinstance(seat.app.screen, WelcomeScreen)
        await seat.press("escape")
        assert seat.on_main_screen
        assert seat.app.is_running


async def test_what_is_pasted_over_the_list_is_offered_and_queued_once_taken(make_radar: MakeRadar) -> None:
    radar = make_radar(living=True, formats=build_formats)
    async with seated(radar) as seat:
        seat.app.post_message(events.Paste("TY  - JOUR\nTI  - On Kites\nER  - \n" * 3))
        await seat.until(lambda: isinstance(seat.app.screen, WelcomeScreen), "the box")
        await seat.until(lambda: any("3 papers as RIS: import?" in line for line in seat.lines()), "its name")
        await seat.press("ctrl+s")
        assert seat.on_main_screen
        assert seat.said() == "asked for: import the pasted text"
        (job,) = radar.reader.jobs()
    assert _pasted(job).startswith("TY  - JOUR\nTI  - On Kites\n")


def _pasted(job: Job) -> str:
    return Path(json.loads(job.arguments)["paths"][0]).read_text(encoding="utf-8")


async def test_a_job_that_waited_for_a_worker_goes_on_when_the_screen_opens(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT)
    key = radar.reader.first(PaperQuery())[0]
    radar.request_summaries([key])
    started = radar._starter.started  # type: ignore[attr-defined]
    async with seated(radar):
        assert radar._starter.started == started + 1  # type: ignore[attr-defined]


async def test_the_help_and_the_jobs_open_and_escape_returns(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("question_mark")
        assert isinstance(seat.app.screen, HelpScreen)
        shown = await _scrolled(seat)
        assert "claims the state of the art" in shown
        assert f"Settings: {radar.settings_path}" in shown
        await seat.press("escape")
        await seat.press("J")
        assert isinstance(seat.app.screen, JobsScreen)
        await seat.press("escape")
        assert seat.on_main_screen


async def test_a_cancelled_job_is_asked_for_again_from_the_list_of_jobs(make_radar: MakeRadar) -> None:
    radar = make_radar(sources=("hf:daily",))
    radar.cancel(radar.request_refresh().number)
    async with seated(radar) as seat:
        await seat.press("J", "enter")
        assert "Asked again: refresh hf:daily" in seat.text()
        assert [job.state for job in radar.reader.jobs()] == [JobState.QUEUED, JobState.CANCELLED]


async def test_a_long_failure_is_not_cut(radar: Radar) -> None:
    async with seated(radar, (60, 20)) as seat:
        seat.screen.notice.say("first words " + "and more words " * 8 + "last words", failed=True)
        await seat.pilot.pause()
        assert "first words" in seat.text()
        assert "last words" in seat.text()


async def _scrolled(seat: Seat) -> str:
    text = seat.text()
    for _ in range(6):
        await seat.press("pagedown")
        text += seat.text()
    return text


def _summary(paper: Paper, text: str) -> Summary:
    made = Provenance("endpoint", datetime(2026, 3, 1, tzinfo=UTC), "tiny-writer", tokens_in=9, tokens_out=3)
    return Summary(paper.id, Takeaway(text, TakeawayOrigin.MODEL), Flags(), replace(made, cost=0.01))


async def test_the_endpoint_chosen_for_the_session_is_asked_and_named_at_the_bottom(
    make_radar: MakeRadar,
) -> None:
    other = replace(ENDPOINT, name="dear at other", model="dear", summariser="other")
    radar = make_radar(endpoint=ENDPOINT, endpoints=(other,), living=True)
    async with seated(radar, (140, 36)) as seat:
        assert "tiny-writer writes summaries" in seat.lines()[-1]
        await seat.press("A")
        assert "1 tiny-writer" in seat.text()
        assert "2 other" in seat.text()
        await seat.press("2")
        assert seat.said() == "dear at other writes summaries until radar is left"
        await seat.press("j")
        assert "dear at other writes summaries" in seat.lines()[-1]
        await seat.press("m")
        (job,) = radar.reader.jobs()
        assert job.label == 'summarise "Limpets Revisited" by dear at other'
        await seat.press("A", "escape", "M")
        assert "by dear at other: ~" in seat.text()


async def test_how_to_stop_a_job_that_waits_is_read_at_any_width(make_radar: MakeRadar) -> None:
    radar = make_radar(endpoint=ENDPOINT, living=True)
    why, until = "a-long-name-of-an-endpoint.models.example asks to wait", datetime(2026, 2, 3, 9, 30, 20)
    note = f"{why} until 09:30:20"
    async with seated(radar, (120, 24)) as seat:
        await seat.press("M", "y", "j")
        job = radar.jobs.claim("1")
        assert job is not None
        radar.jobs.progress(job.number, JobProgress(total=66, note=why, waits_until=until.astimezone()))
        await seat.until(lambda: f"{note}, 66 papers left; x stops it" in seat.lines()[-1], "the wait")
        await seat.pilot.resize_terminal(84, 24)
        await seat.until(lambda: seat.lines()[-1].strip() == f"{note}; x stops it", "it in fewer words")
        await seat.pilot.resize_terminal(60, 24)
        await seat.until(lambda: seat.lines()[-1].strip().startswith("x stops it: a-long-name"), "the key")


@pytest.mark.parametrize(
    ("endpoint", "writes"),
    [
        (ENDPOINT, True),
        (replace(ENDPOINT, model=""), False),
        (replace(ENDPOINT, key_env="K", key_present=False), False),
    ],
)
async def test_the_first_page_names_an_endpoint_only_where_it_can_write(
    make_radar: MakeRadar, endpoint: EndpointInfo, writes: bool
) -> None:
    radar = make_radar(papers=(), endpoint=endpoint)
    async with seated(radar) as seat:
        await seat.until(lambda: "Takeaways need no model" in seat.text(), "the first page")
        assert ("writes them where it is asked" in seat.text()) is writes
