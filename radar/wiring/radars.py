"""The radar as a whole, and the worker of its library.

What the screen does not need is imported where it is made: the network, the tokenizer and the cache cost
start-up time and memory, and only a worker or a headless command uses them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from radar.errors import LibraryError, SettingsError
from radar.library.jobs.job_queue import JobQueue
from radar.papers.bases import replace
from radar.papers.jobs.reports import tell_nobody
from radar.pipeline.error_log import ERROR_LOG
from radar.pipeline.radar import Radar
from radar.pipeline.surroundings import Surroundings
from radar.pipeline.worker_lock import WorkerLock
from radar.pipeline.worker_start import WorkerStarter
from radar.settings import Settings, settings_environment
from radar.wiring.endpoints import budgets_of, concurrency_of, endpoint_info, info_of, key_of
from radar.wiring.libraries import build_library, build_reader
from radar.wiring.settings_news import SettingsNews, read_again, state_of
from radar.wiring.source_desk import build_source_desk

if TYPE_CHECKING:
    from pathlib import Path

    from radar.papers.jobs.reports import LabelledReport, Report
    from radar.papers.jobs.site_wait import ToldOfWait
    from radar.papers.listed.paper import Paper
    from radar.papers.summaries.summary import Reading
    from radar.pipeline.bringing import Bringer
    from radar.pipeline.endpoint_desk import EndpointDesk
    from radar.pipeline.importing import Importer
    from radar.pipeline.refreshing import Refresher
    from radar.pipeline.summarising import Summarising
    from radar.pipeline.worker import Worker
    from radar.sources.source import Format


def build_radar(settings: Settings, report: LabelledReport = tell_nobody) -> Radar:
    """Open the library and put the radar around it together, without network or tokenizer.

    Args:
        report: told how far it is where the library of an older radar is brought up to date.

    Raises:
        LibraryError: the library cannot be opened; the hint says what to do.
    """
    library = build_library(settings, report)
    try:
        reader = build_reader(settings)
    except LibraryError:
        library.close()
        raise
    return Radar(library, reader, _starter(settings), _surroundings(settings))


def build_demo(settings: Settings) -> Radar:
    """Put a radar together around a throw-away library with the sample in it; closing removes it."""
    import shutil

    from radar.pipeline.demo_folder import make_demo_folder

    folder = make_demo_folder()
    library_file, state, cache = folder / "library.sqlite3", folder / "state", folder / "cache"
    demo = replace(settings, refresh_hours=0.0, library=library_file, state_folder=state, cache_folder=cache)
    library = build_library(demo)
    own = _throwaway_settings(settings, folder)
    radar = Radar(
        library,
        build_reader(demo),
        _starter(replace(demo, config_file=own)),
        replace(_surroundings(demo, own), throwaway=True, settings_news=SettingsNews(settings)),
        at_close=lambda: shutil.rmtree(folder, ignore_errors=True),
    )
    radar.load_sample()
    return radar


def build_worker(settings: Settings) -> Worker:
    """Put the worker of the library together; it opens nothing before it runs."""
    from radar.pipeline.worker import Worker

    return Worker(WorkerLock(settings.library), lambda: _Rooms(settings), secrets_of(settings))


def secrets_of(settings: Settings) -> Callable[[], tuple[str, ...]]:
    """Return what says which texts must not reach a log: the keys that are known by then."""
    from radar.net.key_sources import fetched_keys

    keys = tuple(dict.fromkeys(filter(None, map(key_of, settings.all_endpoints))))
    return lambda: (*keys, *fetched_keys())


class _Rooms:
    """What a worker works with; the heavy parts are made for the first job that needs them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._state: tuple[int, ...] | None = None
        """Of the settings file, when it was looked at again; None before that."""
        self._library = build_library(settings)
        self._reader = build_reader(settings)
        self.jobs = JobQueue(self._library)

    def importer(self, finishing: Report) -> Importer:
        """Return a flow that imports files."""
        from radar.wiring.listings import build_importer

        return build_importer(self._library, finishing)

    def refresher(self, told: ToldOfWait) -> Refresher:
        """Return a flow that asks sources."""
        from radar.wiring.listings import build_refresher

        return build_refresher(self._settings, self._library, told)

    def bringer(self, told: ToldOfWait) -> Bringer:
        """Return a flow that brings papers by id, link or DOI."""
        from radar.wiring.listings import build_bringer

        return build_bringer(self._settings, self._library, told)

    def summarising(self, name: str) -> Summarising:
        """Return a flow that asks the summariser of that name; SummariserError where it is gone."""
        from radar.wiring.summarisers import build_summarising, refuse_gone

        settings = self._settings_with(name)
        refuse_gone(settings, name)
        return build_summarising(settings, self._library, self._reader, name, self.jobs.looked_at)

    def at_once(self, name: str) -> int:
        """Return how many papers the summariser of that name is given at the same time, at most."""
        return concurrency_of(self._settings_with(name), name)

    def _settings_with(self, name: str) -> Settings:
        """Return the settings; with the endpoint of that name where it was set up since they were read."""
        known = self._settings
        if name and name not in known.endpoints and (state := state_of(known.config_file)) != self._state:
            self._state = state
            # What is wrong with the file is told to whoever starts radar with it.
            with suppress(SettingsError):
                now = read_again(known.config_file, there=bool(state))
                self._settings = replace(known, endpoints={**now.endpoints, **known.endpoints})
        return self._settings

    def tidy(self, report: Report) -> bool:
        """Do a step of the work that nobody asked for; False where none is left."""
        from radar.abstracts.rules_version import RULES_VERSION
        from radar.pipeline.rereading import tidy

        return tidy(self._library, _read_late, RULES_VERSION, report)

    def close(self) -> None:
        """Let go of the library."""
        self._reader.close()
        self._library.close()


def _read_late(paper: Paper) -> Reading:
    """Read a paper by rules that are only loaded once there is one to read."""
    from radar.abstracts.reading import read

    return read(paper)


def _formats() -> Sequence[Format]:
    """Return the formats of listings, which are only loaded once one has to be recognised."""
    from radar.wiring.listings import build_formats

    return build_formats()


def _starter(settings: Settings) -> WorkerStarter:
    return WorkerStarter(
        WorkerLock(settings.library), settings.state_folder / ERROR_LOG, settings_environment(settings)
    )


def _surroundings(settings: Settings, throwaway: Path | None = None) -> Surroundings:
    """Return what a radar is told of where it works.

    Args:
        throwaway: the settings file of a demo.
    """
    news = SettingsNews(settings)

    def endpoint_desk() -> EndpointDesk:
        from radar.wiring.endpoint_desk import SettingsDesk

        return SettingsDesk(settings, news.adopt, throwaway)

    return Surroundings(
        summariser=settings.chosen_summariser,
        endpoint=endpoint_info(settings),
        endpoints=tuple(info_of(each) for each in settings.endpoints.values()),
        sources=settings.source_names,
        unnamed_sources=settings.unnamed_sources,
        refresh_every=timedelta(hours=settings.refresh_hours),
        follow_starred=settings.follow_starred,
        source_desk=build_source_desk(settings),
        state_folder=settings.state_folder,
        download_folder=settings.export_folder,
        config_file=settings.config_file,
        budgets=budgets_of(settings),
        at_once=settings.concurrency,
        cache_folder=settings.cache_folder,
        language=settings.takeaway_language,
        profile=settings.reader_profile,
        browser=settings.browser,
        endpoint_lack=settings.endpoint_lack,
        formats=_formats,
        settings_news=news,
        refuse_unknown=partial(_refuse_unknown, settings),
        endpoint_desk=endpoint_desk,
    )


def _refuse_unknown(settings: Settings, name: str) -> None:
    from radar.wiring.summarisers import refuse_unknown

    refuse_unknown(settings, name)


def _throwaway_settings(settings: Settings, folder: Path) -> Path:
    from radar.wiring.endpoint_desk import throwaway_settings

    return throwaway_settings(settings, folder)
