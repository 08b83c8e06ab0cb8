"""Papers and sources brought from the main screen, and sources asked by themselves."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual import events

from radar.abstracts.reading import read
from radar.errors import SettingsError
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.papers.jobs.source_state import SourceState
from radar.papers.listed.listing import Listing
from radar.papers.listed.paper import Links, PaperId
from radar.pipeline.radar import Radar
from radar.pipeline.source_desk import NamedSource, SourceDesk
from radar.settings import Settings
from radar.wiring.source_desk import build_source_desk
from tests.sources.feeds.test_opml import LIST
from tests.tui import shelf
from tests.tui.conftest import MakeRadar
from tests.tui.driving import seated

NEW = replace(shelf.PAPERS[4], id=PaperId("arxiv:2603.09999"), title="Moss On Shells", links=Links())


def _desk() -> SourceDesk:
    def source(text: str) -> NamedSource:
        if text != "arxiv:cs.CL":
            raise SettingsError("no source", "The nearest is arxiv:cs.CL")
        return NamedSource(text, "arXiv cs.CL")

    return SourceDesk(
        lambda text: ("arxiv:id/x",) if text == "2603.09999" else (), source, lambda named: True
    )


def _only_job(radar: Radar) -> Job:
    (job,) = radar.jobs.list()
    return job


def _worked(radar: Radar, job: Job, note: str, new: int, message: str) -> None:
    """Do what a worker does with a job."""
    radar.jobs.claim("1")
    if note:
        radar.library.add_papers([NEW], Listing("arxiv:id", "arXiv"), read)
    radar.jobs.progress(job.number, JobProgress(total=1, done=1, new=new, note=note))
    radar.jobs.end(job.number, JobState.DONE, message)


async def test_a_adds_a_paper_by_its_id_and_the_cursor_goes_to_it(make_radar: MakeRadar) -> None:
    radar = make_radar(living=True, source_desk=_desk())
    async with seated(radar) as seat:
        await seat.press("a")
        assert "add which paper or source?" in seat.text()
        await seat.type("2603.09999")
        await seat.press("enter")
        assert seat.said() == "asked for: 2603.09999"
        job = _only_job(radar)
        assert json.loads(job.arguments) == {"texts": ["2603.09999"]}
        await seat.until(lambda: bool(seat.screen.job_status.active), "the job on screen")
        _worked(radar, job, "arxiv:2603.09999", 1, "added: Moss On Shells")
        await seat.until(lambda: seat.title() == "Moss On Shells", "the cursor on what came")
        assert "added: Moss On Shells" in seat.said()


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_a_mistyped_source_stays_in_its_field_with_the_reason_beside_it(
    make_radar: MakeRadar, size: tuple[int, int]
) -> None:
    radar = make_radar(living=True, source_desk=_desk())
    async with seated(radar, size) as seat:
        await seat.press("a")
        await seat.type("arxiv:cs.CLX")
        await seat.press("enter")
        asked = "\n".join(seat.lines()[-3:])
        told = "“arxiv:cs.CLX” names no paper and no source. The nearest is arxiv:cs.CL. Once more:"
        assert told in " ".join(asked.split())
        assert "arxiv:cs.CLX" in asked
        await seat.press("backspace", "enter")
        assert "follow arxiv:cs.CL (arXiv cs.CL)?" in seat.text()


async def test_a_follows_a_source_after_asking(make_radar: MakeRadar) -> None:
    radar = make_radar(living=True, source_desk=_desk())
    async with seated(radar) as seat:
        await seat.press("a")
        await seat.type("arxiv:cs.CL")
        await seat.press("enter")
        assert "follow arxiv:cs.CL (arXiv cs.CL)?" in seat.text()
        assert not radar.sources
        await seat.press("y")
        assert radar.sources == ("arxiv:cs.CL",)
        assert _only_job(radar).kind is JobKind.REFRESH


async def test_ids_that_are_pasted_over_the_list_are_offered_to_be_added(make_radar: MakeRadar) -> None:
    radar = make_radar(living=True, source_desk=_desk())
    async with seated(radar) as seat:
        seat.screen.post_message(events.Paste("https://arxiv.org/abs/2603.09999\n"))
        await seat.until(lambda: bool(seat.screen.prompt.purpose), "the question")
        assert seat.on_main_screen
        await seat.pilot.pause()
        assert "https://arxiv.org/abs/2603.09999" in seat.text()


async def test_ids_amid_words_that_are_pasted_over_the_list_are_offered_to_be_added(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(living=True, source_desk=_desk())
    async with seated(radar) as seat:
        seat.screen.post_message(events.Paste("see https://arxiv.org/abs/2603.09999 and moss"))
        await seat.until(lambda: "1 paper named by id or link: add it?" in seat.text(), "what it is")
        await seat.pilot.press("ctrl+s")
        await seat.until(lambda: bool(seat.screen.prompt.purpose), "the question")
        await seat.pilot.pause()
        assert "add which paper or source?" in seat.text()
        assert seat.lines()[-1].strip().endswith(" https://arxiv.org/abs/2603.09999")


def _following(file: Path) -> SourceDesk:
    """Return the desk of settings in a file, which names one of the feeds already."""
    file.write_text('# mine\nsources = ["feed:https://reels.example/atom"]\n', encoding="utf-8")
    return build_source_desk(Settings.load({"RADAR_CONFIG": str(file)}))


def _names_in(file: Path) -> list[str]:
    return [table["name"] for table in tomllib.loads(file.read_text(encoding="utf-8")).get("source", [])]


_ADDED = ["feed:https://kites.example/feed?a=1&b=2", "feed:https://loud.example/rss"]


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_feeds_that_are_pasted_over_the_list_are_followed_once_the_reader_agrees(
    make_radar: MakeRadar, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "mine.toml"
    radar = make_radar(living=True, source_desk=_following(file))
    async with seated(radar, size) as seat:
        seat.screen.post_message(events.Paste(LIST))
        await seat.until(lambda: "3 feeds as OPML, no papers: follow them?" in seat.text(), "what it is")
        assert "imports it" not in seat.text()
        await seat.pilot.press("ctrl+s")
        await seat.until(lambda: bool(seat.screen.prompt.purpose), "the question")
        await seat.pilot.pause()
        asked = " ".join(seat.text().split())
        assert "follow 2 feeds?" in asked and "1 followed already, 2 refused" in asked
        assert _names_in(file) == []
        await seat.press("y")
        assert _names_in(file) == _ADDED
        assert file.read_text(encoding="utf-8").startswith("# mine\n")
        assert seat.said() == "2 feeds are followed, and asked now; 1 known, 2 refused"
        assert radar.sources == tuple(_ADDED)
        assert json.loads(_only_job(radar).arguments)["sources"] == _ADDED


async def test_a_source_that_is_taken_out_of_the_settings_is_told_as_failed_no_more(
    make_radar: MakeRadar, tmp_path: Path
) -> None:
    file = tmp_path / "mine.toml"
    desk, feed = _following(file), "feed:https://reels.example/atom"
    radar = make_radar(living=True, source_desk=desk, sources=(feed,), refresh_every=timedelta(hours=6))
    again = datetime.now(UTC) + timedelta(hours=1)
    radar.library.note_source(SourceState(feed, asked=datetime.now(UTC), error="gone", again=again))
    async with seated(radar) as seat:
        assert f"{feed} failed" in seat.lines()[-1]
        file.write_text("sources = []\n", encoding="utf-8")
        seat.screen._ask_what_is_due()
        await seat.until(lambda: "failed" not in seat.lines()[-1], "the line without it")
        assert radar.jobs.list() == ()


@pytest.mark.parametrize("key", ["n", "escape"])
async def test_feeds_of_a_file_are_offered_too_and_nothing_is_written_where_the_reader_does_not_agree(
    make_radar: MakeRadar, tmp_path: Path, key: str
) -> None:
    file, feeds = tmp_path / "mine.toml", tmp_path / "feeds.opml"
    feeds.write_text(LIST, encoding="utf-8")
    radar = make_radar(living=True, source_desk=_following(file))
    async with seated(radar) as seat:
        await seat.press("I", "i")
        await seat.type(str(feeds))
        await seat.pilot.press("enter")
        await seat.until(lambda: bool(seat.screen.prompt.purpose), "the question")
        await seat.press(key)
        assert not seat.screen.prompt.purpose
        assert (_names_in(file), radar.jobs.list()) == ([], ())


async def test_a_file_of_papers_is_imported_whatever_its_name(make_radar: MakeRadar, tmp_path: Path) -> None:
    papers = tmp_path / "papers.opml"
    papers.write_text("TY  - JOUR\nTI  - Moss\nER  -\n", encoding="utf-8")
    radar = make_radar(living=True, source_desk=_desk())
    async with seated(radar) as seat:
        await seat.press("I", "i")
        await seat.type(str(papers))
        await seat.press("enter")
        assert _only_job(radar).kind is JobKind.IMPORT


async def test_a_source_whose_time_has_come_is_asked_and_told_of_only_where_something_came(
    make_radar: MakeRadar,
) -> None:
    radar = make_radar(living=True, sources=("hf:daily",), refresh_every=timedelta(hours=6))
    async with seated(radar) as seat:
        await seat.until(lambda: bool(radar.jobs.list()), "the refresh that nobody asked for")
        job = _only_job(radar)
        assert json.loads(job.arguments)["quiet"] is True
        await seat.until(lambda: bool(seat.screen.job_status.active), "the job on screen")
        _worked(radar, job, "", 0, "0 new, 12 known")
        await seat.until(lambda: not seat.screen.job_status.active, "the end of the refresh")
        await seat.settled()
        assert seat.said() == ""


async def test_a_source_that_failed_is_told_while_nothing_else_is(make_radar: MakeRadar) -> None:
    radar = make_radar(living=True, sources=("hf:daily",))
    now = datetime.now(UTC)
    radar.library.note_source(
        SourceState("hf:daily", asked=now, error="a web page", again=now + timedelta(minutes=5))
    )
    async with seated(radar) as seat:
        standing = seat.screen.notice.standing
        assert standing.startswith("hf:daily failed, asked again ")
        assert "; J tells more: a web page" in standing


@pytest.mark.parametrize(("keys", "key"), [({}, "J"), ({"jobs.show": "f6"}, "f6")])
async def test_where_several_sources_failed_the_key_is_named_that_shows_why(
    make_radar: MakeRadar, keys: dict[str, str], key: str
) -> None:
    names = ("hf:daily", "arxiv:cs.CL", "acl:2026")
    radar = make_radar(living=True, sources=names)
    for name in names[:2]:
        radar.library.note_source(SourceState(name, asked=datetime.now(UTC), error=f"{name} is a web page"))
    async with seated(radar, (140, 36), keys=keys) as seat:
        assert f"2 of 3 sources failed; {key} tells why" in seat.lines()[-1]
        await seat.pilot.press(key)
        await seat.until(lambda: "Sources" in seat.text(), "how they stand")
        for name in names:
            assert name in seat.text()
        assert "arxiv:cs.CL is a web page" in seat.text()
        assert "not asked yet" in seat.text()


async def test_papers_that_came_by_import_alone_bring_no_refresh_that_nobody_chose(
    make_radar: MakeRadar,
) -> None:
    every, daily = timedelta(hours=6), ("hf:daily",)
    radar = make_radar(living=True, sources=daily, unnamed_sources=daily, refresh_every=every)
    async with seated(radar) as seat:
        seat.screen._ask_what_is_due()
        assert radar.jobs.list() == ()
        assert "R fetches hf:daily" in seat.screen.notice.standing
        await seat.press("R")
        assert _only_job(radar).label == "refresh hf:daily"


async def test_the_first_question_leads_to_another_source_than_that_of_the_menu(
    make_radar: MakeRadar,
) -> None:
    daily = ("hf:daily",)
    radar = make_radar((), living=True, sources=daily, unnamed_sources=daily, source_desk=_desk())
    async with seated(radar) as seat:
        await seat.until(lambda: not seat.on_main_screen, "the first question")
        await seat.press("a")
        await seat.until(lambda: bool(seat.screen.prompt.purpose), "the line to name it in")
        await seat.type("arxiv:cs.CL")
        await seat.press("enter", "y")
        assert json.loads(_only_job(radar).arguments)["sources"] == ["arxiv:cs.CL"]


async def test_nothing_is_asked_by_itself_while_the_library_is_empty(make_radar: MakeRadar) -> None:
    radar = make_radar((), living=True, sources=("hf:daily",), refresh_every=timedelta(hours=6))
    async with seated(radar) as seat:
        seat.screen._ask_what_is_due()
        assert radar.jobs.list() == ()


async def test_what_is_to_be_written_by_hand_keeps_its_lines(make_radar: MakeRadar) -> None:
    async with seated(make_radar(), (60, 24)) as seat:
        told = SettingsError("config.toml cannot be written", 'Write it:\n[[source]]\nname = "hf:daily"')
        seat.screen.talk.say(str(told), failed=True)
        await seat.settled()
        assert [line.strip() for line in seat.lines()[-2:]] == ["[[source]]", 'name = "hf:daily"']


async def test_an_address_with_a_password_is_told_what_is_wrong_with_it(
    make_radar: MakeRadar, tmp_path: Path
) -> None:
    radar = make_radar(living=True, source_desk=_following(tmp_path / "settings.toml"))
    async with seated(radar) as seat:
        await seat.press("a")
        await seat.type("http://me:word@127.0.0.1:9/rss")
        await seat.press("enter")
        assert "must hold no password" in seat.text()
        assert "names no paper and no source" not in seat.text()
