"""What an endpoint is in the settings, as plain values for those who ask it or tell of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from radar.papers.jobs.budgets import Budgets, Limits
from radar.settings import Settings
from radar.settings.endpoints import TOP, EndpointSettings, endpoint_kinds

if TYPE_CHECKING:
    from radar.net.key_sources import KeySource
    from radar.pipeline.endpoint_info import EndpointInfo
    from radar.summaries.endpoints.prices import Prices
    from radar.summaries.summariser import SummariserSettings


def endpoint_info(settings: Settings, name: str = TOP) -> EndpointInfo | None:
    """Return what is to be known of an endpoint, by default the one outside any table; None where there
    is none of that name.
    """
    endpoint = settings.endpoint_called(name)
    return info_of(endpoint) if endpoint is not None else None


def info_of(endpoint: EndpointSettings) -> EndpointInfo:
    """Return what a screen may know of an endpoint, which is all but its key."""
    from radar.net.addresses import host_of, is_loopback
    from radar.pipeline.endpoint_info import EndpointInfo

    host = host_of(endpoint.base_url)
    name = endpoint.model or host
    key_place = _key_place(endpoint)
    return EndpointInfo(
        name=name if endpoint.name == TOP else f"{name} at {endpoint.name}",
        host=host,
        base_url=endpoint.base_url,
        model=endpoint.model,
        key_env=endpoint.key_env,
        key_present=None if key_place else bool(key_of(endpoint)),
        local=is_loopback(endpoint.base_url),
        summariser=endpoint.name,
        price_in=endpoint.price_in,
        price_out=endpoint.price_out,
        prompt=str(endpoint.prompt or ""),
        max_tokens=endpoint.max_tokens,
        at_once=endpoint.concurrency,
        key_place=key_place,
    )


def key_of(endpoint: EndpointSettings) -> str:
    """Return the key of an endpoint that an environment variable holds; else an empty text."""
    return os.environ.get(endpoint.key_env, "").strip() if endpoint.key_env else ""


def key_source_of(endpoint: EndpointSettings) -> KeySource | None:
    """Return where the key of an endpoint is fetched from; None where nothing is to be fetched.

    Nothing is run or opened before the key is asked for.
    """
    from radar.net.key_sources import command_key, keyring_key

    if endpoint.key_command:
        return command_key(endpoint.key_command)
    return keyring_key(endpoint.keyring) if endpoint.keyring else None


def _key_place(endpoint: EndpointSettings) -> str:
    if endpoint.key_command:
        from radar.net.key_sources import first_word

        return f"from {first_word(endpoint.key_command)}"
    return "in the keyring" if endpoint.keyring else ""


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
        key=key_of(endpoint),
        key_env=endpoint.key_env,
        key_source=key_source_of(endpoint),
        allow_http=endpoint.allow_http,
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


def concurrency_of(settings: Settings, name: str = "") -> int:
    """Return how many papers a summariser is given at the same time."""
    endpoint = settings.endpoint_called(name or settings.chosen_summariser)
    return endpoint.concurrency if endpoint is not None else settings.concurrency


def price_of(settings: Settings, name: str = "") -> Prices | None:
    """Return what an endpoint's model costs by the token; None where that is unknown or it is not set.

    Args:
        name: of the endpoint; empty for the one that is asked where none is named.
    """
    from radar.net.addresses import is_loopback
    from radar.summaries.endpoints.prices import prices_of

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
