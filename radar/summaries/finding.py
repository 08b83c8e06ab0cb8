"""Where an endpoint answers and which models it has, asked without spending anything."""

from __future__ import annotations

from contextlib import aclosing, suppress

from radar.errors import KeyRefused, Offline, RadarError
from radar.papers.bases import Value
from radar.summaries.endpoint_summariser import endpoint_of, new_client
from radar.summaries.endpoints.base_url import other_form
from radar.summaries.endpoints.endpoint import Endpoint
from radar.summaries.summariser import SummariserSettings


class Found(Value):
    """Where an endpoint answers, and what it has."""

    base_url: str
    """The address given, or that with /v1 or without it where only that one answers."""
    models: tuple[str, ...]
    """As it lists them; empty where it lists none."""
    refused: KeyRefused | None = None
    """Why it lists none, where that is for want of a key that it takes."""


async def find_models(settings: SummariserSettings) -> Found:
    """Ask an endpoint for its models, also at the address with /v1 or without it.

    Nothing is generated, so nothing is charged.

    Raises:
        Offline: no connection could be made.
        RadarError: it answers, but lists no models.
    """
    async with aclosing(new_client(settings, attempts=1)) as client:
        endpoint = endpoint_of(settings, client, settings.base_url)
        try:
            return await _found(endpoint)
        except Offline:
            raise
        except RadarError:
            with suppress(RadarError):
                return await _found(endpoint_of(settings, client, other_form(endpoint.base_url)))
            raise


async def _found(endpoint: Endpoint) -> Found:
    try:
        return Found(endpoint.base_url, await endpoint.models())
    except KeyRefused as refused:
        return Found(endpoint.base_url, (), refused)
