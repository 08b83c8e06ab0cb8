"""Keys while another program writes: each does in its turn what it was pressed for, once that has ended."""

from __future__ import annotations

from datetime import UTC, datetime

from textual.widgets import Input

from radar.papers.bases import replace
from radar.papers.jobs.job import JobState
from radar.papers.reader.query import Mark, PaperQuery
from radar.papers.summaries.flags import Flags
from radar.papers.summaries.summary import Provenance, Summary, Takeaway, TakeawayOrigin
from radar.pipeline.radar import Radar
from radar.pipeline.source_desk import NamedSource, SourceDesk
from tests.tui.busy import all_done, busy
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated
from tests.tui.shelf import ENDPOINT, PAPERS


def _marks(radar: Radar) -> list[Mark]:
    return [row.marks for row in radar.reader.rows(radar.reader.keys(PaperQuery())[:2])]


def _tags(radar: Radar) -> list[tuple[str, ...]]:
    entries = [radar.reader.entry(key) for key in radar.reader.keys(PaperQuery())[:2]]
    return [entry.tags for entry in entries if entry is not None]


async def test_only_the_summaries_that_were_agreed_to_are_asked_for_by_whom_the_question_named(
    make_radar: MakeRadar,
) -> None:
    dear = replace(ENDPOINT, name="dear at other", model="dear", summariser="other")
    radar = make_radar(endpoint=ENDPOINT, endpoints=(dear,), living=True)
    async with seated(radar) as seat:
        await seat.press("c", "M")
        assert "summarise 3 papers by tiny-writer" in seat.text()
        with busy(radar):
            await seat.press("y")
            assert "the library is being written" in seat.said()
            await seat.press("c", "c", "c", "A", "2", "M")
            assert "summarise 12 papers by dear at other" in seat.text()
        await all_done(seat)
        assert [job.label for job in radar.reader.jobs()] == ["summarise 3 papers by tiny-writer"]
        await seat.press("n")
        assert len(radar.reader.jobs()) == 1


async def test_a_run_that_waits_for_the_library_is_called_off_and_the_marks_around_it_stay(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(endpoint=ENDPOINT, sources=("hf:daily",), living=True)
    async with seated(radar) as seat:
        with busy(radar):
            await seat.press("s", "c", "M", "y", "R", "j", "space", "x")
            assert seat.said() == "called off: the refresh, which had not begun"
            await seat.press("x")
            assert seat.said() == "called off: the summaries, which had not begun"
            await seat.press("x")
            assert seat.said() == "no job is running"
        await all_done(seat)
        assert radar.reader.jobs() == ()
        assert radar.reader.counts().starred == 1
        assert radar.reader.counts().unread == len(PAPERS) - 1


async def test_a_run_that_is_called_off_leaves_nothing_to_wait_for(make_radar: MakeRadar) -> None:
    radar = make_radar(sources=("hf:daily",), living=True)
    async with seated(radar) as seat:
        with busy(radar):
            await seat.press("R")
            assert seat.screen.talk.unfinished
            await seat.press("x")
            assert not seat.screen.talk.unfinished
        await seat.settled()
        assert radar.reader.jobs() == ()


async def test_tags_go_to_the_paper_that_they_were_written_for(radar: Radar) -> None:
    async with seated(radar) as seat:
        with busy(radar):
            await seat.press("t")
            await seat.type("dunes")
            await seat.press("enter", "j", "t")
            await seat.type("tides")
            await seat.press("enter", "k", "t")
            assert "dunes" in seat.lines()[-1], "what is being written is there to be changed"
        await seat.press("escape")
        await all_done(seat)
        assert _tags(radar) == [("dunes",), ("tides",)]


async def test_a_mark_that_is_turned_over_twice_is_as_before(radar: Radar) -> None:
    async with seated(radar) as seat:
        with busy(radar):
            await seat.press("s", "s", "j", "s", "s", "s")
        await all_done(seat)
        assert _marks(radar) == [Mark.NONE, Mark.STARRED]
        with busy(radar):
            await seat.press("s")
        await all_done(seat)
        assert _marks(radar) == [Mark.NONE, Mark.NONE]


async def test_what_waits_is_written_in_the_order_in_which_it_was_asked_for(radar: Radar) -> None:
    async with seated(radar) as seat:
        with busy(radar):
            await seat.press("s", "space", "t")
            await seat.type("dunes")
            await seat.press("enter")
        await all_done(seat)
        labels = []
        for _ in range(3):
            await seat.press("U")
            labels.append(seat.said())
        assert labels == [f"taken back: {act} 1 paper" for act in ("tag", "read", "star")]


async def test_summaries_go_round_from_the_one_that_was_chosen_last(radar: Radar) -> None:
    made = Provenance("endpoint", datetime(2026, 3, 1, tzinfo=UTC), "one")
    for model in ("one", "two"):
        told = Takeaway(f"Shells pile up, says {model}.", TakeawayOrigin.MODEL)
        radar.library.save_summaries([Summary(PAPERS[0].id, told, Flags(), replace(made, model=model))])
    (key,) = radar.reader.keys(PaperQuery())[:1]
    before = radar.reader.entry(key)
    assert before is not None and len(before.summaries) == 3
    async with seated(radar) as seat:
        with busy(radar):
            await seat.press("v", "v")
        await all_done(seat)
        after = radar.reader.entry(key)
        assert after is not None and after.shown == (before.shown + 2) % 3


async def test_what_still_waits_is_taken_back_and_not_what_was_done_before(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("s", "j")
        with busy(radar):
            await seat.press("s", "U")
        await all_done(seat)
        assert _marks(radar) == [Mark.STARRED, Mark.NONE]


async def test_a_key_that_takes_back_takes_back_the_last_act_of_when_it_was_pressed(radar: Radar) -> None:
    key = radar.reader.keys(PaperQuery())[1]
    async with seated(radar) as seat:
        await seat.press("s")
        with busy(radar):
            await seat.press("U")
        await all_done(seat)
        assert _marks(radar) == [Mark.NONE, Mark.NONE]
        radar.library.mark((key,), Mark.STARRED, True)
        with busy(radar):
            await seat.press("U", "U")
        await all_done(seat)
        assert _marks(radar) == [Mark.NONE, Mark.NONE]
        assert seat.said() == "nothing to take back"


async def test_a_source_is_followed_once_and_asked(make_radar: MakeRadar) -> None:
    followed: list[str] = []

    def follow(source: NamedSource) -> bool:
        followed.append(source.name)
        return True

    desk = SourceDesk(lambda text: (), lambda text: NamedSource(text, text), follow)
    radar = make_radar(source_desk=desk, living=True)
    async with seated(radar) as seat:
        for name, choice in (("arxiv:cs.CL", "y"), ("hf:daily", "o")):
            await seat.press("a")
            await seat.type(name)
            await seat.press("enter")
            with busy(radar):
                await seat.press(choice)
                assert "the library is being written" in seat.said()
                await seat.press("a", "escape")
            await all_done(seat)
        assert followed == ["arxiv:cs.CL"]
        assert [job.label for job in radar.reader.jobs()] == ["refresh hf:daily", "refresh arxiv:cs.CL"]


async def test_papers_and_refreshes_are_asked_for_and_jobs_cancelled_in_turn(make_radar: MakeRadar) -> None:
    desk = SourceDesk(
        lambda text: (f"arxiv:id/{text}",), lambda text: NamedSource(text, text), lambda source: True
    )
    radar = make_radar(source_desk=desk, sources=("hf:daily",), living=True)
    radar.asking.refresh(("arxiv:cs.CL",))
    async with seated(radar) as seat:
        with busy(radar):
            await seat.press("a")
            await seat.type("2406.01234")
            await seat.press("enter", "x", "R")
        await all_done(seat)
        assert [(job.label, job.state) for job in reversed(radar.reader.jobs())] == [
            ("refresh arxiv:cs.CL", JobState.CANCELLED),
            ("add 2406.01234", JobState.QUEUED),
            ("refresh hf:daily", JobState.QUEUED),
        ]


async def test_what_is_done_with_all_comes_behind_what_waits_and_to_those_it_was_asked_of(
    radar: Radar,
) -> None:
    async with seated(radar) as seat:
        with busy(radar):
            await seat.press("s", "E")
            assert "12 papers in view" in seat.text()
            await seat.press("S", "c")
            assert seat.screen.job_status.own is None
        await seat.until(lambda: "without a star" in seat.said(), "the end of it")
        assert radar.reader.counts().starred == 0


async def test_a_question_that_comes_late_takes_no_key_from_a_reader_who_went_elsewhere(
    radar: Radar,
) -> None:
    radar.library.reader = "4194999"
    radar.library.mark(radar.reader.keys(PaperQuery())[:1], Mark.STARRED, True)
    radar.library.reader = "this"
    async with seated(radar) as seat:
        with busy(radar):
            # Nothing comes of the first, for the list is said to be shown already.
            await seat.press("w", "escape", "U", "slash")
        await all_done(seat)
        assert seat.said() == "the library is free again: ask again"
        assert not seat.screen.prompt.purpose
        await seat.press("escape", "U")
        assert "take back: star 1 paper" in seat.text()


async def test_a_question_of_an_act_in_the_palette_is_asked(radar: Radar) -> None:
    radar.library.reader = "4194999"
    radar.library.mark(radar.reader.keys(PaperQuery())[:1], Mark.STARRED, True)
    radar.library.reader = "this"
    async with seated(radar) as seat:
        await seat.press("ctrl+p")
        seat.app.screen.query_one(Input).value = "Undo"
        await seat.pilot.pause(0.5)
        await seat.press("enter")
        await seat.until(lambda: seat.screen.prompt.purpose == "undo", "the question")


async def test_marks_that_wait_count_for_all_in_view_as_the_reader_set_them(radar: Radar) -> None:
    async with seated(radar) as seat:
        await seat.press("u", "j", "space")
        with busy(radar):
            # One that is read is to be unread again, and another is read.
            await seat.press("k", "space", "j", "space", "E")
            assert "11 papers in view" in seat.text()
            left = seat.titles()
            seat.screen.listing.follow(papers=True)
            await seat.until(lambda: not seat.screen.listing._asking.under_way, "an answer without them")
            assert seat.titles() == left
            await seat.press("escape")
        await all_done(seat)
        assert seat.titles() == left
        seat.screen.listing.follow(papers=True)
        await seat.until(lambda: not seat.screen.listing._asking.under_way, "the answer with them")
        assert seat.titles() == left


async def test_where_marks_that_wait_leave_nothing_what_helps_is_told_when_they_are_written(
    radar: Radar,
) -> None:
    async with seated(radar) as seat:
        with busy(radar):
            await seat.press("u", *["space"] * 12, "E")
            assert seat.said() == "no paper in view"
            await seat.until(lambda: not seat.screen.listing._asking.under_way, "an answer without them")
            assert seat.titles() == []
            assert "looking ..." in seat.text()
        await all_done(seat)
        await seat.until(lambda: "12 without `unread`: u drops it" in seat.text(), "what helps")
        assert seat.titles() == []
