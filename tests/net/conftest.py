"""What the client does, it does by each of its ways."""

from __future__ import annotations

import pytest

from radar.net.pool import has_aiohttp

_INSTALLED = pytest.mark.skipif(not has_aiohttp(), reason="aiohttp is not installed")


@pytest.fixture(params=[False, pytest.param(True, marks=_INSTALLED)], ids=["httpx", "aiohttp"])
def many(request: pytest.FixtureRequest) -> bool:
    """Whether the client is one for many requests at once, which go by aiohttp."""
    return bool(request.param)
