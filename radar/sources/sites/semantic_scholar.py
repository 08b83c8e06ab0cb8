"""Semantic Scholar: "s2:search/QUERY" for papers on a topic, "s2:paper/ID" for one.

The newest matches come from the search by relevance, within the last weeks; a back-fill comes from the bulk
search, which has no order by relevance and pages by a token. Both give only the fields that are asked for.
Limits and fields: api.semanticscholar.org/api-docs/graph. The answers of both searches, of one paper and of
errors were seen; what was only read about is that the bulk search takes no `tldr` and orders by date.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import date, timedelta
from urllib.parse import quote, unquote, urlencode

from radar.errors import ListingError, SettingsError
from radar.papers.bases import Value
from radar.papers.listed.identity import acl_id, arxiv_id, doi_id, landing_of, title_id
from radar.papers.listed.listing import ListingPage
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
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
from radar.sources.site import Means, Page, listing_page
from radar.sources.source import Parsed, Source, not_understood
from radar.sources.texts.dates import day_of, year_of
from radar.sources.texts.markup import abstract_without_markup, without_markup
from radar.sources.texts.paper_ids import best_id, id_of_doi

HOME = "https://api.semanticscholar.org"
RECENT = timedelta(days=60)
"""How far back the newest matches go: a paper is often listed weeks after its day of publication."""
PAGE_SIZE = 100
"""The most that the search by relevance gives at once."""

_FIELDS = "externalIds,url,title,abstract,venue,year,publicationDate,authors,openAccessPdf"
_KEYED = KeyedSite(
    "Semantic Scholar",
    ("S2_API_KEY", "SEMANTIC_SCHOLAR_API_KEY"),
    "Ask for a free key at www.semanticscholar.org/product/api",
    header="x-api-key",
)
_ID = re.compile(
    r"(?:[0-9a-f]{40}|CorpusId:\d{1,12}|(?:DOI|ARXIV|ACL|PMID|PMCID|MAG|URL):\S{1,300})", re.IGNORECASE
)
_LINK = re.compile(
    r"https?://(?:www\.)?semanticscholar\.org/(?:paper|reader)/(?:[^/?#]{1,400}/)?([0-9a-f]{40})(?:[/?#].*)?",
    re.IGNORECASE,
)
_CORPUS = re.compile(r"(?:https?://api\.semanticscholar\.org/|s2:)?CorpusId:(\d{1,12})", re.IGNORECASE)
_FORMS = ("s2:search/graph transformers", "s2:paper/CorpusId:13756489")
_HINT = f"Write it as {' or '.join(_FORMS)}"


class SemanticScholarSearch:
    """Papers that match words, the newest of them or all since a day."""

    goes_back = True

    def __init__(self, query: str, means: Means) -> None:
        self.name = f"s2:search/{query}"
        self.label = f"Semantic Scholar, {query}"
        self._query = query
        self._means = means
        self._home = means.home.rstrip("/") or HOME

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the best matches of the last weeks, or everything that matches since a day."""
        if since is None:
            wanted = {"fields": f"{_FIELDS},tldr", "limit": str(PAGE_SIZE)}
            page, found = await self._page("paper/search", self._means.today() - RECENT, wanted)
            yield listing_page(self, page, total=number_of(found, "total"))
            return
        token = resume
        while True:
            wanted = {"fields": _FIELDS, "sort": "publicationDate:desc"} | ({"token": token} if token else {})
            try:
                page, found = await self._page("paper/search/bulk", since, wanted)
            except ListingError:
                if not resume or token != resume:
                    raise
                # Nothing says how long a token lasts; where it does not, the search begins anew.
                token = resume = ""
                continue
            following = text_of(found, "token") if list_of(found, "data") else ""
            following = following if following != token else ""
            yield listing_page(self, page, following, number_of(found, "total"))
            if not following:
                return
            token = following

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers of a page; the number of a report is the place in its list."""
        return _parsed(page)

    async def _page(self, path: str, since: date, wanted: Mapping[str, str]) -> tuple[Page, Json]:
        query = {"query": self._query, "publicationDateOrYear": f"{since.isoformat()}:", **wanted}
        url = f"{self._home}/graph/v1/{path}?{urlencode(query, quote_via=quote, safe=':,')}"
        return await _asked(self.name, self._means, url)


class SemanticScholarPaper:
    """One paper by an id that Semantic Scholar knows."""

    goes_back = False

    def __init__(self, id: str, means: Means) -> None:
        self.name = f"s2:paper/{id}"
        self.label = f"Semantic Scholar, {id}"
        self._id = id
        self._means = means
        self._home = means.home.rstrip("/") or HOME

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the paper as one page."""
        refuse_going_back(self.name, since)
        url = f"{self._home}/graph/v1/paper/{quote(self._id, safe=':/')}?fields={_FIELDS},tldr"
        page, _ = await _asked(self.name, self._means, url)
        yield listing_page(self, page, total=1)

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the paper, or why there is none."""
        return _parsed(page)


class SemanticScholar(Value):
    """The site."""

    prefix: str = "s2"
    forms: tuple[str, ...] = _FORMS

    def source(self, name: str, means: Means) -> Source:
        """Return the source of "s2:search/..." or "s2:paper/..."."""
        kind, _, rest = name.partition(":")[2].partition("/")
        kind, rest = kind.strip().lower(), clean(rest)
        if kind == "search" and rest:
            return SemanticScholarSearch(rest, means)
        if kind == "paper" and _ID.fullmatch(rest):
            return SemanticScholarPaper(rest, means)
        words = clean(name.partition(":")[2])
        near = self.sources_of(words)[:1]
        if not near and words and kind not in ("search", "paper"):
            near = (f"s2:search/{words}",)
        hint = f"The nearest is {near[0]}" if near else _HINT
        raise SettingsError(f"{name} is no source of Semantic Scholar", hint)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return the name for a link to a paper of the site, for "CorpusId:...", or for such a name."""
        if found := _LINK.fullmatch(unquote(text)):
            return (f"s2:paper/{found[1].lower()}",)
        if found := _CORPUS.fullmatch(text):
            return (f"s2:paper/CorpusId:{found[1]}",)
        kind, _, id = text.partition("/")
        return (text,) if kind == "s2:paper" and _ID.fullmatch(id) else ()


SITE = SemanticScholar()


async def _asked(name: str, means: Means, url: str) -> tuple[Page, Json]:
    page = await _KEYED.ask(name, means, url)
    if page.status == 404:
        raise_wrong(name, Wrong("Semantic Scholar does not know this paper", "Look whether the id is right"))
    wrong = refusal(page)
    found = wrong or object_in(page.text)
    if isinstance(found, Wrong):
        raise_wrong(name, found)
    if not found.keys() & {"data", "total", "paperId"}:
        raise_wrong(name, Wrong("the answer is not a list of papers"))
    return page, found


def _parsed(page: ListingPage) -> Iterator[Parsed]:
    found = object_in(page.text)
    if isinstance(found, Wrong):
        yield not_understood(1, found.reason, page.text)
        return
    # An answer without matches has no `data` at all; one paper has no list around it.
    records = [found] if "paperId" in found else list_of(found, "data")
    for place, record in enumerate(records, 1):
        if record is None:
            continue
        paper = _paper(record) if isinstance(record, dict) else None
        yield paper or not_understood(place, "there is no title")


def _paper(record: Json) -> Paper | None:
    title = clean(without_markup(text_of(record, "title")))
    if not title:
        return None
    authors = tuple(
        text_of(author, "name") for author in list_of(record, "authors") if isinstance(author, dict)
    )
    ids = object_of(record, "externalIds")
    doi = doi_id(clean(text_of(ids, "DOI")))
    id = _id(ids) or title_id(title, clean(authors[0]) if authors else "")
    return clean_paper(
        Paper(
            id=id,
            title=title,
            authors=authors,
            abstract=abstract_without_markup(text_of(record, "abstract")),
            venue=_venue(record),
            published=_published(record),
            links=Links(
                landing=landing_of(id) or text_of(record, "url"),
                pdf=text_of(object_of(record, "openAccessPdf"), "url"),
            ),
            doi=doi.removeprefix("doi:") if doi else "",
            site_summary=(summary := text_of(object_of(record, "tldr"), "text")),
            site_summary_by="Semantic Scholar" if clean(summary) else "",
        )
    )


def _id(ids: Json) -> PaperId | None:
    arxiv, acl, doi = (clean(text_of(ids, name)) for name in ("ArXiv", "ACL", "DOI"))
    return best_id(
        arxiv_id(arxiv) if arxiv else None,
        acl_id(f"acl:{acl}") if acl else None,
        id_of_doi(doi) if doi else None,
    )


def _venue(record: Json) -> str:
    venue = clean(text_of(record, "venue"))
    return "" if venue.lower().startswith("arxiv") else venue


def _published(record: Json) -> date | None:
    """Return the day, or the year where only that is known."""
    return day_of(text_of(record, "publicationDate")) or year_of(str(number_of(record, "year")))
