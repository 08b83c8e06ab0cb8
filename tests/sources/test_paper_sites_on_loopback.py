"""The sites of papers on loopback, through everything that lies between a source and the wire."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from radar.errors import ListingError, NetworkError, RateLimited
from radar.papers.listed.paper import Paper
from radar.sources.plugins import find_source
from radar.sources.site import Means
from radar.wiring.listings import build_fetch
from tests.net.fetching import Clock, fetching
from tests.net.loopback import Arrived, Scripted, json_answer, loopback
from tests.sources.feeds.test_site import ARXIV, PAGE
from tests.sources.sites.test_acl_anthology import XML
from tests.sources.sites.test_openreview import CHALLENGE

NO_KEYS: Mapping[str, str] = MappingProxyType({})
RECORD = {"paperId": "a", "title": "Weighing Moss", "externalIds": {"ArXiv": "2602.00001"}}


async def papers_of(
    name: str,
    home: str,
    since: date | None = None,
    keys: Mapping[str, str] = NO_KEYS,
    folder: Path | None = None,
    clock: Clock | None = None,
) -> list[str]:
    """Return the titles that a source brings from a server."""
    async with fetching(folder, clock=clock) as pages:
        means = Means(build_fetch(pages), lambda name: keys.get(name, ""), home, lambda: date(2026, 3, 4))
        source = find_source(name, lambda prefix: means)
        return [
            item.title
            async for page in source.pages(since)
            for item in source.parse(page)
            if isinstance(item, Paper)
        ]


def _written_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def markup(text: str, status: int = 200, kind: str = "text/plain") -> Scripted:
    return Scripted(status, text.encode(), {"content-type": kind})


async def test_semantic_scholar_is_asked_again_when_it_may_be() -> None:
    busy = json_answer({"message": "Too Many Requests", "code": "429"}, 429, retry_after="3")
    clock = Clock()
    with loopback(busy, json_answer({"total": 1, "data": [RECORD]})) as server:
        titles = await papers_of("s2:search/moss", server.url, keys={"S2_API_KEY": "secret"}, clock=clock)
    assert titles == ["Weighing Moss"]
    assert [arrived.headers["x-api-key"] for arrived in server.arrived] == ["secret", "secret"]
    assert sum(clock.slept) >= 3


async def test_a_wait_that_is_too_long_is_told_with_how_to_get_a_key() -> None:
    busy = json_answer({"message": "Too Many Requests", "code": "429"}, 429, retry_after="90000")
    with loopback(busy) as server, pytest.raises(RateLimited) as caught:
        await papers_of("s2:search/moss", server.url)
    assert "set S2_API_KEY" in caught.value.hint
    assert len(server.arrived) == 1


async def test_a_back_fill_of_semantic_scholar_goes_from_token_to_token() -> None:
    def bulk(arrived: Arrived) -> Scripted:
        later = "token=b" in arrived.path
        return json_answer({"total": 2, "token": None if later else "b", "data": [RECORD]})

    with loopback(rule=bulk) as server:
        assert len(await papers_of("s2:search/moss", server.url, date(2026, 1, 1))) == 2
    assert [arrived.path.partition("?")[0] for arrived in server.arrived] == [
        "/graph/v1/paper/search/bulk"
    ] * 2


async def test_the_key_of_openalex_is_written_nowhere(tmp_path: Path) -> None:
    answer = json_answer({"meta": {"count": 1}, "results": [{"title": "Moss"}]}, etag='"1"')
    with loopback(answer) as server:
        keys = {"OPENALEX_API_KEY": "verysecret"}
        assert await papers_of("openalex:moss", server.url, keys=keys, folder=tmp_path) == ["Moss"]
        assert "api_key=verysecret" in server.arrived[0].path
    kept = _written_below(tmp_path)
    assert kept
    assert b"verysecret" not in kept


async def test_a_key_that_a_site_repeats_in_an_answer_is_not_kept_with_it(tmp_path: Path) -> None:
    said = '{"meta": {"asked": "?api_key=very\\u002Bsecret"}, "results": [{"title": "Moss"}]}'
    answer = Scripted(200, said.encode(), {"content-type": "application/json", "etag": '"1"'})
    with loopback(answer) as server:
        keys = {"OPENALEX_API_KEY": "very+secret"}
        assert await papers_of("openalex:moss", server.url, keys=keys, folder=tmp_path) == ["Moss"]
        async with fetching(tmp_path) as pages:
            kept = await pages.get(server.url + server.arrived[0].path, fresh=timedelta(days=9_999))
        assert len(server.arrived) == 1
    assert "?api_key=..." in kept.text


async def test_a_key_does_not_follow_a_site_to_another_host() -> None:
    with loopback(json_answer({})) as elsewhere:
        away = Scripted(302, b"", {"location": f"http://localhost:{elsewhere.port}/works"})
        with loopback(away) as server, pytest.raises((NetworkError, ListingError)) as caught:
            await papers_of("s2:search/moss", server.url, keys={"S2_API_KEY": "verysecret"})
        arrived = elsewhere.arrived
    assert not [request for request in arrived if "verysecret" in f"{request.path}{request.headers}"]
    assert "verysecret" not in str(caught.value)


async def test_the_check_for_browsers_of_openreview_is_met_once() -> None:
    with (
        loopback(markup(CHALLENGE, 403, "application/json")) as server,
        pytest.raises(ListingError, match="only browsers and signed-in readers"),
    ):
        await papers_of("openreview:ICLR.cc/2026/Conference", server.url)
    assert len(server.arrived) == 1


async def test_the_anthology_is_read_as_plain_text_and_asked_once_for_several_papers(tmp_path: Path) -> None:
    with loopback(markup(XML)) as server:
        for number in (1, 2):
            name = f"acl:2026.moss-long.{number}"
            assert len(await papers_of(name, server.url, folder=tmp_path)) == 1
        assert [arrived.path for arrived in server.arrived] == ["/data/xml/2026.moss.xml"]
    gone = markup("404: Not Found", 404)
    with loopback(gone) as server, pytest.raises(ListingError, match=r"the ACL Anthology has no 2027\.moss"):
        await papers_of("acl:2027.moss", server.url)


async def test_a_feed_is_read_and_a_web_page_tells_where_its_feeds_are() -> None:
    with loopback(markup(ARXIV, kind="application/rss+xml")) as server:
        assert await papers_of("feed:https://moss.example/new", server.url) == ["Moss Transformers"]
    with loopback(markup(PAGE, kind="text/html")) as server, pytest.raises(ListingError) as caught:
        await papers_of("feed:https://moss.example/new", server.url)
    assert "https://moss.example/all.rss" in caught.value.hint


@pytest.mark.parametrize(
    "name", ["s2:search/moss", "openalex:moss", "openreview:ICLR.cc/2026/Conference", "acl:2026.moss"]
)
async def test_a_web_page_in_place_of_data_is_told_as_such(name: str) -> None:
    page = markup("<!doctype html><html><body>Hi</body></html>", kind="text/html")
    with loopback(page) as server, pytest.raises((NetworkError, ListingError), match="web page"):
        await papers_of(name, server.url)


@pytest.mark.parametrize(
    "name", ["s2:search/moss", "openalex:moss", "acl:2026.moss", "feed:https://moss.example/x"]
)
async def test_a_site_that_recovers_is_read(name: str) -> None:
    good = {"s2": json.dumps({"data": [RECORD]}), "openalex": json.dumps({"results": [{"title": "Moss"}]})}
    answer = markup(good.get(name.partition(":")[0], XML if name.startswith("acl") else ARXIV))
    with loopback(Scripted(503), answer) as server:
        assert await papers_of(name, server.url)
    assert len(server.arrived) == 2
