"""Jobs that ended early, asked for again."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from radar.errors import RadarError, SummariserError
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.jobs.job import Job, JobKind, JobProgress, JobState
from radar.papers.jobs.source_state import SourceState
from radar.pipeline.asking_again import ask_again, can_be_asked_again
from radar.pipeline.radar import Radar
from tests.pipeline.fakes import ENDPOINT, Build, keys_of, paper, write_listing


def ended(radar: Radar, job: Job, state: JobState = JobState.FAILED, failed: int = 0) -> Job:
    """Return a job as it is after a worker took it and ended it."""
    radar.jobs.claim_one(job.number, "1")
    radar.jobs.progress(job.number, JobProgress(2, 2, failed=failed))
    radar.jobs.end(job.number, state, "")
    found = radar.jobs.get(job.number)
    assert found is not None
    return found


def arguments(job: Job) -> dict[str, object]:
    found: dict[str, object] = json.loads(job.arguments)
    return found


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.CANCELLED, JobState.LOST])
def test_a_job_that_ended_early_is_asked_for_again_as_it_was(
    radar: Radar, library: Library, state: JobState
) -> None:
    first = ended(radar, radar.request_summaries(keys_of(library, 2)), state)
    again = ask_again(radar, first)
    assert again.number != first.number
    assert (again.kind, again.label, again.arguments) == (first.kind, first.label, first.arguments)
    assert ask_again(radar, first) == again, "once, while it waits"


def test_what_goes_on_or_is_done_is_not_asked_for_again(radar: Radar, library: Library) -> None:
    job = radar.request_summaries(keys_of(library, 2))
    with pytest.raises(RadarError, match="summarise 2 papers by qwen has not ended yet"):
        ask_again(radar, job)
    with pytest.raises(RadarError, match="summarise 2 papers by qwen is done"):
        ask_again(radar, ended(radar, job, JobState.DONE))
    assert len(radar.jobs.list()) == 1


def test_only_sources_that_have_not_answered_since_are_asked_again(radar: Radar, library: Library) -> None:
    job = ended(radar, radar.asking.refresh(("hf:daily", "arxiv:cs.CL")), JobState.DONE, failed=1)
    assert job.state_told == "in part" and can_be_asked_again(job)
    later = datetime.now(UTC) + timedelta(seconds=1)
    library.note_source(SourceState("hf:daily", asked=later, succeeded=later))
    again = ask_again(radar, job)
    assert (again.label, arguments(again)["sources"]) == ("refresh arxiv:cs.CL", ["arxiv:cs.CL"])
    ended(radar, again)
    library.note_source(SourceState("arxiv:cs.CL", asked=later, succeeded=later))
    with pytest.raises(RadarError, match="every source has answered since"):
        ask_again(radar, job)


def test_what_is_left_is_asked_for_once_while_it_waits(radar: Radar, library: Library) -> None:
    job = ended(radar, radar.asking.refresh(("hf:daily", "arxiv:cs.CL")), JobState.DONE, failed=1)
    later = datetime.now(UTC) + timedelta(seconds=1)
    library.note_source(SourceState("hf:daily", asked=later, succeeded=later))
    again = ask_again(radar, job)
    assert ask_again(radar, job) == ask_again(radar, job) == again


def test_a_summariser_that_is_gone_is_told_and_nothing_is_queued(build: Build, library: Library) -> None:
    def refuse(name: str) -> None:
        raise SummariserError(f"No summariser is called {name}")

    radar = build("endpoint", ENDPOINT, refuse_unknown=refuse)
    first = ended(radar, radar.request_summaries(keys_of(library, 2), "gone"))
    with pytest.raises(SummariserError, match="No summariser is called gone"):
        ask_again(radar, first)
    assert len(radar.jobs.list()) == 1


def test_an_import_is_asked_for_again_while_its_file_is_there(radar: Radar, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "moss.jsonl", range(2))
    job = ended(radar, radar.request_import(path), JobState.CANCELLED)
    again = ask_again(radar, job)
    assert (again.label, arguments(again)) == ("import moss.jsonl", {"paths": [str(path)]})
    ended(radar, again)
    path.unlink()
    with pytest.raises(RadarError, match=r"there is no file .*moss.jsonl any more"):
        ask_again(radar, job)


def test_a_pasted_text_that_is_gone_has_to_be_pasted_again(radar: Radar) -> None:
    job = ended(radar, radar.import_text("A title\n"))
    Path(str(arguments(job)["paths"][0])).unlink()  # type: ignore[index]
    with pytest.raises(RadarError, match=r"the pasted text is not kept any more\. Paste it once more"):
        ask_again(radar, job)


def test_only_papers_that_are_not_there_are_added_again(radar: Radar, library: Library) -> None:
    keys_of(library, 1)
    there, lacking = str(paper(0).id), "doi:10.1234/moss"
    job = ended(radar, radar.asking.add((there, lacking)), JobState.DONE, failed=1)
    again = ask_again(radar, job)
    assert (again.label, arguments(again), again.urgent) == (f"add {lacking}", {"texts": [lacking]}, True)
    with pytest.raises(RadarError, match="all that it names is in the library"):
        ask_again(radar, ended(radar, radar.asking.add((there,))))


def test_summaries_that_nobody_can_write_any_more_say_why(
    radar: Radar, library: Library, build: Build
) -> None:
    keys = keys_of(library, 2)
    job = ended(radar, radar.request_summaries(keys))
    with pytest.raises(RadarError, match="no endpoint is set"):
        ask_again(build("offline", None), job)
    keyless = replace(ENDPOINT, key_env="KITE_KEY", key_present=False)
    with pytest.raises(RadarError, match="KITE_KEY"):
        ask_again(build("endpoint", keyless), job)
    library.remove(keys)
    with pytest.raises(RadarError, match="its papers are not in the library any more"):
        ask_again(radar, job)


@pytest.mark.parametrize("kind", list(JobKind))
def test_arguments_that_nobody_can_read_are_told(radar: Radar, kind: JobKind) -> None:
    job = ended(radar, radar.jobs.add(kind, "of another radar", {}))
    with pytest.raises(RadarError, match=f"job {job.number} does not say which"):
        ask_again(radar, job)
