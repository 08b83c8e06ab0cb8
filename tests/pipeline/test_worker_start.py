"""The worker as the screen starts it: detached, with the settings, and without anything to steal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from radar.abstracts.reading import read
from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.papers.jobs.job import Job, JobKind, JobState
from radar.papers.listed.listing import Listing
from radar.pipeline.worker_lock import WorkerLock
from radar.pipeline.worker_start import WorkerStarter
from radar.settings import Settings, settings_environment
from tests.pipeline.fakes import paper, wait_for

SECRET = "sk-secret-of-the-test"


@pytest.fixture
def starter(library: Library, tmp_path: Path) -> Iterator[WorkerStarter]:
    settings = Settings.load(os.environ, {"library": library.path})
    started = WorkerStarter(
        WorkerLock(library.path), tmp_path / "state" / "errors.log", settings_environment(settings)
    )
    yield started
    started.stop()


def _queue(library: Library) -> Job:
    """Queue a job that needs no network and is done in no time."""
    keys = library.add_papers([paper(1)], Listing("file:moss"), read).keys
    return JobQueue(library).add(JobKind.SUMMARISE, "summarise", {"keys": keys, "summariser": "offline"})


def _state(library: Library, job: Job) -> JobState:
    found = JobQueue(library).get(job.number)
    assert found is not None
    return found.state


def test_a_started_worker_does_the_jobs_of_the_library_and_ends(
    library: Library, starter: WorkerStarter
) -> None:
    job = _queue(library)
    process = starter.start()
    wait_for(lambda: _state(library, job) is JobState.DONE, "the job")
    wait_for(lambda: not starter.alive(), "the end of the worker")
    assert starter.log.read_text(encoding="utf-8") == ""
    assert starter.log.stat().st_mode & 0o077 == 0
    wait_for(lambda: not starter.alive() and not _exists(process), "the process to be taken leave of")


def test_a_file_called_radar_in_the_current_folder_is_not_run(
    library: Library, starter: WorkerStarter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "radar.py").write_text("open('stolen', 'w').close()\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    job = _queue(library)
    starter.start()
    wait_for(lambda: _state(library, job) is JobState.DONE, "the job")
    assert not (tmp_path / "stolen").exists()


def test_a_worker_outlives_whoever_started_it(library: Library, tmp_path: Path) -> None:
    job = _queue(library)
    script = (
        "import sys; from pathlib import Path; import os\n"
        "from radar.pipeline.worker_lock import WorkerLock\n"
        "from radar.pipeline.worker_start import WorkerStarter\n"
        "library = Path(sys.argv[1])\n"
        "variables = {'RADAR_LIBRARY': sys.argv[1]}\n"
        "print(WorkerStarter(WorkerLock(library), Path(sys.argv[2]), variables).start())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(library.path), str(tmp_path / "errors.log")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert int(done.stdout) > 0
    wait_for(lambda: _state(library, job) is JobState.DONE, "the job")
    wait_for(lambda: not WorkerLock(library.path).taken(), "the end of the worker")


def test_k2_the_key_is_in_the_environment_of_the_worker_and_not_among_its_arguments(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MY_ENDPOINT_KEY", SECRET)
    settings = Settings.load(
        os.environ,
        {"library": library.path, "key_env": "MY_ENDPOINT_KEY", "base_url": "http://127.0.0.1:9/v1"},
    )
    starter = WorkerStarter(WorkerLock(library.path), tmp_path / "errors.log", settings_environment(settings))
    assert SECRET not in str(settings_environment(settings))
    process = starter.start()
    try:
        arguments = Path(f"/proc/{process}/cmdline")
        if arguments.exists():
            assert SECRET.encode() not in arguments.read_bytes()
    finally:
        starter.stop()


def test_stopping_ends_the_workers_that_were_started_here(library: Library, starter: WorkerStarter) -> None:
    process = starter.start()
    starter.stop()
    assert not _exists(process)
    assert not starter.alive()


def test_a_log_that_has_grown_long_is_put_aside(library: Library, starter: WorkerStarter) -> None:
    starter.log.parent.mkdir(parents=True)
    starter.log.write_text("x" * 2_000_000, encoding="utf-8")
    starter.start()
    assert starter.log.stat().st_size < 10_000
    assert starter.log.with_name("errors.log.old").stat().st_size == 2_000_000


def _exists(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
