"""The ACL Anthology: "acl:2024.acl" for all volumes of a meeting, "acl:2024.acl-long" for a volume,
"acl:2024.acl-long.1" for a paper; "acl:P18", "acl:P18-1" and "acl:P18-1001" of the years before 2020.

Its data are XML files, one for each collection of volumes, in the repository acl-org/acl-anthology; the
largest have some megabytes. They hold what the site's BibTeX lacks: days, revisions and retractions. Seen
were whole files; which the site asks for so is said at aclanthology.org/info/development.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta

from radar.errors import NoListing, SettingsError
from radar.papers.bases import Value
from radar.papers.listed.identity import acl_id
from radar.papers.listed.listing import ListingPage
from radar.papers.listed.paper import Paper
from radar.papers.text.safe_text import clean
from radar.sources.answers import Wrong, raise_refusal, raise_wrong, refusal, refuse_going_back, wrong_markup
from radar.sources.site import Expected, Means, PageRequest, listing_page
from radar.sources.sites.acl_xml import papers_in
from radar.sources.source import Parsed, Source
from radar.sources.texts.paper_ids import acl_case, id_of_doi

HOME = "https://raw.githubusercontent.com/acl-org/acl-anthology/master"
"""Where the files of the Anthology are: github.com/acl-org/acl-anthology."""

_NEW = re.compile(r"(\d{4}\.[a-z0-9_]{1,40})(?:-([a-z0-9_]{1,40})(?:\.(\d{1,5}))?)?")
_OLD = re.compile(r"([A-Z]\d{2})(?:-(\d{1,2}|\d{4}))?")
_EVENT = re.compile(r"([a-z0-9_]{2,40})[-. ]?((?:19|20)\d{2})")
_VOLUME = re.compile(r'<volume\b[^<>]{0,500}?\bid="([^"<>]{1,40})"')
_LINK = re.compile(
    r"(?:https?://)?(?:www\.)?(?:aclanthology\.org|aclweb\.org/anthology)/(?:papers/|volumes/|events/)?"
    r"([A-Za-z0-9][\w.-]{2,80}?)(?:\.pdf|\.bib|v\d+\.pdf)?/?(?:[?#].*)?",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:https?://)?(?:www\.)?aclanthology\.org/(?:events|venues|people|sigs|info|faq)"
    r"(?:/(?!.*\.(?:xml|rss|atom)(?:[?#].*)?$).*)?",
    re.IGNORECASE,
)
"""Pages that the site makes of several collections, or of none; its feeds are elsewhere."""
_LETTERS = {
    "acl": "P", "cl": "J", "coling": "C", "conll": "K", "eacl": "E", "emnlp": "D", "naacl": "N",
    "semeval": "S", "tacl": "Q",
}  # fmt: skip
"""What ids of the years before 2020 begin with (aclanthology.org/info/ids)."""
_FIRST_NEW_YEAR = 2020
_FORMS = ("acl:2024.acl", "acl:2024.acl-long", "acl:2024.acl-long.1")
_A_DAY = timedelta(days=1)


class AnthologyId(Value):
    """A collection of volumes, a volume of it, or a paper of that."""

    collection: str
    volume: str = ""
    paper: str = ""
    """As the Anthology names the paper, empty for a volume or a collection."""

    @property
    def name(self) -> str:
        """As readers write it."""
        if self.paper:
            return self.paper
        return f"{self.collection}-{self.volume}" if self.volume else self.collection


def anthology_id(text: str) -> AnthologyId | None:
    """Return what an id of the Anthology names, None where it is none.

    How old ids split into volume and paper: aclanthology.org/info/ids.
    """
    text = acl_case(text) if "-" in text else text.lower()
    if found := _NEW.fullmatch(text.lower()):
        collection, volume, paper = found.groups(default="")
        return AnthologyId(collection, volume, f"{collection}-{volume}.{paper}" if paper else "")
    found = _OLD.fullmatch(text.upper())
    if found is None:
        return None
    collection, rest = found[1], found[2] or ""
    if len(rest) < 4:
        return AnthologyId(collection, str(int(rest)) if rest else "")
    long = collection[0] == "W" or collection == "C69" or (collection == "D19" and int(rest[0]) >= 5)
    return AnthologyId(collection, str(int(rest[: 2 if long else 1])), f"{collection}-{rest}")


class AnthologyPapers:
    """The papers of a collection or a volume, or one paper."""

    goes_back = False

    def __init__(self, wanted: AnthologyId, means: Means) -> None:
        self.name = f"acl:{wanted.name}"
        self.label = f"ACL Anthology {wanted.name}"
        self._wanted = wanted
        self._fetch = means.fetch
        self._home = means.home.rstrip("/") or HOME

    async def pages(self, since: date | None = None, resume: str = "") -> AsyncIterator[ListingPage]:
        """Fetch the file of the collection as one page."""
        refuse_going_back(self.name, since)
        wanted = self._wanted
        address = f"{self._home}/data/xml/{wanted.collection}.xml"
        # Of one paper after the other out of one collection, all but the first come from what is stored.
        fresh = _A_DAY if wanted.paper else timedelta()
        page = await self._fetch(PageRequest(address, expects=Expected.XML, any_status=True, fresh=fresh))
        if page.status == 404:
            hint = "See aclanthology.org for what there is; proceedings come with the meeting"
            raise_wrong(self.name, Wrong(f"the ACL Anthology has no {wanted.collection}", hint))
        if wrong := refusal(page):
            raise_refusal(self.name, page, wrong)
        if wrong := wrong_markup(page.text, ("collection",)) or self._lacking(page.text):
            raise_wrong(self.name, wrong)
        yield listing_page(self, page)

    def parse(self, page: ListingPage) -> Iterator[Parsed]:
        """Yield the papers that are wanted; the number of a report is the place in the file."""
        return papers_in(page.text, self._wanted.volume, self._wanted.paper)

    def _lacking(self, text: str) -> Wrong | None:
        """Return what of the wanted is not in the file of its collection."""
        wanted = self._wanted
        volumes = tuple(dict.fromkeys(_VOLUME.findall(text)))
        if wanted.volume and wanted.volume not in volumes:
            there = f"It has {clean(', '.join(volumes[:12]))}" if volumes else "It has none"
            return Wrong(f"the ACL Anthology's {wanted.collection} has no volume {wanted.volume}", there)
        if wanted.paper and not any(
            isinstance(item, Paper) for item in papers_in(text, wanted.volume, wanted.paper)
        ):
            return Wrong(f"the ACL Anthology has no paper {wanted.paper}", "Look whether the id is right")
        return None


class AclAnthology(Value):
    """The site."""

    prefix: str = "acl"
    forms: tuple[str, ...] = _FORMS

    def source(self, name: str, means: Means) -> Source:
        """Return the source of a collection, a volume or a paper."""
        rest = clean(name.partition(":")[2]).rstrip("/")
        link = _LINK.fullmatch(rest)
        bare = link[1] if link else rest
        wanted = anthology_id(bare)
        if wanted is not None:
            return AnthologyPapers(wanted, means)
        near = _collection_of(bare)
        hint = f"The nearest is acl:{near}" if near else f"Write it as {' or '.join(_FORMS)}"
        if _PAGE.fullmatch(rest):
            also = ", the meeting's own volumes; its page lists more collections" if near else ""
            raise NoListing(f"{rest} is a page of the ACL Anthology and no listing of it", hint + also)
        raise SettingsError(f"{name} is no id of the ACL Anthology", hint)

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return the name for an id, a link or a DOI of one paper of the Anthology."""
        link = _LINK.fullmatch(text)
        known = id_of_doi(text) or (acl_id(text) if text.lower().startswith("acl:") else None)
        if link is None and known is not None and not known.startswith("acl:"):
            return ()
        bare = link[1] if link else known.removeprefix("acl:") if known else text
        found = anthology_id(bare)
        return (f"acl:{found.paper}",) if found is not None and found.paper else ()


def _collection_of(event: str) -> str:
    """Return the collection of a meeting such as "acl-2024"; empty where that names none."""
    found = _EVENT.fullmatch(event.lower())
    if found is None:
        return ""
    if int(found[2]) >= _FIRST_NEW_YEAR:
        return f"{found[2]}.{found[1]}"
    letter = _LETTERS.get(found[1], "")
    return f"{letter}{found[2][2:]}" if letter else ""


SITE = AclAnthology()
