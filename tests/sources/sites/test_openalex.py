"""OpenAlex."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from radar.errors import ListingError, RateLimited, SettingsError
from radar.papers.text.partial_dates import written
from radar.sources.records.openalex_work import MOST_WORDS, abstract_of
from radar.sources.sites.openalex import SITE
from radar.sources.source import Source
from tests.sources.answering import Answering, page
from tests.sources.site_papers import pages_of, papers_of, read_everything, reports_of, strange_records

INDEX = {"Abstract": [0], "Moss": [1], "is": [2, 5], "weighed.": [3], "It": [4], "light.": [9]}
WORK: dict[str, object] = {
    "id": "https://openalex.org/W1",
    "doi": "https://doi.org/10.7717/PEERJ.4375",
    "title": "Weighing <i>Moss</i>",
    "publication_date": "2026-02-03",
    "publication_year": 2026,
    "primary_location": {
        "landing_page_url": "https://doi.org/10.7717/peerj.4375",
        "pdf_url": "https://peerj.com/articles/4375.pdf",
        "source": {"display_name": "PeerJ", "type": "journal"},
    },
    "locations": [{"landing_page_url": "https://pubmed.ncbi.nlm.nih.gov/1", "source": None}],
    "authorships": [{"author": {"display_name": "Jane Doe"}}, {"raw_author_name": "John Roe", "author": {}}],
    "abstract_inverted_index": INDEX,
    "is_retracted": False,
}


def listed(*works: object, count: int = 1, cursor: str | None = None) -> str:
    return json.dumps({"meta": {"count": count, "next_cursor": cursor}, "results": works})


def source(name: str = "openalex:moss", site: Answering | None = None, **keys: str) -> Source:
    return SITE.source(name, (site or Answering()).means(keys=keys))


async def test_a_search_asks_for_the_best_matches_of_the_last_weeks() -> None:
    site = Answering(listed(WORK, count=7))
    (found,) = await pages_of(source("openalex:state space", site))
    assert found.total == 7
    (url,) = site.asked
    assert url.startswith("https://api.openalex.org/works?filter=type:article|preprint|")
    assert ",from_publication_date:2026-02-02,to_publication_date:2026-03-04&" in url
    assert "&search=state%20space&" in url
    assert "sort=" not in url
    assert "abstract_inverted_index" in url


async def test_a_filter_asks_for_the_newest() -> None:
    site = Answering(listed(WORK))
    await pages_of(source("openalex:filter/primary_topic.id:T10181,is_oa:true", site))
    (url,) = site.asked
    assert "filter=primary_topic.id:T10181,is_oa:true,to_publication_date:2026-03-04&" in url
    assert "sort=publication_date:desc" in url
    assert "search=" not in url


def test_a_work_is_a_paper_with_its_abstract_put_together() -> None:
    (paper,) = papers_of(source(), listed(WORK))
    assert (paper.id, paper.doi) == ("doi:10.7717/peerj.4375", "10.7717/peerj.4375")
    assert (paper.title, paper.authors) == ("Weighing Moss", ("Jane Doe", "John Roe"))
    assert paper.abstract == "Moss is weighed. It is light."
    assert (paper.venue, paper.published) == ("PeerJ", date(2026, 2, 3))
    assert paper.links.pdf == "https://peerj.com/articles/4375.pdf"
    assert not paper.withdrawn


@pytest.mark.parametrize(
    ("changed", "id"),
    [
        ({"doi": "https://doi.org/10.48550/arxiv.2602.00001"}, "arxiv:2602.00001"),
        ({"locations": [{"landing_page_url": "http://arxiv.org/abs/2602.00001v2"}]}, "arxiv:2602.00001"),
        (
            {"locations": [{"landing_page_url": "https://doi.org/10.48550/arxiv.2602.00001"}]},
            "arxiv:2602.00001",
        ),
        ({"doi": "https://doi.org/10.18653/v1/2026.acl-long.1"}, "acl:2026.acl-long.1"),
        ({"doi": None}, "title:"),
    ],
)
def test_the_preprint_and_the_published_work_are_one_paper(changed: dict[str, object], id: str) -> None:
    (paper,) = papers_of(source(), listed({**WORK, **changed}))
    assert paper.id.startswith(id)


def test_a_retracted_work_is_marked() -> None:
    (paper,) = papers_of(source(), listed({**WORK, "is_retracted": True}))
    assert paper.withdrawn


@pytest.mark.parametrize(
    ("index", "text"),
    [
        (None, ""),
        ([], ""),
        ({"a": [1], "b": [0]}, "b a"),
        ({"far": [10**9], "near": [3]}, "near far"),
        ({"a": [0, -1, True, "1", None, 2.0], "b": "0", "c": [1]}, "a c"),
        ({"Abstract:": [0], "We": [1]}, "We"),
        ({"ABSTRACT": [0], "We": [1]}, "We"),
        ({"Abstract": [0], "interpretation": [1]}, "Abstract interpretation"),
        ({"<jats:p>We": [0], "show</jats:p>": [1]}, "We show"),
    ],
    ids=range(9),
)
def test_an_abstract_is_put_together_by_the_places_of_its_words(index: object, text: str) -> None:
    assert abstract_of(index) == text


def test_a_hostile_index_takes_no_more_than_a_long_abstract() -> None:
    index = {"x" * 10_000: list(range(300_000)), "y": [0] * 300_000}
    assert len(abstract_of(index)) <= MOST_WORDS * 201


async def test_a_back_fill_without_a_key_goes_by_the_numbers_of_pages() -> None:
    site = Answering(listed(WORK, count=150), listed(WORK, count=150))
    first, last = await pages_of(source(site=site), date(2026, 1, 1))
    assert (first.resume, first.total, last.resume) == ("2", 150, "")
    assert "from_publication_date:2026-01-01," in site.asked[0]
    assert "sort=publication_date:desc" in site.asked[0]
    assert "page=1&" in site.asked[0]
    assert "page=2&" in site.asked[1]
    again = Answering(listed(WORK, count=150))
    await pages_of(source(site=again), date(2026, 1, 1), first.resume)
    assert "page=2&" in again.asked[0]


async def test_a_back_fill_with_a_key_goes_by_cursor() -> None:
    site = Answering(listed(WORK, cursor="abc="), listed(WORK, cursor="def"), listed(cursor=None))
    pages = await pages_of(source(site=site, OPENALEX_API_KEY="secret"), date(2026, 1, 1))
    assert [page.resume for page in pages] == ["abc=", "def", ""]
    assert "cursor=%2A&" in site.asked[0]
    assert "cursor=abc%3D&" in site.asked[1]
    assert site.asked[0].endswith("&api_key=secret")
    assert "secret" not in repr(site.requests)


async def test_a_cursor_that_is_taken_no_more_begins_anew() -> None:
    site = Answering(page('{"error": "Invalid cursor"}', 400), listed(WORK))
    assert len(await pages_of(source(site=site), date(2026, 1, 1), "old")) == 1
    assert "page=1&" in site.asked[1]


async def test_one_work_comes_by_its_id() -> None:
    site = Answering(json.dumps(WORK))
    one = source("openalex:w1", site)
    (found,) = await pages_of(one)
    assert one.name == "openalex:W1"
    assert [paper.title for paper in papers_of(one, found.text)] == ["Weighing Moss"]
    assert site.asked[0].startswith("https://api.openalex.org/works/W1?select=")
    with pytest.raises(ListingError, match="does not know this work"):
        await pages_of(source("openalex:W2", Answering(page("{}", 404))))


async def test_who_has_no_key_is_told_how_to_get_one() -> None:
    spent = page('{"error": "Rate limit exceeded"}', 429, retry_after="3600")
    with pytest.raises(RateLimited) as caught:
        await pages_of(source(site=Answering(spent)))
    assert "Get a free key at openalex.org/settings/api, and set OPENALEX_API_KEY" in caught.value.hint
    assert caught.value.retry_after == 3600.0
    with pytest.raises(ListingError) as refused:
        await pages_of(source(site=Answering(page('{"error": "no key"}', 401))))
    assert "OPENALEX_API_KEY" in refused.value.hint


@pytest.mark.parametrize(
    "answer", ["<!doctype html><html>", "[1]", "{}", '{"results": [', '{"error": "x", "message": "y"}']
)
async def test_what_is_no_listing_is_an_error(answer: str) -> None:
    with pytest.raises(ListingError, match="openalex:moss: "):
        await pages_of(source(site=Answering(answer)))


def test_nothing_that_a_site_may_answer_stops_the_parser() -> None:
    read_everything(source(), ({"results": [work]} for work in strange_records(WORK)))
    read_everything(source(), strange_records({"meta": {}, "results": [WORK]}))


@pytest.mark.parametrize(
    "text",
    ["https://openalex.org/W12", "https://openalex.org/works/w12", "https://api.openalex.org/works/W12"],
)
def test_a_link_to_the_site_names_a_source_of_that_work(text: str) -> None:
    assert SITE.sources_of(text) == ("openalex:W12",)
    assert source(f"openalex:{text}").name == "openalex:W12"


@pytest.mark.parametrize(
    "name", ["openalex:", "openalex:filter/", "openalex:filter/moss", "openalex:filter/a:b&x=y,"]
)
def test_a_wrong_name_is_refused_with_a_right_one(name: str) -> None:
    with pytest.raises(SettingsError) as caught:
        source(name)
    assert "openalex:filter/primary_topic.id:T10181" in caught.value.hint


@pytest.mark.skipif("RADAR_EVAL_DATA" not in os.environ, reason="RADAR_EVAL_DATA names no data")
def test_the_recorded_work_is_read_whole() -> None:
    folder = Path(os.environ["RADAR_EVAL_DATA"]) / "data" / "api" / "openalex"
    (paper,) = papers_of(source(), (folder / "work_one.json").read_text(encoding="utf-8"))
    assert paper.id == "doi:10.7717/peerj.4375"
    assert paper.abstract.startswith("Despite growing interest in Open Access (OA) to scholarly literature,")
    assert paper.venue == "PeerJ"
    assert len(paper.authors) == 9
    assert reports_of(source(), (folder / "work_one.json").read_text(encoding="utf-8")) == []


def test_a_year_alone_is_no_day() -> None:
    (paper,) = papers_of(source(), listed({**WORK, "publication_date": None}))
    assert paper.published and written(paper.published) == "2026"
