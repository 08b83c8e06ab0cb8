"""Endpoints of the test's own making, and a place where what is learned of them is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from radar.net.cache import DiskCache
from radar.summaries.endpoints.learned import LearnedDialects
from tests.summaries.asking import Make, endpoints


@pytest.fixture
async def make() -> AsyncIterator[Make]:
    async with endpoints() as make:
        yield make


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[LearnedDialects]:
    cache = DiskCache.open(tmp_path / "completions")
    yield LearnedDialects(lambda: cache)
    cache.close()
