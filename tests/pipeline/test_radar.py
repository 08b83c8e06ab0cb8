"""The radar on a real library, with a starter that starts nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.errors import ExportError, ListingError, RadarError, SettingsError, SummariserError
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.job import JobKind, JobProgress, JobState
from radar.papers.listing import Listing
from radar.papers.query import PaperQuery
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.radar import Radar, Surroundings
from tests.pipeline.fakes import FakeStarter, paper, write_listing

ENDPOINT = EndpointInfo("qwen", "127.0.0.1:8080", "http://127.0.0.1:8080/v1", "qwen", "", False, True)

Build = Callable[..., Radar]


@pytest.fixture
def starter() -> FakeStarter:
    return FakeStarter()


@pytest.fixture
def build(library: Library, reader: LibraryReader, starter: FakeStarter, tmp_path: Path) -> Build:
    def make(
        summariser: str = "endpoint",
        endpoint: EndpointInfo | None = ENDPOINT,
        sources: tuple[str, ...] = ("hf:daily",),
        throwaway: bool = False,
        at_close: Callable[[], None] = lambda: None,
    ) -> Radar:
        surroundings = Surroundings(
            summariser,
            endpoint,
            sources,
            tmp_path / "state",
            tmp_path,
            tmp_path / "config.toml",
            price_in=1.0,
            price_out=2.0,
            throwaway=throwaway,
        )
        return Radar(library, reader, starter, surroundings, at_close)

    return make


@pytest.fixture
def radar(build: Build) -> Radar:
    return build()


def _keys(library: Library, number: int = 3) -> tuple[int, ...]:
    return library.add_papers([paper(each) for each in range(number)], Listing("file:moss"), read).keys


def test_summaries_are_queued_and_a_worker_is_started(
    radar: Radar, library: Library, starter: FakeStarter
) -> None:
    keys = _keys(library, 2)
    job = radar.request_summaries(keys)
    assert (job.kind, job.label, job.state) == (
        JobKind.SUMMARISE,
        "summarise 2 papers by qwen",
        JobState.QUEUED,
    )
    assert json.loads(job.arguments) == {"keys": list(keys), "summariser": "endpoint", "again": False}
    assert starter.started == 1


def test_no_second_worker_is_started_while_one_is_at_work(radar: Radar, starter: FakeStarter) -> None:
    starter.working = True
    radar.request_refresh()
    assert starter.started == 0
    assert radar.working()


def test_summaries_without_an_endpoint_say_what_to_set(build: Build, library: Library) -> None:
    with pytest.raises(SummariserError, match=r"base_url and model in .*config.toml"):
        build("offline", None).request_summaries(_keys(library))
    with pytest.raises(SummariserError, match="no endpoint is set"):
        build("dummy", None).request_summaries(_keys(library), "endpoint")


def test_an_endpoint_without_a_model_is_told_before_anything_is_queued(
    build: Build, library: Library
) -> None:
    radar = build("offline", replace(ENDPOINT, model=""))
    with pytest.raises(SummariserError, match=r"no model is set for 127\.0\.0\.1:8080"):
        radar.request_summaries(_keys(library))
    assert radar.jobs.list() == ()


def test_a_summariser_may_be_asked_for_by_name(build: Build, library: Library) -> None:
    job = build("offline", None).request_summaries(_keys(library, 1), "dummy", again=True)
    assert job.label == "summarise 1 paper by dummy"
    assert json.loads(job.arguments)["again"] is True


def test_a_refresh_asks_all_sources(build: Build) -> None:
    job = build(sources=("hf:daily", "arxiv:cs.CL")).request_refresh()
    assert job.label == "refresh hf:daily, arxiv:cs.CL"
    assert json.loads(job.arguments) == {"sources": ["hf:daily", "arxiv:cs.CL"]}


def test_a_refresh_without_sources_says_what_to_set(build: Build) -> None:
    with pytest.raises(SettingsError, match="sources ="):
        build(sources=()).request_refresh()


def test_a_file_is_queued_by_its_full_name(
    radar: Radar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_listing(tmp_path / "moss.jsonl", range(1))
    monkeypatch.chdir(tmp_path)
    job = radar.request_import(Path("moss.jsonl"))
    assert json.loads(job.arguments) == {"paths": [str(tmp_path / "moss.jsonl")]}
    assert job.label == "import moss.jsonl"


def test_the_home_of_the_reader_may_be_written_as_a_tilde(radar: Radar) -> None:
    write_listing(Path.home() / "moss.jsonl", range(1))
    job = radar.request_import(Path("~/moss.jsonl"))
    assert json.loads(job.arguments) == {"paths": [str(Path.home() / "moss.jsonl")]}


@pytest.mark.parametrize("name", ["missing.jsonl", ".", "nul\0byte", "~nobody-of-that-name/x", "x" * 5000])
def test_a_file_that_is_not_there_is_told_at_once(radar: Radar, tmp_path: Path, name: str) -> None:
    with pytest.raises(ListingError):
        radar.request_import(Path(name) if name.startswith("~") else tmp_path / name)
    assert radar.jobs.list() == ()


def test_a_file_name_in_no_encoding_is_told_at_once(radar: Radar, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"moss-\xff.jsonl")
    write_listing(path, range(1))
    with pytest.raises(ListingError, match="UTF-8"):
        radar.request_import(path)


def test_a_pasted_text_is_kept_for_the_worker_and_for_nobody_else(radar: Radar, tmp_path: Path) -> None:
    job = radar.import_text("Title\nAbstract \ud800\n")
    (path,) = (Path(path) for path in json.loads(job.arguments)["paths"])
    assert path.parent == tmp_path / "state" / "pasted"
    assert path.read_text(encoding="utf-8") == "Title\nAbstract ?\n"
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_empty_paste_is_told_at_once(radar: Radar) -> None:
    with pytest.raises(ListingError, match="nothing was pasted"):
        radar.import_text(" \n")


@pytest.mark.parametrize("state", [JobState.LOST, JobState.FAILED, JobState.CANCELLED])
def test_a_job_that_did_not_end_well_can_be_resumed(
    radar: Radar, library: Library, starter: FakeStarter, state: JobState
) -> None:
    job = radar.request_summaries(_keys(library))
    radar.jobs.claim("1")
    radar.jobs.end(job.number, state, "")
    again = radar.resume(job.number)
    assert again.number != job.number
    assert (again.kind, again.label, again.arguments) == (job.kind, job.label, job.arguments)
    assert starter.started == 2


def test_only_what_ended_badly_can_be_resumed(radar: Radar, library: Library) -> None:
    job = radar.request_summaries(_keys(library))
    with pytest.raises(RadarError, match="is queued"):
        radar.resume(job.number)
    with pytest.raises(RadarError, match="no job 99"):
        radar.resume(99)


def test_a_queued_job_is_cancelled_at_once(radar: Radar, library: Library) -> None:
    job = radar.request_summaries(_keys(library))
    radar.cancel(job.number)
    cancelled = radar.jobs.get(job.number)
    assert cancelled is not None
    assert cancelled.state is JobState.CANCELLED


def test_waking_starts_a_worker_only_where_something_waits(
    radar: Radar, library: Library, starter: FakeStarter
) -> None:
    assert not radar.wake()
    radar.jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    starter.working = True
    assert not radar.wake()
    starter.working = False
    assert radar.wake()
    assert starter.started == 1


def test_waking_waits_for_a_worker_that_is_being_started(radar: Radar, starter: FakeStarter) -> None:
    radar.jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    starter.on_its_way = True
    assert not radar.wake()
    assert radar.problems() == ()


def test_waking_goes_on_after_a_worker_that_died_but_not_without_end(
    radar: Radar, library: Library, starter: FakeStarter
) -> None:
    job = radar.request_summaries(_keys(library))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    radar.jobs.claim(str(ended.pid))
    assert not radar.wake()
    lost = radar.jobs.get(job.number)
    assert lost is not None
    assert lost.state is JobState.LOST
    radar.jobs.add(JobKind.REFRESH, "refresh", {"sources": ["hf:daily"]})
    assert [radar.wake() for _ in range(7)] == [True] * 5 + [False] * 2


def test_waking_starts_a_worker_for_an_index_that_was_left_behind(
    radar: Radar, library: Library, starter: FakeStarter
) -> None:
    for first in range(0, 3000, 500):
        chunk = [paper(number) for number in range(first, first + 500)]
        library.add_papers(chunk, Listing("file:moss"), read)
    assert radar.wake()


def test_waking_starts_a_worker_for_papers_that_older_rules_read(radar: Radar, library: Library) -> None:
    library.add_papers([paper(1)], Listing("file:moss"), read)
    assert not radar.wake()
    library.add_papers([paper(2)], Listing("file:moss"), lambda each: replace(read(each), rules_version=0))
    assert radar.wake()


def test_an_estimate_counts_tokens_and_money(radar: Radar, library: Library) -> None:
    few = radar.estimate(_keys(library, 10))
    many = radar.estimate(_keys(library, 1000))
    assert (few.papers, many.papers) == (10, 1000)
    assert few.local
    assert few.cost is not None
    assert many.cost is not None
    assert many.tokens_in == pytest.approx(100 * few.tokens_in, rel=0.05)
    assert many.cost == pytest.approx((many.tokens_in + 2 * many.tokens_out) / 1_000_000)


def test_papers_are_exported_in_the_order_given(radar: Radar, library: Library, tmp_path: Path) -> None:
    first, second, _ = _keys(library)
    path = tmp_path / "moss.jsonl"
    assert radar.export([second, 12345, first], "jsonl", path) == 2
    titles = [json.loads(line)["title"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert titles == [paper(1).title, paper(0).title]


def test_an_export_overwrites_nothing_unless_told_to(radar: Radar, library: Library, tmp_path: Path) -> None:
    keys = _keys(library)
    path = tmp_path / "moss.bib"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError):
        radar.export(keys, "bibtex", path)
    assert path.read_text(encoding="utf-8") == "mine"
    assert radar.export(keys, "bibtex", path, force=True) == 3
    assert set(radar.export_formats()) >= {"bibtex", "csl-json", "jsonl", "markdown", "csv"}


def test_one_paper_can_be_had_as_text(radar: Radar, library: Library) -> None:
    key = _keys(library, 1)[0]
    assert radar.text_of(key, "title") == paper(0).title
    with pytest.raises(RadarError, match="not in the library"):
        radar.text_of(12345, "title")


def test_a_radar_at_rest_has_no_problems(radar: Radar, library: Library) -> None:
    job = radar.request_summaries(_keys(library))
    radar.jobs.claim("1")
    radar.jobs.end(job.number, JobState.DONE, "")
    assert radar.problems() == ()


def test_a_worker_that_died_is_told_and_its_job_is_lost(
    radar: Radar, library: Library, starter: FakeStarter
) -> None:
    job = radar.request_summaries(_keys(library))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    radar.jobs.claim(str(ended.pid))
    radar.jobs.progress(job.number, JobProgress(total=3, done=1))
    (line,) = radar.problems()
    assert "summarise 3 papers by qwen" in line
    assert "worker.log" in line
    lost = radar.jobs.get(job.number)
    assert lost is not None
    assert lost.state is JobState.LOST


def test_a_job_at_work_is_no_problem(radar: Radar, library: Library, starter: FakeStarter) -> None:
    radar.request_summaries(_keys(library))
    radar.jobs.claim("1")
    starter.working = True
    assert radar.problems() == ()


def test_a_job_whose_worker_lives_is_not_taken_for_lost(radar: Radar, library: Library) -> None:
    """Between two looks a worker may have let go of the lock and another have begun."""
    job = radar.request_summaries(_keys(library))
    radar.jobs.claim(str(os.getpid()))
    assert radar.problems() == ()
    running = radar.jobs.get(job.number)
    assert running is not None
    assert running.state is JobState.RUNNING


def test_jobs_that_nobody_works_on_are_told(radar: Radar) -> None:
    radar.request_refresh()
    assert radar.problems() == ("1 job waits and no worker runs",)


def test_closing_leaves_the_worker_alone_unless_all_is_thrown_away(
    build: Build, starter: FakeStarter
) -> None:
    closed: list[str] = []
    build(at_close=lambda: closed.append("closed")).close()
    assert (starter.stopped, closed) == (0, ["closed"])


def test_closing_a_throwaway_radar_stops_its_worker_first(build: Build, starter: FakeStarter) -> None:
    order: list[int] = []
    build(throwaway=True, at_close=lambda: order.append(starter.stopped)).close()
    assert order == [1]


def test_the_sample_is_there_at_once(radar: Radar) -> None:
    added = radar.load_sample()
    assert added.new == radar.reader.counts().papers >= 30
    assert len(radar.reader.keys(PaperQuery(text="we"))) >= 0
    assert radar.load_sample().new == 0
