"""OpenReview: "openreview:ICLR.cc/2026/Conference" for the papers of a venue, "openreview:forum/ID" for one,
"openreview:ICLR.cc/2026/Conference/-/Submission" for what an invitation brought in.

No answer of this site was seen: the shape is that of its own client, openreview-py, and of its documentation
(docs.openreview.net/reference/api-v2). Since August 2026 it asks whoever is not signed in for a check that
only a browser can do, so that mostly a token of one's own is needed; that refusal is told and not repeated.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime, time
from urllib.parse import quote, urlencode

from radar.errors import SettingsError
from radar.papers.bases import Value
from radar.papers.listed.identity import title_id
from radar.papers.listed.listing import ListingPage
from radar.papers.listed.paper import Links, Paper, clean_paper
from radar.papers.text.safe_text import clean
from radar.sources.answers import (
    Json,
    Wrong,
    list_of,
    number_of,
    object_in,
    object_of,
    raise_refusal,
    raise_wrong,
    refusal,
    refuse_going_back,
    text_of,
)
from radar.sources.keyed_sites import KeyedSite
from radar.sources.site import Means, Page, listing_page
from radar.sources.source import Parsed, Source, not_understood

HOME = "https://api2.openreview.net"
PAGE_SIZE = 1000
"""The most notes that the site gives at once."""
MOST_PAGES = 30
"""Pages of one venue; the largest so far had some twenty thousand submissions."""

_FORUM = "https://openreview.net/forum?id="
_VENUE = re.compile(r"[A-Za-z0-9][\w.-]{1,60}(?:/[\w.() &-]{1,80}){0,6}(?:/-/\w{1,60})?")
_NOTE = re.compile(r"[\w-]{6,20}")
_LINK = re.compile(
    r"https?://(?:www\.)?openreview\.net/(?:forum|pdf|attachment|references/pdf)\?(?:[^#\s]*&)?id=([\w-]{6,20})"
    r"(?:[&#].*)?",
    re.IGNORECASE,
)
_NAME = re.compile(r"openreview:forum/([\w-]{6,20})")
_GROUP = re.compile(
    r"https?://(?:www\.)?openreview\.net/(?:group|submissions)\?(?:[^#\s]*&)?(?:id|venue)=([^&#\s]+).*"
)
_SHORT = ("TLDR", "TL;DR", "tldr", "tl;dr", "one-sentence_summary", "TL;DR_(Too_Long;_Didn't_Read)")
_LAST_MOMENT = 253_402_300_800_000
"""Milliseconds from 1970 to the end of the year 9999."""
_KEYED = KeyedSite(
    "OpenReview",
    ("OPENREVIEW_TOKEN",),
    "Sign in to its interface, which gives a token (docs.openreview.net/getting-started/using-the-api)",
    header="Authorization",
    scheme="Bearer ",
)
_FORMS = ("openreview:ICLR.cc/2026/Conference", "openreview:forum/ryxGuJrFvS")


class OpenReviewNotes:
    """The papers of a venue, or one by its id."""

    def __init__(self, wanted: str, query: dict[str, str], means: Means) -> None:
        self.name = f"openreview:{wanted}"
        self.label = f"OpenReview {wanted}"
        self.goes_back = "id" not in query
        self._query = query
        self._means = means
        self._home = means.home.rstrip("/") or HOME

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the newest papers first, a thousand at a time; a venue has no other order of its own."""
        if not self.goes_back:
            refuse_going_back(self.name, since)
        start = int(resume) if resume.isascii() and resume.isdigit() and len(resume) < 8 else 0
        for _ in range(MOST_PAGES):
            page, found = await self._page(since, start)
            notes, total = len(list_of(found, "notes")), number_of(found, "count")
            start += notes
            goes_on = self.goes_back and notes >= PAGE_SIZE and (total is None or start < total)
            yield listing_page(self, page, str(start) if goes_on else "", total)
            if not goes_on:
                return

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers of a page; the number of a report is the place in its list."""
        found = object_in(page.text)
        if isinstance(found, Wrong):
            yield not_understood(1, found.reason, page.text)
            return
        for place, note in enumerate(list_of(found, "notes"), 1):
            if isinstance(note, dict) and note.get("replyto"):
                yield not_understood(place, "a review or a comment, not a paper")
                continue
            paper = _paper(note) if isinstance(note, dict) else None
            yield paper or not_understood(place, "there is no title")

    async def _page(self, since: date | None, start: int) -> tuple[Page, Json]:
        query = dict(self._query)
        if self.goes_back:
            query |= {"limit": str(PAGE_SIZE), "offset": str(start), "sort": "cdate:desc"}
        if since is not None and self.goes_back:
            midnight = datetime.combine(since, time(), UTC)
            query["mintcdate"] = str(int(midnight.timestamp() * 1000))
        url = f"{self._home}/notes?{urlencode(query, quote_via=quote, safe='/')}"
        page = await _KEYED.ask(self.name, self._means, url, _challenge)
        if page.status == 404:
            raise_wrong(self.name, Wrong("OpenReview has no such paper", "Look whether the id is right"))
        if wrong := refusal(page):
            raise_refusal(self.name, page, wrong)
        found = object_in(page.text)
        if isinstance(found, Wrong):
            raise_wrong(self.name, found)
        if not isinstance(found.get("notes"), list):
            raise_wrong(self.name, Wrong("the answer is not a list of papers"))
        if not self.goes_back and not list_of(found, "notes"):
            raise_wrong(self.name, Wrong("OpenReview has no such paper", "Look whether the id is right"))
        return page, found


class OpenReview(Value):
    """The site."""

    prefix: str = "openreview"
    forms: tuple[str, ...] = _FORMS

    def source(self, name: str, means: Means) -> Source:
        """Return the source of a venue, an invitation or a paper."""
        rest = clean(name.partition(":")[2]).rstrip("/")
        if known := self.sources_of(rest):
            rest = known[0].partition(":")[2]
        elif group := _GROUP.fullmatch(rest):
            rest = group[1]
        kind, _, id = rest.partition("/")
        if kind.lower() in ("forum", "paper", "note"):
            if not _NOTE.fullmatch(id):
                raise SettingsError(f"{name} is no paper of OpenReview", f"Write it as {_FORMS[1]}")
            return OpenReviewNotes(f"forum/{id}", {"id": id}, means)
        if not _VENUE.fullmatch(rest) or "/" not in rest:
            raise SettingsError(f"{name} is no venue of OpenReview", f"Write it as {' or '.join(_FORMS)}")
        return OpenReviewNotes(rest, {"invitation" if "/-/" in rest else "content.venueid": rest}, means)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return the name for a link to a paper, or for such a name."""
        found = _LINK.fullmatch(text) or _NAME.fullmatch(text)
        return (f"openreview:forum/{found[1]}",) if found else ()


SITE = OpenReview()


def _challenge(page: Page) -> Wrong | None:
    """Return what the refusal means by which the site asks for a browser."""
    if "ChallengeRequired" not in page.text[:4000] and "hallenge verification" not in page.text[:4000]:
        return None
    return Wrong(
        "OpenReview lets only browsers and signed-in readers in (ChallengeRequiredError)",
        f"{_KEYED.where}, and set {_KEYED.variables[0]}; asking again does not help",
    )


def _paper(note: Json) -> Paper | None:
    content = object_of(note, "content")
    title = clean(_text(content, "title"))
    if not title:
        return None
    authors = tuple(_authors(content))
    id = text_of(note, "forum", "id")
    id = id if _NOTE.fullmatch(id) else ""
    summary = clean(_text(content, *_SHORT))
    venue = clean(_text(content, "venue"))
    state = f"{_text(content, 'venueid')} {venue}".lower()
    code = _text(content, "code", "code_url", "code_link")
    return clean_paper(
        Paper(
            id=title_id(title, clean(authors[0]) if authors else ""),
            title=title,
            authors=authors,
            abstract=_text(content, "abstract"),
            venue=venue,
            published=_day(note, "pdate") or _day(note, "odate") or _day(note, "cdate"),
            links=Links(
                landing=f"{_FORUM}{id}" if id else "",
                pdf=_pdf(_text(content, "pdf"), id),
                code=code,
                code_added_by="author" if code else "",
            ),
            site_summary=summary,
            site_summary_by="the authors" if summary else "",
            withdrawn="withdrawn" in state,
        )
    )


def _value(content: Json, name: str) -> object:
    """Return a field, which the second version of the interface wraps into an object."""
    value = content.get(name)
    return value.get("value") if isinstance(value, dict) else value


def _text(content: Json, *names: str) -> str:
    for name in names:
        value = _value(content, name)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _authors(content: Json) -> Iterator[str]:
    """Yield the names; venues of late give objects in place of texts, anonymous ones nothing."""
    authors = _value(content, "authors")
    for author in authors if isinstance(authors, list) else []:
        if isinstance(author, str):
            yield author
        elif isinstance(author, dict):
            yield text_of(author, "fullname", "name")


def _pdf(stated: str, id: str) -> str:
    """Return the address of the file; the site names it by its path, or not at all."""
    if stated.lower().startswith(("http://", "https://")):
        return stated
    return f"https://openreview.net/pdf?id={id}" if stated and id else ""


def _day(note: Json, name: str) -> date | None:
    """Return the day of a time in milliseconds since 1970."""
    moment = number_of(note, name)
    if moment is None or not 0 < moment < _LAST_MOMENT:
        return None
    return datetime.fromtimestamp(moment / 1000, UTC).date()
