"""What a site is to radar: it makes sources by name, with a way to fetch pages that it is given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, TypeAlias

from radar.papers.bases import Guarded, Value
from radar.papers.listed.listing import Listing, ListingPage
from radar.sources.source import Source

GROUP = "radar.sources"
"""The group of entry points; each is named as the prefix of its site and names a Site, or a callable without
arguments that returns one."""


class Expected(StrEnum):
    """What an answer should be, so that a web page in its place is told as such."""

    JSON = "JSON"
    XML = "XML"
    TEXT = "text"
    ANY = "anything"
    """A web page too, for the source to read."""


class PageRequest(Guarded):
    """A page that a source asks for; its repr holds nothing that could hold a key."""

    unshown = frozenset({"url", "headers", "key"})

    url: str
    headers: Mapping[str, str] = MappingProxyType({})
    """Sent beside those that radar sends to every site."""
    expects: Expected = Expected.JSON
    any_status: bool = False
    """Whether an answer that is no success is returned too, for the source to read."""
    fresh: timedelta = timedelta()
    """A stored answer that is younger is taken without asking the site."""
    key: str = ""
    """The key that the address or a header holds: the answer is kept without it."""


class Page(Value):
    """What a site answered."""

    text: str
    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    retrieved: datetime
    """When the site gave it; aware and UTC."""
    unchanged: bool = False
    """Whether it is what was fetched before: the site said so, or was not asked again."""
    unasked: bool = False
    """Whether the site was not asked again, for what it had said was young enough."""


Fetch: TypeAlias = Callable[[PageRequest], Awaitable[Page]]
"""Returns what is behind an address; raises NetworkError or what is below it."""


def today() -> date:
    """Return the present day in UTC."""
    return datetime.now(UTC).date()


class Means(Guarded):
    """What a site makes its sources with."""

    unshown = frozenset({"key"})

    fetch: Fetch
    key: Callable[[str], str] = lambda name: ""
    """Returns the value of an environment variable, empty where it is not set."""
    home: str = ""
    """Address to ask in place of the site's own, such as that of a mirror; empty for its own."""
    today: Callable[[], date] = today


class Site(Protocol):
    """A site, or a kind of site, whose papers radar can ask for."""

    @property
    def prefix(self) -> str:
        """What stands before the colon in names of its sources: "hf"."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Examples of names, for help and for hints."""

    def source(self, name: str, means: Means) -> Source:
        """Return the source of a name such as "hf:daily".

        Raises:
            SettingsError: the site has no such source; the hint names the nearest valid form.
        """

    def sources_of(self, text: str) -> tuple[str, ...]:
        """Return the names of sources that bring the one paper that an id, a link or a DOI names.

        The best comes first; none where the text names no paper of this site.
        """


def listing_page(source: Source, page: Page, resume: str = "", total: int | None = None) -> ListingPage:
    """Return what a site answered as a page of the listing of a source; the rest as of `ListingPage`."""
    listing = Listing(source.name, source.label)
    return ListingPage(listing, page.text, page.retrieved, resume, total, page.unasked)
