"""Hugging Face's daily papers: "hf:daily" for the newest, "hf:daily/2026-11-20" for those of a day.

On a day without papers, such as most Saturdays and Sundays, the list is empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime

from radar.errors import ListingError, SettingsError
from radar.papers.listing import Listing, ListingPage
from radar.papers.text import clean
from radar.sources.records import RecordReader
from radar.sources.site import Fetch, PageRequest
from radar.sources.source import Parsed, not_understood

BASE_URL = "https://huggingface.co"
PAGE_SIZE = 100
"""The largest number of papers that the site gives at once."""
FORMS = ("hf:daily", "hf:daily/2026-11-20")
"""How the names of such sources look."""

_NAME = re.compile(r"hf:daily(?:/(\d{4}-\d{2}-\d{2}))?")
_MAX_PAGES = 5


class HuggingFaceDaily:
    """The papers that people submitted to Hugging Face's daily papers."""

    label = "Hugging Face daily papers"
    goes_back = False

    def __init__(self, name: str, fetch: Fetch, base_url: str = BASE_URL) -> None:
        """Take a name such as "hf:daily/2026-11-20".

        Raises:
            SettingsError: the name has another form, or there is no such day.
        """
        self.name = name
        self._day = _day_of(name)
        self._fetch = fetch
        self._base_url = base_url.rstrip("/")

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the newest hundred papers, or all of a day."""
        listing = Listing(self.name, self.label)
        for number in range(_MAX_PAGES if self._day else 1):
            text = (await self._fetch(PageRequest(self._url(number)))).text
            records = _records(text)
            if isinstance(records, str):
                raise ListingError(f"{self.name}: {records}", "Try again later")
            if records or number == 0:
                yield ListingPage(listing, text, datetime.now(UTC))
            if len(records) < PAGE_SIZE:
                return

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers of a page; the number of a report is the place in its list."""
        records = _records(page.text)
        if isinstance(records, str):
            yield not_understood(1, records, page.text)
            return
        reader = RecordReader()
        for place, record in enumerate(records, 1):
            if not isinstance(record, dict):
                yield not_understood(place, "not a paper", str(type(record).__name__))
                continue
            paper = reader.paper(record)
            for complaint in reader.complaints:
                yield not_understood(place, complaint, paper.title if paper else "")
            if paper:
                yield paper

    def _url(self, number: int) -> str:
        day = f"&date={self._day.isoformat()}" if self._day else ""
        return f"{self._base_url}/api/daily_papers?limit={PAGE_SIZE}&p={number}{day}"


def _day_of(name: str) -> date | None:
    found = _NAME.fullmatch(name)
    try:
        if found:
            return date.fromisoformat(found[1]) if found[1] else None
    except ValueError:
        pass
    raise SettingsError(f"{name} is not a listing of Hugging Face", f"Write it as {' or '.join(FORMS)}")


def _records(text: str) -> list[object] | str:
    """Return the list that the site answered, or what is wrong with the answer."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return "the answer is not JSON"
    if isinstance(value, dict) and isinstance(value.get("error"), str):
        return f"the site answers: {clean(value['error'])[:200]}"
    return value if isinstance(value, list) else "the answer is not a list of papers"
