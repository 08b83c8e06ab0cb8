"""Hugging Face's papers: those of a day, what is trending, a search, or one paper.

The daily list is empty on days without papers, such as most Saturdays and Sundays. Addresses and
parameters are those of https://huggingface.co/docs/hub/api and of `HfApi` in huggingface_hub.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing
from datetime import date, timedelta
from urllib.parse import quote, urlencode

from radar.errors import ListingError
from radar.papers.bases import replace
from radar.papers.listed.listing import ListingPage
from radar.papers.listed.paper import Paper
from radar.sources.answers import Wrong, json_in, raise_refusal, raise_wrong, refusal
from radar.sources.huggingface.names import FORMS, Wanted, sources_of, wanted_by
from radar.sources.records.record_reader import RecordReader
from radar.sources.site import Means, Page, PageRequest, listing_page
from radar.sources.source import Parsed, Source, not_understood

HOME = "https://huggingface.co"
PAGE_SIZE = 100
"""The largest number of papers that the site gives at once."""
SEARCH_SIZE = 50
"""Papers that a search asks for, the best first; no recorded answer was found of how many it may be."""

_MAX_PAGES = 50
"""A month has some thousand papers; a site that says "next" for ever is not followed."""
_FIRST_DAY = date(2023, 5, 1)
"""The list of daily papers began in that month."""
_NEWEST_DAYS = 3
"""A list grows until the end of its day, and who looks on Monday has last looked on Friday."""
_SHORTLY = timedelta(minutes=5)
"""Requests are counted for so long (https://huggingface.co/docs/hub/rate-limits)."""
_SETTLED = timedelta(hours=12)
"""Lists of days that have long passed gain upvotes only."""
_NEXT = re.compile(r"<[^<>]*>\s*;[^,<]*\brel=\"?next\b", re.IGNORECASE)
_RESUME = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{1,3})", re.ASCII)
_LABELS = {"daily": "daily papers", "trending": "trending papers", "search": "search", "paper": "paper"}


class HuggingFace:
    """Makes the sources whose names begin with "hf:"."""

    prefix: str = "hf"
    forms: tuple[str, ...] = FORMS

    def source(self, name: str, means: Means) -> Source:
        """Return the source of a name such as "hf:daily/2026-11-20".

        Raises:
            SettingsError: the site has no such source; the hint says the nearest form.
        """
        return HuggingFacePapers(wanted_by(name), means)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return the sources that bring the paper which a link to the site names."""
        return sources_of(text)


SITE = HuggingFace()


class HuggingFacePapers:
    """One list of papers, or one paper."""

    def __init__(self, wanted: Wanted, means: Means) -> None:
        self.name = wanted.name
        self.label = f"Hugging Face {_LABELS[wanted.kind]}"
        if wanted.value:
            self.label += f": {wanted.value}" if wanted.kind == "search" else f" {wanted.value}"
        self.goes_back = wanted.kind == "daily" and not wanted.value
        self.first_day = wanted.first_day
        """The first day that it lists; None where it is not of certain days."""
        self._wanted = wanted
        self._means = means
        self._home = (means.home or HOME).rstrip("/")

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the pages of a list; with `since` day by day, the newest first, also days without papers."""
        if since is not None and not self.goes_back:
            raise ListingError(f"{self.name} cannot be asked for earlier days", "hf:daily can")
        if since is not None:
            async with aclosing(self._back(since, resume)) as earlier:
                async for page in earlier:
                    yield page
            return
        if (first_day := self.first_day) and first_day > self._means.today():
            raise ListingError(
                f"{self.name} has not come yet: in UTC it is {self._means.today().isoformat()}",
                "hf:daily is the newest list",
            )
        for number in range(_MAX_PAGES):
            page, more = await self._page(self._address(number))
            if number == 0 or _has_papers(page):
                yield page
            if not more or (self.goes_back and self._is_old(page)):
                return

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers of a page; the number of a report is the place in its list."""
        records = _records(page.text)
        if isinstance(records, Wrong):
            yield not_understood(1, records.reason, page.text)
            return
        reader = RecordReader()
        for place, record in enumerate(records, 1):
            if not isinstance(record, dict):
                yield not_understood(place, "not a paper", type(record).__name__)
                continue
            paper = reader.paper(record)
            for complaint in reader.complaints:
                yield not_understood(place, complaint, paper.title if paper else "")
            if paper:
                yield paper

    async def _back(self, since: date, resume: str) -> AsyncGenerator[ListingPage, None]:
        day, number = _resumed(resume) or (self._means.today(), 0)
        while day >= max(since, _FIRST_DAY):
            settled = day < self._means.today() - timedelta(days=_NEWEST_DAYS)
            address = self._list_address(number, date=day.isoformat())
            page, more = await self._page(address, _SETTLED if settled else _SHORTLY)
            if more and number < _MAX_PAGES:
                number += 1
            else:
                day, number = day - timedelta(days=1), 0
            goes_on = day >= max(since, _FIRST_DAY)
            yield replace(page, resume=f"{day.isoformat()}/{number}" if goes_on else "")

    async def _page(self, address: str, fresh: timedelta = _SHORTLY) -> tuple[ListingPage, bool]:
        """Return a page and whether there are more after it.

        Raises:
            ListingError: the answer is no list; or there is no such paper.
        """
        page = await self._means.fetch(PageRequest(address, any_status=True, fresh=fresh))
        if wrong := refusal(page):
            if page.status == 404 and self._wanted.kind == "paper":
                wrong = Wrong(
                    "Hugging Face does not list this paper", f"Ask for arxiv:id/{self._wanted.value}"
                )
            raise_refusal(self.name, page, wrong)
        records = _records(page.text)
        if isinstance(records, Wrong):
            raise_wrong(self.name, records)
        more = self._wanted.kind == "daily" and _goes_on(page, len(records))
        return listing_page(self, page), more

    def _is_old(self, page: ListingPage) -> bool:
        """Whether nothing on a page was listed of late."""
        late = self._means.today() - timedelta(days=_NEWEST_DAYS)
        days = [paper.listed for paper in self.parse(page) if isinstance(paper, Paper) and paper.listed]
        return bool(days) and max(days) < late

    def _address(self, number: int) -> str:
        wanted = self._wanted
        if wanted.kind == "search":
            return f"{self._home}/api/papers/search?{urlencode({'q': wanted.value, 'limit': SEARCH_SIZE})}"
        if wanted.kind == "paper":
            return f"{self._home}/api/papers/{quote(wanted.value)}"
        if wanted.kind == "trending":
            return self._list_address(number, sort="trending")
        return self._list_address(number, **({wanted.span: wanted.value} if wanted.span else {}))

    def _list_address(self, number: int, **asked: str) -> str:
        return f"{self._home}/api/daily_papers?{urlencode({'limit': PAGE_SIZE, 'p': number, **asked})}"


def _records(text: str) -> list[object] | Wrong:
    """Return the papers of an answer: of a list, or the one that was asked for."""
    value = json_in(text)
    if isinstance(value, list | Wrong):
        return value
    if isinstance(value, dict) and "title" in value:
        return [value]
    return Wrong("the answer is not a list of papers")


def _has_papers(page: ListingPage) -> bool:
    records = _records(page.text)
    return isinstance(records, list) and bool(records)


def _goes_on(page: Page, count: int) -> bool:
    """Whether there are papers after a page: the site says so, or says nothing and the page is full.

    Pages are counted and not followed, so that no answer leads to another host.
    """
    link = page.headers.get("link", "")
    if not link:
        return count >= PAGE_SIZE
    return count > 0 and _NEXT.search(link) is not None


def _resumed(resume: str) -> tuple[date, int] | None:
    found = _RESUME.fullmatch(resume)
    try:
        return (date.fromisoformat(found[1]), int(found[2])) if found else None
    except ValueError:
        return None
