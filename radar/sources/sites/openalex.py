"""OpenAlex: "openalex:QUERY" for works on a topic, "openalex:filter/..." for others, "openalex:W123" for one.

A search brings the best matches of the last weeks, for in order of days it would be led by whatever names
the words somewhere in its full text; a filter brings the newest. Both go back in order of days. Without a
key the site pages by number and no further than 10,000 works; with one it pages by cursor, which it
otherwise answers by 401. One work and the fields of lists are documented at developers.openalex.org; a whole
work was seen, of lists and errors only the documentation.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta
from urllib.parse import quote, urlencode

from radar.errors import ListingError, SettingsError
from radar.papers.bases import Value
from radar.papers.listed.listing import ListingPage
from radar.papers.text.safe_text import clean
from radar.sources.answers import (
    Json,
    Wrong,
    list_of,
    number_of,
    object_in,
    object_of,
    raise_wrong,
    refusal,
    refuse_going_back,
    text_of,
)
from radar.sources.keyed_sites import KeyedSite
from radar.sources.records.openalex_work import paper_of
from radar.sources.site import Means, Page, listing_page
from radar.sources.source import Parsed, Source, not_understood

HOME = "https://api.openalex.org"
RECENT = timedelta(days=30)
"""How far back the matches of a search go; arXiv's papers arrive there some days late."""
PAGE_SIZE = 100
"""The most that the site gives at once."""
MOST_BY_NUMBER = 10_000
"""Works that can be reached by the numbers of pages."""

_FIELDS = (
    "id,doi,ids,title,display_name,publication_date,publication_year,type,primary_location,best_oa_location,"
    "locations,authorships,abstract_inverted_index,is_retracted"
)
_TYPES = "type:article|preprint|review|book-chapter|dissertation|report"
"""What a reader of papers follows: neither data sets nor peer reviews."""
_KEYED = KeyedSite(
    "OpenAlex",
    ("OPENALEX_API_KEY",),
    "Get a free key at openalex.org/settings/api",
    parameter="api_key",
)
_WORK = re.compile(r"W\d{1,15}", re.IGNORECASE)
_LINK = re.compile(
    r"(?:https?://(?:www\.)?(?:api\.)?openalex\.org/(?:works/)?|openalex:)(W\d{1,15})/?", re.IGNORECASE
)
_FILTER = re.compile(r"[a-z_.]{2,80}:[^,\s][^,]{0,500}(?:,[a-z_.]{2,80}:[^,\s][^,]{0,500}){0,30}")
_FORMS = ("openalex:state space models", "openalex:filter/primary_topic.id:T10181", "openalex:W2741809807")


class OpenAlexList:
    """Works that match a search or a filter."""

    goes_back = True

    def __init__(self, name: str, means: Means, *, search: str = "", filter: str = "") -> None:
        self.name = name
        self.label = f"OpenAlex, {search or filter}"
        self._search = search
        self._filter = filter
        self._means = means
        self._home = means.home.rstrip("/") or HOME

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the newest works that match, or all since a day, the newest first."""
        if since is None:
            page, found = await self._page(None, "")
            yield listing_page(self, page, total=_count(found))
            return
        at = resume
        while True:
            try:
                page, found = await self._page(since, at)
            except ListingError:
                if not resume or at != resume:
                    raise
                # A cursor lasts for a while only, and without a key it means nothing: begin anew.
                at = resume = ""
                continue
            following = self._following(found, at)
            yield listing_page(self, page, following, _count(found))
            if not following:
                return
            at = following

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers of a page; the number of a report is the place in its list."""
        return _parsed(page)

    async def _page(self, since: date | None, at: str) -> tuple[Page, Json]:
        today = self._means.today()
        # Works that are announced for a day to come would lead every list.
        bounds = [f"to_publication_date:{today.isoformat()}"]
        first = since or (today - RECENT if self._search else None)
        if first is not None:
            bounds.insert(0, f"from_publication_date:{first.isoformat()}")
        query = {"filter": ",".join([self._filter or _TYPES, *bounds]), "per_page": str(PAGE_SIZE)}
        if self._search:
            query["search"] = self._search
        if since is not None or not self._search:
            query["sort"] = "publication_date:desc"
        if since is not None:
            query |= {"cursor": at or "*"} if _KEYED.key(self._means) else {"page": at or "1"}
        query["select"] = _FIELDS
        url = f"{self._home}/works?{urlencode(query, quote_via=quote, safe=':,|')}"
        return await _asked(self.name, self._means, url)

    def _following(self, found: Json, at: str) -> str:
        """Return what the page after this one is asked for by."""
        if not list_of(found, "results"):
            return ""
        if _KEYED.key(self._means):
            cursor = text_of(object_of(found, "meta"), "next_cursor")
            return cursor if cursor != at else ""
        number = int(at) if at.isascii() and at.isdigit() and len(at) < 6 else 1
        last = min(_count(found) or MOST_BY_NUMBER, MOST_BY_NUMBER)
        return str(number + 1) if number * PAGE_SIZE < last else ""


class OpenAlexWork:
    """One work by its id."""

    goes_back = False

    def __init__(self, id: str, means: Means) -> None:
        self.name = f"openalex:{id}"
        self.label = f"OpenAlex, {id}"
        self._id = id
        self._means = means
        self._home = means.home.rstrip("/") or HOME

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the work as one page."""
        refuse_going_back(self.name, since)
        url = f"{self._home}/works/{self._id}?select={_FIELDS}"
        page, _ = await _asked(self.name, self._means, url)
        yield listing_page(self, page, total=1)

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the paper, or why there is none."""
        return _parsed(page)


class OpenAlex(Value):
    """The site."""

    prefix: str = "openalex"
    forms: tuple[str, ...] = _FORMS

    def source(self, name: str, means: Means) -> Source:
        """Return the source of a search, a filter or an id."""
        rest = clean(name.partition(":")[2])
        if known := self.sources_of(rest):
            rest = known[0].partition(":")[2]
        if _WORK.fullmatch(rest):
            return OpenAlexWork(rest.upper(), means)
        kind, slash, words = rest.partition("/")
        if slash and kind.strip().lower() == "filter":
            return self._filtered(name, words.strip(), means)
        if not rest:
            raise SettingsError(f"{name} says nothing to search for", f"Write it as {' or '.join(_FORMS)}")
        return OpenAlexList(f"openalex:{rest}", means, search=rest)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return the name for a link to a work."""
        found = _LINK.fullmatch(text)
        return (f"openalex:{found[1].upper()}",) if found else ()

    def _filtered(self, name: str, filter: str, means: Means) -> Source:
        if not _FILTER.fullmatch(filter):
            hint = f"It is written as field:value,field:value: {_FORMS[1]}"
            raise SettingsError(f"{name} holds no filter of OpenAlex", hint)
        return OpenAlexList(f"openalex:filter/{filter}", means, filter=filter)


SITE = OpenAlex()


async def _asked(name: str, means: Means, url: str) -> tuple[Page, Json]:
    page = await _KEYED.ask(name, means, url)
    if page.status == 404:
        raise_wrong(name, Wrong("OpenAlex does not know this work", "Look whether the id is right"))
    found = refusal(page) or object_in(page.text)
    if isinstance(found, Wrong):
        raise_wrong(name, found)
    if "results" not in found and "id" not in found:
        raise_wrong(name, Wrong("the answer is not a list of works"))
    return page, found


def _count(found: Json) -> int | None:
    return number_of(object_of(found, "meta"), "count")


def _parsed(page: ListingPage) -> Iterator[Parsed]:
    found = object_in(page.text)
    if isinstance(found, Wrong):
        yield not_understood(1, found.reason, page.text)
        return
    records = list_of(found, "results") if "results" in found else [found]
    for place, record in enumerate(records, 1):
        paper = paper_of(record) if isinstance(record, dict) else None
        yield paper or not_understood(place, "there is no title")
