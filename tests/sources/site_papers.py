"""What the tests of sites share: a source run to its end, and answers that parsers trip over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from radar.papers.listed.listing import Listing, ListingPage, NotUnderstood
from radar.papers.listed.paper import Paper
from radar.sources.source import Source
from tests.sources.answering import NOON
from tests.sources.hostile import hostile_texts


async def pages_of(source: Source, since: date | None = None, resume: str = "") -> list[ListingPage]:
    """Return all pages of a source."""
    return [page async for page in source.pages(since, resume)]


def papers_of(source: Source, text: str) -> list[Paper]:
    """Return the papers of a text as the source reads it."""
    return [item for item in source.parse(as_page(source, text)) if isinstance(item, Paper)]


def reports_of(source: Source, text: str) -> list[NotUnderstood]:
    """Return what the source could not use of a text."""
    return [item for item in source.parse(as_page(source, text)) if isinstance(item, NotUnderstood)]


def as_page(source: Source, text: str) -> ListingPage:
    """Return a text as a page of a source."""
    return ListingPage(Listing(source.name, source.label), text, NOON)


STRANGE: tuple[object, ...] = (
    None,
    True,
    -1,
    10**30,
    1.5,
    "",
    "text",
    [],
    [None],
    [[]],
    {},
    {"x": 1},
    ["a", 2],
)
"""Values that a field may hold in place of what it should."""


def strange_records(whole: dict[str, object]) -> Iterator[dict[str, object]]:
    """Yield a record with each of its fields in turn missing or holding something strange."""
    for name in whole:
        yield {key: value for key, value in whole.items() if key != name}
        for value in STRANGE:
            yield {**whole, name: value}


def read_everything(source: Source, records: Iterator[object]) -> None:
    """Read each record as an answer, then texts put together to trip parsers."""
    for record in records:
        list(source.parse(as_page(source, json.dumps(record))))
    for text in hostile_texts(150):
        list(source.parse(as_page(source, text)))
