"""Sites of other packages that misbehave."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest

from radar.errors import ListingError, Offline, SettingsError
from radar.papers.bases import replace
from radar.papers.listed.listing import Listing, ListingPage, NotUnderstood
from radar.papers.listed.paper import Links, Paper, PaperId
from radar.sources.installed import InstalledSite, InstalledSource, Maker
from tests.sources.answering import NOON, Answering

MAKER = Maker("moss", "radar-moss")
PAGE = ListingPage(Listing("moss:new"), "text", NOON)
PAPER = Paper(PaperId("title:moss"), "Weighing Moss")


class Unspeakable(Exception):
    """An error that cannot even say what it is."""

    def __str__(self) -> str:
        raise ValueError("no words")


class Odd:
    """A source that yields what it is given and raises where that is an error."""

    name = "moss:new"
    label = "Moss"
    goes_back = False

    def __init__(self, *values: object) -> None:
        self.values = values
        self.closed = False

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[Any]:
        try:
            for value in self.values:
                if isinstance(value, BaseException):
                    raise value
                yield value
        finally:
            self.closed = True

    def parse(self, page: ListingPage) -> Iterator[Any]:
        for value in self.values:
            if isinstance(value, BaseException):
                raise value
            yield value


class OddSite:
    """A site that answers what it is given."""

    prefix = "moss"
    forms: object = ("moss:new",)

    def __init__(self, answer: object) -> None:
        self.answer = answer

    def source(self, name: str, means: object) -> object:
        return self._answer()

    def sources_of(self, text: str) -> object:
        return self._answer()

    def _answer(self) -> object:
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer


async def pages_of(source: object) -> list[ListingPage]:
    return [page async for page in InstalledSource(MAKER, "moss:new", source).pages()]


@pytest.mark.parametrize(
    "failure", [KeyError("spore"), RecursionError(), SystemExit(3), Unspeakable(), asyncio.CancelledError()]
)
async def test_whatever_is_raised_while_pages_are_fetched_is_told_by_the_package(
    failure: BaseException,
) -> None:
    with pytest.raises(ListingError, match="the site moss of the package radar-moss failed"):
        await pages_of(Odd(PAGE, failure))


@pytest.mark.parametrize("failure", [KeyError("spore"), SystemExit(3), Unspeakable(), ListingError("bad")])
def test_a_failing_parser_is_reported_and_the_papers_before_it_are_kept(failure: BaseException) -> None:
    first, report = InstalledSource(MAKER, "moss:new", Odd(PAPER, failure)).parse(PAGE)
    assert first == PAPER
    assert isinstance(report, NotUnderstood)


@pytest.mark.parametrize(
    "value",
    [
        "text",
        3,
        None,
        replace(PAPER, title=cast("str", None)),
        replace(PAPER, title="\x1b[2J"),
        replace(PAPER, id=PaperId("moss")),
        replace(PAPER, authors=cast("tuple[str, ...]", "Doe")),
        replace(PAPER, published=NOON),
        replace(PAPER, links=cast("Links", None)),
        replace(PAPER, links=Links(pdf=cast("str", 3))),
        replace(PAPER, stars=cast("int", "many")),
        replace(PAPER, upvotes=10**30),
        replace(PAPER, version=-1),
        replace(PAPER, announced=cast("Any", "new")),
    ],
    ids=range(14),
)
def test_what_is_no_paper_is_reported_and_the_rest_is_read(value: object) -> None:
    report, paper = InstalledSource(MAKER, "moss:new", Odd(value, PAPER)).parse(PAGE)
    assert isinstance(report, NotUnderstood)
    assert report.reason == "the site moss of the package radar-moss returned something that is no paper"
    assert paper == PAPER


def test_texts_that_are_more_than_texts_are_kept_as_texts_alone() -> None:
    class OfPage(str):
        __slots__ = ()

    links = Links(OfPage("https://moss.example/1"))
    odd = replace(PAPER, title=OfPage("Weighing Moss"), authors=(OfPage("Ada Stone"),), links=links)
    (paper,) = InstalledSource(MAKER, "moss:new", Odd(odd)).parse(PAGE)
    assert isinstance(paper, Paper)
    assert {type(text) for text in (paper.title, *paper.authors, paper.links.landing)} == {str}


@pytest.mark.parametrize(
    "value",
    ["text", None, replace(PAGE, text=cast("str", b"")), replace(PAGE, total=cast("int", "3"))],
    ids=range(4),
)
async def test_what_is_no_page_is_an_error(value: object) -> None:
    with pytest.raises(ListingError, match="radar-moss returned something that is no page of a listing"):
        await pages_of(Odd(value))


async def test_pages_are_listed_under_the_sources_own_name_at_a_time_in_utc() -> None:
    (page,) = await pages_of(Odd(replace(PAGE, listing=Listing("hf:daily"), retrieved=datetime(2026, 3, 1))))
    assert page.listing == Listing("moss:new", "Moss")
    assert page.retrieved.tzinfo is UTC


async def test_errors_of_radar_go_through_and_their_words_are_clean() -> None:
    with pytest.raises(Offline) as caught:
        await pages_of(Odd(Offline("no \x1b[31mconnection")))
    assert caught.value.message == "no connection"


async def test_a_source_that_is_left_half_way_is_closed() -> None:
    odd = Odd(PAGE, PAGE)
    async with aclosing(cast("Any", InstalledSource(MAKER, "moss:new", odd).pages())) as pages:
        assert (await anext(pages)).text == "text"
    assert odd.closed


async def test_a_refresh_that_is_cancelled_is_cancelled() -> None:
    class Slow(Odd):
        async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[Any]:
            began.set()
            await asyncio.Event().wait()
            yield PAGE

    began = asyncio.Event()
    task = asyncio.create_task(pages_of(Slow()))
    await began.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: InstalledSite(MAKER, object()), "made no site: it lacks source and sources_of"),
        (lambda: InstalledSource(MAKER, "moss:new", None), "made no source: it lacks pages and parse"),
        (lambda: _site(None).source("moss:new", Answering().means()), "made no source"),
        (lambda: _site(OSError("disk")).source("moss:new", Answering().means()), "failed (OSError: disk)"),
        (lambda: _site(None).sources_of("x"), "names sources that are not its own"),
        (lambda: _site(("hf:daily",)).sources_of("x"), "names sources that are not its own"),
        (lambda: _site((3,)).sources_of("x"), "names sources that are not its own"),
    ],
)
def test_what_lacks_the_interface_is_told_by_the_package(make: Callable[[], object], complaint: str) -> None:
    with pytest.raises(ListingError) as caught:
        make()
    assert complaint in caught.value.message
    assert "radar-moss" in caught.value.message


def test_a_wrong_name_is_the_sites_own_error() -> None:
    with pytest.raises(SettingsError, match="no such moss"):
        _site(SettingsError("no such moss")).source("moss:old", Answering().means())


def test_forms_under_a_foreign_prefix_are_not_shown() -> None:
    site = OddSite(None)
    site.forms = ("moss:new", "hf:daily", 3)
    assert InstalledSite(MAKER, site).forms == ("moss:new",)
    site.forms = 3
    with pytest.raises(ListingError, match="names no forms"):
        InstalledSite(MAKER, site)


def _site(answer: object) -> InstalledSite:
    return InstalledSite(MAKER, OddSite(answer))
