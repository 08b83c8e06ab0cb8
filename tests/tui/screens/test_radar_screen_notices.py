"""What the last line says to a key, and for how long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from textual.widgets import Input

from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.paper import Links, PaperId
from radar.pipeline.radar import Radar
from radar.tui.widgets.job_status import JobStatus
from radar.tui.widgets.paper_list import PaperList
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.shelf import PAPERS

NOW = datetime(2026, 2, 3, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("key", ["escape", "T", "p", "x"])
async def test_an_answer_to_a_key_goes_with_the_next_key(radar: Radar, key: str) -> None:
    async with seated(radar) as seat:
        await seat.press(key)
        assert seat.said()
        await seat.press("c")
        assert seat.said() == ""


async def test_a_failure_and_the_end_of_work_outlive_the_next_key(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("m", "j")
        assert "no endpoint is set" in seat.said()
        await seat.press("e", "b")
        await seat.press("enter")
        await seat.until(lambda: "12 papers written to" in seat.said(), "the export")
        await seat.press("j")
        assert "12 papers written to" in seat.said()


async def test_a_paper_without_links_says_that_there_is_nothing_to_open(make_radar: MakeRadar) -> None:
    bare = replace(PAPERS[4], id=PaperId("title:tides"), links=Links())
    async with seated(make_radar((bare,))) as seat:
        await seat.press("o")
        assert seat.said() == "this paper has no link to open: the listing it came from gave none"
        await seat.press("P")
        assert seat.said() == "this paper has no link to a PDF: its listing gave none"
        await seat.press("O")
        assert seat.said() == "this paper has no link to code: neither its listing nor its abstract gave one"


async def test_a_link_to_code_that_is_not_opened_is_told_as_such(make_radar: MakeRadar) -> None:
    told = f"{PAPERS[1].abstract} Our code is available at http://127.0.0.1:8080/x."
    async with seated(make_radar((replace(PAPERS[1], abstract=told),))) as seat:
        await seat.press("O")
        assert seat.said() == "Not opened: 127.0.0.1 lies on this machine or the network around it"


async def test_control_c_with_nothing_selected_names_the_key_that_quits(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("ctrl+c")
        assert seat.said() == "nothing is selected to copy; q quits"
        await seat.press("slash", "ctrl+c")
        assert seat.said() == "nothing is selected to copy; ctrl+q quits"


async def test_control_c_says_what_it_copied_and_the_next_paper_drops_the_selection(radar: Radar) -> None:
    async with seated(radar) as seat:
        detail = seat.screen.detail
        await seat.pilot.hover(detail, offset=(4, 0))
        await seat.pilot.mouse_down(detail, offset=(4, 0))
        await seat.pilot.hover(detail, offset=(10, 0))
        await seat.pilot.mouse_up(detail, offset=(10, 0))
        await seat.press("ctrl+c")
        assert (seat.said(), seat.app.clipboard) == (
            "selection handed to the terminal: Sorting",
            "Sorting",
        )
        await seat.press("n", "ctrl+c")
        assert seat.said() == "nothing is selected to copy; q quits"


async def test_a_filter_on_an_empty_library_says_that_it_is_empty(make_radar: MakeRadar) -> None:
    async with seated(make_radar(())) as seat:
        seat.app.pop_screen()
        await seat.press("c")
        assert "the library is empty" in seat.text()
        assert "I adds papers" in seat.text()
        assert "nothing matches" not in seat.text()


@pytest.mark.parametrize("state", [JobState.CANCELLED, JobState.DONE, JobState.FAILED])
async def test_what_became_of_a_job_is_told_to_its_end(radar: Radar, state: JobState) -> None:
    message = "3 summarised, 63 left: the budget of a run, 3 requests, is reached. Asking again goes on"
    label = "summarise 66 papers by tiny-writer"
    job = Job(7, JobKind.SUMMARISE, label, "{}", state, JobProgress(), NOW, message=message)
    async with seated(radar, (80, 24)) as seat:
        seat.screen.post_message(JobStatus.Ended(job))
        await seat.until(lambda: "3 summarised" in seat.text(), "the word of it")
        await seat.until(lambda: "goes on" in " ".join(seat.text().split()), "its end")


async def test_what_a_key_did_is_told_to_its_end_and_gives_its_lines_back(radar: Radar) -> None:
    tags = "reinforcement learning, length control, to read on the train, thesis"
    async with seated(radar, (80, 24)) as seat:
        high = seat.screen.query_one(PaperList).size.height
        await seat.press("t")
        seat.screen.query_one("#prompt-text", Input).value = tags
        await seat.press("enter")
        told = f"tags: {tags} U takes it back"
        await seat.until(lambda: told in " ".join(seat.text().split()), "the key that takes it back")
        await seat.press("j")
        await seat.until(lambda: seat.screen.query_one(PaperList).size.height == high, "the line it took")


async def test_who_summarises_is_not_told_where_hardly_a_letter_of_it_would_be_left(radar: Radar) -> None:
    trouble = "4 of 7 sources failed, asked again from 13:55 on; radar sources tells why"
    async with seated(radar, (80, 24)) as seat:
        seat.screen.notice.standing = f"{trouble}   gull writes summaries: m"
        await seat.pilot.pause()
        assert seat.lines()[-1].strip() == trouble
        seat.screen.notice.standing = (
            "last addition 28 Nov 14:02   takeaways offline, m says how a model writes " * 2
        )
        await seat.pilot.pause()
        assert seat.lines()[-1].endswith("…")


@pytest.mark.parametrize(("columns", "parts"), [(140, 3), (80, 2), (50, 1)])
async def test_of_failed_sources_the_last_addition_is_told_whole_or_not_at_all(
    radar: Radar, columns: int, parts: int
) -> None:
    again = datetime.now(UTC) + timedelta(minutes=10)
    radar.asking.sources = ("hf:daily",)
    state = SourceState("hf:daily", asked=NOW, error="offline: no machine", again=again)
    radar.library.note_source(state)
    latest = radar.reader.counts().latest
    assert latest is not None
    added = f"{latest.astimezone().day} {latest.astimezone():%b %H:%M}"
    async with seated(radar, (columns, 24)) as seat:
        first, *more = seat.lines()[-1].split("   ")
        assert first.startswith(" offline, sources asked again from") and first.endswith(" on")
        told = (f"last addition {added}", "takeaways offline, m says how a model writes them")
        assert tuple(more) == told[: parts - 1]


async def test_what_the_sample_is_stands_in_a_narrow_line(make_radar: MakeRadar) -> None:
    async with seated(make_radar(()), (80, 24)) as seat:
        await seat.press("d")
        await seat.until(lambda: "sample" in seat.said(), "the sample")
        assert seat.lines()[-1].endswith("its abstracts are paraphrases")


@pytest.mark.parametrize("authors", [(), ("Ada Reh",)])
async def test_where_no_author_is_folded_the_key_that_unfolds_them_says_so(
    make_radar: MakeRadar, authors: tuple[str, ...]
) -> None:
    async with seated(make_radar((replace(PAPERS[4], authors=authors),))) as seat:
        await seat.press("enter", "a")
        await seat.until(lambda: bool(seat.said()), "a word")
        assert seat.said() == "nothing to unfold: all authors known are shown"


async def test_where_authors_are_folded_the_key_unfolds_them_without_a_word(make_radar: MakeRadar) -> None:
    people = tuple(f"Author{number}" for number in range(20))
    async with seated(make_radar((replace(PAPERS[4], authors=people),))) as seat:
        await seat.press("enter", "a")
        await seat.until(lambda: "Author19" in seat.text(), "the last author")
        assert seat.said() == ""
