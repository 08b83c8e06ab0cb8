"""Going back in arXiv: every paper of a span, although pages come short and papers arrive meanwhile."""

from __future__ import annotations

import re
from contextlib import aclosing
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from radar.errors import ListingError
from radar.papers.listed.listing import ListingPage
from radar.papers.listed.paper import Paper
from radar.sources.arxiv.site import SITE
from radar.sources.site import Means, Page, PageRequest
from tests.sources.answering import page as answer
from tests.sources.arxiv_answers import entry, feed

TODAY = date(2026, 3, 4)


class Index:
    """arXiv with papers of its own; answers as told are short or empty.

    Args:
        days: for each paper the day of its submission, in order.
        faults: how many papers the next answers hold at most, for the first of them.
    """

    def __init__(self, days: list[date], *faults: int) -> None:
        self.days = days
        self.faults = list(faults)
        self.asked: list[str] = []
        self.requests: list[PageRequest] = []

    async def fetch(self, request: PageRequest) -> Page:
        self.requests.append(request)
        query = {name: values[0] for name, values in parse_qs(urlsplit(request.url).query).items()}
        span = re.search(r"submittedDate:\[(\d{8})0000 TO (\d{8})2359\]", query["search_query"])
        assert span and query["sortOrder"] == "ascending"
        self.asked.append(f"{span[1]}-{span[2]}/{query['start']}")
        within = [
            (day, number) for number, day in enumerate(self.days) if span[1] <= f"{day:%Y%m%d}" <= span[2]
        ]
        start = int(query["start"])
        found = sorted(within)[start : start + int(query["max_results"])]
        if self.faults and query["max_results"] != "1":
            found = found[: self.faults.pop(0)]
        texts = [entry(number, day=day.isoformat()) for day, number in found]
        return answer(feed(*texts, total=len(within)))

    def means(self) -> Means:
        return Means(self.fetch, home="http://127.0.0.1:1", today=lambda: TODAY)


def numbers(page: ListingPage) -> list[int]:
    source = SITE.source("arxiv:cs.RO", Index([]).means())
    return [int(item.id[-5:]) for item in source.parse(page) if isinstance(item, Paper)]


async def pages_of(index: Index, since: date, resume: str = "") -> list[ListingPage]:
    source = SITE.source("arxiv:cs.RO", index.means())
    return [page async for page in source.pages(since, resume)]


def papers_a_day(days: int, count: int) -> list[date]:
    return [TODAY - timedelta(days=day) for day in range(days) for _ in range(count)]


async def test_every_paper_since_four_days_before_comes_once_and_the_newest_first() -> None:
    index = Index(papers_a_day(30, 100))
    pages = await pages_of(index, TODAY - timedelta(days=20))
    found = [number for page in pages for number in numbers(page)]
    assert sorted(found) == list(range(2500))
    assert pages[0].total == 2500
    assert min(numbers(pages[0])) < 2000 <= min(numbers(pages[-1]))
    assert pages[-1].resume == "" and all(page.resume for page in pages[:-1])


async def test_it_goes_on_after_any_page_as_if_it_had_not_ended() -> None:
    since = TODAY - timedelta(days=19)
    whole = await pages_of(Index(papers_a_day(30, 100)), since)
    assert len(whole) == 5
    for place in (0, 2, 3):
        rest = await pages_of(Index(papers_a_day(30, 100)), since, whole[place].resume)
        assert [numbers(page) for page in rest] == [numbers(page) for page in whole[place + 1 :]]


async def test_papers_that_arrive_meanwhile_move_no_other() -> None:
    index = Index(papers_a_day(30, 100))
    found: set[int] = set()
    source = SITE.source("arxiv:cs.RO", index.means())
    pages = source.pages(TODAY - timedelta(days=20))
    async with aclosing(pages):  # type: ignore[type-var]
        async for page in pages:
            found |= set(numbers(page))
            index.days += [TODAY] * 20
    assert found >= set(range(2500))


@pytest.mark.parametrize("faults", [(0,), (0, 0), (123,), (7, 0, 300), (0, 499, 0)])
async def test_a_page_that_is_empty_or_short_is_asked_for_again(faults: tuple[int, ...]) -> None:
    index = Index(papers_a_day(14, 100), *faults)
    pages = await pages_of(index, TODAY - timedelta(days=9))
    assert sorted(number for page in pages for number in numbers(page)) == list(range(1400))
    assert index.requests[2].fresh == timedelta()


async def test_a_page_that_stays_empty_is_an_error_and_no_end() -> None:
    with pytest.raises(ListingError, match="an empty page where there are 1400 papers") as caught:
        await pages_of(Index(papers_a_day(14, 100), 0, 0, 0), TODAY - timedelta(days=9))
    assert "goes on" in caught.value.hint


async def test_a_total_that_is_a_little_too_high_is_no_error() -> None:
    class Exaggerating(Index):
        async def fetch(self, request: PageRequest) -> Page:
            page = await super().fetch(request)
            return answer(page.text.replace("totalResults>600<", "totalResults>609<"))

    pages = await pages_of(Exaggerating(papers_a_day(6, 100)), TODAY - timedelta(days=1))
    assert sum(len(numbers(page)) for page in pages) == 600


async def test_nothing_submitted_is_an_empty_page() -> None:
    index = Index([])
    (page,) = await pages_of(index, TODAY)
    assert numbers(page) == [] and page.resume == "" and page.total == 0
    assert len(index.asked) == 4


async def test_a_day_that_has_not_come_is_today_and_the_first_of_all_is_the_beginning_of_arxiv() -> None:
    index = Index([])
    await pages_of(index, date.max)
    await pages_of(index, date.min)
    assert index.asked[0] == "20260228-20260304/0" and index.asked[-1] == "19910627-20260304/0"


async def test_a_span_with_more_papers_than_arxiv_gives_is_narrowed() -> None:
    class Large(Index):
        async def fetch(self, request: PageRequest) -> Page:
            page = await super().fetch(request)
            first, last = self.asked[-1].partition("/")[0].split("-")
            total = 40_000 if first != last else 3
            return answer(re.sub(r"totalResults>\d+<", f"totalResults>{total}<", page.text))

    index = Large([TODAY] * 3)
    source = SITE.source("arxiv:cs.RO", index.means())
    pages = source.pages(TODAY, "2026-03-01_2026-03-04/0/4")
    async with aclosing(pages):  # type: ignore[type-var]
        page = await anext(aiter(pages))
    assert index.asked == ["20260301-20260304/0", "20260303-20260304/0", "20260304-20260304/0"]
    assert len(numbers(page)) == 3 and page.resume == "2026-03-03_2026-03-03/0/1"


async def test_answers_of_days_long_past_may_be_a_day_old() -> None:
    index = Index(papers_a_day(50, 60))
    await pages_of(index, TODAY - timedelta(days=46))
    fresh = {name: request.fresh for name, request in zip(index.asked, index.requests, strict=True)}
    spans = list(fresh)
    assert fresh[spans[-1]] == timedelta(days=1)
    assert max(age for span, age in fresh.items() if "-20260304" in span) <= timedelta(hours=2)


async def test_a_search_goes_back_too() -> None:
    index = Index(papers_a_day(3, 2))
    source = SITE.source("arxiv:search/ti:kite OR ti:boat", index.means())
    assert source.goes_back
    assert [len(numbers(page)) async for page in source.pages(TODAY)] == [6]
    assert "%28ti%3Akite+OR+ti%3Aboat%29+AND+submittedDate" in index.requests[0].url
