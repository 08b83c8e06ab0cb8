"""What arXiv is asked for, and what comes of its answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from radar.errors import ListingError, NetworkError, Offline, RateLimited
from radar.papers.listed.announced import Announced
from radar.papers.listed.listing import ListingPage, NotUnderstood
from radar.papers.listed.paper import Paper
from radar.sources.arxiv.asking import fresh_at
from radar.sources.arxiv.site import SITE
from radar.sources.site import Expected, Page
from radar.sources.source import Parsed
from tests.sources.answering import Answering
from tests.sources.answering import page as answer
from tests.sources.arxiv_answers import ERROR, entries, entry, feed, item, rss

HOME = "http://127.0.0.1:1/"
HOLIDAY = rss()


async def pages_of(
    name: str, site: Answering, since: date | None = None, resume: str = ""
) -> list[ListingPage]:
    source = SITE.source(name, site.means(HOME))
    return [page async for page in source.pages(since, resume)]


def everything(pages: Sequence[ListingPage]) -> list[Parsed]:
    source = SITE.source("arxiv:cs.RO", Answering().means())
    return [item for page in pages for item in source.parse(page)]


def papers(pages: Sequence[ListingPage]) -> list[Paper]:
    return [item for item in everything(pages) if isinstance(item, Paper)]


def numbers(pages: Sequence[ListingPage]) -> list[int]:
    return [int(paper.id[-5:]) for paper in papers(pages)]


def asked(site: Answering) -> list[dict[str, str]]:
    """What the query interface was asked, in order."""
    queries = [parse_qs(urlsplit(url).query) for url in site.asked if "/api/query?" in url]
    return [{name: values[0] for name, values in query.items()} for query in queries]


async def test_a_day_is_its_announcement_with_the_comments_of_the_query_interface() -> None:
    day = rss(item(1, "replace", 2), item(2, "cross"), item(3), item(4, "replace-cross", 5))
    site = Answering(day, feed(entry(3), entry(2), entry(1, 2), entry(4, 5)))
    (page,) = await pages_of("arxiv:cs.RO+cs.LG", site)
    assert site.asked[0] == "http://127.0.0.1:1/rss/cs.RO+cs.LG"
    assert asked(site)[0]["id_list"] == "2603.00003,2603.00002,2603.00001,2603.00004"
    found = {paper.id[-1]: paper for paper in papers([page])}
    assert {id: paper.announced for id, paper in found.items()} == {
        "1": Announced.REPLACED,
        "2": Announced.CROSS,
        "3": Announced.NEW,
        "4": Announced.REPLACED_CROSS,
    }
    assert all(paper.comment and paper.listed == date(2026, 3, 4) for paper in found.values())
    assert page.total == 4 and page.listing.label == "arXiv cs.RO, cs.LG"
    assert all(request.expects is Expected.XML for request in site.requests)


async def test_of_two_announcements_of_one_paper_the_first_kind_counts() -> None:
    for kinds in (("cross", "new"), ("new", "cross")):
        site = Answering(rss(*(item(1, kind) for kind in kinds)), feed(entry(1)))
        (paper,) = papers((await pages_of("arxiv:cs.RO+cs.LG", site))[:1])
        assert paper.announced is Announced.NEW


async def test_a_large_day_is_completed_by_slices() -> None:
    every = range(1, 451)
    site = Answering(
        rss(*(item(number) for number in every)),
        *(entries(range(start, min(start + 200, 451))) for start in (1, 201, 401)),
    )
    pages = await pages_of("arxiv:cs.RO", site)
    assert numbers(pages) == list(every)
    assert len(pages) == 3


async def test_what_the_query_interface_does_not_have_yet_is_asked_again_and_then_taken_from_the_day() -> (
    None
):
    day = rss(item(1), item(2), item(3, "replace", 4))
    late = feed(entry(1), entry(3, 3))
    site = Answering(day, late, late)
    pages = await pages_of("arxiv:cs.RO", site)
    assert len(asked(site)) == 2
    found = {int(paper.id[-5:]): paper for paper in papers(pages)}
    assert set(found) == {1, 2, 3}
    assert (found[1].comment != "", found[2].comment, found[3].version) == (True, "", 4)
    assert len(papers(pages)) == 3


async def test_a_short_answer_is_asked_for_anew_and_not_from_the_store() -> None:
    site = Answering(rss(item(1), item(2)), feed(entry(1)), feed(entry(1), entry(2)))
    assert numbers(await pages_of("arxiv:cs.RO", site)) == [1, 2]
    assert site.requests[2].url == site.requests[1].url
    assert site.requests[2].fresh == timedelta()


async def test_a_short_answer_counts_where_no_other_can_be_had() -> None:
    site = Answering(rss(item(1), item(2)), feed(entry(1)), RateLimited("wait"))
    pages = await pages_of("arxiv:cs.RO", site)
    assert [(paper.id[-1], bool(paper.comment)) for paper in papers(pages)] == [("1", True), ("2", False)]


async def test_a_day_with_more_papers_than_its_feed_holds_is_followed_by_the_papers_of_the_last_days() -> (
    None
):
    every = [item(number) for number in range(1, 2001)]
    slices = [entries(range(start, start + 200)) for start in range(1, 2001, 200)]
    site = Answering(rss(*every), *slices, entries([2001]))
    assert numbers(await pages_of("arxiv:cs", site)) == list(range(1, 2002))


async def test_where_the_query_interface_fails_the_day_comes_without_comments_and_the_failure_is_told() -> (
    None
):
    every = range(1, 251)
    site = Answering(rss(*map(item, every)), entries(range(1, 201)), RateLimited("wait"))
    source = SITE.source("arxiv:cs.RO", site.means(HOME))
    pages: list[ListingPage] = []
    with pytest.raises(RateLimited):
        async for page in source.pages():
            pages.append(page)
    assert numbers(pages) == list(every)
    assert [bool(paper.comment) for paper in papers(pages)] == [True] * 200 + [False] * 50


@pytest.mark.parametrize(
    "broken",
    [
        HOLIDAY,
        NetworkError("503"),
        "<html>",
        "",
        answer("not found", 404),
        rss(item(1))[:300],
        rss(item(1).replace("https://arxiv.org/abs/", "https://elsewhere.example/")),
        feed(entry(1)),
    ],
)
async def test_a_day_without_announcement_or_feed_is_the_papers_of_the_last_days(
    broken: str | Page | NetworkError,
) -> None:
    site = Answering(broken, entries(range(1, 501)), entries(range(501, 503), day="2026-02-20"))
    pages = await pages_of("arxiv:cs.RO", site)
    assert numbers(pages) == list(range(1, 503))
    first, second = asked(site)
    assert first == {
        "search_query": "cat:cs.RO",
        "sortBy": "submittedDate",
        "sortOrder": "descending",
        "start": "0",
        "max_results": "500",
    }
    assert second["start"] == "500"


async def test_a_day_that_breaks_off_is_followed_by_the_papers_of_the_last_days() -> None:
    day = rss(item(1), item(2))
    site = Answering(day[: day.index("Kites &amp;amp; Lines 2")], entries([1]), entries([1, 2]))
    pages = await pages_of("arxiv:cs.RO", site)
    assert numbers(pages) == [1, 1, 2]
    assert any(isinstance(item, NotUnderstood) for item in everything(pages))


async def test_what_is_no_paper_in_a_day_is_told() -> None:
    strange = item(2).replace("arxiv.org/abs/2603.00002", "elsewhere.example")
    site = Answering(rss(item(1), strange), entries([1]))
    first, second = everything(await pages_of("arxiv:cs.RO", site))
    assert isinstance(first, Paper) and isinstance(second, NotUnderstood) and second.line == 2


async def test_the_papers_of_the_last_days_end_with_the_first_that_is_older() -> None:
    site = Answering(HOLIDAY, entries(range(1, 501), day="2026-02-20"), entries([7]))
    assert len(await pages_of("arxiv:cs.RO", site)) == 1


async def test_a_site_that_asks_to_wait_or_is_not_reached_is_not_asked_in_another_way() -> None:
    for failure in (RateLimited("wait"), Offline("no")):
        site = Answering(failure, entries([1]))
        with pytest.raises(type(failure)):
            await pages_of("arxiv:cs.RO", site)
        assert len(site.asked) == 1


async def test_a_search_is_its_newest_papers() -> None:
    site = Answering(entries([1, 2]))
    assert numbers(await pages_of("arxiv:search/red kites", site)) == [1, 2]
    (query,) = asked(site)
    assert (query["search_query"], query["max_results"]) == ("all:red AND all:kites", "200")


async def test_an_error_of_the_site_is_an_error_with_its_words() -> None:
    for status in (200, 400):
        with pytest.raises(ListingError, match="arxiv:search/ti:x: the site answers: incorrect id format"):
            await pages_of("arxiv:search/ti:x", Answering(answer(feed(ERROR), status)))
    with pytest.raises(RateLimited, match="the site asks to slow down"):
        await pages_of("arxiv:search/x", Answering(answer("Rate exceeded.", 429)))
    with pytest.raises(NetworkError, match="503"):
        await pages_of("arxiv:search/x", Answering(answer("<html>", 503)))


async def test_papers_by_id_are_asked_for_together() -> None:
    site = Answering(feed(entry(1, 2), entry(2)))
    (page,) = await pages_of("arxiv:id/2603.00001v2,2603.00002", site)
    assert numbers([page]) == [1, 2]
    assert asked(site)[0]["id_list"] == "2603.00001v2,2603.00002"


async def test_an_id_that_arxiv_does_not_have_is_told_after_the_others() -> None:
    source = SITE.source(
        "arxiv:id/2603.00001v3,2603.00002", Answering(feed(entry(1, 3)), feed(entry(1, 3))).means(HOME)
    )
    pages: list[ListingPage] = []
    with pytest.raises(ListingError, match=re.escape("arXiv has no paper 2603.00002")):
        async for page in source.pages():
            pages.append(page)
    assert numbers(pages) == [1]
    with pytest.raises(ListingError, match="earlier days"):
        await pages_of("arxiv:id/2603.00001", Answering(), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("hour", "minute", "minutes"),
    [(3, 30, 120), (4, 5, 10), (5, 29, 10), (5, 40, 10), (6, 30, 60), (12, 0, 120), (23, 59, 120)],
)
def test_an_answer_from_before_the_daily_change_is_not_taken_after_it(
    hour: int, minute: int, minutes: int
) -> None:
    assert fresh_at(datetime(2026, 3, 4, hour, minute, tzinfo=UTC)) == timedelta(minutes=minutes)
