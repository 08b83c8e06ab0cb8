"""arXiv's query interface: "arxiv:cs.CL" for the newest papers of a category, "arxiv:cs.CL+cs.LG" for two."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode
from xml.sax import SAXException

from radar.errors import ListingError, SettingsError
from radar.papers.identity import arxiv_id, doi_id
from radar.papers.listing import Listing, ListingPage
from radar.papers.paper import Links, Paper, PaperId, clean_paper
from radar.papers.text import clean
from radar.sources.arxiv_categories import CATEGORIES
from radar.sources.dates import day_of
from radar.sources.site import Expected, Fetch, PageRequest
from radar.sources.source import Parsed, not_understood

BASE_URL = "https://export.arxiv.org"
PAGE_SIZE = 200
"""Papers that are asked for; the largest categories announce about as many a day."""
FORMS = ("arxiv:cs.CL", "arxiv:cs.CL+cs.LG")
"""How the names of such sources look."""

_NAMESPACE = "http://arxiv.org/schemas/atom"
_ERROR_ID = re.compile(r"https?://arxiv\.org/api/errors")
_PAPER_LINK = re.compile(r"https?://(?:export\.)?arxiv\.org/abs/(.+)", re.DOTALL)

Feed = Mapping[str, Any]


class ArxivCategory:
    """The newest papers of one or several categories of arXiv."""

    goes_back = False

    def __init__(self, name: str, fetch: Fetch, base_url: str = BASE_URL) -> None:
        """Take a name such as "arxiv:cs.CL".

        Raises:
            SettingsError: arXiv has no such category; the hint names the nearest one.
        """
        self.name = name
        self._categories = _categories_of(name)
        self.label = f"arXiv {', '.join(self._categories)}"
        self._fetch = fetch
        self._base_url = base_url.rstrip("/")

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the newest papers as one page."""
        query = {
            "search_query": " OR ".join(f"cat:{category}" for category in self._categories),
            "sortBy": "submittedDate",
            "sortOrder": "descending",
            "start": 0,
            "max_results": PAGE_SIZE,
        }
        request = PageRequest(f"{self._base_url}/api/query?{urlencode(query)}", expects=Expected.XML)
        text = (await self._fetch(request)).text
        if wrong := _wrong_with(_feed(text)):
            raise ListingError(f"{self.name}: {wrong}", "Try again later")
        yield ListingPage(Listing(self.name, self.label), text, datetime.now(UTC))

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers of a page; the number of a report is the place in the feed."""
        feed = _feed(page.text)
        if wrong := _wrong_with(feed):
            yield not_understood(1, wrong, page.text)
            return
        prefix = next((key for key, uri in feed["namespaces"].items() if uri == _NAMESPACE), "arxiv")
        entries = feed["entries"]
        if _is_cut(feed):
            # Of the last entry a part may be missing.
            yield not_understood(len(entries), "the feed is broken from here on", _text(entries[-1], "title"))
            entries = entries[:-1]
        for place, entry in enumerate(entries, 1):
            yield _paper(entry, prefix) or not_understood(place, "not a paper", _text(entry, "title"))


def _categories_of(name: str) -> tuple[str, ...]:
    site, _, rest = name.partition(":")
    if site != "arxiv" or not rest:
        raise SettingsError(f"{name} is not a category of arXiv", f"Write it as {' or '.join(FORMS)}")
    by_lower = {category.lower(): category for category in CATEGORIES}
    categories = []
    for wanted in rest.split("+"):
        known = by_lower.get(wanted.strip().lower())
        if known is None:
            near = difflib.get_close_matches(wanted.lower(), by_lower, 1, 0.3)
            hint = f"The nearest is arxiv:{by_lower[near[0]]}" if near else f"Write it as {FORMS[0]}"
            raise SettingsError(f"arXiv has no category {wanted or name}", hint)
        categories.append(known)
    return tuple(dict.fromkeys(categories))


def _feed(text: str) -> Feed:
    import feedparser

    # Bytes, because feedparser takes a text that looks like a name for a file or a link to open.
    data = io.BytesIO(text.encode("utf-8", "replace"))
    parsed: Feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    return parsed


def _wrong_with(feed: Feed) -> str:
    """Return what is wrong with an answer; a feed without entries is right."""
    if not str(feed.get("version", "")).startswith("atom"):
        return "the answer is not an Atom feed"
    for entry in feed["entries"]:
        if _ERROR_ID.match(str(entry.get("id", ""))):
            return f"the site answers: {clean(str(entry.get('summary', '')))[:200]}"
    if feed.get("bozo") and not feed["entries"]:
        return "the feed is broken"
    return ""


def _is_cut(feed: Feed) -> bool:
    return bool(feed["entries"]) and isinstance(feed.get("bozo_exception"), SAXException)


def _paper(entry: Feed, prefix: str) -> Paper | None:
    link = clean(_text(entry, "id"))
    number = _PAPER_LINK.fullmatch(link)
    id = arxiv_id(number[1]) if number else None
    title = clean(_text(entry, "title"))
    if id is None or not title:
        return None
    doi = doi_id(clean(_text(entry, f"{prefix}_doi")).split(" ")[0])
    return clean_paper(
        Paper(
            id=id,
            title=title,
            authors=tuple(_text(author, "name") for author in entry.get("authors", ())),
            abstract=_text(entry, "summary"),
            venue=_text(entry, f"{prefix}_journal_ref"),
            categories=_terms(entry, prefix),
            published=day_of(_text(entry, "published")),
            links=_links(id),
            comment=_text(entry, f"{prefix}_comment"),
            doi=doi.removeprefix("doi:") if doi else "",
        )
    )


def _terms(entry: Feed, prefix: str) -> tuple[str, ...]:
    """Return the categories, the primary one first."""
    primary = entry.get(f"{prefix}_primary_category")
    first = [_text(primary, "term")] if isinstance(primary, Mapping) else []
    others = [_text(tag, "term") for tag in entry.get("tags", ())]
    return tuple(dict.fromkeys(term for term in (*first, *others) if term))


def _links(id: PaperId) -> Links:
    number = id.removeprefix("arxiv:")
    return Links(landing=f"https://arxiv.org/abs/{number}", pdf=f"https://arxiv.org/pdf/{number}")


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""
