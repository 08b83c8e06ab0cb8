"""Semantic Scholar."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from radar.errors import ListingError, RadarError, RateLimited, SettingsError
from radar.papers.bases import replace
from radar.papers.listed.paper import Paper
from radar.papers.text.partial_dates import written
from radar.sources.site import Site
from radar.sources.sites.openalex import SITE as OPENALEX
from radar.sources.sites.openreview import SITE as OPENREVIEW
from radar.sources.sites.semantic_scholar import SITE
from radar.sources.source import Source
from tests.sources.answering import Answering, page
from tests.sources.site_papers import pages_of, papers_of, read_everything, reports_of, strange_records

RECORD: dict[str, object] = {
    "paperId": "a" * 40,
    "externalIds": {"ArXiv": "2602.00001", "DOI": "10.18653/v1/2026.acl-long.1", "CorpusId": 7},
    "url": "https://www.semanticscholar.org/paper/" + "a" * 40,
    "title": "Weighing \u001b[31mMoss",
    "abstract": "Moss is weighed.",
    "venue": "ACL",
    "year": 2026,
    "publicationDate": "2026-02-03",
    "authors": [{"authorId": "1", "name": "Jane Doe"}, {"authorId": None, "name": "John Roe"}],
    "openAccessPdf": {"url": "https://example.org/moss.pdf", "status": "GREEN"},
    "tldr": {"model": "tldr@v2.0.0", "text": "Moss weighs little."},
}
SEARCH = json.dumps({"total": 1, "offset": 0, "data": [RECORD]})


def source(name: str = "s2:search/moss", site: Answering | None = None, **keys: str) -> Source:
    return SITE.source(name, (site or Answering()).means(keys=keys))


async def test_the_newest_matches_are_asked_for_with_every_field_by_name() -> None:
    site = Answering(SEARCH)
    (listed,) = await pages_of(source("s2:search/moss & fern", site))
    assert listed.total == 1
    assert site.asked == [
        "https://api.semanticscholar.org/graph/v1/paper/search?query=moss%20%26%20fern"
        "&publicationDateOrYear=2026-01-03:&fields=externalIds,url,title,abstract,venue,year,publicationDate,"
        "authors,openAccessPdf,tldr&limit=100"
    ]
    assert site.requests[0].headers == {}


def test_a_paper_has_the_best_of_its_ids_and_the_sites_own_summary() -> None:
    (paper,) = papers_of(source(), SEARCH)
    assert paper == Paper(
        id=paper.id,
        title="Weighing Moss",
        authors=("Jane Doe", "John Roe"),
        abstract="Moss is weighed.",
        venue="ACL",
        published=date(2026, 2, 3),
        links=paper.links,
        doi="10.18653/v1/2026.acl-long.1",
        site_summary="Moss weighs little.",
        site_summary_by="Semantic Scholar",
    )
    assert paper.id == "arxiv:2602.00001"
    assert paper.links.landing == "https://arxiv.org/abs/2602.00001"
    assert paper.links.pdf == "https://example.org/moss.pdf"


@pytest.mark.parametrize(
    ("ids", "id"),
    [
        ({"ACL": "2026.acl-long.1", "DOI": "10.1234/x"}, "acl:2026.acl-long.1"),
        ({"DOI": "10.18653/v1/P18-1001"}, "acl:P18-1001"),
        ({"DOI": "10.1234/X"}, "doi:10.1234/x"),
        ({"CorpusId": 3}, "title:"),
        (None, "title:"),
    ],
)
def test_a_paper_without_arxiv_has_the_next_best_id(ids: object, id: str) -> None:
    (paper,) = papers_of(source(), json.dumps({"data": [{**RECORD, "externalIds": ids}]}))
    assert paper.id.startswith(id)


def test_the_markup_of_publishers_is_taken_out() -> None:
    marked = RECORD | {
        "title": "Weighing <i>Moss</i> &amp; Fern",
        "abstract": "<p>Moss weighs 10<sup>3</sup>.</p>",
    }
    (paper,) = papers_of(source(), json.dumps({"data": [marked]}))
    assert paper.title == "Weighing Moss & Fern"
    assert paper.abstract == "Moss weighs 10^3."


def test_fields_that_are_null_are_left_empty() -> None:
    bare = dict.fromkeys(RECORD) | {"title": "Moss", "year": 2026}
    (paper,) = papers_of(source(), json.dumps({"data": [bare, None]}))
    assert (paper.abstract, paper.site_summary, paper.site_summary_by) == ("", "", "")
    assert paper.published and written(paper.published) == "2026", "no day is made up"


async def test_an_empty_answer_without_data_is_an_empty_list() -> None:
    (listed,) = await pages_of(source(site=Answering('{"total": 0, "offset": 0}')))
    assert listed.total == 0
    assert papers_of(source(), listed.text) == []
    assert reports_of(source(), listed.text) == []


def bulk(*titles: str, token: str | None = None) -> str:
    return json.dumps(
        {"total": 3, "token": token, "data": [{"paperId": "x", "title": title} for title in titles]}
    )


async def test_a_back_fill_follows_the_token_and_can_be_resumed_after_any_page() -> None:
    site = Answering(bulk("A", "B", token="next"), bulk("C"))
    first, last = await pages_of(source(site=site), date(2026, 1, 1))
    assert (first.resume, first.total, last.resume) == ("next", 3, "")
    assert "paper/search/bulk?" in site.asked[0]
    assert "publicationDateOrYear=2026-01-01:" in site.asked[0]
    assert "tldr" not in site.asked[0]
    assert "token" not in site.asked[0]
    assert "token=next" in site.asked[1]
    again = Answering(bulk("C"))
    await pages_of(source(site=again), date(2026, 1, 1), first.resume)
    assert "token=next" in again.asked[0]


async def test_a_token_that_is_taken_no_more_begins_anew() -> None:
    site = Answering(page('{"error": "bad token"}', 400), bulk("A"))
    (only,) = await pages_of(source(site=site), date(2026, 1, 1), "old")
    assert only.resume == ""
    assert "token" not in site.asked[1]
    with pytest.raises(ListingError, match="bad query"):
        await pages_of(source(site=Answering(page('{"error": "bad query"}', 400))), date(2026, 1, 1))


async def test_a_token_that_does_not_change_ends_the_list() -> None:
    site = Answering(bulk("A", token="same"), bulk("B", token="same"), bulk("C", token="same"))
    assert len(await pages_of(source(site=site), date(2026, 1, 1))) == 2


async def test_one_paper_comes_by_its_id() -> None:
    site = Answering(json.dumps(RECORD))
    one = source("s2:paper/ARXIV:2602.00001", site)
    (listed,) = await pages_of(one)
    assert [paper.id for paper in papers_of(one, listed.text)] == ["arxiv:2602.00001"]
    assert site.asked[0].startswith("https://api.semanticscholar.org/graph/v1/paper/ARXIV:2602.00001?fields=")
    missing = Answering(page('{"error": "Paper with id 0 not found"}', 404))
    with pytest.raises(ListingError, match="does not know this paper"):
        await pages_of(source("s2:paper/CorpusId:1", missing))


@pytest.mark.parametrize("name", ["S2_API_KEY", "SEMANTIC_SCHOLAR_API_KEY"])
async def test_a_key_is_sent_in_its_header_and_shown_nowhere(name: str) -> None:
    site = Answering(SEARCH)
    await pages_of(SITE.source("s2:search/moss", site.means(keys={name: " secret "})))
    assert site.requests[0].headers == {"x-api-key": "secret"}
    assert site.requests[0].key == "secret", "so that no page is kept with it"
    assert "secret" not in repr(site.requests) + site.asked[0]


@pytest.mark.parametrize(
    "answer",
    [
        RateLimited("it asks to slow down", "It asks to wait 9 s", 9.0),
        page('{"message": "Too Many Requests", "code": "429"}', 429, retry_after="9"),
    ],
    ids=["told by the network", "told by the page"],
)
async def test_who_has_no_key_is_told_how_to_get_one_where_the_site_asks_to_wait(answer: RateLimited) -> None:
    with pytest.raises(RateLimited) as caught:
        await pages_of(source(site=Answering(answer)))
    assert "www.semanticscholar.org/product/api, and set S2_API_KEY" in caught.value.hint
    assert caught.value.retry_after == 9.0
    with pytest.raises(RateLimited) as caught:
        await pages_of(source(site=Answering(page("{}", 429)), S2_API_KEY="secret"))
    assert "S2_API_KEY" not in caught.value.hint


@pytest.mark.parametrize(
    "key", ["secret\nx-more: 1", "secr\u00e9t", "sec\x1bret"], ids=["line", "letter", "control"]
)
async def test_what_could_be_no_key_is_told_and_not_sent(key: str) -> None:
    site = Answering(SEARCH)
    with pytest.raises(SettingsError, match="in S2_API_KEY holds characters that no key has") as caught:
        await pages_of(source(site=site, S2_API_KEY=key))
    assert "sec" not in str(caught.value)
    assert site.asked == []


async def test_a_key_that_is_refused_is_told_by_its_name() -> None:
    with pytest.raises(ListingError) as caught:
        await pages_of(source(site=Answering(page('{"message": "Forbidden"}', 403)), S2_API_KEY="secret"))
    assert caught.value.message == "s2:search/moss: the site answers 403: Forbidden"
    assert caught.value.hint == "Look whether the key in S2_API_KEY is right"


@pytest.mark.parametrize("status", [200, 400, 401, 403, 500])
@pytest.mark.parametrize("site", [SITE, OPENALEX, OPENREVIEW], ids=lambda site: site.prefix)
async def test_a_key_that_a_site_repeats_is_not_told(site: Site, status: int) -> None:
    said = {"message": "the key sk+9 in ?api_key=sk%2B9 is no good"}
    answering = Answering(page(json.dumps(said), status))
    means = replace(answering.means(), key=lambda name: "sk+9")
    names = {"s2": "s2:search/moss", "openreview": "openreview:moss.org/2026"}
    with pytest.raises(RadarError) as caught:
        await pages_of(site.source(names.get(site.prefix, "openalex:moss"), means))
    assert "the key ... in ?api_key=... is no good" in caught.value.message
    assert "sk" not in caught.value.message + caught.value.hint


@pytest.mark.parametrize("answer", ["<!doctype html><html>", "[1]", '{"data": [', '{"error": "no"}', ""])
async def test_what_is_no_listing_is_an_error(answer: str) -> None:
    with pytest.raises(ListingError, match="s2:search/moss: "):
        await pages_of(source(site=Answering(answer)))
    assert len(reports_of(source(), answer)) == 1


async def test_an_object_of_something_else_is_an_error() -> None:
    with pytest.raises(ListingError, match="not a list of papers"):
        await pages_of(source(site=Answering("{}")))


def test_nothing_that_a_site_may_answer_stops_the_parser() -> None:
    read_everything(source(), ({"data": [record]} for record in strange_records(RECORD)))
    read_everything(source(), strange_records({"total": 1, "data": [RECORD]}))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"https://www.semanticscholar.org/paper/Weighing-Moss-Doe/{'a' * 40}?x=1", f"s2:paper/{'a' * 40}"),
        (f"https://semanticscholar.org/paper/{'A' * 40}", f"s2:paper/{'a' * 40}"),
        ("https://api.semanticscholar.org/CorpusID:7", "s2:paper/CorpusId:7"),
    ],
)
def test_a_link_to_the_site_names_a_source_of_that_paper(text: str, name: str) -> None:
    assert SITE.sources_of(text) == (name,)
    assert source(name).name == name


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("s2:", "Write it as s2:search/"),
        ("s2:search/", "Write it as s2:search/"),
        ("s2:moss", "The nearest is s2:search/moss"),
        ("s2:paper/moss", "Write it as s2:search/"),
    ],
)
def test_a_wrong_name_is_refused_with_a_right_one(name: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        source(name)
    assert hint in caught.value.hint


@pytest.mark.skipif("RADAR_EVAL_DATA" not in os.environ, reason="RADAR_EVAL_DATA names no data")
def test_recorded_answers_are_read_whole() -> None:
    folder = Path(os.environ["RADAR_EVAL_DATA"]) / "data" / "api" / "semantic_scholar"
    for name, count in (
        ("paper_search", 100),
        ("paper_search_paged_2", 100),
        ("paper_search_bulk", 1000),
        ("paper_one", 1),
        ("empty_results", 0),
    ):
        text = (folder / f"{name}.json").read_text(encoding="utf-8")
        assert len(papers_of(source(), text)) == count
        assert reports_of(source(), text) == []
    for name in ("error_400", "error_404"):
        assert len(reports_of(source(), (folder / f"{name}.json").read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize(
    "written", ["sk\\u002b9\\/4", "sk\\u002B9/4", "sk%2b9%2F4", "sk&#43;9/4", "c2srOS80", "sk+9\\/4"]
)
@pytest.mark.parametrize("status", [200, 400, 403])
@pytest.mark.parametrize("site", [SITE, OPENALEX, OPENREVIEW], ids=lambda site: site.prefix)
async def test_a_key_that_a_site_repeats_in_another_writing_is_not_told(
    site: Site, status: int, written: str
) -> None:
    answering = Answering(page(f'{{"message": "the key {written} is no good"}}', status))
    means = replace(answering.means(), key=lambda name: "sk+9/4")
    names = {"s2": "s2:search/moss", "openreview": "openreview:moss.org/2026"}
    with pytest.raises(RadarError) as caught:
        await pages_of(site.source(names.get(site.prefix, "openalex:moss"), means))
    assert "the key ... is no good" in caught.value.message
