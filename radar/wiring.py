"""The only module that names concrete classes of every folder: settings in, ready parts out.

What the screen does not need is imported where it is made: the network, the tokenizer and the cache cost
start-up time and memory, and only a worker or a headless command uses them.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from radar import __version__
from radar.errors import BrokenLibrary, LibraryError, SummariserError
from radar.library.jobs import JobQueue
from radar.library.library import Library
from radar.library.reader import LibraryReader
from radar.papers.spending import Budgets, Limits
from radar.pipeline.endpoint_info import EndpointInfo
from radar.pipeline.radar import Radar, Surroundings
from radar.pipeline.worker_lock import WorkerLock
from radar.pipeline.worker_start import LOG_NAME, WorkerStarter
from radar.settings import Settings, settings_environment
from radar.settings.endpoints import TOP, EndpointSettings, endpoint_kinds

if TYPE_CHECKING:
    from radar.net.http import HttpClient
    from radar.papers.paper import Paper
    from radar.papers.summary import Reading
    from radar.pipeline.batches.exporting import Exporter
    from radar.pipeline.batches.importing import ResultImporter
    from radar.pipeline.importing import Importer
    from radar.pipeline.refreshing import Refresher
    from radar.pipeline.summarising import Summarising
    from radar.pipeline.worker import Worker
    from radar.sources.source import Fetch, Format, Source
    from radar.summaries.prices import Prices
    from radar.summaries.summariser import Summariser, SummariserSettings


def build_radar(settings: Settings) -> Radar:
    """Open the library and put the radar around it together, without network or tokenizer.

    Raises:
        LibraryError: the library cannot be opened; the hint says what to do.
    """
    library = build_library(settings)
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
    demo = replace(settings, library=library_file, state_folder=state, cache_folder=cache)
    library = build_library(demo)
    radar = Radar(
        library,
        build_reader(demo),
        _starter(demo),
        replace(_surroundings(demo), throwaway=True),
        at_close=lambda: shutil.rmtree(folder, ignore_errors=True),
    )
    radar.load_sample()
    return radar


def build_library(settings: Settings) -> Library:
    """Open the library for writing, creating it where there is none.

    Raises:
        LibraryError: it cannot be opened; the hint says what to do.
    """
    try:
        return Library.open(settings.library)
    except BrokenLibrary as error:
        path = shlex.quote(str(settings.library))
        raise LibraryError(
            error.message,
            f"Put a copy in its place, or start anew: mv {path} {path}.broken; radar doctor checks the rest",
        ) from error


def build_reader(settings: Settings) -> LibraryReader:
    """Open the library for reading; LibraryError where there is none."""
    return LibraryReader.open(settings.library)


def build_worker(settings: Settings) -> Worker:
    """Put the worker of the library together; it opens nothing before it runs."""
    from radar.pipeline.worker import Worker

    keys = tuple(dict.fromkeys(filter(None, map(_key, settings.all_endpoints))))
    return Worker(WorkerLock(settings.library), lambda: _Rooms(settings), keys)


def build_formats() -> tuple[Format, ...]:
    """Return the formats of files that radar reads, in the order in which they are tried."""
    from radar.sources.bibtex import Bibtex
    from radar.sources.json_lines import JsonLines
    from radar.sources.listing_file import ListingText

    return (JsonLines(), Bibtex(), ListingText())


def build_source(name: str, settings: Settings, client: HttpClient | None = None) -> Source:
    """Return the source of a name such as "hf:daily" or "arxiv:cs.CL".

    Args:
        client: asks the site; by default one of its own.

    Raises:
        SettingsError: no source has such a name; the hint says the nearest that is one.
    """
    from radar.sources.sites import find_source

    return find_source(name, build_fetch(client or _client_of_sources(settings)))


def build_fetch(client: HttpClient) -> Fetch:
    """Return what sources fetch pages with."""

    async def fetch(url: str) -> str:
        return (await client.get(url)).text

    return fetch


def build_importer(
    settings: Settings,
    library: Library,
    finishing: Callable[[int, int], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Importer:
    """Return the flow that imports files.

    Args:
        finishing: told how far the search index is at the end, done and total.
        stdin: what is read where a path is None; standard input by default.
    """
    from radar.abstracts.reading import read
    from radar.pipeline.importing import Importer

    stdin = stdin or getattr(sys.stdin, "buffer", None)
    return Importer(library, build_formats(), read, stdin, finishing)


def build_refresher(settings: Settings, library: Library) -> Refresher:
    """Return the flow that asks sources; close it by `aclose`."""
    from radar.abstracts.reading import read
    from radar.pipeline.refreshing import Refresher

    client = _client_of_sources(settings)
    return Refresher(library, lambda name: build_source(name, settings, client), read, client.aclose)


def build_summariser(settings: Settings, name: str = "") -> Summariser:
    """Return a summariser by its name; an empty name is the one of the settings.

    It spends without a budget and writes nothing down; `build_paid_summariser` is for what asks many.

    Raises:
        SummariserError: none has that name, or it cannot be loaded.
    """
    from radar.summaries.plugins import find

    chosen = name or settings.chosen_summariser
    return find(chosen, summariser_settings(settings, chosen), tuple(settings.endpoints))


def summariser_names(settings: Settings) -> tuple[str, ...]:
    """Return the names of all summarisers, those of the reader's endpoints among them."""
    from radar.summaries.plugins import names

    return names(tuple(settings.endpoints))


def build_paid_summariser(settings: Settings, library: Library | None, name: str = "") -> Summariser:
    """Return a summariser that holds the budgets and writes what it costs into the library's ledger.

    Args:
        library: None where there is none; then only the budgets of the run hold.
        name: empty for the one of the settings.
    """
    from radar.library.ledger import Ledger
    from radar.papers.spending import Payee
    from radar.pipeline.spending import LedgerPurse, paid_from

    summariser = build_summariser(settings, name)
    if summariser.name == "offline":
        return summariser
    endpoint = endpoint_info(settings, summariser.name)
    payee = Payee(summariser.name, endpoint.host if endpoint else "", summariser.model)
    ledger = Ledger(library) if library is not None else None
    return paid_from(LedgerPurse(ledger, budgets_of(settings), payee), summariser)


def price_of(settings: Settings, name: str = "") -> Prices | None:
    """Return what an endpoint's model costs by the token; None where that is unknown or it is not set.

    Args:
        name: of the endpoint; empty for the one that is asked where none is named.
    """
    from radar.net.addresses import is_loopback
    from radar.summaries.prices import prices_of

    asked = settings.endpoint_called(name or settings.chosen_summariser)
    if asked is None:
        return None
    local = is_loopback(asked.base_url)
    return prices_of(asked.base_url, asked.model, asked.price_in, asked.price_out, local=local)


def budgets_of(settings: Settings) -> Budgets:
    """Return how much may be spent."""
    return Budgets(
        Limits(settings.max_usd_run, settings.max_tokens_run, settings.max_requests_run),
        Limits(settings.max_usd_day, settings.max_tokens_day, settings.max_requests_day),
    )


def build_summarising(
    settings: Settings,
    library: Library,
    reader: LibraryReader,
    name: str = "",
    looked_at: Callable[[], Sequence[int]] = tuple,
) -> Summarising:
    """Return the flow that asks a summariser for many papers; close it by `aclose`.

    Args:
        looked_at: says which papers a reader looks at, to take them first.
    """
    from radar.abstracts.reading import read
    from radar.pipeline.summarising import Summarising

    summariser = build_paid_summariser(settings, library, name)
    at_once = concurrency_of(settings, name)
    return Summarising(library, reader, summariser, read, at_once, looked_at)


def concurrency_of(settings: Settings, name: str = "") -> int:
    """Return how many papers a summariser is given at the same time."""
    endpoint = settings.endpoint_called(name or settings.chosen_summariser)
    return endpoint.concurrency if endpoint is not None else settings.concurrency


def summariser_settings(settings: Settings, name: str = "") -> SummariserSettings:
    """Return what a summariser is made from, the key among it; an empty name is the one of the settings.

    One that is no endpoint is told of the endpoint set outside any table.
    """
    chosen = name or settings.chosen_summariser
    endpoint = settings.endpoint_called(chosen) or settings.endpoint_called(TOP)
    return endpoint_summariser_settings(settings, chosen, endpoint)


def endpoint_summariser_settings(
    settings: Settings, name: str, endpoint: EndpointSettings | None
) -> SummariserSettings:
    """Return what the summariser of an endpoint is made from, whether the settings hold it yet or not."""
    from radar.summaries.summariser import SummariserSettings

    # Without an address there is nobody to ask, but a summariser of another package may want the rest.
    endpoint = endpoint or EndpointSettings(
        name=TOP, **{key: getattr(settings, key) for key in endpoint_kinds()}
    )
    return SummariserSettings(
        name=name,
        preset=endpoint.preset,
        base_url=endpoint.base_url,
        model=endpoint.model,
        key=_key(endpoint),
        key_env=endpoint.key_env,
        prompt=str(endpoint.prompt or ""),
        language=settings.takeaway_language,
        profile=settings.reader_profile,
        max_tokens=endpoint.max_tokens,
        context_tokens=endpoint.context_tokens,
        timeout=endpoint.timeout,
        price_in=endpoint.price_in,
        price_out=endpoint.price_out,
        cache_folder=settings.cache_folder,
        connections=endpoint.concurrency,
    )


def build_exporter(
    settings: Settings,
    library: Library,
    reader: LibraryReader,
    *,
    dialect: str,
    format: str,
    name: str = "",
    most_lines: int,
    most_bytes: int,
    again: bool,
) -> Exporter:
    """Return the flow that writes questions to files; the key of the endpoint is no part of it.

    Raises:
        SummariserError: that summariser asks no model by a prompt of radar's, or no model is set.
        PromptError: the reader's own prompt cannot be used.
    """
    from radar.library.batches import BatchBook
    from radar.pipeline.batches.asking import Terms, dialogue_of
    from radar.pipeline.batches.exporting import Exporter
    from radar.summaries.batch_lines import Dialect
    from radar.summaries.ladder import Format

    chosen = name or settings.chosen_summariser
    if chosen == "offline" and not name:
        chosen = "endpoint"
    if chosen != "endpoint":
        raise SummariserError(f"{chosen} asks no model that a batch could go to", "Name another --summariser")
    made = _without_secrets(summariser_settings(settings, chosen))
    if not made.model:
        raise SummariserError("no model is set", "Set model, or RADAR_MODEL: the name that the batch is for")
    dialogue_of(made)
    terms = Terms(made, Dialect(dialect), Format(format))
    return Exporter(reader, BatchBook(library), terms, most_lines, most_bytes, again)


def build_result_importer(settings: Settings, library: Library, reader: LibraryReader) -> ResultImporter:
    """Return the flow that reads the results of batches."""
    from radar.library.batches import BatchBook
    from radar.pipeline.batches.importing import ResultImporter

    made = _without_secrets(summariser_settings(settings, "endpoint"))
    return ResultImporter(library, reader, BatchBook(library), made)


def _without_secrets(settings: SummariserSettings) -> SummariserSettings:
    """Leave out the key and where it is from and for: nobody is asked, and other processes get the rest."""
    return replace(settings, key="", key_env="", base_url="", cache_folder=None)


class _Rooms:
    """What a worker works with; the heavy parts are made for the first job that needs them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._library = build_library(settings)
        self._reader = build_reader(settings)
        self.jobs = JobQueue(self._library)

    def importer(self, finishing: Callable[[int, int], None]) -> Importer:
        """Return a flow that imports files."""
        return build_importer(self._settings, self._library, finishing)

    def refresher(self) -> Refresher:
        """Return a flow that asks sources."""
        return build_refresher(self._settings, self._library)

    def summarising(self, name: str) -> Summarising:
        """Return a flow that asks the summariser of that name."""
        return build_summarising(self._settings, self._library, self._reader, name, self.jobs.looked_at)

    def tidy(self, report: Callable[[int, int], None]) -> bool:
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


def _starter(settings: Settings) -> WorkerStarter:
    return WorkerStarter(
        WorkerLock(settings.library), settings.state_folder / LOG_NAME, settings_environment(settings)
    )


def _surroundings(settings: Settings) -> Surroundings:
    return Surroundings(
        summariser=settings.chosen_summariser,
        endpoint=endpoint_info(settings),
        endpoints=tuple(info_of(each) for each in settings.endpoints.values()),
        sources=settings.sources,
        state_folder=settings.state_folder,
        download_folder=settings.export_folder,
        config_file=settings.config_file,
        price_in=settings.price_in,
        price_out=settings.price_out,
        budgets=budgets_of(settings),
        cache_folder=settings.cache_folder,
        prompt=str(settings.prompt or ""),
        language=settings.takeaway_language,
        profile=settings.reader_profile,
        browser=settings.browser,
        endpoint_lack=settings.endpoint_lack,
    )


def endpoint_info(settings: Settings, name: str = TOP) -> EndpointInfo | None:
    """Return what is to be known of an endpoint, by default the one outside any table; None where there
    is none of that name.
    """
    endpoint = settings.endpoint_called(name)
    return info_of(endpoint) if endpoint is not None else None


def info_of(endpoint: EndpointSettings) -> EndpointInfo:
    """Return what a screen may know of an endpoint, which is all but its key."""
    from radar.net.addresses import host_of, is_loopback

    host = host_of(endpoint.base_url)
    name = endpoint.model or host
    return EndpointInfo(
        name=name if endpoint.name == TOP else f"{name} at {endpoint.name}",
        host=host,
        base_url=endpoint.base_url,
        model=endpoint.model,
        key_env=endpoint.key_env,
        key_present=bool(_key(endpoint)),
        local=is_loopback(endpoint.base_url),
        summariser=endpoint.name,
        price_in=endpoint.price_in,
        price_out=endpoint.price_out,
        prompt=str(endpoint.prompt or ""),
    )


def _client_of_sources(settings: Settings) -> HttpClient:
    from radar.net.http import HttpClient

    return HttpClient(user_agent=user_agent(settings), connections=4)


def _key(endpoint: EndpointSettings) -> str:
    return os.environ.get(endpoint.key_env, "").strip() if endpoint.key_env else ""


def user_agent(settings: Settings) -> str:
    """Return how radar names itself to sites, with the reader's contact where it is set."""
    contact = f" ({settings.contact})" if settings.contact else ""
    return f"research-radar/{__version__}{contact}"
