"""The radar on a real library, with a starter that starts nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.errors import ExportError, ListingError, RadarError, SettingsError, SummariserError
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.jobs.job import JobKind, JobState
from radar.papers.reader.query import PaperQuery
from radar.papers.summaries.summary import Provenance, Summary
from radar.pipeline.course import Course
from radar.pipeline.many_papers import ManyPapers
from radar.pipeline.radar import Radar
from radar.summaries.prompting.prompt import load_prompt
from tests.pipeline.fakes import ENDPOINT, Build, FakeStarter, keys_of, paper, write_listing


def test_summaries_are_queued_and_a_worker_is_started(
    radar: Radar, library: Library, starter: FakeStarter
) -> None:
    keys = keys_of(library, 2)
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
        build("offline", None).request_summaries(keys_of(library, 3))
    with pytest.raises(SummariserError, match="no endpoint is set"):
        build("dummy", None).request_summaries(keys_of(library, 3), "endpoint")


def test_an_endpoint_without_a_model_is_told_before_anything_is_queued(
    build: Build, library: Library
) -> None:
    radar = build("offline", replace(ENDPOINT, model=""))
    with pytest.raises(SummariserError, match=r"no model is set for 127\.0\.0\.1:8080"):
        radar.request_summaries(keys_of(library, 3))
    assert radar.jobs.list() == ()


def test_who_set_no_model_to_be_asked_is_told_that_and_not_that_there_is_none(
    build: Build, library: Library
) -> None:
    radar = build("offline")
    with pytest.raises(SummariserError, match='the settings say summariser = "offline"') as caught:
        radar.request_summaries(keys_of(library, 3))
    assert "config.toml" in caught.value.hint
    assert radar.request_summaries(keys_of(library, 3), "endpoint").label == "summarise 3 papers by qwen"


def test_an_endpoint_that_is_not_asked_is_not_called_the_one_that_is(build: Build) -> None:
    assert build("dummy").endpoint is None
    asked = build("endpoint").endpoint
    assert asked is not None and asked.model == ENDPOINT.model


def test_a_summariser_may_be_asked_for_by_name(build: Build, library: Library) -> None:
    job = build("offline", None).request_summaries(keys_of(library, 1), "dummy", again=True)
    assert job.label == 'summarise "Weighing Moss Number 0" by dummy'
    assert json.loads(job.arguments)["again"] is True


def test_a_refresh_asks_all_sources(build: Build) -> None:
    job = build(sources=("hf:daily", "arxiv:cs.CL")).request_refresh()
    assert job.label == "refresh hf:daily, arxiv:cs.CL"
    assert json.loads(job.arguments) == {
        "sources": ["hf:daily", "arxiv:cs.CL"],
        "starred": False,
        "quiet": False,
    }


def test_a_refresh_without_sources_says_what_to_set(build: Build) -> None:
    with pytest.raises(SettingsError, match="radar sources add hf:daily"):
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
def test_what_did_not_end_well_can_be_asked_for_again(
    radar: Radar, library: Library, starter: FakeStarter, state: JobState
) -> None:
    job = radar.request_summaries(keys_of(library, 3))
    radar.jobs.claim("1")
    radar.jobs.end(job.number, state, "")
    again = radar.request_summaries(keys_of(library, 3))
    assert again.number != job.number
    assert (again.kind, again.label, again.arguments) == (job.kind, job.label, job.arguments)
    assert starter.started == 2


@pytest.mark.parametrize("papers", [1, 2])
def test_a_job_of_one_paper_is_urgent(radar: Radar, library: Library, papers: int) -> None:
    assert radar.request_summaries(keys_of(library, 3)[:papers]).urgent is (papers == 1)


def test_a_queued_job_is_cancelled_at_once(radar: Radar, library: Library) -> None:
    job = radar.request_summaries(keys_of(library, 3))
    radar.cancel(job.number)
    cancelled = radar.jobs.get(job.number)
    assert cancelled is not None
    assert cancelled.state is JobState.CANCELLED


def test_an_estimate_counts_tokens_and_money(radar: Radar, library: Library) -> None:
    few = radar.estimate(keys_of(library, 10))
    many = radar.estimate(keys_of(library, 1000))
    assert (few.papers, many.papers) == (10, 1000)
    assert few.local
    assert few.cost is not None
    assert many.cost is not None
    assert many.tokens_in == pytest.approx(100 * few.tokens_in, rel=0.05)
    assert many.cost == pytest.approx((many.tokens_in + 2 * many.tokens_out) / 1_000_000)


def _export(radar: Radar, keys: Sequence[int], format: str, path: Path, *, force: bool = False) -> int:
    many = ManyPapers(radar.path, radar.library.reader)
    return many.export(keys, format, path, force=force, course=Course("export", len(keys)))


def test_papers_are_exported_in_the_order_given(radar: Radar, library: Library, tmp_path: Path) -> None:
    first, second, _ = keys_of(library, 3)
    path = tmp_path / "moss.jsonl"
    assert _export(radar, [second, 12345, first], "jsonl", path) == 2
    titles = [json.loads(line)["title"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert titles == [paper(1).title, paper(0).title]


def test_an_export_overwrites_nothing_unless_told_to(radar: Radar, library: Library, tmp_path: Path) -> None:
    keys = keys_of(library, 3)
    path = tmp_path / "moss.bib"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError):
        _export(radar, keys, "bibtex", path)
    assert path.read_text(encoding="utf-8") == "mine"
    assert _export(radar, keys, "bibtex", path, force=True) == 3


def test_one_paper_can_be_had_as_text(radar: Radar, library: Library) -> None:
    key = keys_of(library, 1)[0]
    assert radar.text_of(key, "title") == paper(0).title
    with pytest.raises(RadarError, match="not in the library"):
        radar.text_of(12345, "title")


def test_the_sample_is_there_at_once(radar: Radar) -> None:
    added = radar.load_sample()
    assert added.new == radar.reader.counts().papers >= 30
    assert len(radar.reader.keys(PaperQuery(text="the"))) > 0
    assert radar.load_sample().new == 0


def test_an_endpoint_with_a_name_and_no_model_is_told_before_anything_is_queued(
    build: Build, library: Library
) -> None:
    radar = build("fast", None, endpoints=(replace(ENDPOINT, summariser="fast", model=""),))
    with pytest.raises(SummariserError, match=r"no model is set for 127\.0\.0\.1:8080"):
        radar.request_summaries(keys_of(library, 3))
    assert radar.jobs.list() == ()


def test_a_summary_in_another_language_or_for_another_profile_is_no_such_summary(
    build: Build, library: Library
) -> None:
    keys = keys_of(library, 3)
    plain, german = load_prompt(), load_prompt("", "German")
    for number, prompt in ((0, plain), (1, german)):
        of = paper(number)
        reading = read(of)
        made = Provenance("endpoint", datetime.now(UTC), ENDPOINT.model, prompt.digest)
        library.save_summaries([Summary(of.id, reading.takeaway, reading.flags, made)])
    assert build(endpoint=ENDPOINT).estimate(keys).papers == 2
    assert build(endpoint=ENDPOINT, language="German").estimate(keys).papers == 2
    assert build(endpoint=ENDPOINT, language="German", profile="I work on moss.").estimate(keys).papers == 3
