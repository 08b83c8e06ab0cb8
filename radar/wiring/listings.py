"""Whatever brings papers in: formats of files, sources, and the flows around them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

from radar import __version__
from radar.library.library import Library
from radar.settings import Settings

if TYPE_CHECKING:
    from radar.net.http import HttpClient
    from radar.pipeline.importing import Importer
    from radar.pipeline.refreshing import Refresher
    from radar.sources.site import Fetch, PageRequest
    from radar.sources.source import Format, Source


def build_formats() -> tuple[Format, ...]:
    """Return the formats of files that radar reads, in the order in which they are tried."""
    from radar.sources.bibtex import Bibtex
    from radar.sources.csl_json import CslJson
    from radar.sources.csv_table import CsvTable
    from radar.sources.endnote_xml import EndNoteXml
    from radar.sources.json_lines import JsonLines
    from radar.sources.listing_file import ListingText
    from radar.sources.pubmed import Nbib
    from radar.sources.ris import Ris
    from radar.sources.web_of_science import WebOfScience
    from radar.sources.zotero_json import ZoteroJson
    from radar.sources.zotero_rdf import ZoteroRdf

    # What says most clearly what it is comes first: JSON lines are any objects, a listing is any text.
    of_json: tuple[Format, ...] = (ZoteroJson(), CslJson(), JsonLines())
    tagged: tuple[Format, ...] = (Ris(), Nbib(), WebOfScience())
    return (*of_json, ZoteroRdf(), EndNoteXml(), *tagged, Bibtex(), CsvTable(), ListingText())


def build_source(name: str, settings: Settings, client: HttpClient | None = None) -> Source:
    """Return the source of a name such as "hf:daily" or "arxiv:cs.CL".

    Args:
        client: asks the site; by default one of its own.

    Raises:
        SettingsError: no source has such a name; the hint says the nearest that is one.
    """
    from radar.sources.sites import find_source

    return find_source(name, build_fetch(client or _client_of_sources(settings)))


def build_fetch(client: HttpClient) -> Fetch:
    """Return what sources fetch pages with."""

    from radar.sources.site import Page

    async def fetch(request: PageRequest) -> Page:
        reply = await client.get(request.url, headers=request.headers, any_status=request.any_status)
        return Page(reply.text, reply.status, reply.headers, datetime.now(UTC))

    return fetch


def build_importer(
    settings: Settings,
    library: Library,
    finishing: Callable[[int, int], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Importer:
    """Return the flow that imports files.

    Args:
        finishing: told how far the search index is at the end, done and total.
        stdin: what is read where a path is None; standard input by default.
    """
    from radar.abstracts.reading import read
    from radar.pipeline.importing import Importer

    stdin = stdin or getattr(sys.stdin, "buffer", None)
    return Importer(library, build_formats(), read, stdin, finishing)


def build_refresher(settings: Settings, library: Library) -> Refresher:
    """Return the flow that asks sources; close it by `aclose`."""
    from radar.abstracts.reading import read
    from radar.pipeline.refreshing import Refresher

    client = _client_of_sources(settings)
    return Refresher(library, lambda name: build_source(name, settings, client), read, client.aclose)


def _client_of_sources(settings: Settings) -> HttpClient:
    from radar.net.http import HttpClient

    return HttpClient(user_agent=user_agent(settings), connections=4)


def user_agent(settings: Settings) -> str:
    """Return how radar names itself to sites, with the reader's contact where it is set."""
    contact = f" ({settings.contact})" if settings.contact else ""
    return f"research-radar/{__version__}{contact}"
