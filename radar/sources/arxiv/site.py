"""arXiv: the papers that a day announces in some categories, searches, and papers by their ids."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import aclosing
from datetime import date, timedelta
from typing import TypeVar

from radar.errors import ListingError, NetworkError, Offline, RateLimited
from radar.papers.bases import replace
from radar.papers.listed.identity import arxiv_id
from radar.papers.listed.listing import ListingPage
from radar.sources.arxiv.api import papers_in
from radar.sources.arxiv.asking import Answer, Asking
from radar.sources.arxiv.names import FORMS, Wanted, sources_of, wanted_by
from radar.sources.arxiv.notes import with_announcements, with_only
from radar.sources.arxiv.reading import papers_of
from radar.sources.arxiv.rss import announcements_in
from radar.sources.arxiv.windows import LIMIT, Window, first_window, resumed, span_until
from radar.sources.site import Means, listing_page
from radar.sources.source import Parsed, Source

Id = TypeVar("Id", bound=str)

_IDS_A_SLICE = 200
"""Ids in one address: two thousand characters, which every server on the way takes."""
_NEWEST = 500
_NEWEST_DAYS = 5
_NEWEST_SLICES = 4
_HELD_BACK = timedelta(days=4)
"""From submission to announcement: those of Thursday evening are announced on Sunday evening, and come into
Monday's feed (https://info.arxiv.org/help/availability.html)."""
_SEARCH_RESULTS = 200
_FEED_LIMIT = 2_000
"""Items that a day's feed has at most (https://info.arxiv.org/help/rss.html)."""
_BEGINNING = date(1991, 7, 1)
"""arXiv has papers since August 1991."""


class Arxiv:
    """Makes the sources whose names begin with "arxiv:"."""

    prefix: str = "arxiv"
    forms: tuple[str, ...] = FORMS

    def source(self, name: str, means: Means) -> Source:
        """Return the source of a name such as "arxiv:cs.CL+cs.LG".

        Raises:
            SettingsError: arXiv has no such category, or the name has another form; the hint says the
                nearest.
        """
        wanted = wanted_by(name)
        return ArxivPapers(wanted, means) if wanted.ids else ArxivListing(wanted, means)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return the sources that bring the paper which an id, a link or a DOI of arXiv names."""
        return sources_of(text)


SITE = Arxiv()


class ArxivListing:
    """What is announced in some categories, or what a search finds."""

    goes_back = True

    def __init__(self, wanted: Wanted, means: Means) -> None:
        self.name = wanted.name
        self.label = wanted.label
        self._wanted = wanted
        self._today = means.today
        self._asking = Asking(wanted.name, means)

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch what is new, or what was submitted from four days before a day: so long it may be held back.

        What is new in categories is the announcement of the day, whole, with the comments of its papers;
        where there is none, as on holidays, or it cannot be had, what was submitted in the last days.
        """
        if since is not None:
            first = min(max(since, _BEGINNING), self._today()) - _HELD_BACK
            pages = self._back(first, resume)
        elif self._wanted.categories:
            pages = self._day()
        else:
            pages = self._newest(_SEARCH_RESULTS, 1)
        async with aclosing(pages):
            async for page in pages:
                yield page

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers of a page; the number of a report is the place in the feed."""
        return papers_of(page.text)

    async def _day(self) -> AsyncGenerator[ListingPage, None]:
        announced: Answer | None
        try:
            announced = await self._asking.announced(self._wanted.categories)
        except (RateLimited, Offline):
            raise
        except (NetworkError, ListingError):
            announced = None
        is_whole = False
        if announced is not None and announcements_in(announced.feed):
            is_whole = announced.count < _FEED_LIMIT and not announced.feed.broken
            async with aclosing(self._completed(announced)) as pages:
                async for page in pages:
                    yield page
        if not is_whole:
            async with aclosing(self._newest(_NEWEST, _NEWEST_SLICES)) as pages:
                async for page in pages:
                    yield page

    async def _completed(self, announced: Answer) -> AsyncGenerator[ListingPage, None]:
        """Yield the papers of a day as the query interface has them, and at the end those that it lacks."""
        announcements = announcements_in(announced.feed)
        lacking = dict(announcements)
        failure: NetworkError | ListingError | None = None
        for ids in _slices(tuple(announcements)):
            wanted = {id: announcements[id] for id in ids}
            try:
                answer = await self._asking.by_ids([_number(id) for id in ids])
            except (NetworkError, ListingError) as error:
                failure = error
                break
            for paper in papers_in(answer.feed.entries):
                known = lacking.get(paper.id)
                if known and paper.version >= known.version:
                    del lacking[paper.id]
            text = with_announcements(answer.page.text, wanted)
            yield listing_page(self, replace(answer.page, text=text), total=len(announcements))
        if lacking or announced.feed.broken or len(announcements) < announced.count:
            # Also for what it holds beside papers, so that this is told.
            text = with_only(announced.page.text, lacking)
            yield listing_page(self, replace(announced.page, text=text), total=len(announcements))
        if failure is not None:
            raise failure

    async def _newest(self, count: int, slices: int) -> AsyncGenerator[ListingPage, None]:
        """Yield the papers that were submitted last, by slices until they are some days old."""
        begin = self._today() - timedelta(days=_NEWEST_DAYS)
        for number in range(slices):
            answer = await self._asking.newest(self._wanted.query, number * count, count)
            yield listing_page(self, answer.page)
            days = [paper.published for paper in papers_in(answer.feed.entries) if paper.published]
            if answer.count < count or not days or min(days) < begin:
                return

    async def _back(self, since: date, resume: str) -> AsyncGenerator[ListingPage, None]:
        query, total = self._wanted.query, None
        window: Window | None = resumed(resume)
        if window is None:
            days = (self._today() - since).days + 1
            total = await self._asking.how_many(query, span_until(self._today(), since, days))
            window = first_window(since, self._today(), total)
        while window is not None:
            answer = await self._asking.slice_of(query, window)
            if window.start == 0 and answer.total > LIMIT:
                window = window.narrower()
                if window is None:
                    raise ListingError(
                        f"{self.name}: a day has more than {LIMIT:,} papers, which arXiv does not give",
                        "Name fewer categories",
                    )
                continue
            window = window.after(answer.count, answer.total, since)
            goes_on = window.resume if window is not None else ""
            yield listing_page(self, answer.page, goes_on, total)


class ArxivPapers:
    """Papers by their ids."""

    goes_back = False

    def __init__(self, wanted: Wanted, means: Means) -> None:
        self.name = wanted.name
        self.label = wanted.label
        self._ids = wanted.ids
        self._asking = Asking(wanted.name, means)

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the papers; those that arXiv does not have are told at the end, by an error."""
        if since is not None:
            raise ListingError(
                f"{self.name} cannot be asked for earlier days", "Name a category: arxiv:cs.CL"
            )
        unknown = {id: arxiv_id(id) for id in self._ids}
        for ids in _slices(self._ids):
            answer = await self._asking.by_ids(ids)
            found = {paper.id for paper in papers_in(answer.feed.entries)}
            unknown = {id: known for id, known in unknown.items() if known not in found}
            if answer.count:
                yield listing_page(self, answer.page, total=len(self._ids))
        if unknown:
            raise ListingError(
                f"arXiv has no paper {', '.join(list(unknown)[:5])}", "Compare the id with that of the paper"
            )

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers of a page; the number of a report is the place in the feed."""
        return papers_of(page.text)


def _slices(ids: Sequence[Id]) -> Iterator[tuple[Id, ...]]:
    for start in range(0, len(ids), _IDS_A_SLICE):
        yield tuple(ids[start : start + _IDS_A_SLICE])


def _number(id: str) -> str:
    return id.removeprefix("arxiv:")
