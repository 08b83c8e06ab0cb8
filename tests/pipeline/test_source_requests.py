"""What a screen asks of sources."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from radar.errors import SettingsError
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.jobs.job import JobKind, JobState
from radar.papers.jobs.source_state import SourceState
from radar.pipeline.feed_lists import SortedFeed
from radar.pipeline.source_desk import FollowedSources, NamedSource, SourceDesk
from radar.pipeline.source_requests import SourceRequests, asked_quietly
from radar.pipeline.surroundings import Surroundings
from tests.pipeline.fakes import NOON

Make = Callable[..., SourceRequests]
EVERY = timedelta(hours=6)


@pytest.fixture
def followed() -> list[str]:
    return []


@pytest.fixture
def written() -> list[FollowedSources | SettingsError]:
    """What the settings hold that was written since they were read; the last one holds."""
    return []


@pytest.fixture
def make(
    library: Library,
    reader: LibraryReader,
    jobs: JobQueue,
    tmp_path: Path,
    followed: list[str],
    written: list[FollowedSources | SettingsError],
) -> Make:
    def source(text: str) -> NamedSource:
        if ":" not in text:
            raise SettingsError("no source", "The nearest is hf:daily")
        return NamedSource(text, text.upper())

    def follow(named: NamedSource) -> bool:
        followed.append(named.name)
        return True

    def read_again() -> FollowedSources | None:
        if not written:
            return None
        if isinstance(written[-1], SettingsError):
            raise written[-1]
        return written[-1]

    desk = SourceDesk(
        lambda text: (f"arxiv:id/{text}",) if text[0].isdecimal() else (), source, follow, read_again
    )

    def made(
        *sources: str,
        every: timedelta = EVERY,
        throwaway: bool = False,
        starred: bool = True,
        unnamed: tuple[str, ...] = (),
    ) -> SourceRequests:
        own = Surroundings(
            "offline",
            None,
            sources,
            tmp_path,
            tmp_path,
            tmp_path / "config.toml",
            throwaway=throwaway,
            refresh_every=every,
            follow_starred=starred,
            source_desk=desk,
            unnamed_sources=unnamed,
        )
        return SourceRequests(own, reader, jobs, jobs.add)

    return made


def test_what_is_due_is_asked_quietly_and_only_once(make: Make, library: Library) -> None:
    library.note_source(SourceState("hf:daily", asked=NOON, succeeded=NOON))
    asking = make("hf:daily", "arxiv:cs.CL")
    job = asking.refresh_due(NOON + timedelta(hours=1))
    assert job is not None
    assert asked_quietly(job)
    assert json.loads(job.arguments) == {"sources": ["arxiv:cs.CL"], "starred": True, "quiet": True}
    assert make("hf:daily", "arxiv:cs.CL").refresh_due(NOON + timedelta(hours=2)) is None


def test_a_source_whose_standing_has_another_name_is_not_asked_every_minute(
    make: Make, jobs: JobQueue
) -> None:
    asking = make("arxiv:cs.CL, cs.LG")
    job = asking.refresh_due(NOON)
    assert job is not None
    jobs.end(job.number, JobState.DONE, "")
    assert asking.refresh_due(NOON + timedelta(minutes=1)) is None
    assert asking.refresh_due(NOON + timedelta(minutes=10)) is not None


def test_a_clock_that_is_set_back_holds_no_source_up(make: Make, library: Library, jobs: JobQueue) -> None:
    asking = make("hf:daily")
    ahead = NOON + timedelta(days=400)
    job = asking.refresh_due(ahead)
    assert job is not None
    library.note_source(SourceState("hf:daily", asked=ahead, succeeded=ahead))
    jobs.end(job.number, JobState.DONE, "")
    assert asking.refresh_due(NOON) is not None


def test_a_busy_library_puts_off_what_is_asked_by_itself_and_nobody_is_told(
    make: Make, library: Library
) -> None:
    asking = make("hf:daily")
    library.wait_for_others(0)
    other = Library.open(library.path)
    with other.database.transaction():
        assert asking.refresh_due(NOON) is None
    other.close()
    assert asking.refresh_due(NOON + timedelta(minutes=1)) is not None


def test_nothing_is_asked_by_itself_where_that_is_off_or_nothing_is_kept(make: Make) -> None:
    assert make("hf:daily", every=timedelta()).refresh_due(NOON) is None
    assert make("hf:daily", throwaway=True).refresh_due(NOON) is None
    assert make().refresh_due(NOON) is None


def test_a_source_that_nobody_named_is_asked_by_itself_once_it_was_asked_for(
    make: Make, library: Library, jobs: JobQueue
) -> None:
    asking = make("hf:daily", unnamed=("HF:daily",))
    assert asking.refresh_due(NOON) is None
    assert asking.unchosen == ("hf:daily",)
    asking.follow(NamedSource("arxiv:cs.CL", "arXiv"))
    assert not asking.unchosen
    job = asking.refresh_due(NOON)
    assert job is not None
    assert json.loads(job.arguments)["sources"] == ["arxiv:cs.CL"]
    jobs.end(job.number, JobState.DONE, "")
    library.note_source(SourceState("hf:daily", asked=NOON, error="offline", again=NOON))
    again = make("hf:daily", unnamed=("hf:daily",)).refresh_due(NOON + EVERY)
    assert again is not None
    assert json.loads(again.arguments)["sources"] == ["hf:daily"]


def test_the_same_refresh_is_queued_once(make: Make, jobs: JobQueue) -> None:
    asking = make("hf:daily")
    job = asking.refresh()
    assert asking.refresh().number == job.number
    assert not asked_quietly(job)
    jobs.end(job.number, JobState.DONE, "")
    assert asking.refresh().number != job.number


def test_many_sources_are_named_by_their_number(make: Make) -> None:
    assert make("a:1", "b:2", "c:3", "d:4").refresh().label == "refresh 4 sources"


def test_papers_are_a_job_of_their_own(make: Make) -> None:
    job = make().add(["2406.01234"])
    assert (job.kind, job.label) == (JobKind.ADD, "add 2406.01234")
    assert make().add(["1", "2"]).label == "add 2 papers"


def test_a_source_that_is_followed_is_asked_from_then_on(make: Make, followed: list[str]) -> None:
    asking = make("hf:daily")
    named = asking.source_of("arxiv:cs.CL")
    assert not asking.follows(named)
    asking.follow(named)
    assert followed == ["arxiv:cs.CL"]
    assert asking.sources == ("hf:daily", "arxiv:cs.CL")
    assert asking.follows(NamedSource("ARXIV:cs.CL", ""))


def test_what_stood_for_no_source_is_gone_as_soon_as_one_is_followed(make: Make, library: Library) -> None:
    asking = make("hf:daily", unnamed=("hf:daily",))
    asking.follow(NamedSource("arxiv:cs.CL", "arXiv"))
    assert asking.sources == ("arxiv:cs.CL",)
    library.note_source(SourceState("arxiv:cs.CL", asked=NOON, error="offline: no network", again=NOON))
    assert [standing.name for standing in asking.standings(NOON)] == ["arxiv:cs.CL"]
    assert asking.trouble(NOON) == "offline, sources asked again from 12:00 on"


def test_what_stood_for_no_source_and_is_followed_itself_stays(make: Make) -> None:
    asking = make("hf:daily", "arxiv:cs.LG", unnamed=("hf:daily", "arxiv:cs.LG"))
    asking.follow(NamedSource("HF:daily", "Hugging Face"))
    assert [*asking.sources] == ["hf:daily"]
    asking.follow(NamedSource("arxiv:cs.CL", "arXiv"))
    assert [*asking.sources] == ["hf:daily", "arxiv:cs.CL"]


def test_sources_written_since_the_start_are_asked(
    make: Make, written: list[FollowedSources | SettingsError]
) -> None:
    asking = make()
    with pytest.raises(SettingsError, match="no source is set"):
        asking.refresh()
    written.append(FollowedSources(("hf:daily", "arxiv:cs.CL"), ("hf:daily",)))
    assert json.loads(asking.refresh().arguments)["sources"] == ["hf:daily", "arxiv:cs.CL"]
    by_itself = make("hf:daily").refresh_due(NOON)
    assert by_itself is None, "it is under way"
    assert asking.sources == ("hf:daily", "arxiv:cs.CL")


def test_what_is_named_by_now_is_asked_by_itself(
    make: Make, written: list[FollowedSources | SettingsError]
) -> None:
    asking = make("hf:daily", unnamed=("hf:daily",))
    assert asking.refresh_due(NOON) is None
    written.append(FollowedSources(("hf:daily",), ()))
    assert asking.refresh_due(NOON) is not None


def test_settings_that_cannot_be_read_any_more_are_told_by_the_refresh_that_is_asked_for(
    make: Make, written: list[FollowedSources | SettingsError]
) -> None:
    asking = make("hf:daily")
    written.append(SettingsError("it is broken"))
    for _ in range(2):
        with pytest.raises(SettingsError, match="it is broken"):
            asking.refresh()
    job = asking.refresh_due(NOON)
    assert job is not None and json.loads(job.arguments)["sources"] == ["hf:daily"]


def test_trouble_says_what_failed_and_when_it_goes_on_before_why(make: Make, library: Library) -> None:
    again = NOON + timedelta(minutes=10)
    clock = f"{again.astimezone():%H:%M}"
    asking = make("hf:daily", "arxiv:cs.CL")
    assert asking.trouble(NOON) == ""
    library.note_source(SourceState("hf:daily", asked=NOON, error="offline: no machine", again=again))
    failed = f"hf:daily failed, asked again from {clock} on"
    assert asking.trouble(NOON) == f"{failed}; radar sources tells more: offline: no machine"
    assert asking.trouble(NOON, "J") == f"{failed}; J tells more: offline: no machine"
    library.note_source(SourceState("arxiv:cs.CL", asked=NOON, error="offline: no machine", again=again))
    assert asking.trouble(NOON) == f"offline, sources asked again from {clock} on"
    library.note_source(
        SourceState("arxiv:cs.CL", asked=NOON + timedelta(seconds=1), error="a web page", again=again)
    )
    assert (
        asking.trouble(NOON) == f"2 of 2 sources failed, asked again from {clock} on; radar sources tells why"
    )
    assert asking.trouble(NOON, "J").endswith("; J tells why")


def test_how_each_source_stands_is_told_with_when_it_answered_last_and_is_asked_next(
    make: Make, library: Library
) -> None:
    asking = make("hf:daily", "arxiv:cs.CL", "acl:2026", every=EVERY)
    again, before = NOON + timedelta(minutes=10), NOON - timedelta(days=2)
    library.note_source(SourceState("hf:daily", "Daily", asked=NOON, succeeded=NOON, new=2, known=7))
    library.note_source(
        SourceState("arxiv:cs.CL", asked=NOON, succeeded=before, error="a web page", hint="Wait", again=again)
    )
    daily, arxiv, acl = asking.standings(NOON)
    next_asked = (NOON + EVERY).astimezone()
    assert (daily.name, daily.label, daily.failed) == ("hf:daily", "Daily", False)
    assert daily.lines[0] == f"{NOON.astimezone():%Y-%m-%d %H:%M}  2 new, 7 known"
    assert f"{next_asked:%H:%M} on" in daily.lines[1]
    assert arxiv.failed
    assert arxiv.lines == (
        f"{NOON.astimezone():%Y-%m-%d %H:%M}  failed",
        "a web page",
        f"asked again from {again.astimezone():%H:%M} on",
        "Wait",
        f"answered last {before.astimezone():%Y-%m-%d %H:%M}",
    )
    assert (acl.lines, acl.failed) == (("not asked yet",), False)


def test_how_a_source_stands_that_a_demo_was_asked_to_ask_is_told(make: Make, library: Library) -> None:
    asking = make("hf:daily", "arxiv:cs.CL", throwaway=True)
    assert asking.standings(NOON) == ()
    library.note_source(SourceState("arxiv:cs.CL", asked=NOON, error="a web page", hint="Wait"))
    (arxiv,) = asking.standings(NOON)
    assert (arxiv.name, arxiv.failed) == ("arxiv:cs.CL", True)
    assert "a web page" in arxiv.lines


@pytest.mark.parametrize("throwaway", [True, False])
def test_where_nothing_is_asked_by_itself_nothing_says_when_it_is(
    make: Make, library: Library, throwaway: bool
) -> None:
    asking = make("arxiv:cs.CL", throwaway=throwaway, every=timedelta())
    again = NOON + timedelta(minutes=10)
    library.note_source(SourceState("arxiv:cs.CL", asked=NOON, error="a web page", hint="Wait", again=again))
    (arxiv,) = asking.standings(NOON)
    assert arxiv.lines == (f"{NOON.astimezone():%Y-%m-%d %H:%M}  failed", "a web page", "Wait")


def test_a_list_of_feeds_that_is_followed_is_asked_from_then_on(make: Make) -> None:
    asking = make("hf:daily")
    with pytest.raises(SettingsError, match="no feeds can be followed here"):
        asking.follow_feeds((SortedFeed("feed:https://kites.example/", "Kites"),))
    assert asking.sources == ("hf:daily",)


def test_what_was_asked_though_nothing_is_named_is_written_along_once(make: Make, library: Library) -> None:
    asking = make("hf:daily", unnamed=("hf:daily",))
    assert asking.written_along(["arxiv:cs.CL"]) == ()
    library.note_source(SourceState("hf:daily", asked=NOON))
    assert asking.written_along(["arxiv:cs.CL"]) == ("hf:daily",)
    assert asking.written_along(["hf:daily"]) == ()
    asking.follow(NamedSource("arxiv:cs.CL", "Computation"))
    assert asking.written_along(["arxiv:cs.LG"]) == ()
    assert asking.sources == ("hf:daily", "arxiv:cs.CL")
