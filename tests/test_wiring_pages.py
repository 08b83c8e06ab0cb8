"""What sources fetch their pages with, put together from the settings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from os import environ
from pathlib import Path

import pytest

from radar import __version__
from radar.errors import NetworkError, RateLimited
from radar.papers.bases import replace
from radar.papers.jobs.site_wait import SiteWait, WhyWait
from radar.settings import Settings
from radar.sources.site import Expected, PageRequest
from radar.wiring.listings import build_fetch, build_pages
from tests.net.loopback import Scripted, json_answer, loopback

DAY = timedelta(days=1)
HTML = Scripted(200, b"<!doctype html><p>Sign in")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(Settings.load(environ), cache_folder=tmp_path / "cache", contact="moss@example.org")


def cached(folder: Path) -> Iterable[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


async def test_a_source_gets_its_page_and_the_site_hears_who_asks(settings: Settings) -> None:
    with loopback(json_answer(["moss"], Link="<next>")) as site:
        pages = build_pages(settings)
        page = await build_fetch(pages)(PageRequest(site.url, {"x-api-key": "secret"}))
        await pages.aclose()
    assert (page.text, page.status, page.headers["link"], page.unchanged) == (
        '["moss"]',
        200,
        "<next>",
        False,
    )
    assert site.arrived[0].headers["user-agent"] == f"research-radar/{__version__} (moss@example.org)"
    assert site.arrived[0].headers["x-api-key"] == "secret"


async def test_what_a_request_says_is_heeded(settings: Settings) -> None:
    fresh = PageRequest("", expects=Expected.TEXT, fresh=DAY)
    with loopback(Scripted(200, b"@article{}"), Scripted(404, b"not here"), HTML) as site:
        pages = build_pages(settings)
        fetch = build_fetch(pages)
        found = [await fetch(replace(fresh, url=site.url)) for _ in range(2)]
        missing = await fetch(PageRequest(f"{site.url}/x", any_status=True))
        with pytest.raises(NetworkError, match="a web page instead of data"):
            await fetch(PageRequest(f"{site.url}/y", expects=Expected.XML))
        await pages.aclose()
    assert [(page.text, page.unchanged) for page in found] == [("@article{}", False), ("@article{}", True)]
    assert (missing.status, missing.text) == (404, "not here")
    assert len(site.arrived) == 3


async def test_waits_are_told_and_kept_by_every_radar_of_the_reader(settings: Settings) -> None:
    told: list[SiteWait] = []
    used_up = json_answer([], RateLimit='"api";r=0;t=3000')
    with loopback(json_answer([]), used_up) as site:
        gaps = {f"127.0.0.1:{site.port}": 2.0}
        one, other = build_pages(settings, gaps), build_pages(settings, gaps)
        for pages in (one, other):
            await build_fetch(pages, told.append)(PageRequest(site.url))
        with pytest.raises(RateLimited) as caught:
            await build_fetch(one)(PageRequest(site.url))
        await one.aclose()
        await other.aclose()
    assert [wait.why for wait in told] == [WhyWait.PACE]
    assert told[0].line == f"waiting 2 s for 127.0.0.1:{site.port}"
    assert caught.value.retry_after == pytest.approx(3000, abs=60)
    assert len(site.arrived) == 2


async def test_nothing_is_opened_before_the_first_page(settings: Settings) -> None:
    await build_pages(settings).aclose()
    assert cached(settings.cache_folder) == []
