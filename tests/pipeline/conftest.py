"""A real library of its own for each test."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from radar.library.jobs.job_queue import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.bases import replace
from radar.papers.jobs.reports import tell_nobody
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.radar import Radar
from radar.pipeline.surroundings import Surroundings
from tests.new_library import new_library
from tests.pipeline.fakes import ENDPOINT, Build, FakeStarter


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = new_library(tmp_path / "library" / "library.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def reader(library: Library) -> Iterator[LibraryReader]:
    opened = LibraryReader.open(library.path)
    yield opened
    opened.close()


@pytest.fixture
def jobs(library: Library) -> JobQueue:
    return JobQueue(library)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.txt"
    path.touch()
    return path


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
        endpoints: tuple[EndpointInfo, ...] = (),
        language: str = "",
        profile: str = "",
        seconds: Callable[[], float] = time.monotonic,
        refuse_unknown: Callable[[str], None] = tell_nobody,
    ) -> Radar:
        surroundings = Surroundings(
            summariser,
            endpoint and replace(endpoint, price_in=1.0, price_out=2.0),
            sources,
            tmp_path / "state",
            tmp_path,
            tmp_path / "config.toml",
            language=language,
            profile=profile,
            throwaway=throwaway,
            endpoints=endpoints,
            refuse_unknown=refuse_unknown,
        )
        return Radar(library, reader, starter, surroundings, at_close, seconds)

    return make


@pytest.fixture
def radar(build: Build) -> Radar:
    return build()
