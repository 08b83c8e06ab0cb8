"""Hugging Face's papers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from radar.errors import ListingError, Offline, RateLimited
from radar.papers.listed.listing import Listing, ListingPage, NotUnderstood
from radar.papers.listed.paper import Links, Paper, clean_paper
from radar.sources.huggingface.site import SITE, HuggingFacePapers
from tests.sources.answering import NOON, Answering
from tests.sources.answering import page as answer
from tests.sources.hostile import hostile_texts

ITEM = {
    "title": "Outer Title",
    "summary": "Outer.",
    "publishedAt": "2026-03-01T22:00:00.000Z",
    "numComments": 2,
    "paper": {
        "id": "2603.00001",
        "title": "Kites That\nSteer Themselves",
        "summary": "We let kites steer.\nThey do it well.",
        "authors": [{"name": "Ada Kite", "hidden": False}, {"name": "Hidden One", "hidden": True}],
        "publishedAt": "2026-03-01T00:00:00.000Z",
        "submittedOnDailyAt": "2026-03-04T03:55:12.777Z",
        "upvotes": 10,
        "projectPage": "https://kites.example/",
        "githubRepo": "https://github.com/kites-example/steer",
        "githubRepoAddedBy": "auto",
        "githubStars": 31,
        "ai_summary": "Words of a machine.",
    },
}


def page(value: object) -> ListingPage:
    text = value if isinstance(value, str) else json.dumps(value)
    return ListingPage(Listing("hf:daily"), text, datetime(2026, 3, 4, tzinfo=UTC))


def parsed(value: object) -> tuple[list[Paper], list[NotUnderstood]]:
    items = list(source("hf:daily").parse(page(value)))
    return [i for i in items if isinstance(i, Paper)], [i for i in items if isinstance(i, NotUnderstood)]


def without(*names: str) -> Mapping[str, object]:
    inner = {name: value for name, value in ITEM["paper"].items() if name not in names}  # type: ignore[attr-defined]
    return {**ITEM, "paper": inner}


def test_an_item_becomes_a_paper_from_its_inner_fields() -> None:
    papers, left_out = parsed([ITEM])
    assert left_out == []
    assert papers == [
        Paper(
            id="arxiv:2603.00001",  # type: ignore[arg-type]
            title="Kites That Steer Themselves",
            authors=("Ada Kite",),
            abstract="We let kites steer. They do it well.",
            published=date(2026, 3, 1),
            listed=date(2026, 3, 4),
            links=Links(
                landing="https://arxiv.org/abs/2603.00001",
                code="https://github.com/kites-example/steer",
                code_added_by="auto",
                project="https://kites.example/",
            ),
            stars=31,
            upvotes=10,
            site_summary="Words of a machine.",
            site_summary_by="Hugging Face",
        )
    ]


def test_what_is_absent_is_not_zero_and_outer_fields_stand_in() -> None:
    (paper,), _ = parsed(
        [without("githubStars", "githubRepo", "githubRepoAddedBy", "upvotes", "title", "summary")]
    )
    assert (paper.stars, paper.upvotes, paper.links.code, paper.links.code_added_by) == (None, None, "", "")
    assert (paper.title, paper.abstract) == ("Outer Title", "Outer.")
    (paper,), _ = parsed([{**ITEM, "paper": {**ITEM["paper"], "title": "", "summary": None}}])  # type: ignore[dict-item]
    assert (paper.title, paper.abstract) == ("Outer Title", "Outer.")


def test_an_item_that_is_no_paper_is_reported_by_its_place() -> None:
    papers, left_out = parsed([ITEM, 7, {"paper": None}])
    assert len(papers) == 1
    assert [item.line for item in left_out] == [2, 3]


def test_an_empty_day_is_not_an_error() -> None:
    assert parsed([]) == ([], [])


@pytest.mark.parametrize("text", ["<html>", "{}", '{"error": "Invalid date \\u001b[2J"}', "[" * 100_000, ""])
def test_an_answer_that_is_no_listing_is_reported_and_not_an_empty_day(text: str) -> None:
    papers, left_out = parsed(text)
    assert papers == [] and len(left_out) == 1


def source(name: str, site: Answering | None = None) -> HuggingFacePapers:
    made = SITE.source(name, (site or Answering()).means("http://127.0.0.1:1/"))
    assert isinstance(made, HuggingFacePapers)
    return made


async def pages_of(
    name: str, site: Answering, since: date | None = None, resume: str = ""
) -> list[ListingPage]:
    return [page async for page in source(name, site).pages(since, resume)]


def listed(day: str, count: int = 1) -> str:
    inner = {**ITEM["paper"], "submittedOnDailyAt": f"{day}T03:55:12.777Z"}  # type: ignore[dict-item]
    return json.dumps([{"paper": inner}] * count)


def asked(site: Answering) -> list[str]:
    return [url.removeprefix("http://127.0.0.1:1/api/") for url in site.asked]


async def test_the_newest_papers_reach_back_over_a_weekend() -> None:
    old = json.loads(listed("2026-02-27", 99)) + json.loads(listed("2026-03-02"))
    site = Answering(listed("2026-03-04", 100), json.dumps(old), listed("2026-02-27", 100))
    pages = await pages_of("hf:daily", site)
    assert len(pages) == 3
    assert pages[0].listing == Listing("hf:daily", "Hugging Face daily papers")
    assert pages[0].retrieved == NOON
    assert asked(site) == [f"daily_papers?limit=100&p={number}" for number in range(3)]


async def test_a_list_is_fetched_to_its_end() -> None:
    for name, value in (("2026-03-04", "date"), ("2026-W09", "week"), ("2026-03", "month")):
        site = Answering(json.dumps([ITEM] * 100), json.dumps([ITEM] * 3))
        assert len(await pages_of(f"hf:daily/{name}", site)) == 2
        assert asked(site) == [f"daily_papers?limit=100&p={page}&{value}={name}" for page in range(2)]


async def test_the_site_says_by_a_link_whether_there_is_more_and_is_not_followed_elsewhere() -> None:
    more = '<https://evil.example/api?p=7>; rel="next"'
    site = Answering(
        answer(json.dumps([ITEM]), link=more), answer(json.dumps([ITEM] * 100), link="<x>; rel=first")
    )
    assert len(await pages_of("hf:daily/2026-03-04", site)) == 2
    assert asked(site)[1] == "daily_papers?limit=100&p=1&date=2026-03-04"


async def test_a_site_that_has_ever_more_pages_is_left() -> None:
    site = Answering(*[answer(json.dumps([ITEM]), link="<a>; rel=next")] * 60)
    assert len(await pages_of("hf:daily/2026-03-04", site)) == 50
    empty = Answering(*[answer("[]", link="<a>; rel=next")] * 3)
    assert len(await pages_of("hf:daily/2026-03-04", empty)) == 1
    assert len(empty.asked) == 1


async def test_a_day_that_has_not_come_is_explained_and_not_asked_for() -> None:
    for name in ("hf:daily/2026-03-05", "hf:daily/2026-W11", "hf:daily/2026-04"):
        site = Answering("[]")
        with pytest.raises(ListingError, match="has not come yet: in UTC it is 2026-03-04"):
            await pages_of(name, site)
        assert site.asked == []


async def test_a_day_without_papers_is_a_page_without_papers() -> None:
    (page,) = await pages_of("hf:daily/2026-03-01", Answering("[]"))
    assert list(source("hf:daily").parse(page)) == []


async def test_trending_and_a_search_are_one_page() -> None:
    site = Answering(json.dumps([ITEM] * 100), json.dumps([ITEM]))
    await pages_of("hf:trending", site)
    await pages_of("hf:search/kites & lines", site)
    assert asked(site) == [
        "daily_papers?limit=100&p=0&sort=trending",
        "papers/search?q=kites+%26+lines&limit=50",
    ]


async def test_one_paper_is_the_inner_object_alone() -> None:
    site = Answering(json.dumps(ITEM["paper"]))
    (page,) = await pages_of("hf:paper/https://arxiv.org/abs/2603.00001v2", site)
    assert asked(site) == ["papers/2603.00001"]
    (paper,) = source("hf:daily").parse(page)
    assert isinstance(paper, Paper) and paper.upvotes == 10


async def test_a_paper_that_the_site_does_not_have_is_told_with_where_to_ask() -> None:
    site = Answering(answer('{"error": "Paper not found"}', 404))
    with pytest.raises(ListingError, match="does not list this paper") as caught:
        await pages_of("hf:paper/2603.00001", site)
    assert "arxiv:id/2603.00001" in caught.value.hint


async def test_going_back_asks_for_one_day_after_the_other_and_says_where_to_go_on() -> None:
    site = Answering(listed("2026-03-04"), listed("2026-03-03", 100), "[]", listed("2026-03-02"))
    pages = await pages_of("hf:daily", site, date(2026, 3, 2))
    assert [url.partition("p=")[2] for url in site.asked] == [
        "0&date=2026-03-04",
        "0&date=2026-03-03",
        "1&date=2026-03-03",
        "0&date=2026-03-02",
    ]
    assert [page.resume for page in pages] == ["2026-03-03/0", "2026-03-03/1", "2026-03-02/0", ""]
    again = Answering("[]", "[]")
    await pages_of("hf:daily", again, date(2026, 3, 2), "2026-03-03/1")
    assert [url.partition("p=")[2] for url in again.asked] == ["1&date=2026-03-03", "0&date=2026-03-02"]


async def test_lists_of_days_long_past_may_be_older_than_new_ones() -> None:
    site = Answering("[]", "[]")
    await pages_of("hf:daily", site, date(2026, 3, 4))
    await pages_of("hf:daily", site, date(2026, 2, 1), "2026-02-01/0")
    assert [request.fresh for request in site.requests] == [timedelta(minutes=5), timedelta(hours=12)]


async def test_going_back_ends_where_the_list_began() -> None:
    site = Answering(*["[]"] * 3)
    await pages_of("hf:daily", site, date(2001, 1, 1), "2023-05-03/0")
    assert len(site.asked) == 3


async def test_only_the_daily_papers_go_back() -> None:
    assert source("hf:daily").goes_back and not source("hf:trending").goes_back
    with pytest.raises(ListingError, match="earlier days"):
        await pages_of("hf:trending", Answering("[]"), date(2026, 3, 1))


async def test_an_error_of_the_site_is_an_error_with_its_words() -> None:
    for status in (200, 400):
        site = Answering(answer('{"error": "Invalid date\\u001b[2J"}', status))
        with pytest.raises(ListingError, match=r"hf:daily: .*Invalid date") as caught:
            await pages_of("hf:daily", site)
        assert "\x1b" not in str(caught.value)
    with pytest.raises(ListingError, match="a web page instead of data"):
        await pages_of("hf:daily", Answering("<html>"))
    with pytest.raises(RateLimited) as limited:
        await pages_of("hf:daily", Answering(answer("", 429, retry_after="250")))
    assert limited.value.retry_after == 250.0


async def test_a_failure_of_the_network_passes_through() -> None:
    with pytest.raises(Offline):
        await pages_of("hf:daily", Answering())


def test_a_project_page_that_is_a_repository_is_the_code() -> None:
    def links(**more: object) -> Links:
        (paper,), _ = parsed([{"paper": {"title": "A", "id": "2603.00001", **more}}])
        return paper.links

    repository = "https://github.com/kites-example/steer"
    assert (links(projectPage=repository).code, links(projectPage=repository).project) == (repository, "")
    assert links(projectPage=repository, githubRepo="https://github.com/a/b").project == repository
    assert links(projectPage=f"{repository}/tree/main/docs").code == ""


def test_a_withdrawn_paper_is_marked() -> None:
    (paper,), _ = parsed([{"paper": {**ITEM["paper"], "withdrawnAt": "2026-03-05T00:00:00Z"}}])  # type: ignore[dict-item]
    assert paper.withdrawn


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    for text in hostile_texts(1000):
        for item in source("hf:daily").parse(page(f'[{{"paper": {json.dumps(ITEM)}}}, {text}]')):
            assert isinstance(item, NotUnderstood) or clean_paper(item) == item


@pytest.mark.eval
def test_a_real_item_is_read(eval_data: Path) -> None:
    text = (eval_data / "data/api/huggingface/daily_papers_item_2026-03.json").read_text(encoding="utf-8")
    (paper,), left_out = parsed(text)
    assert left_out == []
    assert paper.id == "arxiv:2602.23229"
    assert paper.links.code_added_by == "author" and paper.links.code.startswith("https://github.com/")
    assert (paper.published, paper.listed) == (date(2026, 2, 26), date(2026, 3, 6))
    assert paper.site_summary.startswith("Large Multimodal Models demonstrate")
    assert (paper.upvotes, paper.stars, len(paper.authors)) == (10, 9, 5)


@pytest.mark.eval
def test_a_real_inner_object_is_read(eval_data: Path) -> None:
    text = (eval_data / "data/api/huggingface/daily_papers_inner_2025-09.json").read_text(encoding="utf-8")
    (paper,), left_out = parsed(text)
    assert left_out == [] and paper.id == "arxiv:2509.04664"
    assert "\n" not in paper.abstract and (paper.upvotes, paper.stars, paper.links.code) == (26, None, "")
