"""An endpoint to ask in a test, and what it is asked."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from radar.errors import RadarError
from radar.net.http import HttpClient
from radar.summaries.endpoints.endpoint import Endpoint
from radar.summaries.prompting.chat import ChatRequest, Completion, Message, Role
from tests.net.loopback import Rule, Scripted, Waits, loopback

KEY = "sk-very-secret-4711"
REQUEST = ChatRequest((Message(Role.SYSTEM, "Answer in JSON."), Message(Role.USER, "[1] We saw a fox.")), 64)

Make = Callable[..., Endpoint]
"""Makes an endpoint of a server's address and of whatever else `Endpoint` takes."""


@asynccontextmanager
async def endpoints(
    waits: Waits | None = None, seconds: float = 10, *, many: bool = False
) -> AsyncIterator[Make]:
    """Yield what makes endpoints that wait no time between tries."""
    client = HttpClient(user_agent="radar/test", timeout=seconds, sleep=waits or Waits(), many=many)

    def make(url: str, **more: Any) -> Endpoint:
        return Endpoint(
            client, base_url=url, **{"model": "small", "key_env": "MY_KEY", "timeout": seconds, **more}
        )

    yield make
    await client.aclose()


async def answer_of(make: Make, answer: Scripted) -> Completion:
    """Return what an endpoint makes of a server's one answer."""
    with loopback(answer) as server:
        return await make(f"{server.url}/v1").complete(REQUEST)


async def failure(*script: Scripted, rule: Rule | None = None, **more: Any) -> RadarError:
    """Ask a server that answers by a script, and return the error that comes of it."""
    async with endpoints() as make:
        with loopback(*script, rule=rule) as server, pytest.raises(RadarError) as caught:
            await make(f"{server.url}/v1", **more).complete(REQUEST)
    return caught.value
