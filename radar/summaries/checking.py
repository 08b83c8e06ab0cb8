"""Whether an endpoint works, asked without spending anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import aclosing, closing, contextmanager

from radar.errors import EndpointError, RadarError, WebPage, WrongAddress
from radar.net.cache import DiskCache
from radar.net.http import HttpClient
from radar.papers.bases import replace
from radar.summaries.endpoint_summariser import endpoint_of, new_client
from radar.summaries.endpoints.base_url import other_form, tidy_base_url
from radar.summaries.endpoints.learned import Learned, LearnedDialects
from radar.summaries.summariser import SummariserSettings

_SHOWN = 8


async def check_endpoint(settings: SummariserSettings) -> tuple[bool, str]:
    """Ask an endpoint for its models and return whether summaries can be had, and what to do if not.

    Nothing is generated, so nothing is charged.
    """
    async with aclosing(new_client(settings, attempts=1)) as client:
        try:
            return await _check(settings, client)
        except RadarError as error:
            return False, str(error)


async def _check(settings: SummariserSettings, client: HttpClient) -> tuple[bool, str]:
    endpoint = endpoint_of(settings, client, settings.base_url)
    try:
        models = await endpoint.models()
    except (EndpointError, WebPage) as error:
        return False, await _advice(settings, endpoint.base_url, error, client)
    if not settings.model:
        return False, f"{endpoint.host} answers; set model to one of {_listed(models)}"
    if not models:
        return True, f"{endpoint.host} answers, and lists no models"
    if settings.model in models or any(name.split(":")[0] == settings.model for name in models):
        return True, f"{endpoint.host} answers and has {settings.model}"
    return False, f"{endpoint.host} answers but does not list {settings.model}; it has {_listed(models)}"


async def _advice(settings: SummariserSettings, base_url: str, error: RadarError, client: HttpClient) -> str:
    """Try the address with /v1, or without it, and say which one works."""
    if isinstance(error, EndpointError) and error.final and not isinstance(error, WrongAddress):
        return str(error)
    other = other_form(base_url)
    try:
        await endpoint_of(settings, client, other).models()
    except RadarError:
        return str(error)
    return f"{error.message}. But {other} answers: set base_url to it"


def learned_dialect(settings: SummariserSettings) -> str:
    """Say in which dialect the model of these settings is asked; empty where none is known yet."""
    with _kept(settings) as kept:
        learned = kept.find(_address(settings), settings.model) if kept else None
    return str(learned or "")


def forget_dialect(settings: SummariserSettings) -> bool:
    """Forget the dialect of the model of these settings; says whether one was known."""
    with _kept(settings) as kept:
        return kept is not None and kept.forget(_address(settings), settings.model)


def keep_dialect(settings: SummariserSettings, learned: Learned) -> Learned:
    """Keep the dialect that a try of these settings has found, so that the first summary need not.

    Returns it as it is kept: what longer runs saw of the schema stands where the try could not tell.
    """
    folder, address = settings.completions_folder, _address(settings)
    if folder is None or not address:
        return learned
    with closing(DiskCache.open(folder)) as cache:
        dialects = LearnedDialects(lambda: cache)
        before = dialects.find(address, settings.model)
        if learned.enforced is None and before is not None and before.shape.format is learned.shape.format:
            learned = replace(learned, enforced=before.enforced)
        dialects.keep(address, settings.model, learned)
    return learned


@contextmanager
def _kept(settings: SummariserSettings) -> Iterator[LearnedDialects | None]:
    """Open the place of dialects; None where it is not there yet, which looking does not make."""
    folder = settings.completions_folder
    if folder is None or not folder.exists() or not _address(settings):
        yield None
        return
    with closing(DiskCache.open(folder)) as cache:
        yield LearnedDialects(lambda: cache)


def _address(settings: SummariserSettings) -> str:
    try:
        return tidy_base_url(settings.base_url)
    except EndpointError:
        return ""


def _listed(models: tuple[str, ...]) -> str:
    more = ", ..." if len(models) > _SHOWN else ""
    return ", ".join(models[:_SHOWN]) + more if models else "those that it has (it lists none)"
