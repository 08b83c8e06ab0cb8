"""Hugging Face's daily papers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from radar.errors import ListingError, Offline, SettingsError
from radar.papers.listing import Listing, ListingPage, NotUnderstood
from radar.papers.paper import Links, Paper, clean_paper
from radar.sources.hf_daily import HuggingFaceDaily
from tests.sources.answering import Answering
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
    items = list(HuggingFaceDaily("hf:daily", Answering().fetch).parse(page(value)))
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
        )
    ]


def test_what_is_absent_is_not_zero_and_outer_fields_stand_in() -> None:
    (paper,), _ = parsed(
        [without("githubStars", "githubRepo", "githubRepoAddedBy", "upvotes", "title", "summary")]
    )
    assert (paper.stars, paper.upvotes, paper.links.code, paper.links.code_added_by) == (None, None, "", "")
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


async def pages_of(name: str, site: Answering) -> list[ListingPage]:
    source = HuggingFaceDaily(name, site.fetch, "http://127.0.0.1:1/")
    return [page async for page in source.pages()]


async def test_the_newest_papers_are_one_page() -> None:
    site = Answering(json.dumps([ITEM] * 100))
    (only,) = await pages_of("hf:daily", site)
    assert only.listing.name == "hf:daily" and only.retrieved.tzinfo is UTC
    assert site.asked == ["http://127.0.0.1:1/api/daily_papers?limit=100&p=0"]


async def test_a_day_is_fetched_to_its_end() -> None:
    site = Answering(json.dumps([ITEM] * 100), json.dumps([ITEM] * 3))
    assert len(await pages_of("hf:daily/2026-03-04", site)) == 2
    assert [url.rpartition("?")[2] for url in site.asked] == [
        "limit=100&p=0&date=2026-03-04",
        "limit=100&p=1&date=2026-03-04",
    ]


async def test_an_error_of_the_site_is_an_error_with_its_words() -> None:
    with pytest.raises(ListingError, match="hf:daily: the site answers: Invalid date") as caught:
        await pages_of("hf:daily", Answering('{"error": "Invalid date\\u001b[2J"}'))
    assert "\x1b" not in str(caught.value)
    with pytest.raises(ListingError, match="not JSON"):
        await pages_of("hf:daily", Answering("<html>"))


async def test_a_failure_of_the_network_passes_through() -> None:
    with pytest.raises(Offline):
        await pages_of("hf:daily", Answering())


@pytest.mark.parametrize("name", ["hf:weekly", "hf:daily/", "hf:daily/2026-13-01", "hf:daily/today"])
def test_a_name_of_another_form_is_refused_with_the_right_one(name: str) -> None:
    with pytest.raises(SettingsError) as caught:
        HuggingFaceDaily(name, Answering().fetch)
    assert "hf:daily/2026-11-20" in caught.value.hint


def test_hostile_text_never_raises_and_leaves_clean_papers() -> None:
    for text in hostile_texts(1000):
        for item in HuggingFaceDaily("hf:daily", Answering().fetch).parse(
            page(f'[{{"paper": {json.dumps(ITEM)}}}, {text}]')
        ):
            assert isinstance(item, NotUnderstood) or clean_paper(item) == item


@pytest.mark.eval
def test_a_real_item_is_read(eval_data: Path) -> None:
    text = (eval_data / "data/api/huggingface/daily_papers_item_2026-03.json").read_text(encoding="utf-8")
    (paper,), left_out = parsed(text)
    assert left_out == []
    assert paper.id == "arxiv:2602.23229"
    assert paper.links.code_added_by == "author" and paper.links.code.startswith("https://github.com/")
    assert (paper.published, paper.listed) == (date(2026, 2, 26), date(2026, 3, 6))
