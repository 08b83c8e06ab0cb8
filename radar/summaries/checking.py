"""Whether an endpoint works, asked without spending anything."""

from __future__ import annotations

from radar.errors import EndpointError, NetworkError, RadarError
from radar.net.http import HttpClient
from radar.summaries.endpoint import Endpoint
from radar.summaries.endpoint_summariser import new_client
from radar.summaries.summariser import SummariserSettings

_SHOWN = 8


async def check_endpoint(settings: SummariserSettings, client: HttpClient | None = None) -> tuple[bool, str]:
    """Ask an endpoint for its models and return whether summaries can be had, and what to do if not.

    Nothing is generated, so nothing is charged.
    """
    own = client or new_client(settings, attempts=1)
    try:
        return await _check(settings, own)
    except RadarError as error:
        return False, str(error)
    finally:
        if client is None:
            await own.aclose()


async def _check(settings: SummariserSettings, client: HttpClient) -> tuple[bool, str]:
    endpoint = _endpoint(settings, settings.base_url, client)
    try:
        models = await endpoint.models()
    except (EndpointError, NetworkError) as error:
        if not isinstance(error, EndpointError) and "web page" not in error.message:
            raise
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
    if getattr(error, "final", False) and "chat completions" not in str(error):
        return str(error)
    other = base_url.removesuffix("/v1") if base_url.endswith("/v1") else f"{base_url}/v1"
    try:
        await _endpoint(settings, other, client).models()
    except RadarError:
        return str(error)
    return f"{error.message}. But {other} answers: set base_url to it"


def _endpoint(settings: SummariserSettings, base_url: str, client: HttpClient) -> Endpoint:
    return Endpoint(
        client,
        base_url=base_url,
        model=settings.model,
        key=settings.key,
        key_env=settings.key_env,
        timeout=settings.timeout,
    )


def _listed(models: tuple[str, ...]) -> str:
    more = ", ..." if len(models) > _SHOWN else ""
    return ", ".join(models[:_SHOWN]) + more if models else "those that it has (it lists none)"
