"""Hugging Face, arXiv and Crossref on loopback: what goes over the wire, and pages after pages."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from radar.errors import ListingError, RadarError
from radar.net.http import HttpClient
from radar.papers.listed.announced import Announced
from radar.papers.listed.paper import Paper
from radar.sources.arxiv.site import SITE as ARXIV
from radar.sources.feeds.site import SITE as FEEDS
from radar.sources.huggingface.site import SITE as HUGGING_FACE
from radar.sources.site import Means, Page, PageRequest, Site
from radar.sources.sites.crossref import SITE as CROSSREF
from tests.net.loopback import Arrived, Scripted, json_answer, loopback
from tests.sources.answering import NOON
from tests.sources.arxiv_answers import ERROR, entry, feed, item, rss


@asynccontextmanager
async def means_of(home: str) -> AsyncIterator[Means]:
    client = HttpClient(user_agent="kites")

    async def fetch(request: PageRequest) -> Page:
        reply = await client.get(request.url, headers=request.headers, any_status=request.any_status)
        return Page(reply.text, reply.status, reply.headers, NOON)

    try:
        yield Means(fetch, home=home, today=lambda: date(2026, 3, 4))
    finally:
        await client.aclose()


async def papers_of(site: Site, name: str, home: str, since: date | None = None) -> list[Paper]:
    async with means_of(home) as means:
        source = site.source(name, means)
        return [
            item
            async for page in source.pages(since)
            for item in source.parse(page)
            if isinstance(item, Paper)
        ]


def xml(text: str, status: int = 200) -> Scripted:
    return Scripted(status, text.encode(), {"content-type": "application/atom+xml"})


@pytest.mark.parametrize("head", ["", '<?xml version="1.0"?>'])
async def test_a_feed_that_does_not_say_how_it_is_encoded_is_read_without_gaps(head: str) -> None:
    text = (
        f"{head}<rss version='2.0'><channel><title>Kites</title><item><title>Wind in Zürich</title>"
        "<author>Jörg Kite</author><link>https://kites.example/1</link></item></channel></rss>"
    )
    answer = Scripted(200, text.encode("latin-1"), {"content-type": "application/rss+xml"})
    with loopback(answer) as server:
        (paper,) = await papers_of(FEEDS, "feed:https://kites.example/rss", server.url)
    assert (paper.title, paper.authors) == ("Wind in Zürich", ("Jörg Kite",))


def query_of(arrived: Arrived) -> Mapping[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(arrived.path).query).items()}


def hugging_face(arrived: Arrived) -> Scripted:
    query = query_of(arrived)
    if urlsplit(arrived.path).path != "/api/daily_papers":
        return json_answer({"error": "Paper not found"}, 404)
    day, page = query["date"], int(query["p"])
    count = {"2026-03-04": 130, "2026-03-03": 100, "2026-03-02": 7}.get(day, 0)
    every = [{"paper": {"id": f"2603.{day[-1]}{n:04}", "title": f"Kite {n}"}} for n in range(count)]
    after = f'<https://elsewhere.example/api/daily_papers?p={page + 1}>; rel="next"'
    link = after if len(every) > 100 * (page + 1) else '</api>; rel="first"'
    return json_answer(every[100 * page : 100 * (page + 1)], link=link)


async def test_days_of_hugging_face_come_whole_by_their_pages() -> None:
    with loopback(rule=hugging_face) as server:
        papers = await papers_of(HUGGING_FACE, "hf:daily", server.url, date(2026, 2, 28))
        assert len({paper.id for paper in papers}) == len(papers) == 237
        days = [int(query_of(arrived)["date"][-2:]) for arrived in server.arrived]
        assert days == [4, 4, 3, 2, 1, 28]
        with pytest.raises(ListingError, match="does not list this paper"):
            await papers_of(HUGGING_FACE, "hf:paper/2603.00001", server.url)


def arxiv(arrived: Arrived) -> Scripted:
    query = query_of(arrived)
    if arrived.path == "/rss/cs.RO":
        return xml(rss(item(1), item(2, "cross"), item(3, "replace", 4)))
    if "abc" in query.get("search_query", ""):
        return xml(feed(ERROR), 400)
    numbers = [int(id[-5:]) for id in query.get("id_list", "").split(",") if id]
    return xml(feed(*(entry(number, 4 if number == 3 else 1) for number in numbers)))


async def test_a_day_of_arxiv_comes_with_its_announcements_and_comments() -> None:
    with loopback(rule=arxiv) as server:
        papers = await papers_of(ARXIV, "arxiv:cs.RO", server.url)
    assert [(paper.announced, paper.version, bool(paper.comment)) for paper in papers] == [
        (Announced.NEW, 1, True),
        (Announced.CROSS, 1, True),
        (Announced.REPLACED, 4, True),
    ]
    assert len(server.arrived) == 2


async def test_an_error_of_arxiv_with_a_status_of_its_own_is_told_in_its_words() -> None:
    with loopback(rule=arxiv) as server, pytest.raises(ListingError, match="incorrect id format for abc"):
        await papers_of(ARXIV, "arxiv:search/abc", server.url)
    assert len(server.arrived) == 1


def crossref(arrived: Arrived) -> Scripted:
    if arrived.path.endswith("/agency"):
        return json_answer({"message": {"agency": {"label": "DataCite"}}})
    if "10.5281" in arrived.path:
        return Scripted(404, b"Resource not found.", {"content-type": "text/plain"})
    return json_answer({"message": {"DOI": "10.1000/a(b)c;<d>", "title": ["Kites"]}})


async def test_a_doi_with_odd_signs_arrives_whole_and_one_of_another_registry_is_explained() -> None:
    with loopback(rule=crossref) as server:
        (paper,) = await papers_of(CROSSREF, "doi:10.1000/a(b)c;<d>", server.url)
        assert paper.id == "doi:10.1000/a(b)c;<d>"
        assert server.arrived[0].path == "/works/10.1000%2Fa%28b%29c%3B%3Cd%3E"
        with pytest.raises(RadarError, match="registered with DataCite"):
            await papers_of(CROSSREF, "doi:10.5281/zenodo.7", server.url)


async def test_a_cut_page_keeps_its_papers_out_of_nothing() -> None:
    cut = Scripted(200, json.dumps([{"paper": {"title": "Kite"}}]).encode()[:-4], {})
    with loopback(cut) as server, pytest.raises(RadarError, match="not whole JSON"):
        await papers_of(HUGGING_FACE, "hf:daily", server.url)
