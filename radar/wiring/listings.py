"""Whatever brings papers in: formats of files, sources, and the flows around them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

from radar import __version__
from radar.errors import RadarError, SettingsError
from radar.library.library import Library
from radar.papers.jobs.reports import Report, tell_nobody
from radar.settings import Settings

if TYPE_CHECKING:
    from radar.net.pages import PageFetcher
    from radar.papers.jobs.site_wait import ToldOfWait
    from radar.pipeline.bringing import Bringer
    from radar.pipeline.importing import Importer
    from radar.pipeline.refreshing import Refresher
    from radar.pipeline.source_course import SourceOrder
    from radar.sources.site import Fetch, Means, PageRequest
    from radar.sources.source import Format, Source


def build_formats(*, tags: bool = False) -> tuple[Format, ...]:
    """Return the formats of files that radar reads, in the order in which they are tried.

    Args:
        tags: whether the keywords of reference managers become tags.
    """
    from radar.sources.arxiv.mail import ArxivMail
    from radar.sources.bibtex.bibliography import Bibtex
    from radar.sources.huggingface.listing_file import ListingText
    from radar.sources.records.json_lines import JsonLines
    from radar.sources.references.csl_json import CslJson
    from radar.sources.references.csv_table import CsvTable
    from radar.sources.references.endnote import EndNote
    from radar.sources.references.endnote_xml import EndNoteXml
    from radar.sources.references.pubmed import Nbib
    from radar.sources.references.ris import Ris
    from radar.sources.references.web_of_science import WebOfScience
    from radar.sources.references.zotero_json import ZoteroJson
    from radar.sources.references.zotero_rdf import ZoteroRdf

    # What says most clearly what it is comes first: JSON lines are any objects, a listing is any text.
    of_json: tuple[Format, ...] = (ZoteroJson(takes_tags=tags), CslJson(takes_tags=tags), JsonLines())
    kinds = (Ris, Nbib, WebOfScience, EndNote)
    tagged: tuple[Format, ...] = (*(kind(takes_tags=tags) for kind in kinds), ArxivMail())
    of_xml: tuple[Format, ...] = (ZoteroRdf(takes_tags=tags), EndNoteXml(takes_tags=tags))
    others: tuple[Format, ...] = (Bibtex(takes_tags=tags), CsvTable(takes_tags=tags))
    return (*of_json, *of_xml, *tagged, *others, ListingText())


def build_source(
    name: str,
    settings: Settings,
    pages: PageFetcher | None = None,
    told: ToldOfWait | None = None,
) -> Source:
    """Return the source of a name such as "hf:daily" or "arxiv:cs.CL".

    Args:
        pages: fetches its pages; by default a fetcher of its own.
        told: of each wait before a site is asked, when it begins.

    Raises:
        SettingsError: no source has such a name; the hint says the nearest that is one.
        ListingError: the package that adds such sources fails.
    """
    from radar.sources.plugins import find_source

    fetch = build_fetch(pages or build_pages(settings), told)
    own = next((each for each in settings.followed if each.name.casefold() == name.strip().casefold()), None)
    return find_source(name, build_means(fetch, settings.mirrors, own.key_env if own else ""))


def build_means(
    fetch: Fetch, homes: Mapping[str, str] = MappingProxyType({}), key_env: str = ""
) -> Callable[[str], Means]:
    """Return what gives the site of a prefix the means to make its sources.

    A mirror that others on the way can read along with is given no key.

    Args:
        homes: addresses to ask in place of a site's own, by prefix.
        key_env: environment variable that holds the key, in place of the one that the site names.
    """
    from radar.net.addresses import is_loopback
    from radar.sources.site import Means

    def means_of(prefix: str) -> Means:
        home = homes.get(prefix, "")
        safe = not home.startswith("http://") or is_loopback(home)
        return Means(fetch, lambda name: os.environ.get(key_env or name, "") if safe else "", home)

    return means_of


def check_mirrors(settings: Settings) -> None:
    """Raise a SettingsError where a mirror is named for a site that there is none of."""
    if not settings.mirrors:
        return
    from radar.settings.checks import nearest
    from radar.sources.plugins import names

    known = names()
    for prefix in settings.mirrors:
        if prefix not in known:
            near = nearest(prefix, known, 0.5)
            hint = f"Did you mean {near}?" if near else f"Sites are {', '.join(known)}"
            raise SettingsError(f"{settings.config_file}: [mirrors] holds {prefix}, which is no site", hint)


def build_pages(settings: Settings, gaps: Mapping[str, float] | None = None) -> PageFetcher:
    """Return what fetches pages, at the pace that all radars of a reader keep; close it by `aclose`.

    It opens nothing before the first page is asked for.

    Args:
        gaps: seconds between two requests by host, where they are to differ from those that sites ask for.
    """
    from radar.net.http import HttpClient
    from radar.net.page_store import PageStore
    from radar.net.pages import PageFetcher
    from radar.net.turns import Turns

    return PageFetcher(
        HttpClient(user_agent=user_agent(settings), connections=4, timeout=45.0),
        Turns(settings.cache_folder / "turns", gaps=gaps),
        PageStore(settings.cache_folder / "pages"),
    )


def build_fetch(pages: PageFetcher, told: ToldOfWait | None = None) -> Fetch:
    """Return what sources fetch pages with.

    Args:
        told: of each wait before a site is asked, when it begins.
    """
    from radar.net.page_kinds import PageKind
    from radar.sources.site import Page

    async def fetch(request: PageRequest) -> Page:
        found = await pages.get(
            request.url,
            headers=request.headers,
            kind=PageKind(request.expects.value),
            any_status=request.any_status,
            fresh=request.fresh,
            told=told,
            secret=request.key,
        )
        return Page(found.text, found.status, found.headers, found.retrieved, found.unchanged, found.unasked)

    return fetch


def build_importer(
    library: Library,
    finishing: Report = tell_nobody,
    stdin: BinaryIO | None = None,
    *,
    tags: bool = False,
    anew: bool = False,
) -> Importer:
    """Return the flow that imports files.

    Args:
        finishing: told how far the search index is at the end, done and total.
        stdin: what is read where a path is None; standard input by default.
        tags: whether the keywords of reference managers become tags.
        anew: whether papers that the reader removed come in too.
    """
    from radar.abstracts.reading import read
    from radar.pipeline.importing import Importer

    stdin = stdin or getattr(sys.stdin, "buffer", None)
    return Importer(library, build_formats(tags=tags), read, stdin, finishing, anew)


def build_refresher(settings: Settings, library: Library, told: ToldOfWait | None = None) -> Refresher:
    """Return the flow that asks sources; close it by `aclose`.

    Args:
        told: of each wait before a site is asked, when it begins.

    Raises:
        SettingsError: a mirror is named for a site that there is none of.
    """
    from radar.abstracts.reading import read
    from radar.pipeline.refreshing import Refresher
    from radar.pipeline.source_course import SourceOrder

    check_mirrors(settings)
    pages = build_pages(settings)
    return Refresher(
        library,
        lambda name: build_source(name, settings, pages, told),
        read,
        pages.aclose,
        _orders(settings),
        lambda: _going_back(settings, pages),
        others=SourceOrder(again=False),
    )


def _orders(settings: Settings) -> Mapping[str, SourceOrder]:
    """Return what the reader wants of each source of the settings, by its name without regard to case."""
    from radar.pipeline.source_course import SourceOrder

    by_itself = settings.refresh_hours > 0
    return {
        each.name.casefold(): SourceOrder(each.label, each.limit, again=by_itself and not each.off)
        for each in settings.followed
    }


def _going_back(settings: Settings, pages: PageFetcher) -> tuple[str, ...]:
    """Return one example a site of sources that can be asked for earlier days."""
    from radar.sources.plugins import all_forms

    able: dict[str, str] = {}
    for form in all_forms():
        prefix = form.partition(":")[0]
        with suppress(RadarError):
            if prefix not in able and build_source(form, settings, pages).goes_back:
                able[prefix] = form
    return tuple(able.values())


def build_bringer(
    settings: Settings,
    library: Library,
    told: ToldOfWait | None = None,
    tags: Sequence[str] = (),
    *,
    star: bool = False,
) -> Bringer:
    """Return the flow that brings papers by id, link or DOI; close it by `aclose`.

    Args:
        told: of each wait before a site is asked, when it begins.
        tags: given to every paper that comes or is there.
        star: whether it is starred too.

    Raises:
        SettingsError: a mirror is named for a site that there is none of.
    """
    from radar.abstracts.reading import read
    from radar.pipeline.bringing import Bringer
    from radar.sources.plugins import sources_of

    check_mirrors(settings)
    pages = build_pages(settings)
    return Bringer(
        library,
        lambda name: build_source(name, settings, pages, told),
        sources_of,
        read,
        pages.aclose,
        tags,
        star,
    )


def user_agent(settings: Settings) -> str:
    """Return how radar names itself to sites, with the reader's contact where it is set."""
    contact = f" ({settings.contact})" if settings.contact else ""
    return f"research-radar/{__version__}{contact}"
