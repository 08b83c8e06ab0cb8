"""Crossref, where most publishers register DOIs: "doi:10.1371/journal.pone.0033693" for one paper.

Addresses and shapes are those of https://github.com/CrossRef/rest-api-doc.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta
from urllib.parse import quote, unquote, urlsplit

from radar.errors import ListingError, NetworkError, SettingsError
from radar.papers.listed.identity import arxiv_id, doi_id
from radar.papers.listed.listing import ListingPage
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
from radar.papers.text.partial_dates import PartialDate
from radar.papers.text.safe_text import clean
from radar.sources.answers import (
    Json,
    Wrong,
    list_of,
    object_in,
    object_of,
    raise_refusal,
    raise_wrong,
    refusal,
    text_of,
)
from radar.sources.site import Means, Page, PageRequest, listing_page
from radar.sources.source import Parsed, Source, not_understood
from radar.sources.texts.markup import abstract_without_markup, without_markup

HOME = "https://api.crossref.org"

_FRESH = timedelta(hours=12)
"""What is registered of a paper changes seldom."""
_DATES = ("published", "issued", "published-online", "published-print", "posted", "created")
_WITHDRAWING = frozenset({"retraction", "withdrawal", "removal"})
_ANTHOLOGY = re.compile(r"10\.(?:18653/v1|3115/v1)/", re.IGNORECASE)
"""Where the ACL registers its papers, whose Anthology has the abstracts that Crossref lacks."""
_IN_PATH = re.compile(r"/(10\.\d{4,9}/.+)", re.DOTALL)
_IN_QUERY = re.compile(r"(?:^|&)(?:id|doi|articleDoi)=(10\.\d{4,9}/[^&]+)", re.IGNORECASE)
_NATURE = re.compile(r"/articles/([\w.-]+)")
_AFTER_DOI = re.compile(
    r"(?:/(?:full(?:text)?|abstract|pdf|epdf|html|meta|summary|references))+/?$|\.(?:pdf|full|abstract)$|/$",
    re.IGNORECASE,
)
_PREPRINT_VERSION = re.compile(r"^(10\.(?:1101|64898)/[\d.]+)v\d+$")
"""Links of bioRxiv and medRxiv have a version, their DOIs have none."""
_SHOWN = 80


class Crossref:
    """Makes the sources whose names begin with "doi:"."""

    prefix: str = "doi"
    forms: tuple[str, ...] = ("doi:10.1371/journal.pone.0033693",)

    def source(self, name: str, means: Means) -> Source:
        """Return the source of a DOI.

        Raises:
            SettingsError: it is no DOI, or one of arXiv; the hint says what to write.
        """
        text = clean(name.partition(":")[2])
        if number := arxiv_id(text):
            raise SettingsError(
                f"{text[:_SHOWN]} is a paper of arXiv, which does not register with Crossref",
                f"Write it as arxiv:id/{number.removeprefix('arxiv:')}",
            )
        id = doi_id(text) or _doi_of_link(text)
        if id is None:
            raise SettingsError(f"{text[:_SHOWN] or name} is no DOI", f"Write it as {self.forms[0]}")
        return CrossrefWork(id, means)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return the source of the paper that a DOI, or a publisher's link with one, names.

        DOIs of arXiv and of the ACL are for the sites of their own, which know more.
        """
        id = doi_id(clean(text)) or _doi_of_link(clean(text))
        if id is None or arxiv_id(id.removeprefix("doi:")) or _ANTHOLOGY.match(id.removeprefix("doi:")):
            return ()
        return (str(id),)


SITE = Crossref()


class CrossrefWork:
    """One paper by its DOI."""

    goes_back = False

    def __init__(self, id: PaperId, means: Means) -> None:
        self.name = str(id)
        self._doi = id.removeprefix("doi:")
        self.label = f"Crossref {self._doi}"
        self._fetch = means.fetch
        self._home = (means.home or HOME).rstrip("/")

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch what is registered of the paper."""
        if since is not None:
            raise ListingError(f"{self.name} is one paper, without earlier days")
        page = await self._get("")
        if page.status == 404:
            raise await self._unknown()
        if wrong := refusal(page):
            raise_refusal(self.name, page, wrong)
        work = _work_in(page.text)
        if isinstance(work, Wrong):
            raise_wrong(self.name, work)
        yield listing_page(self, page, total=1)

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the paper of a page."""
        work = _work_in(page.text)
        if isinstance(work, Wrong):
            yield not_understood(1, work.reason, page.text)
        else:
            yield _paper(work) or not_understood(1, "there is no title", text_of(work, "DOI"))

    async def _get(self, more: str) -> Page:
        address = f"{self._home}/works/{quote(self._doi, safe='')}{more}"
        return await self._fetch(PageRequest(address, any_status=True, fresh=_FRESH))

    async def _unknown(self) -> ListingError:
        """Return what to do about a DOI that Crossref does not have: another registry may."""
        try:
            page = await self._get("/agency")
            answer = object_in(page.text) if page.status < 400 else Wrong("")
        except NetworkError:
            answer = Wrong("")
        agency = "" if isinstance(answer, Wrong) else _agency_in(answer)
        if not agency:
            return ListingError(
                f"{self.name}: Crossref knows no such DOI", f"Compare it with https://doi.org/{self._doi}"
            )
        return ListingError(
            f"{self.name} is registered with {agency}, which radar does not ask",
            f"Open https://doi.org/{self._doi}, save its BibTeX and import that, or add the paper by its "
            "id of arXiv",
        )


def _work_in(text: str) -> Json | Wrong:
    answer = object_in(text)
    if isinstance(answer, Wrong):
        return answer
    work = object_of(answer, "message")
    return work or Wrong("the answer is not what the site promises")


def _agency_in(answer: Json) -> str:
    agency = object_of(object_of(answer, "message"), "agency")
    label = clean(text_of(agency, "label", "id"))[:_SHOWN]
    return "" if label.lower() == "crossref" else label


def _paper(work: Json) -> Paper | None:
    title = _plain(_first(work, "title"))
    id = doi_id(clean(text_of(work, "DOI")))
    if not clean(title) or id is None:
        return None
    if (subtitle := _plain(_first(work, "subtitle"))) and subtitle.lower() not in title.lower():
        title = f"{title}: {subtitle}"
    doi = id.removeprefix("doi:")
    return clean_paper(
        Paper(
            id=id,
            title=title,
            authors=tuple(_authors(work)),
            abstract=clean(abstract_without_markup(text_of(work, "abstract"))),
            venue=_plain(_venue(work)),
            published=next(filter(None, (_day(work, name) for name in _DATES)), None),
            links=Links(landing=f"https://doi.org/{doi}", pdf=_pdf(work)),
            doi=doi,
            withdrawn=_is_withdrawn(work),
        )
    )


def _plain(text: str) -> str:
    return clean(without_markup(text))


def _first(work: Json, name: str) -> str:
    return next((value for value in list_of(work, name) if isinstance(value, str) and value.strip()), "")


def _venue(work: Json) -> str:
    if venue := _first(work, "container-title"):
        return venue
    institutions = [place for place in list_of(work, "institution") if isinstance(place, dict)]
    return text_of(object_of(work, "event"), "name") or (
        text_of(institutions[0], "name") if institutions else ""
    )


def _authors(work: Json) -> Iterator[str]:
    for author in list_of(work, "author"):
        if isinstance(author, dict):
            parts = (text_of(author, name) for name in ("given", "family", "suffix"))
            yield _plain(" ".join(filter(None, parts)) or text_of(author, "name"))


def _day(work: Json, name: str) -> date | None:
    parts = list_of(object_of(work, name), "date-parts")
    first = parts[0] if parts and isinstance(parts[0], list) else []
    numbers = [part for part in first[:3] if type(part) is int]
    if not numbers or len(numbers) < len(first[:3]):
        return None
    try:
        return PartialDate(*numbers) if len(numbers) < 3 else date(*numbers)
    except (ValueError, OverflowError):
        return None


def _pdf(work: Json) -> str:
    for link in list_of(work, "link"):
        if (
            isinstance(link, dict)
            and link.get("content-type") == "application/pdf"
            and link.get("intended-application") != "similarity-checking"
        ):
            return text_of(link, "URL")
    return ""


def _is_withdrawn(work: Json) -> bool:
    updates = (update for update in list_of(work, "updated-by") if isinstance(update, dict))
    return any(text_of(update, "type").lower() in _WITHDRAWING for update in updates)


def _doi_of_link(text: str) -> PaperId | None:
    """Return the DOI that the address of a publisher's page holds: https://dl.acm.org/doi/10.1145/3."""
    if not text.lower().startswith(("https://", "http://")):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.netloc.lower() in ("nature.com", "www.nature.com") and (article := _NATURE.match(path)):
        # The publisher's DOIs are the last part of the address behind its prefix.
        return doi_id(f"10.1038/{article[1].removesuffix('.pdf')}")
    found = _IN_PATH.search(path) or _IN_QUERY.search(unquote(parts.query))
    if not found:
        return None
    doi, before = found[1], ""
    while doi != before:
        doi, before = _PREPRINT_VERSION.sub(r"\1", _AFTER_DOI.sub("", doi)), doi
    return doi_id(doi)
