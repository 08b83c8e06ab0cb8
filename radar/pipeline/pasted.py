"""Listings that were pasted, kept for the worker to import."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from radar.errors import ListingError
from radar.papers.bases import Value
from radar.papers.listed.identity import ids_among
from radar.papers.listed.listing import NotUnderstood
from radar.papers.listed.paper import Paper
from radar.papers.text.plurals import plural
from radar.papers.text.safe_text import clean
from radar.pipeline.events import unread_fields_line

if TYPE_CHECKING:
    from radar.sources.source import Format

_KEPT = re.compile(r"pasted \d{4}-\d\d-\d\d [0-9a-f]{8}\.txt")
_LOOKED_AT = 200_000
"""Characters of a pasted text that are read to say what it is, so that the answer comes at once."""


class Pasted(Value):
    """What a text is that a reader has pasted."""

    format: str = ""
    """Name of the format, for people; empty where it is in none."""
    papers: int = 0
    left_out: int = 0
    """Lines that were not understood."""
    unread_fields: int = 0
    """Papers of which a field was not understood."""
    feeds: int = 0
    """Feeds that it names, where it is a list of those."""
    whole: bool = True
    """Whether it was read to its end; of a long one only the beginning is."""
    problem: str = ""
    """Why it is no listing."""
    ids: tuple[str, ...] = ()
    """Ids and links of papers that stand in it, where it is no listing."""

    @property
    def is_listing(self) -> bool:
        """Whether there are papers in it, or may be further on; an id, a link or a DOI alone is none."""
        return self.papers > 0 or (bool(self.format) and not self.feeds and not self.whole)

    @property
    def line(self) -> str:
        """What it is, such as "12 papers as RIS, 1 line not understood"."""
        if self.feeds:
            return f"{plural(self.feeds, 'feed')} as {self.format}, no papers"
        if not self.is_listing and self.ids:
            return f"{plural(len(self.ids), 'paper')} named by id or link"
        if not self.is_listing:
            return self.problem or f"no papers in what looks like {self.format}"
        papers = f"{plural(self.papers, 'paper')} as {self.format}"
        lines = f"{plural(self.left_out, 'line')} not understood"
        told = (papers, lines if self.left_out else "", unread_fields_line(self.unread_fields))
        return ("" if self.whole else "more than ") + ", ".join(filter(None, told))


def look_at_pasted(text: str, formats: Sequence[Format]) -> Pasted:
    """Return what a pasted text is, before anything is done with it.

    It raises nothing, and is quick: of a long text only the beginning is read.

    Args:
        formats: what a listing may be written in, in the order in which they are tried.
    """
    from radar.sources.feeds.opml import Feed, feeds_in, is_feed_list
    from radar.sources.source import recognise

    whole = len(text) <= _LOOKED_AT
    start = text if whole else text[:_LOOKED_AT].rpartition("\n")[0] or text[:_LOOKED_AT]
    lines = start.split("\n")
    if is_feed_list(start):
        feeds = sum(isinstance(item, Feed) for item in feeds_in(text.split("\n")))
        return Pasted("OPML", feeds=feeds, problem="the list of feeds names none")
    try:
        format = recognise(start[:65536], formats)
    except ListingError as error:
        return Pasted(problem=error.message, whole=whole, ids=ids_among(start, datetime.now(UTC).date()))
    papers = left_out = unread = 0
    field_unread = False
    for item in format.parse(lines):
        if isinstance(item, NotUnderstood):
            left_out, field_unread = left_out + (not item.field), item.field
        elif isinstance(item, Paper):
            papers, unread, field_unread = papers + 1, unread + field_unread, False
    # The last entry of a beginning is cut, which is no fault of the text.
    left_out = left_out if whole else max(0, left_out - 1)
    ids = () if papers else ids_among(start, datetime.now(UTC).date())
    return Pasted(format.name, papers, left_out, unread, whole=whole, ids=ids)


def name_of_import(path: Path) -> str:
    """Return what people call a file to import: its name, or for one that was kept here "the pasted text"."""
    return "the pasted text" if _KEPT.fullmatch(path.name) else clean(path.name)


def keep_pasted(text: str, folder: Path) -> Path:
    """Keep a text under a name of its own, readable by its owner only, and return where.

    Raises:
        ListingError: the folder cannot be written.
    """
    content = text.encode("utf-8", "replace")
    import hashlib

    digest = hashlib.sha256(content).hexdigest()[:8]
    path = folder / f"pasted {datetime.now(UTC):%Y-%m-%d} {digest}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(content)
    except OSError as error:
        raise ListingError(f"the pasted text cannot be kept in {folder}: {error.strerror}") from error
    return path
