"""The parts put together: the radar, the worker that it starts, and who gets a key."""

from __future__ import annotations

import asyncio
import io
import json
import os
import shlex
import shutil
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radar import __version__
from radar.errors import EndpointError, LibraryError, SettingsError, SummariserError
from radar.library.library import Library
from radar.papers.bases import replace
from radar.papers.jobs.job import JobState
from radar.papers.reader.query import PaperQuery
from radar.pipeline.events import ImportEnded, Refreshed
from radar.settings import Settings
from radar.sources.plugins import find_source
from radar.wiring.endpoints import endpoint_info, summariser_settings
from radar.wiring.libraries import build_library
from radar.wiring.listings import (
    build_fetch,
    build_formats,
    build_importer,
    build_means,
    build_pages,
    build_refresher,
    build_source,
)
from radar.wiring.radars import build_demo, build_radar, build_worker
from radar.wiring.summarisers import build_summariser
from tests.net.loopback import Scripted, json_answer, loopback
from tests.pipeline.fakes import ended, wait_for, write_listing

SECRET = "sk-secret-of-the-test"


def _settings(**options: object) -> Settings:
    return Settings.load(os.environ, options)


def test_a_radar_on_nothing_at_all_works() -> None:
    with closing(build_radar(_settings())) as radar:
        assert radar.reader.counts().papers == 0
        assert radar.path == Path(os.environ["XDG_DATA_HOME"]) / "radar" / "library.sqlite3"
        assert (radar.summariser, radar.endpoint, radar.sources) == ("offline", None, ("hf:daily",))
        assert radar.problems() == ()
        assert not radar.throwaway


def test_the_browser_of_the_settings_opens_the_links() -> None:
    with closing(build_radar(_settings(browser="firefox --new-tab %s"))) as radar:
        assert radar.browser == "firefox --new-tab %s"


def test_an_import_asked_for_on_the_screen_is_done_by_a_worker_of_its_own(tmp_path: Path) -> None:
    with closing(build_radar(_settings())) as radar:
        path = write_listing(tmp_path / "moss.jsonl", range(30))
        job = ended(radar, radar.request_import(path))
        assert (job.state, job.message) == (JobState.DONE, "30 papers: 30 new, 0 known")
        assert len(radar.reader.keys(PaperQuery(text="moss"))) == 30
        wait_for(lambda: not radar.working(), "the end of the worker")


@pytest.mark.eval
def test_a_real_listing_gives_all_its_papers_once(eval_data: Path) -> None:
    listing = eval_data / "data" / "hf_listing.txt"
    with closing(build_library(_settings())) as library:
        importer = build_importer(library)
        lines = [
            event.line
            for _ in range(2)
            for event in importer.run([listing])
            if isinstance(event, ImportEnded)
        ]
    assert lines == ["66 papers: 66 new, 0 known", "66 papers: 0 new, 66 known"]


def test_a_pasted_listing_is_imported_by_a_worker(tmp_path: Path) -> None:
    with closing(build_radar(_settings())) as radar:
        text = write_listing(tmp_path / "moss.jsonl", range(3)).read_text(encoding="utf-8")
        assert ended(radar, radar.import_text(text)).message == "3 papers: 3 new, 0 known"


def test_what_cannot_be_imported_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "song.txt"
    path.write_text("la la la", encoding="utf-8")
    with closing(build_radar(_settings())) as radar:
        pasted = ended(radar, radar.import_text("la la la"))
        file = ended(radar, radar.request_import(path))
    assert (pasted.label, file.label) == ("import the pasted text", "import song.txt")
    for job in (pasted, file):
        assert job.message
        assert ".txt" not in job.message
        assert "pasted" not in job.message


def test_options_of_the_command_line_reach_the_worker(tmp_path: Path) -> None:
    with closing(build_radar(_settings(library=tmp_path / "other.sqlite3"))) as radar:
        path = write_listing(tmp_path / "moss.jsonl", range(3))
        assert ended(radar, radar.request_import(path)).state is JobState.DONE
        assert radar.reader.counts().papers == 3


def test_a_broken_library_is_refused_with_what_to_do() -> None:
    settings = _settings()
    settings.library.parent.mkdir(parents=True)
    settings.library.write_bytes(b"this is no library" * 1000)
    with pytest.raises(LibraryError) as refused:
        build_radar(settings)
    assert "radar doctor" in refused.value.hint
    command = refused.value.hint.partition("start anew: ")[2].partition(";")[0]
    subprocess.run(shlex.split(command), check=True)
    build_radar(settings).close()


def test_a_copy_is_put_in_place_of_a_broken_library_without_what_was_written_to_that(tmp_path: Path) -> None:
    settings = _settings()
    copy, other = tmp_path / "copy.sqlite3", tmp_path / "other.sqlite3"
    Library.open(copy).close()
    Library.open(other).close()
    library = Library.open(other)
    library.looked(datetime.now(UTC))
    settings.library.parent.mkdir(parents=True)
    settings.library.write_bytes(b"this is no library" * 1000)
    shutil.copy(f"{other}-wal", f"{settings.library}-wal")
    library.close()
    with pytest.raises(LibraryError) as refused:
        build_radar(settings)
    command = refused.value.hint.partition("start anew: ")[2].partition(";")[0]
    subprocess.run(command, shell=True, check=True)
    assert sorted(path.name for path in settings.library.parent.glob("*.broken*")) == [
        f"{settings.library.name}.broken",
        f"{settings.library.name}.broken-wal",
    ]
    assert not Path(f"{settings.library}-wal").exists()
    shutil.copy(copy, settings.library)
    build_radar(settings).close()


def test_the_demo_shows_the_sample_and_leaves_nothing_behind() -> None:
    settings = _settings()
    radar = build_demo(settings)
    folder = radar.path.parent
    assert radar.throwaway
    assert radar.reader.counts().papers >= 30
    assert radar.reader.counts().with_code > 0
    assert radar.reader.counts().unread == radar.reader.counts().papers
    radar.close()
    assert not folder.exists()
    assert not settings.library.exists()
    assert not settings.state_folder.exists()


def test_the_demo_has_a_worker_of_its_own_that_ends_with_it(tmp_path: Path) -> None:
    radar = build_demo(_settings())
    path = write_listing(tmp_path / "moss.jsonl", range(20_000))
    radar.request_import(path)
    wait_for(radar.working, "the worker")
    radar.close()
    assert not radar.working()
    assert not radar.path.parent.exists()


def test_all_formats_recognise_their_own() -> None:
    names = [format.name for format in build_formats()]
    assert len(names) == len(set(names)) == 13
    assert any(format.recognises('{"id": "1", "title": "Moss"}\n') for format in build_formats())
    assert any(format.recognises("@article{moss,\n  title = {Moss},\n}\n") for format in build_formats())


@pytest.mark.parametrize("name", ["hf:daily", "arxiv:cs.CL"])
def test_sources_are_built_by_name(name: str) -> None:
    assert build_source(name, _settings()).name == name


@pytest.mark.parametrize("name", ["", "hf", "hf:weekly", "arxiv:", "arxiv:../../x", "gopher:moss", "arxiv"])
def test_a_source_of_no_known_kind_is_refused_with_one_that_there_is(name: str) -> None:
    with pytest.raises(SettingsError, match=r"hf:daily|arxiv:cs\.CL"):
        build_source(name, _settings())


def test_standard_input_can_be_imported(tmp_path: Path) -> None:
    stdin = io.BytesIO(write_listing(tmp_path / "moss.jsonl", range(3)).read_bytes())
    with closing(build_library(_settings())) as library:
        events = list(build_importer(library, stdin=stdin).run([None]))
    assert [event.new for event in events if isinstance(event, ImportEnded)] == [3]


def test_the_summariser_of_the_settings_is_the_usual_one() -> None:
    assert build_summariser(_settings()).name == "offline"
    endpoint = _settings(base_url="http://127.0.0.1:9/v1", model="m")
    assert build_summariser(endpoint).name == "endpoint"
    assert build_summariser(endpoint, "offline").name == "offline"
    with pytest.raises(SummariserError):
        build_summariser(_settings(), "nobody")


def test_a_model_without_an_address_is_told_as_that() -> None:
    with (
        closing(build_radar(_settings(model="m"))) as radar,
        pytest.raises(SummariserError, match="model is set, but no base_url"),
    ):
        radar.request_summaries((1,))
    with pytest.raises(EndpointError, match=r"no model is set for 127\.0\.0\.1:9"):
        build_summariser(_settings(base_url="http://127.0.0.1:9/v1"), "endpoint")


def test_the_key_comes_from_the_variable_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", f" {SECRET}\n")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another")
    mine = _settings(base_url="https://host.example/v1", model="m", key_env="MY_KEY")
    assert summariser_settings(mine).key == SECRET
    assert SECRET not in repr(summariser_settings(mine))
    nobody = _settings(base_url="https://host.example/v1", model="m")
    assert summariser_settings(nobody).key == ""


def test_what_is_told_of_the_endpoint_holds_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", SECRET)
    info = endpoint_info(_settings(base_url="https://host.example:8443/v1", model="m", key_env="MY_KEY"))
    assert info is not None
    assert (info.name, info.host, info.key_env, info.key_present) == (
        "m",
        "host.example:8443",
        "MY_KEY",
        True,
    )
    assert not info.local
    assert SECRET not in repr(info)
    assert endpoint_info(_settings()) is None


@pytest.mark.parametrize("address", ["http://127.0.0.1:8080/v1", "http://localhost/v1", "http://[::1]:80/v1"])
def test_an_endpoint_on_this_machine_is_known_as_such(address: str) -> None:
    info = endpoint_info(_settings(base_url=address))
    assert info is not None
    assert info.local
    assert not info.key_present


def test_a_refresh_without_network_is_a_line_and_not_a_crash() -> None:
    async def run() -> list[str]:
        refresher = build_refresher(_settings(), library)
        try:
            return [
                event.line async for event in refresher.run(["gopher:moss"]) if isinstance(event, Refreshed)
            ]
        finally:
            await refresher.aclose()

    with closing(build_library(_settings())) as library:
        (line,) = asyncio.run(run())
    assert line.startswith("gopher:moss: ")


def test_a_refresh_brings_the_papers_of_a_site_and_tells_it_who_asks() -> None:
    record = {"paper": {"id": "2603.00001", "title": "Weighing Moss", "summary": "Moss is weighed."}}
    settings = _settings(contact="moss@example.org")

    async def run(url: str) -> list[Refreshed]:
        refresher = build_refresher(settings, library)
        pages = build_pages(settings)
        fetch = build_fetch(pages)
        there = replace(refresher, source=lambda name: find_source(name, build_means(fetch, {"hf": url})))
        try:
            return [event async for event in there.run(["hf:daily"]) if isinstance(event, Refreshed)]
        finally:
            await refresher.aclose()
            await pages.aclose()

    with loopback(json_answer([record])) as server, closing(build_library(settings)) as library:
        (done,) = asyncio.run(run(server.url))
    assert done.line == "hf:daily: 1 new, 0 known"
    assert server.arrived[0].headers["user-agent"] == f"research-radar/{__version__} (moss@example.org)"


@pytest.mark.parametrize(
    ("followed", "hours", "told"),
    [(True, 6.0, True), (False, 6.0, False), (True, 0.0, False)],
)
def test_only_what_is_asked_by_itself_is_said_to_be_asked_again(
    followed: bool, hours: float, told: bool
) -> None:
    async def run(name: str) -> list[Refreshed]:
        own = _settings(sources=[name] if followed else ["hf:daily"], refresh_hours=hours)
        refresher = build_refresher(own, library)
        try:
            return [event async for event in refresher.run([name]) if isinstance(event, Refreshed)]
        finally:
            await refresher.aclose()

    with loopback(Scripted(404)) as server, closing(build_library(_settings())) as library:
        (done,) = asyncio.run(run(f"feed:{server.url}/x"))
    assert ("asked again" in done.line, done.again is not None) == (told, told)


def test_the_worker_opens_nothing_before_it_runs() -> None:
    settings = _settings()
    build_worker(settings)
    assert not settings.library.exists()


def test_a_job_for_a_summariser_that_is_not_there_fails_with_the_names_there_are() -> None:
    with closing(build_radar(_settings())) as radar:
        keys = radar.load_sample().keys
        job = ended(radar, radar.request_summaries(keys, "nobody"))
        assert job.state is JobState.FAILED
        assert "nobody" in job.message
        assert json.loads(job.arguments)["summariser"] == "nobody"


def test_what_the_reader_wishes_reaches_the_summariser_and_the_count_of_what_is_missing() -> None:
    settings = _settings(takeaway_language="German", reader_profile="I work on foxes.")
    told = summariser_settings(settings, "endpoint")
    assert (told.language, told.profile) == ("German", "I work on foxes.")
    with closing(build_radar(settings)) as radar:
        assert (radar._surroundings.language, radar._surroundings.profile) == ("German", "I work on foxes.")
